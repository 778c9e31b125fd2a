import type { Agenda, Day, Session, SessionStatus } from '../model/agenda.js';
import { dayNumber, type IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { DAY, type Interval, type Minutes } from '../model/time.js';
import { memoize } from '../text/lazy.js';

/** A session with its day, its parent, and the rooms and status that it inherits. */
export interface ScheduledSession {
  readonly session: Session;
  readonly path: Path;
  /** Counts from 1 in the order of dates. */
  readonly day: number;
  readonly date: IsoDate;
  readonly time: Interval;
  /** Local minutes since 1970-01-01: they order as the instants do, but are not real time across a change of clocks. */
  readonly start: Minutes;
  /** Absent without an announced end. */
  readonly end?: Minutes;
  readonly parent?: ScheduledSession;
  /** By start, then file order. */
  readonly parts: readonly ScheduledSession[];
  /** Room ids: its own, else its parent's, else the agenda's. */
  readonly rooms: readonly string[];
  readonly status: SessionStatus;
}

/** Types that do not inherit the room of the agenda. */
const ROOMLESS = new Set(['break', 'registration', 'social', 'side-event']);

/**
 * Every session that has a date and a time, sorted by day, start and file order, parts directly after their session. Parts
 * inherit the status of a cancelled or tentative session. Memoised by agenda.
 */
export const scheduledSessions: (agenda: Agenda) => readonly ScheduledSession[] = memoize(placed);

function placed(agenda: Agenda): readonly ScheduledSession[] {
  const dates = [...new Set(agenda.days.flatMap(day => day.date ?? []))].sort();
  const number = new Map(dates.map((date, i) => [date, i + 1]));
  const found: ScheduledSession[] = [];
  const days = agenda.days.map((day, i) => ({ day, i })).filter(({ day }) => day.date !== undefined);
  days.sort((a, b) => compare(a.day.date ?? '', b.day.date ?? ''));
  const tops = days.flatMap(({ day, i }) => {
    const date = day.date ?? '';
    const at = { date, day: number.get(date) ?? 0, midnight: (dayNumber(date) ?? 0) * DAY };
    return place(agenda, day, ['days', i], at, undefined);
  });
  // Days of one date are one day, so that their sessions interleave.
  const list = (siblings: readonly ScheduledSession[]): void => {
    for (const entry of siblings) {
      found.push(entry);
      list(entry.parts);
    }
  };
  list(tops.sort((a, b) => a.day - b.day || a.start - b.start));
  return found;
}

interface Place {
  readonly date: IsoDate;
  readonly day: number;
  readonly midnight: Minutes;
}

function place(
  agenda: Agenda,
  holder: Day | Session,
  path: Path,
  at: Place,
  parent: ScheduledSession | undefined,
): ScheduledSession[] {
  const placed = holder.sessions.flatMap((session, i) => {
    const here = [...path, 'sessions', i];
    if (session.time === undefined) return place(agenda, session, here, at, parent);
    const entry: { -readonly [field in keyof ScheduledSession]: ScheduledSession[field] } = {
      session,
      path: here,
      day: at.day,
      date: at.date,
      time: session.time,
      start: at.midnight + session.time.start,
      parts: [],
      rooms: session.rooms ?? parent?.rooms ?? (ROOMLESS.has(session.type) ? [] : agenda.room),
      status: status(agenda, session, parent),
    };
    if (session.time.end !== undefined) entry.end = at.midnight + session.time.end;
    if (parent !== undefined) entry.parent = parent;
    if (session.sessions.length > 0) entry.parts = place(agenda, session, here, at, entry);
    return entry;
  });
  return placed.sort((a, b) => a.start - b.start);
}

function status(agenda: Agenda, session: Session, parent: ScheduledSession | undefined): SessionStatus {
  const above = parent?.status ?? (agenda.status === 'cancelled' ? 'cancelled' : 'confirmed');
  if (above === 'cancelled' || session.status === 'cancelled') return 'cancelled';
  return above === 'tentative' ? 'tentative' : (session.status ?? 'confirmed');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
