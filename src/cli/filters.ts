import { Failure, type Io } from '../io.js';
import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { RULE_IDS, type RuleId } from '../model/rule-ids.js';
import { localDate, timeZones } from '../model/zone.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { type Filters, select, type UnknownChoice } from '../query/select.js';
import { escapeControlsOnLine, quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import type { Command } from './commander.js';
import type { LoadedAgenda } from './open-agenda.js';

/** Adds the options that choose sessions. */
export function filterOptions(command: Command): void {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  command
    .option('--day <number|date>', 'sessions of a day: 1, 2018-03-26, today, monday, "26 mar"', several)
    .option('--room <room>', 'sessions in a room, by its id or name', several)
    .option('--type <type>', 'sessions of a type: plenary, panel, break, …', several)
    .option('--track <track>', 'sessions of a track', several)
    .option('--status <status>', 'sessions that are confirmed, tentative or cancelled', several)
    .option('--spoken <language>', 'sessions spoken or interpreted in a language: fr, pt-BR', several)
    .option('--speaker <name>', 'sessions with a person as speaker or moderator', several)
    .option(
      '--search <text>',
      'sessions with a text in titles, description, items, people, organisations, track, tags or id',
      several,
    );
}

/** The names of the filters. */
const NAMES = [
  'day',
  'room',
  'type',
  'track',
  'status',
  'spoken',
  'speaker',
  'search',
] as const satisfies readonly (keyof Filters)[];

/** The paths of the sessions that the filters choose, for `lint`; undefined where no filter is given. Fails as {@link selectedSessions}; with the name of the file, where it is one of several. */
export function chosenPaths(
  agenda: Agenda | undefined,
  options: Filters,
  io: Io,
  file?: string,
): readonly Path[] | undefined {
  if (agenda === undefined || NAMES.every(name => options[name] === undefined)) return undefined;
  try {
    return selectedSessions({ agenda }, options, io).map(({ path }) => path);
  } catch (error) {
    if (file === undefined || !(error instanceof Failure)) throw error;
    throw new Failure(`${escapeControlsOnLine(file)}: ${error.message}`, error.exitCode);
  }
}

/** Adds the option that leaves out the findings of rules. */
export function ignoreOption(command: Command): void {
  command.option(
    '--ignore <rule>',
    'leave out what a rule finds (may be repeated)',
    (value: string, before: readonly string[] = []) => [...before, ...value.split(',')],
  );
}

/** The rules that are left out. Fails where there is no such rule. */
export function ignoredRules(names: readonly string[] = []): readonly RuleId[] {
  return names.map(name => {
    const rule = RULE_IDS.find(id => id === name.trim());
    if (rule !== undefined) return rule;
    const near = nearest(name, RULE_IDS);
    throw new Failure(`--ignore takes a rule, not ${quote(name)}; ${suggest(near, 'idm explain lists them')}`);
  });
}

/** The sessions that the filters choose; a day, room, type, track or status that there is none of fails. */
export function selectedSessions(
  { agenda }: Pick<LoadedAgenda, 'agenda'>,
  options: Filters,
  io: Io,
): readonly ScheduledSession[] {
  const found = select(agenda, options, () => localDate(io.now(), timeZones(io.offsets).get(agenda.timezone)));
  return 'choices' in found ? failUnknown(found) : found;
}

/** Fails with the choices that there are. */
export function failUnknown({ filter, value, choices }: UnknownChoice): never {
  const near = nearest(value, choices);
  const known = choices.map(choice => (choice.includes(',') ? quote(choice) : choice)).join(', ');
  const remedy = near === undefined ? `choose from: ${known || 'none'}` : `${suggest(near)} (${known})`;
  const what = filter === 'spoken' ? 'session in the language' : filter;
  throw new Failure(escapeControlsOnLine(`there is no ${what} ${quote(value)}; ${remedy}`));
}
