import type { Presentation } from '../../query/presentation.js';
import { hasUsualRoom, interpretation, isInterpreted, type ScheduledSession } from '../../query/scheduled-sessions.js';

/**
 * The rooms that a reader of a document takes a session to be in where it says none: those of the session that it is a part
 * of, else the usual ones of its day or the agenda. `parent` is there where the document has it.
 */
export function usualRooms(
  { session, path }: ScheduledSession,
  parent: ScheduledSession | undefined,
  { agenda }: Presentation,
): readonly string[] {
  if (parent !== undefined) return parent.rooms;
  if (!hasUsualRoom(session.type)) return [];
  return agenda.days[Number(path[1])]?.rooms ?? agenda.room;
}

/**
 * The languages of interpretation that a reader takes a session to have where a document says none: those that it says of the
 * nearest session around it, else those of the agenda.
 */
export function usualInterpretation(
  { session }: ScheduledSession,
  parent: ScheduledSession | undefined,
  presentation: Presentation,
): readonly string[] {
  const around: ScheduledSession[] = [];
  for (let above = parent; above !== undefined; above = above.parent) around.unshift(above);
  const usual = ({ type }: ScheduledSession['session']) =>
    isInterpreted(type) ? (presentation.agenda.interpretation ?? []) : [];
  let said: readonly string[] | undefined;
  for (const above of around) {
    const own = interpretation(above, presentation);
    if (own.length > 0 && String(own) !== String(said ?? usual(above.session))) said = own;
  }
  return said ?? usual(session);
}
