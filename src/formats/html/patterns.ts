import { presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { ownCast } from '../../query/walk.js';
import { type CalendarPatterns, escaped, stamp } from './browser/calendar.js';
import { person } from './cast.js';
import { plainText } from './markup.js';
import { isTop, nameOf, type Page, pageOf, titleIn } from './page.js';

/** Values longer than this stay in the pattern, which takes no longer to write so. */
const LONGEST = 500;

/**
 * Takes out of a calendar what the page says of each session, so that the page has it once: the script puts it back. What it
 * would read there otherwise than it stands here is left in the pattern, so the calendar comes out the same whatever that is.
 */
export function patternsOf(calendar: string, page: Page): CalendarPatterns {
  const whole = calendar.replace(/\r\n[ \t]/g, '');
  const [head = '', ...rest] = whole.split(/(?=^BEGIN:VEVENT\r\n)/m);
  const end = /^END:VCALENDAR\r\n/m.exec(whole)?.index ?? whole.length;
  const foot = whole.slice(end);
  const events = rest.map((event, i) => (i === rest.length - 1 ? event.slice(0, event.length - foot.length) : event));
  const values = valuesIn(page);
  const numbers = new Map<string, number>();
  const of = events.map((event, i) => {
    const pattern = patternOf(event, values[i] ?? []);
    const number = numbers.get(pattern) ?? numbers.size;
    numbers.set(pattern, number);
    return number;
  });
  const listed = new Map(inListOrder(page).map((entry, place) => [entry, place]));
  const places = page.entries.map((entry, i) => listed.get(entry) ?? i);
  const isInOrder = places.every((place, i) => place === i);
  return { head, foot, patterns: [...numbers.keys()], of, ...(isInOrder ? {} : { places }) };
}

/** The sessions as the list has them: parts within their session, and behind it where what is between them is left out. */
function inListOrder(page: Page): readonly ScheduledSession[] {
  const within = (entry: ScheduledSession): readonly ScheduledSession[] => [
    entry,
    ...entry.parts.filter(part => page.present.has(part)).flatMap(within),
  ];
  return page.entries.filter(entry => isTop(entry, page)).flatMap(within);
}

/** The page in the one language that calendars are in, whose markup has the texts that a script reads in the page of all. */
function inFirstLanguage({ request, say }: Page): Page {
  const { agenda, zones } = request.presentation;
  return pageOf({ ...request, presentation: presentation(agenda, { lang: say.first.tag, zones }) });
}

/** What the script reads of each session, in the order of entries. */
export function valuesIn(page: Page): readonly (readonly string[])[] {
  const shown = inFirstLanguage(page);
  return shown.entries.map(entry => valuesOf(entry, shown));
}

/** What the script reads of a session (`calendarValues`), in its order. */
function valuesOf(entry: ScheduledSession, page: Page): readonly string[] {
  const { session, path, parent, rooms } = entry;
  const { presentation: shown } = page.request;
  const { start, end } = shown.instants(entry);
  const own = ownCast(session, path);
  const people = own.flatMap(({ appearance }) => {
    const name = nameOf(shown.personOf(appearance), page);
    const whole = plainText(person(appearance, page));
    return [plainText(name), whole.slice(plainText(name).length)];
  });
  const at = (iso: string | null) => (iso === null ? '' : stamp(Date.parse(iso)));
  return [
    '\\',
    session.id,
    parent !== undefined && page.present.has(parent) ? parent.session.id : '',
    at(start),
    at(end),
    plainText(titleIn(entry, page)),
    ...rooms.map(id => plainText(page.say.text(shown.room(id).name))),
    plainText(page.say.text(session.track)),
    ...people,
  ];
}

function patternOf(event: string, values: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const [i, value] of values.entries())
    if (
      i > 0 &&
      value.length > 1 &&
      value.length <= LONGEST &&
      !/[\u0000-\u001F\u007F-\u009F]/.test(value) &&
      !numbers.has(escaped(value))
    )
      numbers.set(escaped(value), i);
  const alternatives = [...numbers.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  // A backslash before a digit, which an address may have, would be read as a number: it is a value itself.
  const found = new RegExp([...alternatives, '\\\\(?=\\d)'].join('|'), 'g');
  return event.replace(found, text => `\\${numbers.get(text) ?? 0}.`);
}
