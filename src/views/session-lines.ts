import { formatInterval } from '../model/time.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { remark, roomNames } from '../query/naming.js';
import { byDay, type DayRow, sheet } from './days.js';
import { aligned } from './lines.js';
import { NO_INK, type Page } from './page.js';

/** Sessions for the eye, a line each, however long: for listings of thousands. Nothing for no session. */
export function sessionLines(entries: readonly Entry[], lens: Lens, page: Page): string {
  const { mark } = page.paint;
  const days = byDay(entries, lens);
  const drawn = aligned(
    days.map(({ rows }) => rows.map(row => fields(row, lens))),
    [mark, mark, NO_INK, NO_INK],
  );
  return sheet(
    days.map((day, i) => [day.heading, drawn[i] ?? []]),
    lens,
    page,
  );
}

function fields({ entry, depth }: DayRow, lens: Lens): string[] {
  const note = remark(entry);
  const title = `${'  '.repeat(depth)}${lens.text(titleOf(entry.session))}`;
  return [
    formatInterval(lens.clocks(entry)),
    entry.session.id,
    roomNames(entry.rooms, lens),
    note === '' ? title : `${title} · ${note}`,
  ];
}
