import { formatInterval } from '../model/time.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { remark, roomNames } from '../query/naming.js';
import type { Row } from './columns.js';
import { byDay, type DayRow, sheet } from './days.js';
import { NO_INK, type Page } from './page.js';
import { tables } from './table.js';

const COLUMNS = [{ head: 'Time', least: 6 }, { head: 'Session' }, { head: 'Room', least: 6 }, { head: 'Id', least: 6 }];

/** Sessions for the eye: a table a day, parts indented under their session. Nothing for no session. */
export function sessionTable(entries: readonly Entry[], lens: Lens, page: Page): string {
  const days = byDay(entries, lens);
  const groups = days.map(({ rows }) => rows.map(row => cells(row, lens, page)));
  const drawn = tables(COLUMNS, groups, page);
  return sheet(
    days.map((day, i) => [day.heading, [drawn[i] ?? '']]),
    lens,
    page,
  );
}

function cells({ entry, depth }: DayRow, lens: Lens, { paint }: Page): Row {
  const { session, rooms, status } = entry;
  return [
    { text: formatInterval(lens.clocks(entry)), ink: paint.mark },
    {
      text: lens.text(titleOf(session)),
      ink: status === 'cancelled' ? paint.dim : NO_INK,
      indent: 2 * depth,
      note: remark(entry),
      noteInk: status === 'confirmed' ? paint.dim : paint.warning,
    },
    { text: roomNames(rooms, lens), ink: NO_INK },
    { text: session.id, ink: paint.mark },
  ];
}
