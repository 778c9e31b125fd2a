import type { Agenda } from '../model/agenda.js';
import type { Minutes } from '../model/time.js';
import { memoize } from '../text/lazy.js';
import { isTimed, type ScheduledSession, scheduledSessions, type TimedSession } from './scheduled-sessions.js';

/** A session without parts, with what it inherits from its ancestors. */
export interface LeafSession {
  readonly entry: TimedSession;
  readonly order: number;
  readonly start: Minutes;
  /** A minute after the start when no end is announced. */
  readonly end: Minutes;
  readonly people: ReadonlySet<string>;
  readonly plenary: boolean;
}

const PLENARY = new Set(['plenary', 'opening', 'closing', 'keynote']);

/** The end for overlaps, in local minutes since 1970-01-01: one minute after the start when no end is announced. */
export function endOf({ start, end = start + 1 }: TimedSession): Minutes {
  return end;
}

/** Every session without parts that takes place at a time by the clock, in the order of `scheduledSessions`. Worked out once an agenda. */
export const leafSessions: (agenda: Agenda) => readonly LeafSession[] = memoize(agenda =>
  leavesOf(takingPlace(agenda)),
);

/** Every session that takes place, in the order of `scheduledSessions`. */
export function takingPlace(agenda: Agenda): readonly ScheduledSession[] {
  return scheduledSessions(agenda).filter(({ status }) => status !== 'cancelled');
}

function leavesOf(all: readonly ScheduledSession[]): readonly LeafSession[] {
  const inherited = new Map<ScheduledSession, ReadonlySet<string>>();
  const listed = new Map<ScheduledSession, ReadonlySet<string>>();
  // Bottom up: the people listed on a session or any of its parts. Top down: the people inherited by parts that list none of them.
  for (const entry of all.filter(({ parent, parts }) => parent !== undefined || parts.length > 0).reverse()) {
    const inParts = entry.parts.flatMap(part => [...(listed.get(part) ?? [])]);
    listed.set(entry, new Set([...named(entry), ...inParts]));
  }
  const found: LeafSession[] = [];
  for (const [order, entry] of all.entries()) {
    const people = new Set(named(entry));
    if (entry.parent !== undefined) for (const id of inherited.get(entry.parent) ?? []) people.add(id);
    const parts = entry.parts.filter(part => part.status !== 'cancelled');
    if (parts.length > 0) {
      const inParts = new Set(parts.flatMap(part => [...(listed.get(part) ?? [])]));
      inherited.set(entry, new Set([...people].filter(id => !inParts.has(id))));
    } else if (isTimed(entry)) {
      const end = endOf(entry);
      if (end > entry.start) found.push({ entry, order, start: entry.start, end, people, plenary: isPlenary(entry) });
    }
  }
  return found;
}

function named({ session: { moderators, speakers, items } }: ScheduledSession): readonly string[] {
  const own = [...moderators, ...speakers].map(({ person }) => person);
  return items.length === 0 ? own : [...own, ...items.flatMap(item => item.speakers.map(({ person }) => person))];
}

/** True for a session that is meant for everybody, or is a part of one. */
export function isPlenary(entry: ScheduledSession): boolean {
  return PLENARY.has(entry.session.type) || (entry.parent !== undefined && isPlenary(entry.parent));
}
