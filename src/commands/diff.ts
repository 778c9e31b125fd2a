import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { failUnknown } from '../cli/filters.js';
import { type LoadedAgenda, mentionErrors } from '../cli/open-agenda.js';
import { openSides, type Sides } from '../cli/open-sides.js';
import { type OutputOptions, outputOptions, present, print } from '../cli/present.js';
import { compareClashes, type FoundClash } from '../diff/clashes.js';
import { compare, isSame } from '../diff/compare.js';
import { type Changes, narrow } from '../diff/narrow.js';
import { changeRecords } from '../diff/records.js';
import { forgottenRevision } from '../diff/revision.js';
import { Failure } from '../io.js';
import { placed, type Unplaced, unplacedClashes } from '../lint/lint.js';
import { findPeople, nearestPeople } from '../query/people.js';
import { presentation } from '../query/presentation.js';
import type { Filters } from '../query/select.js';
import { readLanguages } from '../query/texts.js';
import { escapeControlsOnLine, quote } from '../text/escape.js';
import { suggest } from '../text/nearest.js';
import { corrigendum, notes } from '../views/changes/markdown.js';
import { type ShownComparison, shownComparison } from '../views/changes/shown.js';
import { changesTsv } from '../views/changes/tsv.js';

interface Options extends OutputOptions, Pick<Filters, 'speaker' | 'room' | 'day'> {
  readonly markdown?: boolean;
  readonly corrigendum?: boolean;
  readonly exitCode?: boolean;
  readonly requireRevision?: boolean;
}

export function configure(command: Command): void {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  command
    .option('--speaker <name>', 'only what touches the sessions of a person', several)
    .option('--room <room>', 'only what touches the sessions in a room, by its id or name', several)
    .option('--day <number|date>', 'only what touches the sessions of a day: 1, or 2018-03-26', several)
    .option('--markdown', 'write notes for readers, in --lang or in every language of the agenda')
    .option('--corrigendum', 'write a corrigendum: for what was read what is')
    .option('--exit-code', 'exit with 1 when something changed')
    .option('--require-revision', 'exit with 1 when a session changed and neither revision nor updated was raised');
  outputOptions(command, 'a page');
  addNotes(
    command,
    [
      'Old and new are files, - for standard input, or revisions of git: HEAD~3, v1, main:agenda.yaml. With one, it is the old side, and the agenda here is the new one; with none, HEAD is the old side.',
      'A terminal gets a page; a pipe gets tab-separated lines: change, session, field, language, before, after.',
    ],
    [
      'idm diff',
      'idm diff HEAD~3 --speaker Arbour',
      'idm diff v1 v2 --markdown --lang fr',
      'idm diff old.yaml new.yaml --corrigendum',
      'idm diff origin/main --require-revision',
    ],
  );
}

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, args, options } = invocation;
  const forms = [options.json && '--json', options.markdown && '--markdown', options.corrigendum && '--corrigendum'];
  const asked = forms.filter(form => form !== undefined);
  if (asked.length > 1) throw new Failure(`one form at a time: ${asked.join(' or ')}`);
  const sides = await openSides(io, globals, args);
  const { old, now } = sides;
  const whole = changesOf(sides);
  const { comparison, clashes } = chosen(whole, sides, options);
  const shown = shownComparison(comparison, old.presentation, now.presentation);
  const isNothing = isSame(comparison) && clashes.came.length + clashes.gone.length === 0;
  if (options.markdown) await print(io, notes(sections(shown, sides)));
  else if (options.corrigendum) await print(io, corrigendum(sections(shown, sides)));
  else {
    const records = () => changeRecords(comparison, clashes, old.presentation, now.presentation);
    await present(invocation, {
      json: records,
      page: async page => (await import('../views/changes/page.js')).changesPage(shown, clashes, page),
      tsv: () => changesTsv(records()),
    });
  }
  if (isNothing) await io.stderr.write('nothing changed\n');
  let code = options.exitCode && !isNothing ? 1 : 0;
  const forgotten = options.requireRevision ? forgottenRevision(whole.comparison) : undefined;
  if (forgotten !== undefined) {
    const { sessions, revision } = forgotten;
    const what = `${sessions} ${sessions === 1 ? 'session' : 'sessions'} changed, and neither revision nor updated was raised`;
    await io.stderr.write(
      `${what}: write revision: ${revision} in ${escapeControlsOnLine(now.file)}, so that calendars notice\n`,
    );
    code = 1;
  }
  for (const side of [old, now]) if (await mentionErrors(io, side, ['shape'])) code = 1;
  return code;
}

function changesOf({ old, now }: Sides): Changes {
  const comparison = compare(old.agenda, now.agenda, now.presentation.zones);
  const { came, gone } = compareClashes(clashesOf(old), clashesOf(now), comparison.renames.sessions);
  return { comparison, clashes: { came: told(came), gone: told(gone) } };
}

/** The errors and warnings of `conflicts`: most stand on both sides, and need no place. */
function clashesOf({ reading, file, presentation: { zones } }: LoadedAgenda): readonly Unplaced[] {
  return unplacedClashes(reading, { file, zones, kinds: ['overlap'], least: 'warning' });
}

function told(clashes: readonly Unplaced[]): readonly FoundClash[] {
  return placed(clashes).flatMap(({ rule, severity, message, clash }) =>
    clash ? [{ rule, severity, message, clash }] : [],
  );
}

/** The changes that the filters choose. A value that names nothing on either side fails. */
function chosen(changes: Changes, { old, now }: Sides, { speaker, room, day }: Options): Changes {
  for (const query of speaker ?? []) {
    if ([old, now].some(({ agenda }) => findPeople(agenda, query).length > 0)) continue;
    const near = nearestPeople(now.agenda, query);
    const remedy = near.length === 0 ? '' : `; ${suggest(near.join(', '))}`;
    throw new Failure(escapeControlsOnLine(`no one found for ${quote(query)}${remedy}`), 1);
  }
  const filters: Filters = { ...(speaker && { speaker }), ...(room && { room }), ...(day && { day }) };
  const found = narrow(changes, filters);
  return 'choices' in found ? failUnknown(found) : found;
}

/** The comparison in the language that was asked for, or in each of the agenda, its own first. */
function sections(shown: ShownComparison, { old, now }: Sides): readonly ShownComparison[] {
  const { agenda, zone: tz, zones, lang } = now.presentation;
  if (lang !== undefined) return [shown];
  const own = agenda.language === undefined ? [] : [agenda.language];
  const all = [...new Set([...own, ...readLanguages(agenda)])].filter(tag => tag !== 'und');
  if (all.length < 2) return [shown];
  return all.map(tag =>
    shownComparison(
      shown.comparison,
      presentation(old.agenda, { lang: tag, tz, zones }),
      presentation(agenda, { lang: tag, tz, zones }),
    ),
  );
}
