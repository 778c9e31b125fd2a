import { dateOf, type IsoDate } from '../../model/date.js';
import { clock, DAY, type Minutes, type SessionTime } from '../../model/time.js';
import { instant, type TimeZone } from '../../model/zone.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';
import type { Property } from './components.js';
import { type End, type Moment, msOf } from './date-time.js';
import { ianaZone, type Zone } from './zones.js';

/** When one occurrence of an event takes place, on one day. */
export interface Occurrence {
  readonly date: IsoDate;
  /** Absent where it can't be said in the clocks of one day and the next: a fault says so. */
  readonly time?: SessionTime;
  readonly startMs: number;
  readonly endMs?: number;
}

/**
 * When an occurrence that starts at `start` takes place, by the clocks of the agenda; `base` is the start of the event's
 * first occurrence. A whole day has no clock that is announced, and each of several is for itself.
 */
export function occurrencesOf(
  start: Moment,
  base: Moment,
  end: End | undefined,
  zone: TimeZone,
  faultAt: Property,
  issues: Issues,
  accounts: Accounts,
): readonly Occurrence[] {
  const floating = ianaZone(zone);
  const endMoment =
    end === undefined
      ? undefined
      : 'moment' in end
        ? { ...end.moment, day: end.moment.day + start.day - base.day }
        : undefined;
  if (
    start.isDate &&
    (end === undefined || endMoment?.isDate || (endMoment === undefined && 'ms' in end && end.ms === 0))
  ) {
    const count = endMoment ? endMoment.day - start.day : end !== undefined && 'days' in end ? end.days : 1;
    if (count > LIMITS.wholeDays)
      fault(
        issues,
        faultAt,
        `lasts ${count} days: only the first ${LIMITS.wholeDays} are read`,
        'one file is one conference',
      );
    return Array.from({ length: Math.min(LIMITS.wholeDays, Math.max(1, count)) }, (_, i) => {
      const [startMs, endMs] = [floating.instant(start.day + i, 0), floating.instant(start.day + i + 1, 0)];
      return { date: dateOf(start.day + i), time: 'tbc', startMs, endMs };
    });
  }
  const startMs = msOf(start, floating);
  const endMs = end && endMsOf(end, endMoment, { start, base }, floating);
  return [timed(startMs, endMs, zone, end?.property, faultAt, issues, accounts)];
}

/** An occurrence at another clock than the first (RDATE) is as long as that one was. */
function endMsOf(
  end: End,
  moment: Moment | undefined,
  { start, base }: { readonly start: Moment; readonly base: Moment },
  floating: Zone,
): number {
  if ('days' in end) return msOf({ ...start, day: start.day + end.days }, floating) + end.ms;
  if (moment !== undefined && start.minutes === base.minutes && start.zone === base.zone) return msOf(moment, floating);
  return msOf(start, floating) + msOf(end.moment, floating) - msOf(base, floating);
}

function timed(
  startMs: number,
  endMs: number | undefined,
  zone: TimeZone,
  ending: Property | undefined,
  starting: Property,
  issues: Issues,
  accounts: Accounts,
): Occurrence {
  const local = (ms: number) => Math.floor(ms / 60_000) + Math.round(zone.offsetAt(ms));
  const day = Math.floor(local(startMs) / DAY);
  const date = dateOf(day);
  const said = (ms: number, at: Property): Minutes | undefined => {
    const minutes = local(ms) - day * DAY;
    if (Math.abs(instant(date, minutes, zone).ms - ms) < 60_000) return minutes;
    fault(
      issues,
      at,
      `is the second ${clock(minutes)} of a night when clocks go back, which an agenda can't say`,
      'move it out of that hour',
    );
    return undefined;
  };
  const start = said(startMs, starting);
  if (start === undefined) return { date, startMs };
  if (endMs === startMs && ending !== undefined)
    accounts.tell('zero', ending.span, {
      rule: 'read-as',
      severity: 'warning',
      message: count =>
        `${count === 1 ? 'this event has a length' : `${count} events have lengths`} of zero: no end is announced`,
    });
  if (endMs === undefined || endMs === startMs) return { date, startMs, time: { start } };
  if (endMs < startMs) {
    fault(issues, ending ?? starting, 'is before the start', 'an event ends after it starts');
    return { date, startMs, time: { start } };
  }
  const end = said(endMs, ending ?? starting);
  if (end === undefined) return { date, startMs, time: { start } };
  if (end <= 2 * DAY) return { date, startMs, endMs, time: { start, end } };
  fault(
    issues,
    ending ?? starting,
    'is later than the next day',
    'a session is a part of its day: write one for each day',
  );
  return { date, startMs, time: { start } };
}

function fault(issues: Issues, { name, span }: Property, problem: string, hint: string): void {
  issues.add('bad-time', { span }, `${name.toUpperCase()} ${problem}`, hint);
}
