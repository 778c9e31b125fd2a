import type { GlobalOptions } from '../cli/command.js';
import { Command, type Option } from '../cli/commander.js';
import { type Candidate, commandIn, matching, optionsOf, readTyped, SHELLS, type Typed } from '../cli/completions.js';
import { globalOptions } from '../cli/global-options.js';
import { openAgenda } from '../cli/open-agenda.js';
import { READER_NAMES } from '../formats/registry.js';
import { Failure, type Io } from '../io.js';
import { SESSION_STATUSES, SESSION_TYPES } from '../model/agenda.js';
import { RULE_IDS } from '../model/rule-ids.js';
import { titleOf } from '../query/agenda-index.js';
import type { Presentation } from '../query/presentation.js';
import { interpretation, scheduledSessions } from '../query/scheduled-sessions.js';
import { languages } from '../query/texts.js';
import { REPORTS } from '../reports/index.js';
import { hasControls } from '../text/escape.js';
import { COMMANDS } from './index.js';

/** What a shell completes by itself. */
const FILES = ':files';

type Words = (agenda: Presentation) => readonly Candidate[];
type Source = typeof FILES | readonly string[] | Words;

const session: Words = shown =>
  scheduledSessions(shown.agenda).map(({ session: one }) => ({ word: one.id, about: shown.text(titleOf(one)) }));
const person: Words = shown => shown.agenda.people.map(({ id, name }) => ({ word: id, about: shown.text(name) }));
const zones = () => ['local', ...Intl.supportedValuesOf('timeZone')].map(word => ({ word }));

/** Where the values of options come from, by their long names. */
const VALUES: Readonly<Record<string, Source>> = {
  file: FILES,
  output: FILES,
  exclude: FILES,
  lang: ({ agenda }) => languages(agenda).map(word => ({ word })),
  tz: zones,
  'assume-tz': zones,
  from: READER_NAMES,
  format: Object.keys(REPORTS),
  ignore: RULE_IDS,
  type: SESSION_TYPES,
  status: SESSION_STATUSES,
  day: ({ agenda }) => {
    const dates = [...new Set(scheduledSessions(agenda).map(({ date }) => date))];
    return [...dates.map((date, i) => ({ word: String(i + 1), about: date })), ...dates.map(word => ({ word }))];
  },
  room: ({ agenda, text }) => agenda.rooms.map(({ id, name }) => ({ word: id, about: text(name) })),
  speaker: person,
  track: ({ agenda, text }) =>
    [...new Set(scheduledSessions(agenda).map(({ session: { track } }) => text(track)))].map(word => ({ word })),
  spoken: shown => {
    const tags = scheduledSessions(shown.agenda).flatMap(entry => [
      ...entry.session.languages,
      ...interpretation(entry, shown),
    ]);
    return [...new Set(tags)].map(word => ({ word }));
  },
};

/** Options whose value may be several with commas between. */
const LISTS: readonly string[] = ['day', 'room', 'type', 'track', 'status', 'spoken', 'speaker', 'ignore'];

/** What a command takes, by its name. */
const ARGUMENTS: Readonly<Record<string, Source>> = {
  show: session,
  speaker: person,
  explain: RULE_IDS,
  completion: SHELLS,
  help: COMMANDS.map(({ name }) => name),
  validate: FILES,
  diff: FILES,
  log: FILES,
  init: FILES,
};

/**
 * Prints the words that may stand at the cursor: `shell`, and the words of the command line behind `idm`, of which the last is
 * at the cursor. A line each, for zsh and fish with a tab and what the word is; `:files` where the shell knows better.
 * Nothing, where the agenda cannot be read.
 */
export async function complete([shell = '', ...words]: readonly string[], io: Io): Promise<number> {
  const program = new Command();
  globalOptions(program);
  program.option('-h, --help', 'print this help').option('-V, --version', 'print the version');
  const names = [...COMMANDS.map(({ name }) => name), 'help'];
  const name = commandIn(words, program.options, names);
  const command = new Command();
  await COMMANDS.find(one => one.name === name)
    ?.load()
    .then(({ configure }) => configure(command));
  const typed = readTyped(words, optionsOf(command, program));
  const found = await candidates(typed, name, optionsOf(command, program), io);
  if (found === FILES) await io.stdout.write(`${FILES}\n`);
  else await io.stdout.write(found.map(candidate => line(candidate, shell, typed.before)));
  return 0;
}

async function candidates(
  { asked, current, values }: Typed,
  command: string | undefined,
  options: readonly Option[],
  io: Io,
): Promise<typeof FILES | readonly Candidate[]> {
  const from = (source: Source | undefined, isList = false) => wordsOf(source, current, isList, values, io);
  switch (asked.what) {
    case 'command':
      return matching([...COMMANDS.map(({ name, summary }) => ({ word: name, about: summary })), HELP], current, false);
    case 'option': {
      const found = options.map(({ long, short, description }) => ({ word: long ?? short ?? '', about: description }));
      return matching(found, current, false);
    }
    case 'value': {
      const { option } = asked;
      const source = option.argChoices ?? VALUES[option.name()];
      return from(source, LISTS.includes(option.name()));
    }
    case 'argument':
      return from(asked.index === 0 || command !== 'explain' ? ARGUMENTS[command ?? ''] : undefined);
  }
}

const HELP: Candidate = { word: 'help', about: 'print the help of a command' };

async function wordsOf(
  source: Source | undefined,
  current: string,
  isList: boolean,
  values: Readonly<Record<string, string>>,
  io: Io,
): Promise<typeof FILES | readonly Candidate[]> {
  if (source === FILES || source === undefined) return source ?? [];
  if (typeof source !== 'function')
    return matching(
      source.map(word => ({ word })),
      current,
      isList,
    );
  const silent: Io = { ...io, cwd: io.cwd, stderr: { ...io.stderr, isTerminal: false, write: async () => {} } };
  const { file, from, 'assume-tz': assumeTz } = values;
  const globals: GlobalOptions = {
    color: 'never',
    ...(file === undefined || file === '-' ? {} : { file }),
    ...(from === undefined ? {} : { from }),
    ...(assumeTz === undefined ? {} : { assumeTz }),
  };
  try {
    const { presentation } = await openAgenda(silent, globals);
    return matching(source(presentation), current, isList).filter(({ word }) => word !== '');
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** A candidate as a shell reads it: on one line, and nothing that would steer the terminal. */
function line({ word, about = '' }: Candidate, shell: string, before: string): string {
  if (hasControls(word) || /[\n\t]/.test(word)) return '';
  const whole = shell === 'fish' ? before + word : word;
  const shown = hasControls(about) ? '' : about.replace(/\s+/g, ' ');
  return shell === 'bash' || shown === '' ? `${whole}\n` : `${whole}\t${shown}\n`;
}
