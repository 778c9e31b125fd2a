import type { Agenda, Appearance, Session } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';

/** A session and where it stands. */
export interface Stood {
  readonly session: Session;
  readonly path: Path;
}

const known = new WeakMap<Agenda, readonly Stood[]>();

/** Every session with its path, in file order, those without a readable time among them. Worked out once an agenda. */
export function sessions(agenda: Agenda): readonly Stood[] {
  let list = known.get(agenda);
  if (list === undefined) {
    const found: Stood[] = [];
    for (const [i, day] of agenda.days.entries()) gather(day.sessions, ['days', i], found);
    known.set(agenda, found);
    list = found;
  }
  return list;
}

function gather(list: readonly Session[], above: Path, found: Stood[]): void {
  for (const [i, session] of list.entries()) {
    const path = [...above, 'sessions', i];
    found.push({ session, path });
    gather(session.sessions, path, found);
  }
}

/** What someone does in a session. */
export type Part = 'moderator' | 'speaker';

/** The people of one session, moderators first, with their paths. */
export function* cast(
  session: Session,
  path: Path,
): Generator<{ readonly appearance: Appearance; readonly as: Part; readonly path: Path }> {
  for (const [i, appearance] of session.moderators.entries())
    yield { appearance, as: 'moderator', path: [...path, 'moderators', i] };
  for (const [i, appearance] of session.speakers.entries())
    yield { appearance, as: 'speaker', path: [...path, 'speakers', i] };
}
