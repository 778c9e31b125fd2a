import type { Command } from 'commander';
import type { Call } from '../cli/command.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { each, type OutputOptions, outputOptions, present } from '../cli/output.js';
import { working } from '../cli/progress.js';
import { lint, type Problem } from '../lint/lint.js';
import { type Clash, SEVERITIES } from '../model/diagnostic.js';
import { OVERLAPS_CUT, overlapsAreCut } from '../query/overlaps.js';
import { conflictTsv } from '../views/tsv.js';

interface Options extends OutputOptions {
  readonly parallel?: boolean;
}

export function define(command: Command): void {
  command.option('--parallel', 'sessions side by side in different rooms as well');
  outputOptions(command).addHelpText(
    'after',
    `
Errors: one room or one person in two sessions at once, a part outside its session.
Warnings: a session beside a plenary, or during a break. Infos: a side event during a break.
Exits with 1 when there is an error.

Examples:
  $ idm conflicts
  $ idm conflicts --parallel --lang en
  $ idm conflicts --json
`,
  );
}

export async function run(call: Call<Options>): Promise<number> {
  const { io, shared, options } = call;
  const opened = await openAgenda(io, shared);
  const { presentation, reading, file } = opened;
  const problems = await working(io, reading.source.text.length, 'checking', () =>
    lint(reading, { file, zones: presentation.zones, kinds: ['overlap'], parallel: options.parallel === true }),
  );
  const conflicts = problems
    .flatMap(problem => (problem.clash ? [{ ...problem, clash: problem.clash }] : []))
    .sort(gravestFirst);
  await present(call, {
    json: () => each(conflicts, ({ rule, severity, clash, message }) => ({ rule, severity, ...clash, message })),
    page: async page => (await import('../views/conflict-page.js')).conflictPage(conflicts, presentation, page),
    tsv: () => conflictTsv(conflicts, presentation),
  });
  if (overlapsAreCut(opened.agenda, options)) await io.stderr.write(`${OVERLAPS_CUT}\n`);
  if (conflicts.length === 0) await io.stderr.write('no conflicts\n');
  const hard = conflicts.some(({ severity }) => severity === 'error');
  return (await mentionErrors(io, opened, ['shape'])) || hard ? 1 : 0;
}

type Conflict = Problem & { readonly clash: Clash };

function gravestFirst(a: Conflict, b: Conflict): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Date.parse(a.clash.start) - Date.parse(b.clash.start)
  );
}
