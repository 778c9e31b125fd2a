import type { Appearance, Item, Link, Person, Room, Session } from '../model/agenda.js';
import type { Name } from '../model/localized.js';
import type { ExportRequest } from './export-request.js';
import type { Writer } from './format.js';

/** Thrown by a writer whose format cannot hold what it is given; the message is one line. */
export class Unwritable extends Error {}

/** Characters of an export that is written: what names of megabytes in thousands of sessions come to does not fit into memory. */
export const LARGEST_EXPORT = 100_000_000;

/** What a writer writes. Throws {@link Unwritable} where the format cannot hold it, or where it would not fit into memory. */
export async function written(writer: Writer, request: ExportRequest): Promise<string | Uint8Array> {
  if (exportSize(request) > LARGEST_EXPORT)
    throw new Unwritable(`an export of this would have more than ${LARGEST_EXPORT / 1_000_000} million characters`);
  return writer.write(request);
}

/** About how many characters an export of sessions has: a session is written with the names of its rooms and people and of what it is a part of. */
function exportSize({ presentation: { agenda }, selection }: ExportRequest): number {
  const rooms = new Map(agenda.rooms.map(room => [room.id, roomSize(room)]));
  const people = new Map(agenda.people.map(person => [person.id, personSize(person)]));
  const around = size(agenda.title) + size(agenda.venue);
  return selection.reduce((total, { session, rooms: ids, parent }) => {
    const within = ids.reduce((sum, id) => sum + (rooms.get(id) ?? id.length), size(parent?.session.title));
    const inItems = session.items.flatMap(item => item.speakers);
    const cast = [...session.moderators, ...session.speakers, ...inItems].reduce(
      (sum, one) => sum + appearanceSize(one) + (people.get(one.person) ?? one.person.length),
      0,
    );
    return total + around + sessionSize(session) + within + cast;
  }, 0);
}

function sessionSize(session: Session): number {
  const { id, title, subtitle, description, organizer, track, tags, url = '', items, links } = session;
  const texts = [title, subtitle, description, organizer, track].reduce<number>((sum, text) => sum + size(text), 0);
  const listed = [...items, ...links].reduce((sum, one) => sum + listedSize(one), 0);
  return texts + listed + id.length + url.length + tags.reduce((sum, tag) => sum + tag.length, 0);
}

function listedSize(one: Item | Link): number {
  return size(one.title) + (one.url?.length ?? 0) + ('note' in one ? size(one.note) : 0);
}

function roomSize({ id, name, floor, url = '' }: Room): number {
  return id.length + url.length + size(name) + size(floor);
}

function personSize({ id, name, honorific, title, org, country, url = '' }: Person): number {
  const texts = [name, honorific, title, org, country].reduce<number>((sum, text) => sum + size(text), 0);
  return texts + id.length + url.length;
}

function appearanceSize({ role, note, title, org }: Appearance): number {
  return size(role) + size(note) + size(title) + size(org);
}

/** The characters of a text in all its languages. */
function size(text: Name | undefined): number {
  if (typeof text === 'string') return text.length;
  return Object.values(text ?? {}).reduce((sum, { length }) => sum + length, 0);
}
