import { readAny } from '../formats/detect.js';
import { READER_NAMES, type ReaderName } from '../formats/registry.js';
import type { Reading } from '../formats/source/read-result.js';
import { quote } from '../text/escape.js';

/** What {@link read} may be told beyond the text. */
export interface ReadInputOptions {
  /** The format; without it, the content shows which, else the extension of `file`, else it is that of idm. */
  readonly format?: ReaderName;
  /** The name of the file: its extension helps to tell the format. Nothing is opened. */
  readonly file?: string;
  /** The IANA zone of a source that names none. */
  readonly assumeTz?: string;
  /** Column names of a table, by field: `{title: 'Titel'}`. */
  readonly map?: Readonly<Record<string, string>>;
}

/**
 * Reads an agenda in any format that the tool reads, from a text or the bytes of a file. Every problem of the input is among
 * the `faults` of the reading, and where nothing could be read there is no `agenda`. Throws a RangeError for a `format` that
 * there is none of and an `assumeTz` that is no zone.
 */
export async function read(
  input: string | Uint8Array,
  { format, ...options }: ReadInputOptions = {},
): Promise<Reading> {
  if (format !== undefined && !READER_NAMES.includes(format))
    throw new RangeError(`no format ${quote(format)} is read; there are: ${READER_NAMES.join(', ')}`);
  return readAny(input, options, format);
}
