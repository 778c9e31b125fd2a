import type { Agenda } from '../model/agenda.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import type { OptionName, WriterOptions } from './writer-options.js';

/** What an export is made of. Of the lens only the language counts: times are those of the agenda's own zone, or UTC. */
export interface Export {
  readonly agenda: Agenda;
  /** Chosen by the filters, in the order of `entries`. */
  readonly entries: readonly Entry[];
  readonly lens: Lens;
  readonly options: WriterOptions;
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
