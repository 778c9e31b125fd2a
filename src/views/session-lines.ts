import { formatInterval } from '../model/time.js';
import { titleOf } from '../query/agenda-index.js';
import { remark, roomNames } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { byDay, type DayRow, sheet } from './days.js';
import { aligned } from './lines.js';
import { NO_INK, type Page } from './page.js';

/** Sessions for the eye, a line each, however long: for listings of thousands. Nothing for no session. */
export function sessionLines(entries: readonly ScheduledSession[], presentation: Presentation, page: Page): string {
  const { mark } = page.paint;
  const days = byDay(entries, presentation);
  const drawn = aligned(
    days.map(({ rows }) => rows.map(row => fields(row, presentation))),
    [mark, mark, NO_INK, NO_INK],
  );
  return sheet(
    days.map((day, i) => [day.heading, drawn[i] ?? []]),
    presentation,
    page,
  );
}

function fields({ entry, depth }: DayRow, presentation: Presentation): string[] {
  const note = remark(entry);
  const title = `${'  '.repeat(depth)}${presentation.text(titleOf(entry.session))}`;
  return [
    formatInterval(presentation.clocks(entry)),
    entry.session.id,
    roomNames(entry.rooms, presentation),
    note === '' ? title : `${title} · ${note}`,
  ];
}
