import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { LONG, type Page } from './page.js';
import { sessionLines } from './session-lines.js';
import { sessionTable } from './session-table.js';

/** The listing of `idm list` on a terminal: tables, or plain lines when there are many sessions. */
export function sessionList(entries: readonly Entry[], lens: Lens, page: Page): string {
  return entries.length > LONG ? sessionLines(entries, lens, page) : sessionTable(entries, lens, page);
}
