import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { cast, sessions } from './walk.js';

/** Where everyone is described, by id: an entry of `people`, or the first appearance of an inline person. */
export function described(agenda: Agenda): ReadonlyMap<string, Path> {
  const inline = new Set(agenda.people.filter(person => person.inline).map(person => person.id));
  const paths = new Map<string, Path>();
  for (const { id } of agenda.people) if (!inline.has(id)) paths.set(id, ['people', id]);
  for (const { session, path: at } of sessions(agenda)) {
    for (const { appearance, path } of cast(session, at)) {
      if (inline.has(appearance.person) && !paths.has(appearance.person)) paths.set(appearance.person, path);
    }
  }
  return paths;
}
