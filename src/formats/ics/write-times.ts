import type { Agenda } from '../../model/agenda.js';
import { instantOf } from '../../model/date.js';
import { instants, type TimeZone } from '../../model/zone.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import type { WriterOptions } from '../options.js';
import { localTime } from './vtimezone.js';

/** Epoch milliseconds; no end where none is announced, or none that is later than the start (RFC 5545 §3.8.2.2). */
export interface Times {
  readonly start: number;
  readonly end?: number;
  /**
   * True when local times would be read differently: when a clock shows one of them twice (RFC 5545 §3.3.5 says the first is
   * meant, and readers disagree), or changes between them (some readers add the length of an event to the clock).
   */
  readonly needsUtc: boolean;
}

/** When a session begins and ends. */
export function timesOf({ date, time }: ScheduledSession, zone: TimeZone): Times {
  const { start, end = start } = instants(date, time, zone);
  const isTwice = start.occurs === 'twice' || end.occurs === 'twice';
  const needsUtc = isTwice || zone.offsetAt(start.ms) !== zone.offsetAt(end.ms);
  return { start: start.ms, ...(end.ms > start.ms && { end: end.ms }), needsUtc };
}

/** When the agenda was updated, else the source date, else midnight UTC of its first day: never the clock. */
export function stampOf({ updated, days }: Agenda, { sourceDate }: WriterOptions): string {
  const [first = '1970-01-01'] = days.flatMap(day => day.date ?? []).sort();
  const source = sourceDate === undefined ? Date.parse(first) : sourceDate * 1000;
  return utc((updated === undefined ? undefined : instantOf(updated)) ?? source);
}

/** `20180326T140000Z` (RFC 5545 §3.3.5, form 2). */
export function utc(ms: number): string {
  return `${localTime(ms, 0)}Z`;
}
