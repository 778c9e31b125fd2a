import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { chosenPaths, filterOptions, ignoredRules, ignoreOption } from '../cli/filters.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { mapLazily, type OutputOptions, outputOptions, present } from '../cli/present.js';
import { withProgress } from '../cli/progress.js';
import { hotspots, nameIn } from '../lint/hotspots.js';
import { lint } from '../lint/lint.js';
import type { Problem } from '../lint/problem.js';
import { type Clash, SEVERITIES } from '../model/diagnostic.js';
import { OVERLAPS_CUT, overlapsAreCut } from '../query/overlaps.js';
import type { Filters } from '../query/select.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { conflictTsv } from '../views/tsv.js';

interface Options extends OutputOptions, Filters {
  readonly parallel?: boolean;
  readonly ignore?: readonly string[];
}

export function configure(command: Command): void {
  command.option('--parallel', 'also list sessions side by side in different rooms');
  ignoreOption(command);
  filterOptions(command);
  outputOptions(command, 'a page');
  addNotes(
    command,
    [
      'Errors: one room or one person in two sessions at once; a part outside its session. Warnings: a session during a plenary or a break. Infos: a side event during a break.',
      'With filters, the conflicts are those of the sessions that pass them, whatever session is the other.',
      'The exit code is 1 when there is an error.',
    ],
    [
      'idm conflicts',
      'idm conflicts --parallel --lang en',
      'idm conflicts --room "Main hall" --day 1',
      'idm conflicts --json',
    ],
  );
}

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, options } = invocation;
  const loaded = await openAgenda(io, globals);
  const { agenda, presentation, reading, file } = loaded;
  const ignore = ignoredRules(options.ignore);
  const chosen = chosenPaths(agenda, options, io);
  const problems = await withProgress(io, reading.source.text.length, 'checking', () =>
    lint(reading, {
      file,
      zones: presentation.zones,
      kinds: ['overlap'],
      parallel: options.parallel === true,
      ignore,
      ...(chosen && { chosen }),
    }),
  );
  const conflicts = problems
    .flatMap(problem => (problem.clash ? [{ ...problem, clash: problem.clash }] : []))
    .sort(gravestFirst);
  await present(invocation, {
    json: () => mapLazily(conflicts, ({ rule, severity, clash, message }) => ({ rule, severity, ...clash, message })),
    page: async page => (await import('../views/conflict-page.js')).conflictPage(conflicts, presentation, page),
    tsv: () => conflictTsv(conflicts, presentation),
  });
  if (overlapsAreCut(loaded.agenda, options)) await io.stderr.write(`${OVERLAPS_CUT}\n`);
  for (const line of hotspots(conflicts, nameIn(agenda))) await io.stderr.write(`${escapeControlsOnLine(line)}\n`);
  if (conflicts.length === 0) await io.stderr.write('no conflicts\n');
  const hard = conflicts.some(({ severity }) => severity === 'error');
  return (await mentionErrors(io, loaded, ['shape'])) || hard ? 1 : 0;
}

type Conflict = Problem & { readonly clash: Clash };

function gravestFirst(a: Conflict, b: Conflict): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Date.parse(a.clash.start) - Date.parse(b.clash.start)
  );
}
