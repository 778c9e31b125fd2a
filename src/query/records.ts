import type { Agenda, Appearance, Person, Room } from '../model/agenda.js';
import type { Text } from '../model/localized.js';
import type { Entry } from './entries.js';
import type { Lens } from './lens.js';
import { titleOf } from './lookup.js';
import type { PersonAppearance } from './people.js';

/** A session as every JSON output gives it: one language, no field missing. */
export type SessionRecord = ReturnType<typeof sessionRecord>;

/** The session of an entry. `start` and `end` are ISO 8601 with offset, `day` counts from 1, `minutes` are whole. */
export function sessionRecord(entry: Entry, lens: Lens) {
  const { session, day, date, parent, rooms, status } = entry;
  const { start, end, minutes } = lens.instants(entry);
  return {
    id: session.id,
    type: session.type,
    title: lens.text(titleOf(session)),
    subtitle: orNull(lens.text(session.subtitle)),
    day,
    date,
    start,
    end,
    minutes,
    rooms: rooms.map(id => roomRef(id, lens)),
    parent: parent?.session.id ?? null,
    moderators: session.moderators.map(appearance => castRecord(appearance, lens)),
    speakers: session.speakers.map(appearance => castRecord(appearance, lens)),
    track: orNull(lens.text(session.track)),
    tags: session.tags,
    languages: session.languages,
    status,
    url: session.url ?? null,
  };
}

/** A session with all that is known of it: the record, its description and the ids of its parts. */
export function fullSessionRecord(entry: Entry, lens: Lens) {
  const { description } = entry.session;
  return {
    ...sessionRecord(entry, lens),
    description: orNull(lens.text(description)),
    parts: entry.parts.map(part => part.session.id),
  };
}

/** Someone and where they appear. */
export function personRecord(person: Person, appearances: readonly PersonAppearance[], lens: Lens) {
  return {
    ...identity(person, lens),
    appearances: appearances.map(({ entry, appearance, as }) => {
      const { id, title, type, start, end, rooms } = sessionRecord(entry, lens);
      return {
        session: id,
        title,
        type,
        as,
        role: text(appearance.role, lens),
        note: text(appearance.note, lens),
        start,
        end,
        rooms,
      };
    }),
  };
}

export function roomRecord({ id, name, capacity, floor, shared }: Room, lens: Lens) {
  return { id, name: lens.text(name), capacity: capacity ?? null, floor: text(floor, lens), shared: shared ?? false };
}

/** The agenda without its rooms, people and sessions. */
export function agendaRecord(agenda: Agenda, lens: Lens) {
  return {
    id: agenda.id,
    title: lens.text(agenda.title),
    subtitle: text(agenda.subtitle, lens),
    description: text(agenda.description, lens),
    language: agenda.language ?? null,
    timezone: agenda.timezone,
    venue: text(agenda.venue, lens),
    organizer: text(agenda.organizer, lens),
    url: agenda.url ?? null,
    status: agenda.status ?? null,
    updated: agenda.updated ?? null,
    revision: agenda.revision ?? 0,
  };
}

function castRecord(appearance: Appearance, lens: Lens) {
  const { role, note } = appearance;
  return { ...identity(lens.appearing(appearance), lens), role: text(role, lens), note: text(note, lens) };
}

function identity({ id, name, honorific, title, org, country }: Person, lens: Lens) {
  return {
    id,
    name,
    honorific: text(honorific, lens),
    title: text(title, lens),
    org: text(org, lens),
    country: country ?? null,
  };
}

function roomRef(id: string, lens: Lens) {
  return { id, name: lens.text(lens.room(id).name) };
}

function text(value: Text | undefined, lens: Lens): string | null {
  return orNull(lens.text(value));
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
