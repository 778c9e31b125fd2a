import type { Person, Room } from '../../model/agenda.js';
import type { Name, Text } from '../../model/localized.js';
import { digitsIn } from '../../model/scripts.js';
import { clock, isClock, type Minutes } from '../../model/time.js';
import { capital, dateIn, languageNameIn } from '../../model/words.js';
import { titleOf } from '../../query/agenda-index.js';
import { commaBefore, functionOf } from '../../query/naming.js';
import { isTimed, type ScheduledSession, scheduledSessions } from '../../query/scheduled-sessions.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions } from '../selection.js';
import { once, type PageLanguage, type Said, type Speaker, speaker } from './languages.js';
import { html, type Markup } from './markup.js';

/** What all parts of a page are made of. */
export interface Page {
  readonly request: ExportRequest;
  /** In the order of `scheduledSessions`. */
  readonly entries: readonly ScheduledSession[];
  readonly present: ReadonlySet<ScheduledSession>;
  /** The days that have an entry, in order. */
  readonly days: readonly PageDay[];
  readonly say: Speaker;
  /** The tracks of all sessions, by their texts: a number from 1 each, in order of first use. */
  readonly tracks: ReadonlyMap<string, number>;
  /** The names that more than one person, or room, has. */
  readonly ambiguous: ReadonlySet<string>;
}

/** A day of a page. */
export interface PageDay {
  /** From 1. */
  readonly number: number;
  readonly date: string;
  readonly entries: readonly ScheduledSession[];
}

/** More sessions than this, and a page says once what it says several times of fewer: a script puts it where it is missing. */
const LARGE = 200;

/** True of a page with so many sessions that what it says of each must be said once, or it would be slow to come and to show. */
export function isLarge(page: Pick<Page, 'entries' | 'request'>): boolean {
  return page.entries.length > LARGE && !isForPaper(page);
}

/** True of a page for paper alone, which has neither script nor timetable nor calendar files. */
export function isForPaper({ request }: Pick<Page, 'request'>): boolean {
  return request.options.print !== undefined;
}

/** More names in the list of people than this, one for each language, and that list says of them only what no other says. */
const MANY_NAMES = 200;

/**
 * True of a page that says once what people do, with their sessions, and what these are called, and leaves the list of people to
 * lead there; a script puts both into it. What compresses a page looks back over 32 KB, so that in many languages it costs the
 * same again.
 */
export function saysOnce(page: Pick<Page, 'entries' | 'request' | 'say'>): boolean {
  const { people } = page.request.presentation.agenda;
  return isLarge(page) || (people.length * page.say.languages.length > MANY_NAMES && !isForPaper(page));
}

/** Divides what is exported into days. */
export function pageOf(request: ExportRequest): Page {
  const entries = exportedSessions(request);
  const days = new Map<number, PageDay & { readonly entries: ScheduledSession[] }>();
  for (const entry of entries) {
    const day = days.get(entry.day) ?? { number: entry.day, date: entry.date, entries: [] };
    day.entries.push(entry);
    days.set(entry.day, day);
  }
  const tracks = new Map<string, number>();
  for (const { session } of scheduledSessions(request.presentation.agenda)) {
    const key = trackKey(session);
    if (key !== undefined && !tracks.has(key)) tracks.set(key, tracks.size + 1);
  }
  const say = speaker(request.presentation);
  const { people, rooms } = request.presentation.agenda;
  const ambiguous = new Set([...twice(people.map(nameKey)), ...twice(rooms.map(nameKey))]);
  return { request, entries, present: new Set(entries), days: [...days.values()], say, tracks, ambiguous };
}

function twice(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter(key => seen.size === seen.add(key).size);
}

function nameKey({ name, honorific }: Pick<Person | Room, 'name'> & { readonly honorific?: Text }): string {
  return JSON.stringify([name, honorific]);
}

/**
 * A name that leads to what is said of a person or a room. A large page says the id there alone, and a script finds it by the
 * name, if only one has that.
 */
export function reference(of: 'person' | 'room', one: Person | Room, label: Markup, page: Page): Markup {
  return isLarge(page) && !page.ambiguous.has(nameKey(one))
    ? html`<b>${label}</b>`
    : html`<a href=${`#${of}:${one.id}`}>${label}</a>`;
}

/** What tells one track from another. */
function trackKey({ track }: ScheduledSession['session']): string | undefined {
  return track === undefined ? undefined : JSON.stringify(track);
}

/** The number of the track of a session, as in `tracks`. */
export function trackOf({ session }: ScheduledSession, { tracks }: Page): number | undefined {
  return tracks.get(trackKey(session) ?? '');
}

/** True for an entry that is part of no other on the page. */
export function isTop({ parent }: ScheduledSession, { present }: Page): boolean {
  return parent === undefined || !present.has(parent);
}

/** The date of a day in each language, followed by its titles. */
export function dayTitle({ date }: PageDay, { say, request }: Page): Markup {
  const { days } = request.presentation.agenda;
  const titles = days.filter(day => day.date === date && day.title !== undefined).map(({ title }) => title);
  const dates = say.each(language => dateOf(date, language));
  return html`<time datetime=${date}>${dates}</time>${titles.map(title => html` <span class=named>${say.text(title)}</span>`)}`;
}

/** A date in a language of the page, as at the beginning of a sentence. */
export function dateOf(date: string, language: PageLanguage): Said {
  const said = dateWithin(date, language);
  return { ...said, content: capital(String(said.content), language.presentation) };
}

