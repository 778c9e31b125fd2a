import type { Agenda, Item, Link, Person, Room } from '../model/agenda.js';
import type { FIELDS, TableName } from '../model/fields.js';
import { type Name, type Text, UNDETERMINED } from '../model/localized.js';
import { isClock } from '../model/time.js';
import type { PersonAppearance } from './people.js';
import type { Presentation } from './presentation.js';
import { interpretation, type ScheduledSession } from './scheduled-sessions.js';
import { type Cast, castOnce } from './walk.js';

/**
 * What a record of something has to have: a property for every field of its table, but for those that the JSON leaves out
 * or gives in another way. A new field does not compile before it is in one of the two.
 */
type Complete<Table extends TableName, Otherwise extends keyof (typeof FIELDS)[Table] = never> = Readonly<
  Record<string, unknown> & Record<Exclude<keyof (typeof FIELDS)[Table], Otherwise>, unknown>
>;

/** A presentation whose records have texts of a type: strings in one language, or what is written in each. */
export type Shown<T> = Omit<Presentation, 'text'> & { text(text: Name | undefined): T };

/** The presentation whose records have every text in each language that it is written in: a plain name under `und`. */
export function inEveryLanguage(presentation: Presentation): Shown<Text> {
  return {
    ...presentation,
    text: (text = '') => (typeof text !== 'string' ? { ...text } : text === '' ? {} : { [UNDETERMINED]: text }),
  };
}

/**
 * A session in JSON output: texts in one language, or as `T` has them; every field present; a title that could not be read is
 * null.
 */
export type SessionRecord<T = string> = ReturnType<typeof sessionRecord<T>>;
/** A session with its description and the ids of its parts. */
export type FullSessionRecord<T = string> = ReturnType<typeof fullSessionRecord<T>>;
/** A person with their appearances. */
export type PersonRecord<T = string> = ReturnType<typeof personRecord<T>>;
export type RoomRecord<T = string> = ReturnType<typeof roomRecord<T>>;
/** An agenda without its rooms, people and sessions. */
export type AgendaRecord<T = string> = ReturnType<typeof agendaRecord<T>>;

/**
 * The session of an entry. `start` and `end` are ISO 8601 with offset, `day` counts from 1, `minutes` are whole; `time` is
 * the word where no clock is announced. The people of items stand behind the session's own speakers, each once.
 */
export function sessionRecord<T>(entry: ScheduledSession, presentation: Shown<T>) {
  const { session, day, date, time, parent, rooms, status } = entry;
  const cast = castOnce(session, entry.path);
  const { start, end, minutes } = presentation.instants(entry);
  return {
    id: session.id,
    type: session.type,
    title: orNull(presentation.text(session.title)),
    subtitle: orNull(presentation.text(session.subtitle)),
    day,
    date,
    start,
    end,
    minutes,
    time: isClock(time) ? null : time,
    rooms: rooms.map(id => roomRef(id, presentation)),
    parent: parent?.session.id ?? null,
    moderators: cast.filter(({ as }) => as === 'moderator').map(one => castRecord(one, presentation)),
    speakers: cast.filter(({ as }) => as === 'speaker').map(one => castRecord(one, presentation)),
    items: session.items.map(item => itemRecord(item, presentation)),
    organizer: text(session.organizer, presentation),
    track: orNull(presentation.text(session.track)),
    tags: session.tags,
    languages: session.languages,
    interpretation: interpretation(entry, presentation),
    status,
    url: session.url ?? null,
    links: session.links.map(link => linkRecord(link, presentation)),
  };
}

/** The record of a session with its description and the ids of its parts. */
export function fullSessionRecord<T>(entry: ScheduledSession, presentation: Shown<T>) {
  const { description } = entry.session;
  return {
    ...sessionRecord(entry, presentation),
    description: orNull(presentation.text(description)),
    parts: entry.parts.map(part => part.session.id),
  } satisfies Complete<'session', 'room' | 'sessions'>;
}

/** A person with their appearances. */
export function personRecord<T>(person: Person, appearances: readonly PersonAppearance[], presentation: Shown<T>) {
  return {
    ...identity(person, presentation),
    appearances: appearances.map(({ entry, appearance, as, item }) => {
      const { id, title, type, start, end, time, rooms } = sessionRecord(entry, presentation);
      return {
        session: id,
        title,
        type,
        as,
        role: text(appearance.role, presentation),
        note: text(appearance.note, presentation),
        remote: appearance.remote ?? false,
        item: item === undefined ? null : presentation.text(item.title),
        start,
        end,
        time,
        rooms,
      };
    }),
  };
}

export function roomRecord<T>(
  { id, name, capacity, floor, shared, url, interpretation = [] }: Room,
  presentation: Shown<T>,
) {
  return {
    id,
    name: presentation.text(name),
    capacity: capacity ?? null,
    floor: text(floor, presentation),
    shared: shared ?? false,
    url: url ?? null,
    interpretation,
  } satisfies Complete<'room'>;
}

/** The agenda without its rooms, people and sessions. */
export function agendaRecord<T>(agenda: Agenda, presentation: Shown<T>) {
  return {
    id: agenda.id,
    title: presentation.text(agenda.title),
    subtitle: text(agenda.subtitle, presentation),
    description: text(agenda.description, presentation),
    language: agenda.language ?? null,
    timezone: agenda.timezone,
    venue: text(agenda.venue, presentation),
    organizer: text(agenda.organizer, presentation),
    url: agenda.url ?? null,
    status: agenda.status ?? null,
    interpretation: agenda.interpretation ?? [],
    links: agenda.links.map(link => linkRecord(link, presentation)),
    updated: agenda.updated ?? null,
    revision: agenda.revision ?? 0,
  } satisfies Complete<'agenda', 'room' | 'rooms' | 'people' | 'days' | 'lint'>;
}

function itemRecord<T>({ title, speakers, note, url }: Item, presentation: Shown<T>) {
  return {
    title: presentation.text(title),
    speakers: speakers.map(appearance => castRecord({ appearance, item: undefined }, presentation)),
    note: text(note, presentation),
    url: url ?? null,
  } satisfies Complete<'item'>;
}

function linkRecord<T>({ title, url }: Link, presentation: Shown<T>) {
  return { title: presentation.text(title), url } satisfies Complete<'link'>;
}

function castRecord<T>({ appearance, item }: Pick<Cast, 'appearance' | 'item'>, presentation: Shown<T>) {
  const { role, note, remote } = appearance;
  return {
    ...identity(presentation.personOf(appearance), presentation),
    role: text(role, presentation),
    note: text(note, presentation),
    remote: remote ?? false,
    item: item === undefined ? null : presentation.text(item.title),
  } satisfies Complete<'appearance', 'person'>;
}

function identity<T>({ id, name, honorific, title, org, country }: Person, presentation: Shown<T>) {
  return {
    id,
    name: presentation.text(name),
    honorific: text(honorific, presentation),
    title: text(title, presentation),
    org: text(org, presentation),
    country: text(country, presentation),
  } satisfies Complete<'person', 'url' | 'bio' | 'sort'>;
}

function roomRef<T>(id: string, presentation: Shown<T>) {
  const { name, url } = presentation.room(id);
  return { id, name: presentation.text(name), url: url ?? null };
}

function text<T>(value: Name | undefined, presentation: Shown<T>): T | null {
  return orNull(presentation.text(value));
}

/** Null for a text that says nothing: the empty one, or one in no language. */
function orNull<T>(value: T): T | null {
  const isNothing = typeof value === 'object' ? value === null || Object.keys(value).length === 0 : value === '';
  return isNothing ? null : value;
}
