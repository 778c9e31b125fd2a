import type { Command } from 'commander';
import { Failure } from '../io.js';
import { lint, type Problem } from '../lint.js';
import { nearest } from '../model/nearest.js';
import { read } from '../readers/index.js';
import { REPORTS, type ReportName } from '../reports/index.js';
import { namedAgenda, readInput } from './agenda.js';
import type { Call } from './command.js';
import { paint, width } from './page.js';

interface Options {
  readonly format?: string;
  readonly json?: boolean;
  readonly info?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
}

export function define(command: Command): void {
  command
    .option('--format <name>', `how to report: ${Object.keys(REPORTS).join(', ')}`)
    .option('--json', 'the same as --format json')
    .option('--info', 'show infos as well')
    .option('--quiet', 'show errors only')
    .option('--max-warnings <n>', 'exit with 1 past that many warnings')
    .addHelpText(
      'after',
      `
Exits with 1 on errors, with 2 when a file cannot be read. Without a file: agenda.yaml here or in a folder above.

Examples:
  $ idm validate
  $ idm validate agenda.yaml --info
  $ idm validate agendas/2018.yaml agendas/2019.yaml --max-warnings 0
  $ idm export --json | idm validate -
`,
    );
}

export async function run({ io, shared, args, options }: Call<Options>): Promise<number> {
  const report = REPORTS[format(options)];
  const limit = options.maxWarnings === undefined ? Number.POSITIVE_INFINITY : count(options.maxWarnings);
  const files = args.length > 0 ? args : [namedAgenda(io, shared) ?? nowhere()];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      const reading = read(await readInput(io, file));
      const name = file === '-' ? '<stdin>' : file;
      texts.set(name, reading.source.text);
      problems.push(...lint(reading, { file: name }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  const shown = problems.filter(
    ({ severity }) => severity === 'error' || (!options.quiet && (severity === 'warning' || options.info)),
  );
  const page = { width: width(io), paint: await paint(io, shared) };
  await io.stdout.write(report(shown, { ...page, files: [...texts.keys()], source: file => texts.get(file) ?? '' }));
  for (const { message } of failures) await io.stderr.write(`idm: ${message}\n`);
  if (failures.length > 0) return 2;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (warnings > limit) await io.stderr.write(`${warnings} warnings, ${limit} allowed\n`);
  return warnings > limit || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function format({ format: named, json }: Options): ReportName {
  const name = named ?? (json ? 'json' : 'text');
  if (Object.hasOwn(REPORTS, name)) return name as ReportName;
  const near = nearest(name, Object.keys(REPORTS));
  throw new Failure(
    `there is no format ${JSON.stringify(name)}; ${near === undefined ? `choose from: ${Object.keys(REPORTS).join(', ')}` : `did you mean ${near}?`}`,
  );
}

function count(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new Failure(`--max-warnings takes a whole number, not ${JSON.stringify(value)}`);
}

function nowhere(): never {
  throw new Failure('no agenda.yaml here; name one, or `idm init`');
}
