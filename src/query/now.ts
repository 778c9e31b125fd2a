import { DAY } from '../model/time.js';
import { instant, instants } from '../model/zone.js';
import { titleOf } from './agenda-index.js';
import type { Presentation } from './presentation.js';
import { isTimed, type ScheduledSession, scheduledSessions, type TimedSession } from './scheduled-sessions.js';

/** A session with a time by the clock that is not cancelled, and the instants between which it is on. */
interface Running {
  readonly entry: TimedSession;
  /** Epoch milliseconds, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * The sessions that are on at an instant (epoch milliseconds), in the order of the agenda, but parts before the sessions that
 * hold them. Without an announced end, a session is on until the next one in one of its rooms begins, or until midnight.
 */
export function sessionsAt(presentation: Presentation, at: number): readonly ScheduledSession[] {
  return running(presentation).flatMap(({ entry, from, to }) => (from <= at && at < to ? [entry] : []));
}

/**
 * The next `count` sessions of each room after an instant (epoch milliseconds), by start, parts before the sessions that hold
 * them. Those that start at the same minute in one room, such as a session and its first part, count as one; so do those
 * without a room as if they were in one of their own.
 */
export function nextSessions(presentation: Presentation, at: number, count: number): readonly ScheduledSession[] {
  const later = running(presentation).filter(({ from }) => from > at);
  later.sort((a, b) => a.from - b.from);
  const starts = new Map<string, Set<number>>();
  return later.flatMap(({ entry, from }) => {
    let isNext = false;
    for (const room of roomsOf(entry)) {
      const known = starts.get(room) ?? new Set();
      starts.set(room, known);
      if (known.size < count) known.add(from);
      isNext ||= known.has(from);
    }
    return isNext ? [entry] : [];
  });
}

/** The rooms of a session; of one without, a room of its own, whose name is no id. */
function roomsOf({ rooms }: ScheduledSession): readonly string[] {
  return rooms.length > 0 ? rooms : [''];
}

/** What follows an instant at which nothing is on: the next session, or else the end of the last one. */
export type Outlook =
  | { readonly next: TimedSession; readonly title: string }
  | { readonly over: number }
  | { readonly none: true };

export function outlook(presentation: Presentation, at: number): Outlook {
  const all = running(presentation);
  const later = all.filter(({ from }) => from > at).sort((a, b) => a.from - b.from || depth(a.entry) - depth(b.entry));
  const [first] = later;
  if (first !== undefined) return { next: first.entry, title: presentation.text(titleOf(first.entry.session)) };
  if (all.length === 0) return { none: true };
  return { over: all.reduce((latest, { to }) => Math.max(latest, to), Number.NEGATIVE_INFINITY) };
}

function depth({ parent }: ScheduledSession): number {
  return parent === undefined ? 0 : 1 + depth(parent);
}

function running(presentation: Presentation): readonly Running[] {
  const { agenda, zones } = presentation;
  const zone = zones.get(agenda.timezone);
  const entries = partsFirst(scheduledSessions(agenda).filter(({ parent }) => parent === undefined))
    .filter(isTimed)
    .filter(({ status }) => status !== 'cancelled');
  const timed = entries.map(entry => {
    const { start, end } = instants(entry.date, entry.time, zone);
    return { entry, from: start.ms, to: end?.ms };
  });
  const starts = startsByRoom(timed);
  return timed.map(({ entry, from, to }) => {
    if (to !== undefined) return { entry, from, to };
    const midnight = instant(entry.date, (Math.floor(entry.time.start / DAY) + 1) * DAY, zone).ms;
    const next = roomsOf(entry).map(room => after(starts.get(room) ?? [], from));
    return { entry, from, to: Math.min(midnight, ...next) };
  });
}

function partsFirst(entries: readonly ScheduledSession[]): readonly ScheduledSession[] {
  const found: ScheduledSession[] = [];
  const visit = (entry: ScheduledSession) => {
    for (const part of entry.parts) visit(part);
    found.push(entry);
  };
  for (const entry of entries) visit(entry);
  return found;
}

/** When sessions start in each room, in order. */
function startsByRoom(timed: readonly { readonly entry: TimedSession; readonly from: number }[]) {
  const starts = new Map<string, number[]>();
  for (const { entry, from } of timed) {
    for (const room of roomsOf(entry)) {
      const known = starts.get(room);
      if (known === undefined) starts.set(room, [from]);
      else known.push(from);
    }
  }
  for (const known of starts.values()) known.sort((a, b) => a - b);
  return starts;
}

/** The first of sorted numbers after another; infinity where there is none. */
function after(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? Number.POSITIVE_INFINITY;
}
