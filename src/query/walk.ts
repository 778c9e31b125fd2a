import type { Agenda, Appearance, Session } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';

/** Every session with its path, in file order, those without a readable time among them. */
export function* sessions(agenda: Agenda): Generator<{ readonly session: Session; readonly path: Path }> {
  for (const [i, day] of agenda.days.entries()) yield* within(day.sessions, ['days', i]);
}

function* within(list: readonly Session[], above: Path): Generator<{ readonly session: Session; readonly path: Path }> {
  for (const [i, session] of list.entries()) {
    const path = [...above, 'sessions', i];
    yield { session, path };
    yield* within(session.sessions, path);
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
