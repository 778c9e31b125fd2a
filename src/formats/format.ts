import type { TimeZones } from '../model/zone.js';
import type { ExportRequest } from './export-request.js';
import type { Keeps, Scope } from './keeps.js';
import type { OptionName, WriterOptions } from './options.js';
import type { Reading } from './source/read-result.js';

/** One format that agendas are read from, written in, or both. Its doors are loaded when one is wanted. */
export interface Format {
  /** A noun phrase for lists and help: `iCalendar (RFC 5545), for …`. */
  readonly about: string;
  /**
   * In lower case, with the dot, the usual one first. A file is read in the first format of the list that has its
   * extension, where its content shows none, and `-o` is written in the first that has it.
   */
  readonly extensions: readonly string[];
  /** What the writer is told when an extension of `-o` names the format. */
  readonly implied?: Readonly<Record<string, WriterOptions>>;
  /** True for the beginning of a text that is in this format and in no other. */
  readonly sniff?: (head: string) => boolean;
  readonly read?: () => Promise<Reader>;
  readonly write?: () => Promise<Writer>;
  /** True where files are bytes and no text: these are not for a terminal. */
  readonly isBinary?: true;
  /** True where `--lang all` writes every language: one after the other, or each text in all. */
  readonly inEveryLanguage?: true;
  /** The options that its writer has of its own. */
  readonly options?: readonly OptionName[];
}

/** What a reader may be told beyond the text. */
export interface ReadOptions {
  /** The name of the file: its extension helps to tell the format. */
  readonly file?: string;
  /** The IANA zone of a source that names none. Reading throws a RangeError where there is no such zone. */
  readonly assumeTz?: string;
  /** The zones of the run; new ones when absent. */
  readonly zones?: TimeZones;
  /** The name of the sheet of a workbook that is read. */
  readonly sheet?: string;
  /** Column names of a table, by field: `{title: 'Titel'}`. */
  readonly map?: Readonly<Record<string, string>>;
}

/** The door that reads. Never throws on what it reads: every problem is a fault of the reading. */
export interface Reader {
  read(input: string | Uint8Array, options: ReadOptions): Reading | Promise<Reading>;
}

/** The door that writes. */
export interface Writer {
  /**
   * The content of a file, bytes where the format is binary: the same for the same request, whatever the clock and the zone
   * of the machine. Fails with `Unwritable` where the format cannot hold what is asked for.
   */
  write(request: ExportRequest): string | Promise<Uint8Array>;
  /** What the format keeps of each field. */
  readonly keeps: Keeps;
  /** What of an agenda a file speaks of, where that is not simply what is exported. */
  scope?(request: ExportRequest): Scope;
}
