import { Failure } from '../io.js';
import { instantOf, isDate } from '../model/date.js';
import { instant, localDate, type TimeZone } from '../model/zone.js';
import { quote } from '../text/escape.js';
import type { Command } from './commander.js';

export interface MomentOption {
  readonly at?: string;
}

/** Adds --at, for commands that ask what is on at a time. */
export function momentOption(command: Command): void {
  command.option('--at <time>', 'the time to ask for: 13:30, 2018-03-26T13:30, 2018-03-26T17:30Z (default: now)');
}

const FORMS = 'write 13:30, 2018-03-26T13:30 or 2018-03-26T13:30-04:00';

/**
 * The instant of --at in epoch milliseconds, else `now`. A clock is of the agenda's zone, without a date of the day that it
 * is there `now`; the first of a clock that comes twice. A clock that the zone skips on that day is a {@link Failure}.
 */
export function momentOf({ at }: MomentOption, zone: TimeZone, now: number): number {
  if (at === undefined) return now;
  const exact = at.length > 10 ? instantOf(at.trim()) : undefined;
  if (exact !== undefined) return exact;
  const [, date = localDate(now, zone), hours = '', minutes = ''] =
    /^(?:(\d{4}-\d\d-\d\d)[Tt ])?(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(at.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59 || !isDate(date))
    throw new Failure(`--at ${quote(at)} is not a time; ${FORMS}`);
  const { ms, occurs } = instant(date, 60 * Number(hours) + Number(minutes), zone);
  if (occurs === 'never') throw new Failure(`--at ${quote(at)}: the clocks of ${zone.name} skip that time on ${date}`);
  return ms;
}
