import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import type { WriterOptions } from './options.js';
import type { Guess } from './source/read-result.js';

/** What an export is made of. The presentation has the agenda, and its own zone. */
export interface ExportRequest {
  readonly presentation: Presentation;
  /** Chosen by the filters, in the order of `scheduledSessions`. */
  readonly selection: readonly ScheduledSession[];
  readonly options: WriterOptions;
  /** What the reader of the agenda guessed: a writer whose files people go on writing marks it. */
  readonly guesses?: readonly Guess[];
}
