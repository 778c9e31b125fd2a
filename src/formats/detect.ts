import type { Format, Reader, ReadOptions } from './format.js';
import { FORMATS, formatByExtension, READER_NAMES, type ReaderName } from './registry.js';
import { wide } from './source/decode.js';
import type { Reading } from './source/read-result.js';

/** Reads an agenda in any format: the one that is named, else what its content shows, else its extension, else idm's own. */
export async function readAny(
  input: string | Uint8Array,
  options: ReadOptions = {},
  from?: ReaderName,
): Promise<Reading> {
  const format = FORMATS[from ?? detect(input, options.file)];
  return (await format.read()).read(input, options);
}

/** How much of a text is looked at, in bytes. */
const HEAD = 4096;

function detect(input: string | Uint8Array, file = ''): ReaderName {
  const bytes = typeof input === 'string' ? Buffer.from(input.slice(0, HEAD)) : input.subarray(0, HEAD);
  const head = new TextDecoder(wide(bytes)).decode(bytes).trimStart();
  const shown = READER_NAMES.find(name => FORMATS[name].sniff(head));
  const extension = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? '';
  return shown ?? formatByExtension('read', extension) ?? 'yaml';
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
