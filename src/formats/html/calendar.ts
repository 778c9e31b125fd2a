import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { write as writeCalendar } from '../ics/write.js';
import { html, type Markup } from './markup.js';
import { type Page, titleIn } from './page.js';

/** More sessions than this have no file each, which would be most of the page: a script cuts them from that of the whole. */
const LINKED = 200;

/** True where each session has a link to its calendar file. */
export function isLinked({ entries }: Page): boolean {
  return entries.length <= LINKED;
}

/** What leads to the calendar file of a session, or of the whole, in the list of all these. */
export function calendarReference(entry: ScheduledSession | undefined, page: Page): Markup {
  const { say } = page;
  if (entry === undefined) return html`<a href=#calendar:>${say.word(words => words.wholeCalendar)}</a>`;
  if (!isLinked(page)) return html``;
  return html`<a href=${`#calendar:${entry.session.id}`}>${say.word(words => words.calendar)}</a>`;
}

/**
 * The calendar files, of the whole and of each session: the bytes of `idm export --ics`. They stand together, and not with their
 * sessions, since they are alike: compressed, a page is a fifth smaller so.
 */
export function calendars(page: Page): Markup {
  const { entries, say, request } = page;
  const { id } = request.presentation.agenda;
  const whole = file(
    '',
    id,
    calendar(page, entries),
    say.word(words => words.wholeCalendar),
  );
  const items = (isLinked(page) ? entries : []).map(entry =>
    file(entry.session.id, entry.session.id, calendar(page, [entry]), titleIn(entry, page)),
  );
  return html`<section id=view:calendars: class=view-calendars aria-labelledby=calendars:><h2 id=calendars:>${say.word(words => words.calendars)}</h2>
<ul>
${whole}${items}</ul></section>
`;
}

function calendar({ request }: Page, selection: readonly ScheduledSession[]): string {
  return writeCalendar({ ...request, selection });
}

function file(id: string, name: string, calendar: string, label: Markup): Markup {
  return html`<li><a id=${`calendar:${id}`} download=${`${name}.ics`} href="data:text/calendar;charset=utf-8,${dataOf(calendar)}">${label}</a></li>
`;
}

/**
 * A text as the data of a `data:` URL (RFC 2397): what a URL is not written with is percent-encoded. Characters beyond ASCII are
 * code points of a URL (WHATWG URL §4.3), which become UTF-8 when it is parsed.
 */
function dataOf(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\w.~:/?@!$'()*+,;=\u{A1}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFD}-]/gu, encodeURIComponent);
}
