import type { Agenda, Item, Link, Person, Room } from '../model/agenda.js';
import type { FIELDS, TableName } from '../model/fields.js';
import type { Name } from '../model/localized.js';
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

/** A session in JSON output: texts in one language, every field present; a title that could not be read is null. */
export type SessionRecord = ReturnType<typeof sessionRecord>;

/**
 * The session of an entry. `start` and `end` are ISO 8601 with offset, `day` counts from 1, `minutes` are whole; `time` is
 * the word where no clock is announced. The people of items stand behind the session's own speakers, each once.
 */
export function sessionRecord(entry: ScheduledSession, presentation: Presentation) {
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
export function fullSessionRecord(entry: ScheduledSession, presentation: Presentation) {
  const { description } = entry.session;
  return {
    ...sessionRecord(entry, presentation),
    description: orNull(presentation.text(description)),
    parts: entry.parts.map(part => part.session.id),
  } satisfies Complete<'session', 'room' | 'sessions'>;
}

/** A person with their appearances. */
export function personRecord(person: Person, appearances: readonly PersonAppearance[], presentation: Presentation) {
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

export function roomRecord(
  { id, name, capacity, floor, shared, url, interpretation = [] }: Room,
  presentation: Presentation,
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
export function agendaRecord(agenda: Agenda, presentation: Presentation) {
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

function itemRecord({ title, speakers, note, url }: Item, presentation: Presentation) {
  return {
    title: presentation.text(title),
    speakers: speakers.map(appearance => castRecord({ appearance, item: undefined }, presentation)),
    note: text(note, presentation),
    url: url ?? null,
  } satisfies Complete<'item'>;
}

function linkRecord({ title, url }: Link, presentation: Presentation) {
  return { title: presentation.text(title), url } satisfies Complete<'link'>;
}

function castRecord({ appearance, item }: Pick<Cast, 'appearance' | 'item'>, presentation: Presentation) {
  const { role, note, remote } = appearance;
  return {
    ...identity(presentation.personOf(appearance), presentation),
    role: text(role, presentation),
    note: text(note, presentation),
    remote: remote ?? false,
    item: item === undefined ? null : presentation.text(item.title),
  } satisfies Complete<'appearance', 'person'>;
}

function identity({ id, name, honorific, title, org, country }: Person, presentation: Presentation) {
  return {
    id,
    name: presentation.text(name),
    honorific: text(honorific, presentation),
    title: text(title, presentation),
    org: text(org, presentation),
    country: text(country, presentation),
  } satisfies Complete<'person', 'url' | 'bio' | 'sort'>;
}

function roomRef(id: string, presentation: Presentation) {
  const { name, url } = presentation.room(id);
  return { id, name: presentation.text(name), url: url ?? null };
}

function text(value: Name | undefined, presentation: Presentation): string | null {
  return orNull(presentation.text(value));
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
