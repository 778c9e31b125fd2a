import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { filterOptions, selectedSessions } from '../cli/filters.js';
import { type FormatOptions, formatOptions, writerOptions } from '../cli/format-options.js';
import { errors, isEveryLanguage, openAgenda, readInput } from '../cli/open-agenda.js';
import { isWorkflowLog } from '../cli/present.js';
import { withProgress } from '../cli/progress.js';
import { isSameFile, save } from '../cli/save.js';
import { writtenOrFail } from '../cli/written.js';
import type { Format, Writer } from '../formats/format.js';
import { notices } from '../formats/notices.js';
import type { WriterOptions } from '../formats/options.js';
import { FORMATS, formatByExtension, WRITER_NAMES, type WriterName } from '../formats/registry.js';
import { exportedSessions } from '../formats/selection.js';
import { Failure, type Io } from '../io.js';
import { presentation } from '../query/presentation.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import type { Filters } from '../query/select.js';
import { escapeControls, escapeControlsOnLine, quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import { escapeWorkflowCommands } from '../text/workflow-commands.js';

interface Options extends Filters, FormatOptions, Partial<Record<OptionKey<WriterName>, boolean>> {
  readonly output?: string;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly parents?: boolean;
}

/** What commander calls the option of a format: `scheduleXml` for `--schedule-xml`. */
type OptionKey<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Rest>}`
  : Name;

export function configure(command: Command): void {
  for (const name of WRITER_NAMES) command.option(`--${name}`, FORMATS[name].about);
  command
    .option('-o, --output <file>', 'write to a file; without a format option, its extension chooses the format')
    .option('--check', 'write nothing; exit with 1 when the file of -o is out of date')
    .option('--force', 'export although the agenda has errors or the filters match no session')
    .option('--no-parents', 'leave out sessions that have parts');
  filterOptions(command);
  formatOptions(command);
  addNotes(
    command,
    [
      'Without filters, the whole agenda is exported; with filters, the sessions that pass them, with their rooms and people. --yaml keeps every language unless --lang names one, and keeps no comments; --docx --lang all has one after the other.',
    ],
    [
      'idm export --ics -o agenda.ics',
      'idm export --ics --speaker Arbour --lang en --alarm 10m > arbour.ics',
      'idm export --ics --tzid -o agenda.ics',
      'idm export --csv --day 1 --bom --delimiter ";" -o day-1.csv',
      'idm export --csv --people -o speakers.csv',
      'idm export --yaml --type panel -o panels.yaml',
      'idm export --markdown --lang fr',
      'idm export --docx --lang all -o agenda.docx',
      'idm export -o agenda.json --check',
    ],
  );
}

export async function run({ io, globals, options }: Invocation<Options>): Promise<number> {
  const name = formatOf(options);
  const special = writerOptions(name, options);
  if (options.output === '') throw new Failure('-o takes the name of a file, not ""');
  const output = options.output === '-' ? undefined : options.output;
  if (options.check && output === undefined) throw new Failure('--check needs -o: the file to compare with');
  const { isBinary, inEveryLanguage }: Format = FORMATS[name];
  if (isBinary && output === undefined && io.stdout.isTerminal)
    throw new Failure(`--${name} writes bytes, which are not for a terminal: name a file with -o, or a pipe`);
  const { lang: _, ...rest } = globals;
  const everyLanguage = isEveryLanguage(globals);
  if (everyLanguage && !inEveryLanguage) throw new Failure(inOneLanguage(name));
  const loaded = await openAgenda(io, everyLanguage ? rest : globals);
  const { agenda, reading, path } = loaded;
  if (output !== undefined && !options.check && isSameFile(io, output, path))
    throw new Failure('-o names the agenda itself, and an export keeps no comments: name another file');
  const faults = errors(loaded, ['shape', 'time']).length;
  if (faults > 0) {
    const count = `${faults} ${faults === 1 ? 'error' : 'errors'}`;
    if (!options.force) throw new Failure(`${count}, so nothing was written: run ${loaded.validate}, or --force`, 1);
    await io.stderr.write(`${count}: run ${loaded.validate}\n`);
  }
  const { lang, zones } = loaded.presentation;
  const request = {
    // Whatever --tz says: an export has the times of the agenda's own zone.
    presentation: presentation(agenda, { ...(lang !== undefined && { lang }), zones }),
    selection: selectedSessions(loaded, options, io),
    options: {
      parents: options.parents ?? true,
      ...(everyLanguage && { everyLanguage }),
      ...implied(name, output),
      ...special,
      ...sourceDate(io),
    },
    ...(reading.guesses && { guesses: reading.guesses }),
  };
  if (exportedSessions(request).length === 0 && scheduledSessions(agenda).length > 0) {
    if (!options.force)
      throw new Failure('no session found, so nothing was written: change the filters, or --force', 1);
    await io.stderr.write('no session found\n');
  }
  if (reading.foreign && scheduledSessions(agenda).length === 0)
    await io.stderr.write(`${escapeControlsOnLine(loaded.file)} has no session with a time: the export is empty\n`);
  const writer: Writer = await FORMATS[name].write();
  const content = await withProgress(io, reading.source.text.length, 'writing', () => writtenOrFail(writer, request));
  if (output === undefined) await printExport(io, content);
  else if (options.check) return check(io, output, content, name === 'ics' && reading.foreign !== true);
  else await save(io, output, content);
  const target = output === undefined ? name : escapeControlsOnLine(output);
  for (const one of notices(request, writer)) await io.stderr.write(`not in ${target}: ${escapeControlsOnLine(one)}\n`);
  return 0;
}

/** Why a format is not written in all languages at once, and which ways there are. */
function inOneLanguage(name: WriterName): string {
  const able = WRITER_NAMES.filter(other => (FORMATS[other] as Format).inEveryLanguage).map(other => `--${other}`);
  if (IN_ALL.includes(name))
    return `--${name} has every language without --lang; --lang all belongs to ${able.join(' and ')}`;
  return `--lang all belongs to ${able.join(' and ')}, not to --${name}: name one language`;
}

/** The formats that have every language of the agenda where none is asked for. */
const IN_ALL: readonly WriterName[] = ['yaml', 'html'];

function optionKey(name: WriterName): OptionKey<WriterName> {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as OptionKey<WriterName>;
}

function formatOf(options: Options): WriterName {
  const named = WRITER_NAMES.filter(name => options[optionKey(name)]);
  if (named.length > 1) throw new Failure(`one format at a time: --${named.join(' or --')}`);
  const choices = WRITER_NAMES.map(name => `--${name}`).join(', ');
  const extension = extensionOf(options.output);
  const found = named[0] ?? (extension && formatByExtension('write', extension));
  if (found) return found;
  if (extension === undefined) throw new Failure(`name a format: ${choices}`);
  const near = nearest(
    extension,
    WRITER_NAMES.flatMap(name => FORMATS[name].extensions),
  );
  throw new Failure(`no format has the extension ${quote(extension)}; ${suggest(near, `name one: ${choices}`)}`);
}

/** The extension of a file, in lower case and with its dot. */
function extensionOf(file = ''): string | undefined {
  return /\.[^./\\]+$/.exec(file)?.[0].toLowerCase();
}

/** What the extension of the file asks of the writer: tabs in a `.tsv`. */
function implied(name: WriterName, output: string | undefined): WriterOptions {
  return (FORMATS[name] as Format).implied?.[extensionOf(output) ?? ''] ?? {};
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970. */
function sourceDate({ env }: Io): { readonly sourceDate?: number } {
  const told = env.SOURCE_DATE_EPOCH;
  return told !== undefined && /^\d{1,11}$/.test(told) ? { sourceDate: Number(told) } : {};
}

/**
 * An export on standard output. A terminal is shown controls, since they could deceive its reader. Into a pipe it goes as it
 * is, for the next program; when that may be the log of a workflow and a text would be a command there, not at all.
 */
async function printExport(io: Io, content: string | Uint8Array): Promise<void> {
  const { stdout } = io;
  const text = () => (typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
  if (stdout.isTerminal) return stdout.write(text().split('\r\n').map(escapeControls).join('\r\n'));
  if (isWorkflowLog(io) && escapeWorkflowCommands(text()) !== text())
    throw new Failure(
      'in the log of this workflow, a text of the agenda would be a command: write to a file, with -o or >',
    );
  return stdout.write(content);
}

/** Compares a file with what would be written; of the calendar of an agenda, also whether calendars would notice a change. */
async function check(io: Io, file: string, content: string | Uint8Array, isCalendar: boolean): Promise<number> {
  const before = io.files.exists(file) ? await readInput(io, file) : undefined;
  const after = Buffer.from(content);
  if (before !== undefined && after.equals(before)) return 0;
  const state = before === undefined ? 'missing' : 'out of date';
  const perhaps =
    typeof content === 'string' &&
    before !== undefined &&
    withoutTimes(Buffer.from(before).toString()) === withoutTimes(content)
      ? `; only times differ, perhaps since another Node made it: this one has the time zone data ${io.zoneData}`
      : '';
  await io.stderr.write(`${escapeControlsOnLine(file)} is ${state}: run the same command without --check${perhaps}\n`);
  if (isCalendar && before !== undefined) {
    const { unnoticedChanges } = await import('../formats/ics/unnoticed.js');
    const count = unnoticedChanges(Buffer.from(before).toString(), after.toString());
    const [events, their] =
      count === 1 ? ['1 event differs', 'its'] : [`${count.toLocaleString('en')} events differ`, 'their'];
    if (count > 0)
      await io.stderr.write(
        `${events} while ${their} SEQUENCE and LAST-MODIFIED are as before: raise revision or updated in the agenda, or calendars may not notice\n`,
      );
  }
  return 1;
}

/** What is the same of an export whatever the rules of its zone. */
function withoutTimes(text: string): string {
  return text.replace(/^BEGIN:VTIMEZONE\r\n(?:(?!END:VTIMEZONE).*\r\n)*/gm, '').replace(/\d/g, '0');
}
