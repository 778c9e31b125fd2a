import type { Agenda } from '../model/agenda.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import type { OptionName, WriterOptions } from './writer-options.js';

/** What an export is made of. The presentation has the agenda's own zone. */
export interface Export {
  readonly agenda: Agenda;
  /** Chosen by the filters, in the order of `scheduledSessions`. */
  readonly entries: readonly ScheduledSession[];
  readonly presentation: Presentation;
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
export function written({ entries, options }: Export): readonly ScheduledSession[] {
  return options.parents === false ? entries.filter(({ parts }) => parts.length === 0) : entries;
}
