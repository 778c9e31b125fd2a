import type { Person } from '../model/agenda.js';
import { dateOf, dayNumber, type IsoDate, longDate } from '../model/date.js';
import type { Clash, Severity } from '../model/diagnostic.js';
import { clock, type Interval, spokenSides } from '../model/time.js';
import { minutesIn } from '../model/zone.js';
import { titleOf } from '../query/agenda-index.js';
import { castLine, isAsWritten, itemLine, joinTexts, roleOf, weekdayAfter } from '../query/naming.js';
import type { PersonAppearance } from '../query/people.js';
import type { Presentation } from '../query/presentation.js';
import { interpretation, isTimed, type ScheduledSession, scheduledSessions } from '../query/scheduled-sessions.js';
import { escapeControlsOnLine } from '../text/escape.js';

/** A person with their appearances. */
export interface Found {
  readonly person: Person;
  readonly appearances: readonly PersonAppearance[];
}

/** Two sessions that overlap, with the rule and its message. */
export interface Conflict {
  readonly rule: string;
  readonly severity: Severity;
  readonly clash: Clash;
  readonly message: string;
}

/** Yields a line of tab-separated fields per item; tabs and line breaks in a field become spaces, controls are escaped. */
export function* tsv<T>(items: Iterable<T>, row: (item: T) => readonly string[]): Generator<string> {
  for (const item of items) yield `${row(item).map(escapeControlsOnLine).join('\t')}\n`;
}

/** Fields of sessions: date, start (a word where no clock is announced), end (empty when none is announced), id, type, room ids, title. */
export function sessionTsv(entries: readonly ScheduledSession[], presentation: Presentation): Iterable<string> {
  return tsv(entries, entry => [
    ...when(entry, presentation),
    entry.session.id,
    entry.session.type,
    ...where(entry, presentation),
  ]);
}

/** Fields of people: id, name, function, organisation, number of appearances. */
export function peopleTsv(all: readonly Found[], presentation: Presentation): Iterable<string> {
  return tsv(all, ({ person: { id, name, title, org }, appearances }) => {
    return [id, presentation.text(name), presentation.text(title), presentation.text(org), String(appearances.length)];
  });
}

/** Fields of appearances: the person's id and name, as what, date, start, end, session id, room ids, session title; a person without appearances has empty ones. */
export function appearancesTsv(found: readonly Found[], presentation: Presentation): Iterable<string> {
  const rows = found.flatMap(({ person: { id, name }, appearances }) => {
    const shown = presentation.text(name);
    if (appearances.length === 0) return [[id, shown, ...Array<string>(7).fill('')]];
    return appearances.map(({ entry, as }) => {
      return [id, shown, as, ...when(entry, presentation), entry.session.id, ...where(entry, presentation)];
    });
  });
  return tsv(rows, row => row);
}

/** The fields of one session, a line each: key and value; several lines for a list, none for an absent field. */
export function showTsv(entry: ScheduledSession, presentation: Presentation): Iterable<string> {
  const { session, parent, parts, rooms, status } = entry;
  const [date, start, end] = when(entry, presentation);
  const { minutes } = presentation.instants(entry);
  const cast = (as: 'moderator' | 'speaker') =>
    session[`${as}s`].map(appearance => {
      const role = appearance.role === undefined ? '' : `${roleOf(appearance, as, presentation)}: `;
      return [as, role + castLine(appearance, presentation)] as const;
    });
  const rows: (readonly [key: string, value: string])[] = [
    ['id', session.id],
    ['type', session.type],
    ['status', status],
    ['title', presentation.text(titleOf(session))],
    ['subtitle', presentation.text(session.subtitle)],
    ['date', date],
    ['start', start],
    ['end', end],
    ['minutes', minutes === null ? '' : String(minutes)],
    ['zone', presentation.zone],
    ...rooms.map(id => ['room', presentation.text(presentation.room(id).name)] as const),
    ['venue', rooms.length === 0 ? '' : presentation.text(presentation.agenda.venue)],
    ['parent', parent?.session.id ?? ''],
    ['organizer', presentation.text(session.organizer)],
    ...cast('moderator'),
    ...cast('speaker'),
    ...session.items.map(item => ['item', itemLine(item, presentation)] as const),
    ['description', presentation.text(session.description)],
    ...parts.map(part => ['part', part.session.id] as const),
    ['track', presentation.text(session.track)],
    ...session.tags.map(tag => ['tag', tag] as const),
    ...session.languages.map(language => ['language', language] as const),
    ...interpretation(entry, presentation).map(language => ['interpretation', language] as const),
    ['url', session.url ?? ''],
    ...session.links.map(({ title, url }) => ['link', joinTexts([presentation.text(title), url], ' ')] as const),
    ...rooms.flatMap(id => {
      const { url } = presentation.room(id);
      return url === undefined ? [] : [['join', url] as const];
    }),
  ];
  return tsv(
    rows.filter(([, value]) => value !== ''),
    row => row,
  );
}

/** Fields of conflicts: severity, rule, date, start, end, minutes, both ids, room ids, person ids, message. */
export function conflictTsv(conflicts: readonly Conflict[], presentation: Presentation): Iterable<string> {
  const byId = bySession(presentation);
  return tsv(conflicts, ({ rule, severity, clash, message }) => {
    const day = byId.get(clash.sessions[1]);
    const [start, end] = moments(clash, day, presentation, englishWeekday);
    const lists = [clash.rooms, clash.people].map(ids => ids.join(','));
    return [severity, rule, day?.date ?? '', start, end, String(clash.minutes), ...clash.sessions, ...lists, message];
  });
}

/** The scheduled sessions of an agenda by id. */
export function bySession(presentation: Presentation): ReadonlyMap<string, ScheduledSession> {
  return new Map(scheduledSessions(presentation.agenda).map(entry => [entry.session.id, entry]));
}

/** Start and end of a clash in the zone of a presentation, as those of the session `day` are told: `10:00`, `Tue 00:30`. */
export function moments(
  { start, end }: Clash,
  day: ScheduledSession | undefined,
  presentation: Presentation,
  weekday = (date: IsoDate) => weekdayAfter(date, presentation),
): [string, string] {
  const zone = presentation.zones.get(presentation.zone);
  const date = day?.date ?? start.slice(0, 10);
  const minutes = (iso: string) => minutesIn(Date.parse(iso), date, zone);
  return sides({ start: minutes(start), end: minutes(end) }, weekday(date), presentation);
}

function when(entry: ScheduledSession, presentation: Presentation): [date: string, start: string, end: string] {
  if (!isTimed(entry)) return [entry.date, entry.time, ''];
  return [entry.date, ...sides(presentation.clocks(entry), englishWeekday(entry.date), presentation)];
}

/** Start and end, each by itself: as the agenda writes them, or with the names of other days. */
function sides(
  interval: Interval,
  weekday: (days: number) => string,
  presentation: Presentation,
): [start: string, end: string] {
  if (!isAsWritten(interval, presentation)) return spokenSides(interval, weekday);
  const { start, end } = interval;
  return [clock(start), end === undefined ? '' : clock(end, 'end')];
}

/** Names the weekday so many days after a date in English, whatever the language of the agenda. */
function englishWeekday(date: IsoDate): (days: number) => string {
  return days => longDate(dateOf((dayNumber(date) ?? 0) + days)).slice(0, 3);
}

function where({ rooms, session }: ScheduledSession, presentation: Presentation): [rooms: string, title: string] {
  return [rooms.join(','), presentation.text(titleOf(session))];
}
