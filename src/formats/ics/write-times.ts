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
  /** True when a clock shows one of them twice on that day. */
  readonly twice?: boolean;
}

/** When a session begins and ends. */
export function timesOf({ date, time }: ScheduledSession, zone: TimeZone): Times {
  const { start, end = start } = instants(date, time, zone);
  const twice = start.occurs === 'twice' || end.occurs === 'twice';
  return end.ms > start.ms ? { start: start.ms, end: end.ms, twice } : { start: start.ms, twice };
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
