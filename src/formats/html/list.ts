import type { Appearance } from '../../model/agenda.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast, type RoleKind } from '../../query/walk.js';
import { calendarReference } from './calendar.js';
import { element, html, join, link, type Markup } from './markup.js';
import {
  dayTitle,
  functionIn,
  isTop,
  languageIn,
  nameOf,
  type Page,
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
  const title = html`<a href=${`#${id}`}>${titleIn(entry, page)}</a>${statusOf(entry, page)}`;
  const track = trackOf(entry, page);
  const inner = parts.filter(part => page.present.has(part));
  const content = html`<p class=when id=${`${id}:w`}>${times(entry, page)}${rooms(entry, page)}</p>
<div class=what>${heading(level, `${id}:t`, title)}
${own.subtitle === undefined ? '' : html`<p class=sub>${say.text(own.subtitle)}</p>`}${facts(entry, page)}${people(entry, page)}${say.paragraphs(own.description)}${links(entry, page)}${inner.map(part => session(part, page, level + 1))}</div>`;
  const marks = [own.type, ...(track === undefined ? [] : [`track track${((track - 1) % 6) + 1}`]), status];
  return html`${element(
    'article',
    {
      id,
      class: marks.filter(mark => mark !== 'session' && mark !== 'confirmed').join(' ') || undefined,
      'data-track': track === undefined ? undefined : String(track),
      'data-spoken': own.languages.join(' ') || undefined,
      'aria-labelledby': `day:${day} ${id}:w ${id}:t`,
    },
    content,
  )}
`;
}

/** There are six levels of headings. */
function heading(level: number, id: string, content: Markup): Markup {
  if (level === 3) return html`<h3 id=${id}>${content}</h3>`;
  if (level === 4) return html`<h4 id=${id}>${content}</h4>`;
  if (level === 5) return html`<h5 id=${id}>${content}</h5>`;
  return html`<h6 id=${id}>${content}</h6>`;
}

function rooms({ rooms: ids }: ScheduledSession, page: Page): Markup {
  const links = ids.map(
    id => html`<a href=${`#room:${id}`}>${page.say.text(page.request.presentation.room(id).name)}</a>`,
  );
  return links.length === 0 ? html`` : html` <span class=rooms>${join(links, html`<br>`)}</span>`;
}

/** In one line: what kind of session it is, its track, the languages spoken, its tags. */
function facts(entry: ScheduledSession, page: Page): Markup {
  const { type, track, languages, tags } = entry.session;
  const { say } = page;
  const known = [
    type === 'session' ? html`` : html`<span class=kind>${say.word(({ types }) => types[type])}</span>`,
    track === undefined ? html`` : html`<span class=thread>${say.text(track)}</span>`,
    languages.length === 0
      ? html``
      : html`<span class=spoken>${join(
          languages.map(tag => html`<span>${languageIn(tag, page)}</span>`),
          html`, `,
        )}</span>`,
    ...tags.map(tag => html`<span class=tag>${say.name(tag)}</span>`),
  ];
  const line = join(known, html` `);
  return line.source === '' ? line : html`<p class=facts>${line}</p>`;
}

/** A list of people under the name of each role. */
function people({ session, path }: ScheduledSession, page: Page): Markup {
  const { say } = page;
  const groups: { readonly label: Markup; readonly as: RoleKind; readonly people: Appearance[] }[] = [];
  for (const { appearance, as, item } of cast(session, path)) {
    if (item !== undefined) continue;
    const isOne = (as === 'moderator' ? session.moderators : session.speakers).filter(({ role }) => !role).length === 1;
    const label =
      appearance.role === undefined
        ? say.word(words => words[isOne ? as : (`${as}s` as const)])
        : say.text(appearance.role);
    const last = groups.at(-1);
    if (last?.as === as && last.label.source === label.source) last.people.push(appearance);
    else groups.push({ label, as, people: [appearance] });
  }
  if (groups.length === 0) return html``;
  const items = groups.map(
    ({ label, people }) => html`<div><dt>${label}</dt>${people.map(one => html`<dd>${person(one, page)}</dd>`)}</div>`,
  );
  return html`<dl class=cast>${items}</dl>`;
}

function person(appearance: Appearance, page: Page): Markup {
  const whole = page.request.presentation.personOf(appearance);
  const role = functionIn(whole, page);
  const note = appearance.note === undefined ? html`` : html` (<em>${page.say.text(appearance.note)}</em>)`;
  return html`<a href=${`#person:${appearance.person}`}>${nameOf(whole, page)}</a>${role.source === '' ? '' : html`, ${role}`}${note}`;
}

function links(entry: ScheduledSession, page: Page): Markup {
  const { url, type } = entry.session;
  const isPause = type === 'break' || type === 'registration';
  const all = [url === undefined ? html`` : link(url), isPause ? html`` : calendarReference(entry, page)];
  const line = join(all, html` `);
  return line.source === '' ? line : html`<p class=links>${line}</p>`;
}
