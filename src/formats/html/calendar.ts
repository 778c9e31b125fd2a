import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { SURROGATES } from '../../text/characters.js';
import { write as writeCalendar } from '../ics/write.js';
import { html, type Markup } from './markup.js';
import { isLarge, type Page, titleIn } from './page.js';
import { patternsOf } from './patterns.js';

/**
 * What leads to the calendar file of the whole, in the list of all these. A large page has no files, which would be most of it: a
 * script makes them, and shows a button in place of the link.
 */
export function wholeReference(page: Page): Markup {
  const label = page.say.word(words => words.wholeCalendar);
  return isLarge(page)
    ? html`<button type=button id=whole: hidden>${label}</button>`
    : html`<a href=#calendar:>${label}</a>`;
}

/** What leads to the calendar file of a session. */
export function calendarReference({ session }: ScheduledSession, { say }: Page): Markup {
  return html`<a href=${`#calendar:${session.id}`}>${say.word(words => words.calendar)}</a>`;
}

/**
 * The calendar files, of the whole and of each session: the bytes of `idm export --ics`. They stand together, and not with their
 * sessions, since they are alike, and before these: compressed, a page is a fifth smaller so. A large page has what a script makes them of.
 */
export function calendars(page: Page): Markup {
  const { entries, say, request } = page;
  const { id } = request.presentation.agenda;
  const all = calendar(page, entries);
  if (isLarge(page)) return html`<template id=patterns:>${JSON.stringify(patternsOf(all, page))}</template>\n`;
  const whole = file(
    '',
    id,
    all,
    say.word(words => words.wholeCalendar),
  );
  const items = entries.map(entry =>
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
    .replace(SURROGATES, '\uFFFD')
    .replace(/[^\w.~:/?@!$'()*+,;=\u{A1}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFD}-]/gu, encodeURIComponent);
}
