import type { Format, Reader, ReadOptions } from './format.js';
import type { Recognized } from './recognize.js';
import { FORMATS, formatByExtension, READER_NAMES, type ReaderName } from './registry.js';
import { wide } from './source/decode.js';
import { IssueList } from './source/issues.js';
import { placeless, type Reading } from './source/read-result.js';

/**
 * Reads an agenda in any format: the one that is named, else what its content shows, else its extension, else idm's own. Of a
 * file that is none of these but can be recognized, such as a PDF or a web page, the reading says what it is and has no agenda.
 */
export async function readAny(
  input: string | Uint8Array,
  options: ReadOptions = {},
  from?: ReaderName,
): Promise<Reading> {
  const head = headOf(input);
  if (typeof input !== 'string' && mayBeBinary(input)) {
    const known = (await import('./recognize.js')).recognizeBytes(input);
    if (known?.reader !== undefined) return (await FORMATS[known.reader].read()).read(input, options);
    if (known !== undefined) return refusal('', known);
  }
  const shown = READER_NAMES.find(name => FORMATS[name].sniff(head));
  // What a sniffed agenda in JSON is must be seen in all of it: other programs have a "timezone" too.
  if (from === undefined && MARKUP.test(head) && (shown === undefined || shown === 'yaml')) {
    const text = textOf(input);
    const known = (await import('./recognize.js')).recognizeMarkup(text);
    if (known?.reader !== undefined) return (await FORMATS[known.reader].read()).read(text, options);
    if (known !== undefined) return refusal(text, known);
  }
  const format = from ?? shown ?? formatByName(options.file, head);
  if (format === 'document' && from === undefined) {
    const text = textOf(input);
    const known = (await import('./recognize.js')).recognizeText(text, false);
    if (known !== undefined && known.reader === undefined) return refusal(text, known);
  }
  const reading = await (await FORMATS[format].read()).read(input, options);
  if (from !== undefined || shown !== undefined || format !== 'yaml' || reading.faults.length === 0) return reading;
  const text = textOf(input);
  const known = (await import('./recognize.js')).recognizeText(text, reading.agenda !== undefined);
  if (known?.reader !== undefined) return (await FORMATS[known.reader].read()).read(text, options);
  return known === undefined ? reading : refusal(text, known);
}

/** How much of a text is looked at, in bytes. */
const HEAD = 4096;

/** How XML and JSON begin. */
const MARKUP = /^[<{[]/;

function headOf(input: string | Uint8Array): string {
  const bytes = typeof input === 'string' ? Buffer.from(input.slice(0, HEAD)) : input.subarray(0, HEAD);
  return new TextDecoder(wide(bytes)).decode(bytes).trimStart();
}

function textOf(input: string | Uint8Array): string {
  return typeof input === 'string' ? input : new TextDecoder(wide(input)).decode(input);
}

/** True for bytes that may begin a file that is not text: all that has such a signature, and little else. */
function mayBeBinary([first = 0, second = 0]: Uint8Array): boolean {
  return (
    first < 0x09 ||
    (first > 0x0d && first < 0x20) ||
    first > 0x7e ||
    BINARY.includes(String.fromCharCode(first, second))
  );
}

/** The first two characters of the signatures that are letters: of ZIP, PDF, RTF, GIF, bzip2, 7z, RAR, SQLite. */
const BINARY = ['PK', '%P', '{\\', 'GI', 'BZ', '7z', 'Ra', 'SQ'];

/** A field of an agenda of idm, at the beginning of a line. */
const OWN = /^["']?(?:timezone|days)["']?\s*:/m;

function formatByName(file = '', head: string): ReaderName {
  const extension = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? '';
  const format = formatByExtension('read', extension) ?? (head.startsWith('<') ? 'schedule-xml' : 'yaml');
  return format === 'document' && OWN.test(head) ? 'yaml' : format;
}

/** The reading of a file that no reader reads. */
function refusal(text: string, { message, hint }: Recognized): Reading {
  const issues = new IssueList();
  issues.add('wrong-type', { span: [0, 0] }, message, hint);
  return { faults: issues.list, source: placeless(text), foreign: true };
}

/** A format that is read, as the library has it since 0.1. */
export interface ReadFormat extends Required<Pick<Format, 'about' | 'extensions' | 'sniff'>> {
  load(): Promise<Reader>;
}

/** The formats that are read, by name. */
export const READERS: Readonly<Record<ReaderName, ReadFormat>> = readers();

function readers(): Record<ReaderName, ReadFormat> {
  const all = READER_NAMES.map((name): [ReaderName, ReadFormat] => {
    const { about, extensions, sniff, read } = FORMATS[name];
    return [name, { about, extensions, sniff, load: read }];
  });
  return Object.fromEntries(all) as Record<ReaderName, ReadFormat>;
}
