import type { TimeZones } from '../model/zone.js';
import type { Reading } from './source/read-result.js';

/** What a reader may be told beyond the text. */
export interface ReadOptions {
  /** The name of the file: its extension helps to tell the format. */
  readonly file?: string;
  /** The IANA zone of a source that names none. Reading throws a RangeError where there is no such zone. */
  readonly assumeTz?: string;
  /** The zones of the run; new ones when absent. */
  readonly zones?: TimeZones;
  /** Column names of a table, by field: `{title: 'Titel'}`. */
  readonly map?: Readonly<Record<string, string>>;
}

/** One format that agendas are read from. */
export interface Format {
  readonly about: string;
  readonly extensions: readonly string[];
  /** True for the beginning of a text that is in this format and in no other. */
  sniff(head: string): boolean;
  load(): Promise<FormatReader>;
}

/** The reader of a format. Never throws on what it reads: every problem is a fault of the reading. */
export interface FormatReader {
  read(input: string | Uint8Array, options: ReadOptions): Reading | Promise<Reading>;
}
