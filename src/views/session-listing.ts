import { TYPE_WORDS } from '../model/type-words.js';
import { capital, labelLanguage } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { itemLine, joinTexts, roomNames, timeOf } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { type Canvas, LONG, PLAIN_STYLE } from './canvas.js';
import type { Column, Row } from './columns.js';
import { byDay, type DayRow, dayListing } from './days.js';
import { fieldLabels, remark } from './labels.js';
import { aligned } from './lines.js';
import { type Listed, NARROW, narrowList } from './narrow.js';
import { tables } from './table.js';

/** The listing of `idm list` on a terminal: tables, plain lines when there are many sessions, or a list below 60 columns. */
export function sessionList(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  if (canvas.width < NARROW) return narrowSessions(entries, presentation, canvas);
  return entries.length > LONG
    ? sessionLines(entries, presentation, canvas)
    : sessionTable(entries, presentation, canvas);
}

/** Under `09:00-10:00 Title`, the rooms and the id. */
function narrowSessions(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  const days = byDay(entries, presentation).map(({ heading, rows }) => {
    const items = rows.flatMap(({ entry, depth }): readonly Listed[] => {
      const { session, status, rooms } = entry;
      const title = presentation.text(titleOf(session));
      const text = joinTexts([`${timeOf(entry, presentation)} ${title}`, remark(entry, presentation)], ' · ');
      const style = status === 'cancelled' ? canvas.colors.dim : PLAIN_STYLE;
      const under = session.items.map(item => ({
        text: `• ${itemLine(item, presentation)}`,
        style: canvas.colors.dim,
        below: [],
        depth: depth + 1,
      }));
      return [{ text, style, below: [roomNames(rooms, presentation), session.id], depth }, ...under];
    });
    return [heading, narrowList(items, canvas)] as const;
  });
  return dayListing(days, presentation, canvas);
}

function columns(presentation: Presentation): readonly Column[] {
  const { time, room, id } = fieldLabels(presentation);
  const session = capital(TYPE_WORDS[labelLanguage(presentation)].session, presentation);
  return [{ head: time, least: 6 }, { head: session }, { head: room, least: 6 }, { head: id, least: 6 }];
}

/** A table a day, parts indented under their session; an empty text for no session. */
export function sessionTable(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  const days = byDay(entries, presentation);
  const groups = days.map(({ rows }) => rows.flatMap(row => rowsOf(row, presentation, canvas)));
  const drawn = tables(columns(presentation), groups, canvas);
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
      note: remark(entry, presentation),
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
  const note = remark(entry, presentation);
  const title = `${'  '.repeat(depth)}${presentation.text(titleOf(entry.session))}`;
  return [
    timeOf(entry, presentation),
    entry.session.id,
    roomNames(entry.rooms, presentation),
    note === '' ? title : `${title} · ${note}`,
  ];
}