/** A date in a language of the page, as within a sentence. */
export function dateWithin(date: string, language: PageLanguage): Said {
  const { tag, presentation } = language;
  // Where Intl does not know a language, the date is English.
  return once(language, date, () => ({ content: digitsIn(tag, dateIn(date, presentation)), tag: known(tag) }));
}

/** From a date to another, with what both have in common once: `Lundi 26 – mardi 27 mars 2018`. */
export function datesOf(first: string, last: string, language: PageLanguage): Said {
  if (first === last) return dateOf(first, language);
  const { tag, presentation } = language;
  const form = formatOf(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const range = form.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
  if (!range.includes('/')) return { content: digitsIn(tag, capital(range, presentation)), tag: known(tag) };
  // Where a language has no range of long dates, Intl makes short ones of them, as in Chinese.
  const both = [first, last].map(date => String(dateOf(date, language).content));
  return { content: both.join(' – '), tag: known(tag) };
}

/** A date among other words: `lun. 26 mars`. */
export function shortDate(date: string, language: PageLanguage): Said {
  const { tag } = language;
  return once(language, `short ${date}`, () => {
    const form = formatOf(tag, { weekday: 'short', day: 'numeric', month: 'short' });
    return { content: digitsIn(tag, form.format(new Date(`${date}T00:00:00Z`))), tag: known(tag) };
  });
}

/** How a language writes dates: day before month in English, years of our calendar everywhere. */
function formatOf(tag: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = known(tag);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...parts,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
}

/** Start and end as people read them. */
export function clocks({ time }: ScheduledSession, { say }: Pick<Page, 'say'>): Markup {
  if (!isClock(time)) return say.word(words => words[time]);
  const { start, end } = time;
  return say.number(`${clock(start)}–${end === undefined ? '' : clock(end, 'end')}`);
}

/** Start and end as machines read them: local time with the offset of the agenda's zone. */
export function times(entry: ScheduledSession, { request, say }: Page): Markup {
  if (!isTimed(entry)) {
    const word = entry.time;
    return say.each(({ words, labels, presentation }) => ({
      content: capital(words[word], presentation),
      tag: labels,
    }));
  }
  const { start, end } = request.presentation.instants(entry);
  const time = (iso: string, minutes: Minutes, as: 'start' | 'end') =>
    html`<time datetime=${machineTime(iso)}>${say.number(clock(minutes, as))}</time>`;
  const { time: shown } = entry;
  const to = end !== null && shown.end !== undefined ? time(end, shown.end, 'end') : html``;
  return html`${time(start, shown.start, 'start')}\u2013${to}`;
}

/** Local time with its offset, without the seconds, which are none. */
export function machineTime(iso: string): string {
  return iso.replace(/:00(?=[+-])/, '');
}

/** The title of a session in each language. */
export function titleIn({ session }: Pick<ScheduledSession, 'session'>, { say }: Page): Markup {
  return say.text(titleOf(session));
}

/** The status of a session where it is not confirmed. */
export function statusOf({ status }: ScheduledSession, { say }: Page): Markup {
  return status === 'confirmed' ? html`` : html` <em class="status">${say.word(words => words[status])}</em>`;
}

/** A person with honorific in each language: the name itself is in none. */
export function nameOf({ name, honorific }: Person, { say }: Page): Markup {
  const before = say.text(honorific);
  return html`${before}${before.source === '' ? '' : ' '}${spelled(name, say)}`;
}

function spelled(name: Name, say: Page['say']): Markup {
  return typeof name === 'string' ? say.name(name) : say.text(name);
}

/** Function and organisation of a person in each language, as they stand behind the name; nothing where there is none. */
export function functionIn(person: Person, { say }: Page): Markup {
  if (person.title === undefined && person.org === undefined) return html``;
  const commas = new Set(say.languages.map(({ presentation }) => commaBefore(person, presentation)));
  // A comma that all languages write alike is theirs together.
  const [common = ''] = commas.size === 1 ? commas : [];
  const functions = say.each(({ presentation }) => {
    const said = functionOf(person, presentation);
    return {
      content: said === '' || common !== '' ? said : commaBefore(person, presentation) + said,
      tag: presentation.tag(person.title ?? person.org) ?? 'und',
    };
  });
  return functions.source === '' ? functions : html`${common}${functions}`;
}

/** A country as a name, where the agenda has its code (ISO 3166-1); any other as it is written. */
export function countryIn(country: Name, { say }: Page): Markup {
  if (typeof country !== 'string') return say.text(country);
  if (!/^[A-Z]{2}$/.test(country)) return say.name(country);
  return say.each(language => once(language, country, () => regionName(country, language.tag)));
}

/** The name of a language in each language. */
export function languageIn(spoken: string, { say }: Page): Markup {
  return say.each(language => once(language, spoken, () => nameOfLanguage(spoken, language.tag)));
}

/** The name of a language in itself, as a label. */
export function ownName(tag: string): string {
  const locale = known(tag);
  const [first = '', ...rest] = languageNameIn(tag, locale);
  return first.toLocaleUpperCase(locale) + rest.join('');
}

function nameOfLanguage(spoken: string, tag: string): Said {
  const locale = known(tag);
  return { content: languageNameIn(spoken, locale), tag: locale };
}

/** The name of a country by its code, in a language; the code where Intl has no name, or refuses it. */
function regionName(code: string, tag: string): Said {
  const locale = known(tag);
  try {
    return { content: new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code, tag: locale };
  } catch {
    return { content: code, tag: locale };
  }
}

/** A language that Intl has names in; English where it has none in this one, or takes the tag for none. */
function known(tag: string): string {
  try {
    return tag !== 'und' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : 'en';
  } catch {
    return 'en';
  }
}
