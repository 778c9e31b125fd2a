import type { Agenda, Appearance, Person, Room } from '../model/agenda.js';
import type { Text } from '../model/localized.js';
import { memoize } from '../text/lazy.js';

/** Looks up rooms and people by id; for an unknown id, a room or person whose name is the id. */
export interface AgendaIndex {
  room(id: string): Room;
  person(id: string): Person;
  /** The person of an appearance, with the function and organisation of that appearance. */
  personOf(appearance: Appearance): Person;
}

/** The index of an agenda. Memoised by agenda. */
export const agendaIndex = memoize((agenda: Agenda): AgendaIndex => {
  const rooms = new Map(agenda.rooms.map(room => [room.id, room]));
  const people = new Map(agenda.people.map(person => [person.id, person]));
  const person = (id: string): Person => people.get(id) ?? { id, name: id };
  return {
    person,
    room: id => rooms.get(id) ?? { id, name: { und: id } },
    personOf: ({ person: id, title, org }) => ({ ...person(id), ...(title && { title }), ...(org && { org }) }),
  };
});

/** The title of a session; its id when none could be read. */
export function titleOf(session: { readonly id: string; readonly title: Text }): Text {
  return Object.keys(session.title).length === 0 ? { und: session.id } : session.title;
}
