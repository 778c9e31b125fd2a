import type { Agenda } from '../model/agenda.js';
import { instantOf } from '../model/date.js';
import type { WriterOptions } from './options.js';

/**
 * The instant that a file says it is of, in epoch milliseconds: when the agenda was updated, else the source date, else
 * midnight UTC of its first day. Never the clock.
 */
export function stampOf({ updated, days }: Agenda, { sourceDate }: WriterOptions): number {
  const [first = '1970-01-01'] = days.flatMap(day => day.date ?? []).sort();
  const source = sourceDate === undefined ? Date.parse(first) : sourceDate * 1000;
  return (updated === undefined ? undefined : instantOf(updated)) ?? source;
}
