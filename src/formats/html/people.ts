import type { Room } from '../../model/agenda.js';
import { type PersonAppearance, sortedPeople } from '../../query/people.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { type IncludedPerson, includedPeople, includedRooms } from '../selection.js';
import { isSaidThere } from './cast.js';
import { html, join, labelledLink, link, type Markup } from './markup.js';
import { clocks, countryIn, functionIn, isLarge, nameOf, type Page, saysOnce, shortDate, titleIn } from './page.js';

/** Everyone with function and appearances, in the order of the agenda. */
export function people(page: Page): Markup {
  const all = sortedPeople(includedPeople(page.request), ({ person }) => person, page.request.presentation);
  const items = all.map(one => person(one, page));
  return html`<section id=view:people: class=view-people aria-labelledby=people:><h2 id=people:>${page.say.word(words => words.people)}</h2>
<ul class=people>
${items}</ul></section>
`;
}

function person({ person: who, here }: IncludedPerson, page: Page): Markup {
  const { say } = page;
  const country = who.country === undefined ? html`` : countryIn(who.country, page);
  const isThere = saysOnce(page) && isSaidThere(here.map(({ appearance }) => appearance));
  const role = isThere ? html`` : functionIn(who, page);
  const facts = [
    html`<strong>${nameOf(who, page)}</strong>${role}`,
    country,
    who.url === undefined ? html`` : link(who.url),
  ];
  return html`<li id=${`person:${who.id}`}>${join(facts, html` · `)}${say.paragraphs(who.bio)}${appearancesOf(here, page)}</li>
`;
}

function appearancesOf(here: readonly PersonAppearance[], page: Page): Markup {
  if (here.length === 0) return html``;
  const items = here.map(({ entry, appearance, as }) => {
    const role =
      appearance.role !== undefined
        ? page.say.text(appearance.role)
        : as === 'moderator'
          ? page.say.word(words => words.moderator)
          : html``;
    return html`<li>${mention(entry, page)}${role.source === '' ? '' : html` <em>${role}</em>`}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

/** Every room with what is known of it, and what takes place there. */
export function rooms(page: Page): Markup {
  const all = includedRooms(page.request);
  if (all.length === 0) return html``;
  const inRoom = new Map<string, ScheduledSession[]>();
  for (const entry of page.entries)
    for (const id of new Set(entry.rooms)) {
      const here = inRoom.get(id);
      if (here === undefined) inRoom.set(id, [entry]);
      else here.push(entry);
    }
  const items = all.map(one => room(one, inRoom.get(one.id) ?? [], page));
  return html`<section id=view:rooms: class=view-rooms aria-labelledby=rooms:><h2 id=rooms:>${page.say.word(words => words.rooms)}</h2>
<ul class=people>
${items}</ul></section>
`;
}

function room({ id, name, floor, capacity, shared, url }: Room, here: readonly ScheduledSession[], page: Page): Markup {
  const { say } = page;
  const facts = [
    say.text(floor),
    capacity === undefined
      ? html``
      : html`${say.word(({ seats, colon }) => seats + colon)}${say.number(String(capacity))}`,
    shared ? say.word(words => words.shared) : html``,
    url === undefined
      ? html``
      : labelledLink(
          url,
          say.word(words => words.join),
        ),
  ];
  // Of a large page, the columns of the timetable have it.
  const items = isLarge(page) ? [] : here.map(entry => html`<li>${mention(entry, page)}</li>`);
  return html`<li id=${`room:${id}`}><strong>${say.text(name)}</strong> ${join(facts, html` · `)}${items.length === 0 ? '' : html`<ul>${items}</ul>`}</li>
`;
}

/** Day, time and title of a session, which lead to it. Where a page says titles once, a script adds it. */
function mention(entry: ScheduledSession, page: Page): Markup {
  const day = page.days.length === 1 ? html`` : html`${page.say.each(language => shortDate(entry.date, language))} `;
  const when = html`${day}${clocks(entry, page)}`;
  const href = `#${entry.session.id}`;
  return saysOnce(page)
    ? html`<a href=${href}>${when}</a>`
    : html`<small>${when}</small> <a href=${href}>${titleIn(entry, page)}</a>`;
}
