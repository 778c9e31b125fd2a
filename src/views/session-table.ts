import { formatInterval } from '../model/time.js';
import { titleOf } from '../query/agenda-index.js';
import { remark, roomNames } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import type { Row } from './columns.js';
import { byDay, type DayRow, sheet } from './days.js';
import { NO_INK, type Page } from './page.js';
import { tables } from './table.js';

const COLUMNS = [{ head: 'Time', least: 6 }, { head: 'Session' }, { head: 'Room', least: 6 }, { head: 'Id', least: 6 }];

/** Sessions for the eye: a table a day, parts indented under their session. Nothing for no session. */
export function sessionTable(entries: readonly ScheduledSession[], presentation: Presentation, page: Page): string {
  const days = byDay(entries, presentation);
  const groups = days.map(({ rows }) => rows.map(row => cells(row, presentation, page)));
  const drawn = tables(COLUMNS, groups, page);
  return sheet(
    days.map((day, i) => [day.heading, [drawn[i] ?? '']]),
    presentation,
    page,
  );
}

function cells({ entry, depth }: DayRow, presentation: Presentation, { paint }: Page): Row {
  const { session, rooms, status } = entry;
  return [
    { text: formatInterval(presentation.clocks(entry)), ink: paint.mark },
    {
      text: presentation.text(titleOf(session)),
      ink: status === 'cancelled' ? paint.dim : NO_INK,
      indent: 2 * depth,
      note: remark(entry),
      noteInk: status === 'confirmed' ? paint.dim : paint.warning,
    },
    { text: roomNames(rooms, presentation), ink: NO_INK },
    { text: session.id, ink: paint.mark },
  ];
}
