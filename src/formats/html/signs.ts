import type { Room } from '../../model/agenda.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { castOnce } from '../../query/walk.js';
import { measure } from '../../text/wrap.js';
import { element, html, join, type Markup } from './markup.js';
import { clocks, dayTitle, nameOf, type Page, type PageDay, statusOf, titleIn } from './page.js';
import { qrCode } from './qr-library.js';

/** Doors: a page for each day of each room in which something takes place, to hang there. */
export function signs(page: Page): Markup {
  const { agenda } = page.request.presentation;
  const inRooms = page.days.map(day => ({ day, byRoom: byRoom(day) }));
  const ids = [
    ...new Set([...agenda.rooms.map(({ id }) => id), ...inRooms.flatMap(({ byRoom }) => [...byRoom.keys()])]),
  ];
  const pages = ids.flatMap(id =>
    inRooms.flatMap(({ day, byRoom }) => {
      const here = byRoom.get(id);
      return here === undefined ? [] : [sign(page.request.presentation.room(id), day, here, page)];
    }),
  );
  return html`<h1 class=unseen>${page.say.text(agenda.title)}</h1>
<main>
${pages}</main>
`;
}

/** The sessions of a day by room, in order: a part stands with its session where both are in the room. */
function byRoom({ entries }: PageDay): ReadonlyMap<string, readonly ScheduledSession[]> {
  const found = new Map<string, ScheduledSession[]>();
  for (const entry of entries)
    for (const id of new Set(entry.rooms)) {
      const here = found.get(id);
      if (here === undefined) found.set(id, [entry]);
      else here.push(entry);
    }
  return found;
}

function sign({ id, name, floor }: Room, day: PageDay, here: readonly ScheduledSession[], page: Page): Markup {
  const { say, request } = page;
  const { agenda } = request.presentation;
  const key = `${id}:${day.number}`;
  const present = new Set(here);
  const items = here.map(entry => item(entry, entry.parent !== undefined && present.has(entry.parent), page));
  const code = agenda.url === undefined || !/^http/i.test(agenda.url) ? html`` : qrCode(agenda.url);
  const where = join([say.text(floor), dayTitle(day, page)], html` · `);
  return element(
    'section',
    { class: `sign pt${sizeOf(here, page)}`, 'aria-labelledby': key },
    html`<h2 id=${key}>${say.text(name)}</h2>
<p class=hung>${where}</p>
<ul>
${items}</ul>
<p class=foot>${code}<span>${say.text(agenda.title)}<br>${say.text(agenda.venue)}</span></p>
`,
  );
}

/** Points that the letters of a sign may have: classes `pt24` and so on of the style sheet. */
const SIZES = [24, 20, 16, 13, 11, 9, 7];
/** Of a page A4, in points: what is left for the list between margins, heading and foot, and across. */
const ROOM = { high: 530, wide: 500 };

/** The largest letters with which the sessions fit on a page, by what a letter takes on average. */
function sizeOf(here: readonly ScheduledSession[], page: Page): number {
  const { text, personOf } = page.say.first.presentation;
  const texts = here.map(({ session, path }) => ({
    title: measure(text(session.title)),
    items: session.items.map(({ title }) => measure(text(title))),
    names: castOnce(session, path).reduce(
      (sum, { appearance }) => sum + measure(text(personOf(appearance).name)) + 6,
      0,
    ),
  }));
  const high = (size: number) => {
    // A column of 8em has the times. A bold letter takes 0.6em, a small one 0.42em.
    const across = ROOM.wide / size - 8;
    const lines = (letters: number, width: number) => Math.ceil((letters * width) / across);
    const small = (letters: readonly number[]) => letters.reduce((sum, one) => sum + lines(one, 0.42), 0);
    return texts.reduce(
      (sum, { title, items, names }) => sum + (1 + 1.3 * lines(title, 0.6) + small([names, ...items])) * size,
      0,
    );
  };
  return SIZES.find(size => high(size) <= ROOM.high) ?? 7;
}

function item(entry: ScheduledSession, isPart: boolean, page: Page): Markup {
  const { session, path } = entry;
  const names = castOnce(session, path).map(({ appearance }) =>
    nameOf(page.request.presentation.personOf(appearance), page),
  );
  const items = session.items.map(({ title }) => html`<small>${page.say.text(title)}</small>`);
  const who =
    names.length === 0
      ? html``
      : html`<small>${join(
          names,
          page.say.between(({ list }) => list),
        )}</small>`;
  const marks = [
    isPart ? 'part' : '',
    session.type === 'break' ? 'break' : '',
    entry.status === 'cancelled' ? 'cancelled' : '',
  ];
  return html`${element('li', { class: marks.filter(Boolean).join(' ') || undefined }, html`<span class=hour>${clocks(entry, page)}</span><span><strong>${titleIn(entry, page)}</strong>${statusOf(entry, page)}${who}${items}</span>`)}
`;
}
