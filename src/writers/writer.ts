import type { Agenda } from '../model/agenda.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';

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
}

/** One format that agendas are written in; what does the writing is loaded when it is wanted. */
export interface Writer {
  readonly name: string;
  readonly about: string;
  /** The first is the usual one. */
  readonly extensions: readonly string[];
  load(): Promise<{ write(given: Export): string }>;
}

/** The entries that a writer writes. */
export function written({ entries, options }: Export): readonly Entry[] {
  return options.parents === false ? entries.filter(({ parts }) => parts.length === 0) : entries;
}
