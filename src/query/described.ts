import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { onceOf } from '../text/lazy.js';
import { sessions } from './walk.js';

/** What stands somewhere in an agenda. */
export interface Located {
  readonly path: Path;
}

/**
 * Where everyone is described, by id: an entry of `people`, or the first appearance of an inline person. Worked out once
 * an agenda.
 */
export const described: (agenda: Agenda) => ReadonlyMap<string, Located> = onceOf(places);

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
