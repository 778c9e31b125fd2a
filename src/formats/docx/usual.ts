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

/** The languages of interpretation that a reader takes a session to have where a document says none. */
export function usualInterpretation(
  { session }: ScheduledSession,
  parent: ScheduledSession | undefined,
  presentation: Presentation,
): readonly string[] {
  if (parent !== undefined) return interpretation(parent, presentation);
  return isInterpreted(session.type) ? (presentation.agenda.interpretation ?? []) : [];
}
