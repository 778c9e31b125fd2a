import type { Agenda, Person } from '../../model/agenda.js';
import type { Name } from '../../model/localized.js';
import { cast, sessions } from '../../query/walk.js';
import { slug } from '../../text/fold.js';

/**
 * The people who may stand where they speak, by id: those who were written so, appear once, and get the same id from their
 * name when the file is read, which is made of the spelling that `spelled` gives. The others belong in `people`.
 */
export function inlinePeople(agenda: Agenda, spelled: (name: Name) => string): ReadonlyMap<string, Person> {
  const times = new Map<string, number>();
  for (const { appearance } of appearances(agenda))
    times.set(appearance.person, (times.get(appearance.person) ?? 0) + 1);
  const single = new Map(
    agenda.people.flatMap(person => (person.inline && times.get(person.id) === 1 ? [[person.id, person]] : [])),
  );
  const taken = new Set(agenda.people.flatMap(({ id }) => (single.has(id) ? [] : [id])));
  const idOf = nextIds(taken);
  const inline = new Map<string, Person>();
  for (const { appearance } of appearances(agenda)) {
    const person = single.get(appearance.person);
    if (person === undefined) continue;
    if (idOf(spelled(person.name)) === person.id) inline.set(person.id, person);
    taken.add(person.id);
  }
  return inline;
}

/** The id that a reader makes of a name while others are taken. What is taken stays so: each name goes on where it stopped. */
function nextIds(taken: ReadonlySet<string>): (name: string) => string {
  const counts = new Map<string, number>();
  return name => {
    const stem = slug(name) || 'person';
    const idOf = (n: number) => (n === 1 ? stem : `${stem}-${n}`);
    let n = counts.get(stem) ?? 1;
    while (taken.has(idOf(n))) n++;
    counts.set(stem, n);
    return idOf(n);
  };
}

function* appearances(agenda: Agenda) {
  for (const { session, path } of sessions(agenda)) yield* cast(session, path);
}
