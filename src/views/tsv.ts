import type { Person } from '../model/agenda.js';
import { inertLine } from '../model/inert.js';
import { clock } from '../model/time.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { castLine, roleOf } from '../query/naming.js';
import type { PersonAppearance } from '../query/people.js';

/** Someone and where they appear. */
export interface Found {
  readonly person: Person;
  readonly appearances: readonly PersonAppearance[];
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

function when(entry: Entry, lens: Lens): [date: string, start: string, end: string] {
  const { start, end } = lens.clocks(entry);
  return [entry.date, clock(start), end === undefined ? '' : clock(end, 'end')];
}

function where({ rooms, session }: Entry, lens: Lens): [rooms: string, title: string] {
  return [rooms.join(','), lens.text(titleOf(session))];
}
