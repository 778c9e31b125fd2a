import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { memoize } from '../text/lazy.js';
import { sessions } from './walk.js';

/** Anything with a path in the agenda. */
export interface Located {
  readonly path: Path;
}

/** The path of each person by id: an entry of `people`, or the first appearance of an inline person. Memoised by agenda. */
export const personPaths: (agenda: Agenda) => ReadonlyMap<string, Located> = memoize(places);

function places(agenda: Agenda): ReadonlyMap<string, Located> {
  const inline = new Set<string>();
  const found = new Map<string, Located>();
  for (const person of agenda.people) if (person.inline) inline.add(person.id);
  for (const { id } of agenda.people) if (!inline.has(id)) found.set(id, { path: ['people', id] });
  for (const { cast } of sessions(agenda)) {
    for (const one of cast) {
      const { person } = one.appearance;
      if (inline.has(person) && !found.has(person)) found.set(person, one);
    }
  }
  return found;
}
