import type { Agenda, Day, Room, Session, SessionStatus, SessionType } from '../model/agenda.js';
import { dayNumber, type IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { DAY, type Interval, isClock, type Minutes, sortMinutes, type TimeWord } from '../model/time.js';
import { memoize } from '../text/lazy.js';

/** A session with its day, its parent, and the rooms and status that it inherits. */
export type ScheduledSession = TimedSession | UntimedSession;

interface Placed {
  readonly session: Session;
  readonly path: Path;
  /** Counts from 1 in the order of dates. */
  readonly day: number;
  readonly date: IsoDate;
  /** Local minutes since 1970-01-01 that it is sorted by: of a word, half a minute before a clock. */
  readonly sortedAt: number;
  readonly parent?: ScheduledSession;
  /** By start, then file order. */
  readonly parts: readonly ScheduledSession[];
  /** Room ids: its own, else its parent's, else those of its day, else the agenda's. */
  readonly rooms: readonly string[];
  readonly status: SessionStatus;
}

/** A session whose time is announced by the clock. */
export interface TimedSession extends Placed {
  readonly time: Interval;
  /** Local minutes since 1970-01-01: they order as the instants do, but are not real time across a change of clocks. */
  readonly start: Minutes;
  /** Absent without an announced end. */
  readonly end?: Minutes;
}

/** A session of which no more than its day and a word is announced. */
export interface UntimedSession extends Placed {
  readonly time: TimeWord;
  readonly start?: never;
  readonly end?: never;
}

/** True for a session whose time is announced by the clock. */
export function isTimed(entry: ScheduledSession): entry is TimedSession {
  return isClock(entry.time);
}

/** Types that do not inherit the room of the day or the agenda. */
const ROOMLESS: ReadonlySet<SessionType> = new Set(['break', 'registration', 'social', 'side-event']);

/** True for a type of session that takes the room of the day or the agenda where it names none. */
export function hasUsualRoom(type: SessionType): boolean {
  return !ROOMLESS.has(type);
}

/**
 * Every session that has a date and a time, be that a word, sorted by day, start and file order, parts directly after their session. Parts
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
    return place(agenda, day, ['days', i], { ...at, rooms: day.rooms ?? agenda.room }, undefined);
  });
  // Days of one date are one day, so that their sessions interleave.
  const list = (siblings: readonly ScheduledSession[]): void => {
    for (const entry of siblings) {
      found.push(entry);
      list(entry.parts);
    }
  };
  list(tops.sort((a, b) => a.day - b.day || a.sortedAt - b.sortedAt));
  return found;
}

interface Place {
  readonly date: IsoDate;
  readonly day: number;
  readonly midnight: Minutes;
  /** The rooms of the sessions that name none. */
  readonly rooms: readonly string[];
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
    const { time } = session;
    const entry: { -readonly [field in keyof Placed]: Placed[field] } & {
      time: ScheduledSession['time'];
      start?: Minutes;
      end?: Minutes;
    } = {
      session,
      path: here,
      day: at.day,
      date: at.date,
      time,
      sortedAt: at.midnight + sortMinutes(time),
      parts: [],
      rooms: session.rooms ?? parent?.rooms ?? (ROOMLESS.has(session.type) ? [] : at.rooms),
      status: status(agenda, session, parent),
    };
    if (isClock(time)) {
      entry.start = at.midnight + time.start;
      if (time.end !== undefined) entry.end = at.midnight + time.end;
    }
    if (parent !== undefined) entry.parent = parent;
    // It has a start where its time has one.
    const placed = entry as ScheduledSession;
    if (session.sessions.length > 0) entry.parts = place(agenda, session, here, at, placed);
    return placed;
  });
  return placed.sort((a, b) => a.sortedAt - b.sortedAt);
}

/** Types that do not inherit the interpretation of the agenda. */
const UNINTERPRETED: ReadonlySet<SessionType> = new Set(['break', 'registration', 'social']);

/** True for a type of session that takes the interpretation of the agenda where nothing else is said. */
export function isInterpreted(type: SessionType): boolean {
  return !UNINTERPRETED.has(type);
}

/**
 * The languages of interpretation of a session: its own, else those of the nearest session around it that says some, else
 * those of the first of its rooms that does, else the agenda's.
 */
export function interpretation(
  entry: ScheduledSession,
  { agenda, room }: { readonly agenda: Agenda; room(id: string): Room },
): readonly string[] {
  for (let above: ScheduledSession | undefined = entry; above !== undefined; above = above.parent)
    if (above.session.interpretation !== undefined) return above.session.interpretation;
  for (const id of entry.rooms) {
    const own = room(id).interpretation;
    if (own !== undefined) return own;
  }
  return UNINTERPRETED.has(entry.session.type) ? [] : (agenda.interpretation ?? []);
}

function status(agenda: Agenda, session: Session, parent: ScheduledSession | undefined): SessionStatus {
  const above = parent?.status ?? (agenda.status === 'cancelled' ? 'cancelled' : 'confirmed');
  if (above === 'cancelled' || session.status === 'cancelled') return 'cancelled';
  return above === 'tentative' ? 'tentative' : (session.status ?? 'confirmed');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
