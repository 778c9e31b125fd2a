import { titleOf } from '../query/agenda-index.js';
import { itemLine, remark, roomNames, timeOf } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { type Canvas, LONG, PLAIN_STYLE } from './canvas.js';
import type { Row } from './columns.js';
import { byDay, type DayRow, dayListing } from './days.js';
import { aligned } from './lines.js';
import { tables } from './table.js';

/** The listing of `idm list` on a terminal: tables, or plain lines when there are many sessions. */
export function sessionList(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  return entries.length > LONG
    ? sessionLines(entries, presentation, canvas)
    : sessionTable(entries, presentation, canvas);
}

const COLUMNS = [{ head: 'Time', least: 6 }, { head: 'Session' }, { head: 'Room', least: 6 }, { head: 'Id', least: 6 }];

/** A table a day, parts indented under their session; an empty text for no session. */
export function sessionTable(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  const days = byDay(entries, presentation);
  const groups = days.map(({ rows }) => rows.flatMap(row => rowsOf(row, presentation, canvas)));
  const drawn = tables(COLUMNS, groups, canvas);
  return dayListing(
    days.map((day, i) => [day.heading, [drawn[i] ?? '']]),
    presentation,
    canvas,
  );
}

/** The rows of a session in a table: the session, and its items under its title. */
function rowsOf(row: DayRow, presentation: Presentation, canvas: Canvas): readonly Row[] {
  const items = row.entry.session.items.map(item => [
    { text: '', style: PLAIN_STYLE },
    { text: `• ${itemLine(item, presentation)}`, style: canvas.colors.dim, indent: 2 * row.depth + 2 },
    { text: '', style: PLAIN_STYLE },
    { text: '', style: PLAIN_STYLE },
  ]);
  return [cells(row, presentation, canvas), ...items];
}

function cells({ entry, depth }: DayRow, presentation: Presentation, { colors }: Canvas): Row {
  const { session, rooms, status } = entry;
  return [
    { text: timeOf(entry, presentation), style: colors.mark },
    {
      text: presentation.text(titleOf(session)),
      style: status === 'cancelled' ? colors.dim : PLAIN_STYLE,
      indent: 2 * depth,
      note: remark(entry),
      noteStyle: status === 'confirmed' ? colors.dim : colors.warning,
    },
    { text: roomNames(rooms, presentation), style: PLAIN_STYLE },
    { text: session.id, style: colors.mark },
  ];
}

/** A line a session, however long: for listings of thousands. An empty text for no session. */
export function sessionLines(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  const { mark } = canvas.colors;
  const days = byDay(entries, presentation);
  const drawn = aligned(
    days.map(({ rows }) => rows.map(row => fields(row, presentation))),
    [mark, mark, PLAIN_STYLE, PLAIN_STYLE],
  );
  return dayListing(
    days.map((day, i) => [day.heading, drawn[i] ?? []]),
    presentation,
    canvas,
  );
}

function fields({ entry, depth }: DayRow, presentation: Presentation): string[] {
  const note = remark(entry);
  const title = `${'  '.repeat(depth)}${presentation.text(titleOf(entry.session))}`;
  return [
    timeOf(entry, presentation),
    entry.session.id,
    roomNames(entry.rooms, presentation),
    note === '' ? title : `${title} · ${note}`,
  ];
}
