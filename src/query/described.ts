import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { sessions } from './walk.js';

/** What stands somewhere in an agenda. */
export interface Located {
  readonly path: Path;
}

const known = new WeakMap<Agenda, ReadonlyMap<string, Located>>();

/**
 * Where everyone is described, by id: an entry of `people`, or the first appearance of an inline person. Worked out once
 * an agenda.
 */
export function described(agenda: Agenda): ReadonlyMap<string, Located> {
  let found = known.get(agenda);
  if (found === undefined) {
    found = places(agenda);
    known.set(agenda, found);
  }
  return found;
}

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
