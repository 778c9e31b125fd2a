import type { Person } from '../model/agenda.js';
import type { Clash, Severity } from '../model/diagnostic.js';
import { clock, type Minutes } from '../model/time.js';
import { minutesIn } from '../model/zone.js';
import { type Entry, entries } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { castLine, roleOf } from '../query/naming.js';
import type { PersonAppearance } from '../query/people.js';
import { inertLine } from '../text/escape.js';

/** Someone and where they appear. */
export interface Found {
  readonly person: Person;
  readonly appearances: readonly PersonAppearance[];
}

/** Two sessions that overlap, and the rule that says what it means. */
export interface Conflict {
  readonly rule: string;
  readonly severity: Severity;
  readonly clash: Clash;
  readonly message: string;
}

/** Lines of fields with tabs between, one at a time; tabs and line breaks of a field become spaces, control characters are inert. */
export function* tsv<T>(items: Iterable<T>, row: (item: T) => readonly string[]): Generator<string> {
  for (const item of items) yield `${row(item).map(inertLine).join('\t')}\n`;
}

/** Of sessions: date, start, end (empty when none is announced), id, type, room ids, title. */
export function sessionTsv(entries: readonly Entry[], lens: Lens): Iterable<string> {
  return tsv(entries, entry => [...when(entry, lens), entry.session.id, entry.session.type, ...where(entry, lens)]);
}

/** Of people: id, name, function, organisation, number of appearances. */
export function peopleTsv(all: readonly Found[], lens: Lens): Iterable<string> {
  return tsv(all, ({ person: { id, name, title, org }, appearances }) => {
    return [id, name, lens.text(title), lens.text(org), String(appearances.length)];
  });
}

/** Of appearances: the person's id and name, as what, date, start, end, session id, room ids, session title; empty fields for who has none. */
export function appearancesTsv(found: readonly Found[], lens: Lens): Iterable<string> {
  const rows = found.flatMap(({ person: { id, name }, appearances }) => {
    if (appearances.length === 0) return [[id, name, ...Array<string>(7).fill('')]];
    return appearances.map(({ entry, as }) => {
      return [id, name, as, ...when(entry, lens), entry.session.id, ...where(entry, lens)];
    });
  });
  return tsv(rows, row => row);
}

/** Of one session: a key and its value; a line for each of several, none for what is absent. */
export function showTsv(entry: Entry, lens: Lens): Iterable<string> {
  const { session, parent, parts, rooms, status } = entry;
  const [date, start, end] = when(entry, lens);
  const { minutes } = lens.instants(entry);
  const cast = (as: 'moderator' | 'speaker') =>
    session[`${as}s`].map(appearance => {
      const role = appearance.role === undefined ? '' : `${roleOf(appearance, as, lens)}: `;
      return [as, role + castLine(appearance, lens)] as const;
    });
  const rows: (readonly [key: string, value: string])[] = [
    ['id', session.id],
    ['type', session.type],
    ['status', status],
    ['title', lens.text(titleOf(session))],
    ['subtitle', lens.text(session.subtitle)],
    ['date', date],
    ['start', start],
    ['end', end],
    ['minutes', minutes === null ? '' : String(minutes)],
    ['zone', lens.zone],
    ...rooms.map(id => ['room', lens.text(lens.room(id).name)] as const),
    ['venue', rooms.length === 0 ? '' : lens.text(lens.agenda.venue)],
    ['parent', parent?.session.id ?? ''],
    ...cast('moderator'),
    ...cast('speaker'),
    ['description', lens.text(session.description)],
    ...parts.map(part => ['part', part.session.id] as const),
    ['track', lens.text(session.track)],
    ...session.tags.map(tag => ['tag', tag] as const),
    ...session.languages.map(language => ['language', language] as const),
    ['url', session.url ?? ''],
  ];
  return tsv(
    rows.filter(([, value]) => value !== ''),
    row => row,
  );
}

/** Of conflicts: severity, rule, date, start, end, minutes, both ids, room ids, person ids, message. */
export function conflictTsv(conflicts: readonly Conflict[], lens: Lens): Iterable<string> {
  const byId = bySession(lens);
  return tsv(conflicts, ({ rule, severity, clash, message }) => {
    const day = byId.get(clash.sessions[1]);
    const [start, end] = moments(clash, day, lens);
    const lists = [clash.rooms, clash.people].map(ids => ids.join(','));
    return [severity, rule, day?.date ?? '', start, end, String(clash.minutes), ...clash.sessions, ...lists, message];
  });
}

/** The entries of an agenda by the ids of their sessions. */
export function bySession(lens: Lens): ReadonlyMap<string, Entry> {
  return new Map(entries(lens.agenda).map(entry => [entry.session.id, entry]));
}

/** When a clash starts and ends, by the clocks of a lens; `day` is the entry whose date they count from. */
export function moments({ start, end }: Clash, day: Entry | undefined, lens: Lens): [string, string] {
  const minutes = (iso: string): Minutes => minutesIn(Date.parse(iso), day?.date ?? iso.slice(0, 10), lens.zone);
  return [clock(minutes(start)), clock(minutes(end), 'end')].map(inertLine) as [string, string];
}

function when(entry: Entry, lens: Lens): [date: string, start: string, end: string] {
  const { start, end } = lens.clocks(entry);
  return [entry.date, clock(start), end === undefined ? '' : clock(end, 'end')];
}

function where({ rooms, session }: Entry, lens: Lens): [rooms: string, title: string] {
  return [rooms.join(','), lens.text(titleOf(session))];
}
