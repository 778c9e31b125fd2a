import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { LONG, type Page } from './page.js';
import { sessionLines } from './session-lines.js';
import { sessionTable } from './session-table.js';

/** The listing of `idm list` on a terminal: tables, or plain lines when there are many sessions. */
export function sessionList(entries: readonly ScheduledSession[], presentation: Presentation, page: Page): string {
  return entries.length > LONG ? sessionLines(entries, presentation, page) : sessionTable(entries, presentation, page);
}
