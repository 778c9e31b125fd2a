import type { ScheduledSession } from '../../query/scheduled-sessions.js';

/**
 * True for a session that a calendar rings before. Not what is cancelled, not a break, and not a session that begins
 * together with one of its parts when that rings in the same calendar: one reminder is enough.
 */
export function rings(entry: ScheduledSession, present: ReadonlySet<ScheduledSession>): boolean {
  if (entry.status === 'cancelled' || entry.session.type === 'break') return false;
  return !entry.parts.some(part => part.start === entry.start && present.has(part) && rings(part, present));
}

/** A VALARM that shows a text some time before the start (RFC 5545 §3.6.6); `before` is a duration such as `PT10M`. */
export function alarm(before: string, text: string): readonly string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-${before}`, `DESCRIPTION:${text}`, 'END:VALARM'];
}
