import { clock } from '../../model/time.js';
import { instant, isoInstant } from '../../model/zone.js';
import { type Cell, type Grid, gridOf } from '../../query/grid.js';
import { isTimed, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { element, html, join, type Markup } from './markup.js';
import {
  clocks,
  dayTitle,
  isLarge,
  isTop,
  machineTime,
  type Page,
  type PageDay,
  statusOf,
  titleIn,
  trackOf,
} from './page.js';

/** Rooms side by side that can be read on a screen and on paper. */
const ROOMS = 8;

/** The second view: a table a day, or several where there are many rooms; below, the rooms. */
export function timetable(page: Page): Markup {
  return html`<section id=view:timetable: class=view-timetable aria-labelledby=timetable:><h2 id=timetable:>${page.say.word(words => words.timetable)}</h2>
${page.days.map(day => dayTables(day, page))}</section>
`;
}

function dayTables(day: PageDay, page: Page): Markup {
  const tops = day.entries.filter(entry => isTop(entry, page));
  const used = new Set(tops.flatMap(({ rooms }) => rooms));
  const known = page.request.presentation.agenda.rooms.map(({ id }) => id);
  const rooms = [...known.filter(id => used.has(id)), ...[...used].filter(id => !known.includes(id))];
  const count = Math.max(1, Math.ceil(rooms.length / ROOMS));
  const size = Math.ceil(rooms.length / count);
  const tables = Array.from({ length: count }, (_, i) => {
    const some = rooms.slice(i * size, (i + 1) * size);
    const here = tops.filter(
      ({ rooms: its, session: { type } }) => its.some(id => some.includes(id)) || its.length === 0 || type === 'break',
    );
    return table(day, gridOf(here.filter(isTimed), some, i === 0), untimed(here, some, i === 0), page);
  });
  return html`${tables}`;
}

/** The sessions without a clock that a table has: of its rooms, and the first one of none. */
function untimed(
  here: readonly ScheduledSession[],
  rooms: readonly string[],
  isFirst: boolean,
): readonly ScheduledSession[] {
  return here.filter(
    entry => !isTimed(entry) && (entry.rooms.some(id => rooms.includes(id)) || (isFirst && entry.rooms.length === 0)),
  );
}

function table(day: PageDay, { rows, columns, cells }: Grid, others: readonly ScheduledSession[], page: Page): Markup {
  const { say, request } = page;
  const heads = columns.map(({ room, lanes }) => {
    const name =
      room === undefined ? say.word(words => words.elsewhere) : say.text(request.presentation.room(room).name);
    const content = room === undefined ? name : html`<a href=${`#room:${room}`}>${name}</a>`;
    return element('th', { scope: 'col', colspan: lanes > 1 ? String(lanes) : undefined }, content);
  });
  const byRow = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.top);
    if (row === undefined) byRow.set(cell.top, [cell]);
    else row.push(cell);
  }
  const lines = rows.slice(0, -1).map(
    (
      minutes,
      row,
    ) => html`<tr><th scope=row><time datetime=${timeAt(day, minutes, page)}>${say.number(clock(minutes))}</time></th>${(byRow.get(row) ?? []).map(cell => cellOf(cell, page))}</tr>
`,
  );
  return html`<div class=scroll tabindex=0 role=region aria-labelledby=${`day:${day.number}`}><table><caption><span class=paper>${say.text(request.presentation.agenda.title)}</span>${dayTitle(day, page)}</caption>
<thead><tr><th scope=col><span class=unseen>${say.word(words => words.time)}</span></th>${heads}</tr></thead>
<tbody>
${lines}${wordRows(
  others,
  columns.reduce((sum, { lanes }) => sum + lanes, 0),
  page,
)}</tbody></table></div>
`;
}

/** Below what has a clock, a row for each word that stands for one. */
function wordRows(others: readonly ScheduledSession[], lanes: number, page: Page): readonly Markup[] {
  const words = [...new Set(others.map(({ time }) => time))];
  return words.map(word => {
    const here = others.filter(({ time }) => time === word);
    const items = here.map(entry => html`<li>${block(entry, page)} <small>${roomNames(entry, page)}</small></li>`);
    const attributes = { class: 'on untimed', colspan: lanes > 1 ? String(lanes) : undefined };
    const cell = element('td', attributes, html`<ul>${items}</ul>`);
    return html`<tr><th scope=row>${here.slice(0, 1).map(entry => clocks(entry, page))}</th>${cell}</tr>
`;
  });
}

function roomNames({ rooms }: ScheduledSession, { say, request }: Page): Markup {
  return join(
    rooms.map(id => say.text(request.presentation.room(id).name)),
    say.between(({ list }) => list),
  );
}

/** A time of a day as machines read it. */
function timeAt({ date }: PageDay, minutes: number, { request }: Page): string {
  const { zones, agenda } = request.presentation;
  const zone = zones.get(agenda.timezone);
  return machineTime(isoInstant(instant(date, minutes, zone).ms, zone));
}

function cellOf({ entry, top, bottom, from, to }: Cell, page: Page): Markup {
  const span = (count: number) => (count > 1 ? String(count) : undefined);
  const attributes = { colspan: span(to - from), rowspan: span(bottom - top) };
  if (entry === undefined) return element('td', attributes, '');
  const { session, status } = entry;
  const track = isLarge(page) ? undefined : trackOf(entry, page);
  const marks = ['on', session.type, track === undefined ? '' : `track track${((track - 1) % 6) + 1}`, status];
  const shown = marks.filter(mark => mark !== '' && mark !== 'session' && mark !== 'confirmed');
  return element('td', { class: shown.join(' '), ...attributes }, block(entry, page));
}

/**
 * What a cell says: the title, its time and track, and the parts that it has. In a large page the list alone has time and track;
 * a script adds the time.
 */
function block(entry: ScheduledSession, page: Page): Markup {
  const { session, parts } = entry;
  const inner = parts.filter(part => page.present.has(part));
  const track =
    session.track === undefined || isLarge(page)
      ? html``
      : html`<small class=thread>${page.say.text(session.track)}</small>`;
  const time = isLarge(page) ? html`` : html` <small>${clocks(entry, page)}</small>`;
  const items = inner.map(part => html`<li>${block(part, page)}</li>`);
  return html`<a href=${`#${session.id}`}>${titleIn(entry, page)}</a>${statusOf(entry, page)}${time}${track}${items.length === 0 ? '' : html`<ul>${join(items)}</ul>`}`;
}
