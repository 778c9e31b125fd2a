import { relative, resolve } from 'node:path';
import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { onFile } from '../cli/failure.js';
import { chosenPaths, filterOptions, ignoredRules, ignoreOption } from '../cli/filters.js';
import { agendaFiles } from '../cli/find-files.js';
import { namedAgenda, readFile } from '../cli/open-agenda.js';
import { colorsFor, print, width } from '../cli/present.js';
import { withProgress } from '../cli/progress.js';
import { Failure, type Io } from '../io.js';
import { hotspots, nameIn } from '../lint/hotspots.js';
import { lint } from '../lint/lint.js';
import type { Problem } from '../lint/problem.js';
import { timeZones } from '../model/zone.js';
import { OVERLAPS_CUT, overlapsAreCut } from '../query/overlaps.js';
import type { Filters } from '../query/select.js';
import { REPORTS, type ReportName } from '../reports/index.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { escapeControls, escapeControlsOnLine, quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';

interface Options extends Filters {
  readonly format?: string;
  readonly json?: boolean;
  readonly info?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly all?: boolean;
  readonly exclude?: readonly string[];
  readonly ignore?: readonly string[];
}

export function configure(command: Command): void {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  command
    .option('--format <name>', `report format: ${names().join(', ')} (default: text)`)
    .option('--json', 'the same as --format json')
    .option('--info', 'also report infos')
    .option('--quiet', 'report errors only')
    .option('--all', 'show each of many warnings of one rule, in text')
    .option('--exclude <glob>', 'files or folders that are not checked (may be repeated)', several)
    .option('--max-warnings <n>', 'exit with 1 when there are more than n warnings');
  ignoreOption(command);
  filterOptions(command);
  addNotes(
    command,
    [
      'Takes files, folders (every .yaml and .yml file in them, except in node_modules and in folders whose name begins with a dot), quoted globs, and - for standard input. Without any, it checks agenda.yaml, or the only *.agenda.yaml, in this folder or in one above.',
      'With filters, the findings are those in sessions that pass them, and those in none.',
      'The exit code is 1 when there are errors, and 2 when a file cannot be read or nothing matches. Lines and columns count from 1; columns count UTF-16 code units; an end column is the first one after the place.',
      `Formats:\n${names()
        .map(name => `  ${name.padEnd(8)}${REPORTS[name].about}`)
        .join('\n')}`,
    ],
    [
      'idm validate',
      'idm validate agenda.yaml --info',
      "idm validate agendas/ 'talks/**/*.yaml' --max-warnings 0",
      "idm validate . --exclude 'drafts/**' --exclude old",
      'idm validate --format sarif > idm.sarif',
      'idm validate - < agenda.yaml',
      'idm validate schedule.xml --room "Main hall" --ignore room-change',
    ],
  );
}

export async function run({ io, globals, args, options, tool }: Invocation<Options>): Promise<number> {
  const name = format(options);
  const { report } = await REPORTS[name].load();
  const limit = options.maxWarnings === undefined ? Number.POSITIVE_INFINITY : count(options.maxWarnings);
  const named = await agendaFiles(
    io,
    args.length > 0 ? args : [namedAgenda(io, globals) ?? nowhere()],
    options.exclude,
  );
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const failures = [...named.failures];
  const cut: string[] = [];
  const zones = timeZones(io.offsets);
  const ignore = ignoredRules(options.ignore);
  const common: string[] = [];
  for (const file of named.files) {
    try {
      const reading = await readFile(io, globals, file, zones);
      const shown = file === '-' ? STDIN : file;
      texts.set(shown, reading.source.text);
      const least = options.info ? 'info' : 'warning';
      const chosen = chosenPaths(reading.agenda, options, io, named.files.length > 1 ? shown : undefined);
      const lintOptions = { file: shown, least, zones, ignore, ...(chosen && { chosen }) } as const;
      const found = await onFile(file, () =>
        withProgress(io, reading.source.text.length, 'checking', () => lint(reading, lintOptions)),
      );
      if (reading.agenda !== undefined && named.files.length === 1)
        common.push(...hotspots(found, nameIn(reading.agenda)));
      for (const problem of found) problems.push(problem);
      if (reading.agenda !== undefined && overlapsAreCut(reading.agenda)) cut.push(shown);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
      if (globals.debug)
        await io.stderr.write(
          `${escapeControls(String((error.cause instanceof Error ? error.cause : error).stack))}\n`,
        );
    }
  }
  const shown = problems.filter(
    ({ severity }) => severity === 'error' || (!options.quiet && (severity === 'warning' || options.info)),
  );
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (texts.size > 0) {
    const text = await report(shown, {
      all: options.all ?? false,
      common,
      warningsFail: warnings > limit,
      width: width(io),
      colors: await colorsFor(io, globals),
      files: [...texts.keys()],
      source: file => texts.get(file) ?? '',
      path: file => (file === STDIN ? file : fromRoot(io, file)),
      rules: Object.values<Rule>(RULES).filter(({ id }) => id !== 'parallel'),
      tool,
    });
    // The others are commands of a workflow, or have none by their syntax.
    await (name === 'text' ? print(io, text) : io.stdout.write(text));
  }
  for (const file of cut) await io.stderr.write(`${escapeControlsOnLine(file)}: ${OVERLAPS_CUT}\n`);
  for (const { message } of failures) await io.stderr.write(`idm: ${escapeControlsOnLine(message)}\n`);
  if (failures.length > 0) return 2;
  if (warnings > limit) await io.stderr.write(`${warnings} warning${warnings === 1 ? '' : 's'}, ${limit} allowed\n`);
  return warnings > limit || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const STDIN = '<stdin>';

/** From the root of the repository, which GitHub names, or else from here; absolute outside of it. */
function fromRoot({ cwd, env }: Io, file: string): string {
  const absolute = resolve(cwd, file);
  const path = relative(env.GITHUB_WORKSPACE || cwd, absolute);
  return path === '..' || path.startsWith('../') ? absolute : path;
}

function names(): ReportName[] {
  return Object.keys(REPORTS) as ReportName[];
}

function format({ format: named, json }: Options): ReportName {
  const name = named ?? (json ? 'json' : 'text');
  if (Object.hasOwn(REPORTS, name)) return name as ReportName;
  const near = nearest(name, names());
  throw new Failure(`there is no format ${quote(name)}; ${suggest(near, `choose from: ${names().join(', ')}`)}`);
}

function count(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new Failure(`--max-warnings takes a whole number, not ${quote(value)}`);
}

function nowhere(): never {
  throw new Failure('no agenda.yaml here; name one, or `idm init`');
}
