import type { Agenda } from '../model/agenda.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import type { OptionName } from './options.js';

/** What an export is made of. Of the lens only the language counts: times are those of the agenda's own zone, or UTC. */
export interface Export {
  readonly agenda: Agenda;
  /** Chosen by the filters, in the order of `entries`. */
  readonly entries: readonly Entry[];
  readonly lens: Lens;
  readonly options: WriterOptions;
}

export interface WriterOptions {
  /** False leaves out the sessions that have parts. */
  readonly parents?: boolean;
  /** Seconds since 1970 (SOURCE_DATE_EPOCH): the time stamp of an agenda that does not say when it was updated. */
  readonly sourceDate?: number;
  /** How long before a session a calendar rings, as a duration (RFC 5545 §3.3.6): `PT10M`. */
  readonly alarm?: string;
  /** True for times in the agenda's zone instead of UTC. */
  readonly tzid?: boolean;
  /** True for a byte order mark. */
  readonly bom?: boolean;
  /** One character between the cells of a table. */
  readonly delimiter?: string;
  /** True for a table of people instead of sessions. */
  readonly people?: boolean;
}

/** One format that agendas are written in; what does the writing is loaded when it is wanted. */
export interface Writer {
  readonly name: string;
  readonly about: string;
  /** The first is the usual one. */
  readonly extensions: readonly string[];
  /** Those of its own. */
  readonly options?: readonly OptionName[];
  load(): Promise<WriterModule>;
}

/** What the file of a format gives. */
export interface WriterModule {
  write(given: Export): string;
  /** What of an export the format cannot say, in short sentences: `2 sessions, cancelled`. */
  lost?(given: Export): readonly string[];
}

/** The entries that a writer writes. */
export function written({ entries, options }: Export): readonly Entry[] {
  return options.parents === false ? entries.filter(({ parts }) => parts.length === 0) : entries;
}
