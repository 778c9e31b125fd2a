import type { Agenda } from '../model/agenda.js';
import { spelling } from '../model/localized.js';
import type { Problem } from './problem.js';

/** From so many on, what they have in common says more than each. */
const MANY = 20;
/** Rules, rooms and people that are named. */
const NAMED = 5;

/**
 * What many problems have in common, a line each: `by rule: 71 room-clash, 12 person-clash`, `by room: …`, `by person: …`.
 * Nothing where there are few. `name` gives the name of a room or a person by id.
 */
export function hotspots(
  problems: readonly Problem[],
  name: (kind: 'room' | 'person', id: string) => string = (_, id) => id,
): readonly string[] {
  if (problems.length < MANY) return [];
  const clashes = problems.flatMap(({ clash }) => clash ?? []);
  return [
    ...line(
      'by rule',
      problems.map(({ rule }) => rule),
    ),
    ...line(
      'by room',
      clashes.flatMap(({ rooms }) => rooms.map(id => name('room', id))),
    ),
    ...line(
      'by person',
      clashes.flatMap(({ people }) => people.map(id => name('person', id))),
    ),
  ];
}

/** Names the rooms and the people of an agenda: a room in the first of its languages. */
export function nameIn({ rooms, people }: Agenda): (kind: 'room' | 'person', id: string) => string {
  const names = {
    room: new Map(rooms.map(({ id, name }) => [id, Object.values(name ?? {})[0] ?? id])),
    person: new Map(people.map(person => [person.id, spelling(person.name)])),
  };
  return (kind, id) => names[kind].get(id) ?? id;
}

function line(heading: string, items: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  if (sorted.length === 0) return [];
  const named = sorted.slice(0, NAMED).map(([item, count]) => `${count.toLocaleString('en')} ${item}`);
  const more = sorted.length > NAMED ? [`${sorted.length - NAMED} more`] : [];
  return [`${heading}: ${[...named, ...more].join(', ')}`];
}
