import { capital } from '../../model/words.js';
import { joiningLinks } from '../../query/naming.js';
import { interpretation, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { calendarReference } from './calendar.js';
import { items, people } from './cast.js';
import { element, html, join, labelledLink, link, type Markup } from './markup.js';
import {
  dayTitle,
  isForPaper,
  isLarge,
  isTop,
  languageIn,
  type Page,
  reference,
  statusOf,
  times,
  titleIn,
  trackOf,
} from './page.js';

/** The document itself: a heading a day, under it each session with all that is known of it, its parts inside it. */
export function list(page: Page): Markup {
  const days = page.days.map(day => {
    const id = `day:${day.number}`;
    const tops = day.entries.filter(entry => isTop(entry, page));
    return html`<section class=date aria-labelledby=${id}><h2 id=${id}><a href=${`#${id}`}>${dayTitle(day, page)}</a></h2>
<div class=hours>${tops.map(entry => session(entry, page, 3))}</div></section>
`;
  });
  return html`<div id=view:list: class=view-list>${days}</div>`;
}

function session(entry: ScheduledSession, page: Page, level: number): Markup {
  const { session: own, parts, status, day } = entry;
  const { say } = page;
  const { id } = own;
  const link = isLarge(page)
    ? html`<span>${titleIn(entry, page)}</span>`
    : html`<a href=${`#${id}`}>${titleIn(entry, page)}</a>`;
  const title = html`${link}${statusOf(entry, page)}`;
  const track = isLarge(page) ? undefined : trackOf(entry, page);
  const inner = parts.filter(part => page.present.has(part));
  // A script adds it to a large page, where it would be an eighth of all.
  const names = isLarge(page) ? undefined : `day:${day} ${id}:w ${id}:t`;
  const when = names === undefined ? html`<p class=when>` : html`<p class=when id=${`${id}:w`}>`;
  const content = html`${when}${times(entry, page)}${rooms(entry, page)}</p>
<div class=what>${heading(level, names === undefined ? undefined : `${id}:t`, title)}
${own.subtitle === undefined ? '' : html`<p class=sub>${say.text(own.subtitle)}</p>`}${facts(entry, page)}${people(entry, page)}${items(entry, page)}${say.paragraphs(own.description)}${links(entry, page)}${inner.map(part => session(part, page, level + 1))}</div>`;
  const marks = [own.type, ...(track === undefined ? [] : [`track track${((track - 1) % 6) + 1}`]), status];
  return html`${element(
    'article',
    {
      id,
      class: marks.filter(mark => mark !== 'session' && mark !== 'confirmed').join(' ') || undefined,
      'data-spoken': [...own.languages, ...interpreted(entry, page)].join(' ') || undefined,
      'aria-labelledby': names,
    },
    content,
  )}
`;
}

/** There are six levels of headings. */
function heading(level: number, id: string | undefined, content: Markup): Markup {
  const name = level === 3 ? 'h3' : level === 4 ? 'h4' : level === 5 ? 'h5' : 'h6';
  return element(name, { id }, content);
}

function rooms({ rooms: ids }: ScheduledSession, page: Page): Markup {
  const links = ids.map(id => {
    const room = page.request.presentation.room(id);
    return reference('room', room, page.say.text(room.name), page);
  });
  return links.length === 0 ? html`` : html` <span class=rooms>${join(links, html`<br>`)}</span>`;
}

function interpreted(entry: ScheduledSession, { request }: Page): readonly string[] {
  return interpretation(entry, request.presentation);
}

/** In one line: what kind of session it is, its track, the languages spoken and interpreted, who holds it, its tags. */
function facts(entry: ScheduledSession, page: Page): Markup {
  const { type, track, languages, organizer, tags } = entry.session;
  const { say } = page;
  const between = say.between(({ list }) => list);
  const spoken = (label: Markup, tags: readonly string[]) => {
    const names = tags.map(tag => html`<span>${languageIn(tag, page)}</span>`);
    return names.length === 0 ? html`` : html`<span class=spoken>${label}${join(names, between)}</span>`;
  };
  const known = [
    type === 'session'
      ? html``
      : html`<span class=kind>${say.word(({ types }, shown) => capital(types[type], shown))}</span>`,
    track === undefined ? html`` : html`<span class=thread>${say.text(track)}</span>`,
    spoken(html``, languages),
    spoken(
      say.word(words => words.interpretation + words.colon),
      interpreted(entry, page),
    ),
    organizer === undefined
      ? html``
      : html`<span>${say.word(words => words.organizer + words.colon)}${say.text(organizer)}</span>`,
    ...tags.map(tag => html`<span class=tag>${say.name(tag)}</span>`),
  ];
  const line = join(known, html` `);
  return line.source === '' ? line : html`<p class=facts>${line}</p>`;
}

/** The links to join by video of the rooms that have one. */
function joining({ rooms }: ScheduledSession, { say, request }: Page): readonly Markup[] {
  const urls = joiningLinks(rooms, request.presentation);
  const label = say.word(words => words.join);
  return urls.map(url => labelledLink(url, label));
}

function links(entry: ScheduledSession, page: Page): Markup {
  const { url, type, links } = entry.session;
  const { say } = page;
  const isPause = type === 'break' || type === 'registration';
  const all = [
    ...joining(entry, page),
    url === undefined ? html`` : link(url),
    ...links.map(({ title, url }) => labelledLink(url, say.text(title))),
    isPause || isLarge(page) || isForPaper(page) ? html`` : calendarReference(entry, page),
  ];
  const line = join(all, html` `);
  return line.source === '' ? line : html`<p class=links>${line}</p>`;
}
