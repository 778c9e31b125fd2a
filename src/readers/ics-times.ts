import { dateOf, dayNumber, type IsoDate } from '../model/date.js';
import { clock, DAY, type Interval, type Minutes } from '../model/time.js';
import { instant, offsetAt } from '../model/zone.js';
import { quote } from './faults.js';
import { type Component, first, type Property, parameter, textOf } from './ics-components.js';
import { ianaZone, type Zone } from './ics-zones.js';
import type { Fault } from './reading.js';

/** A DATE or DATE-TIME value (RFC 5545 §3.3.4, §3.3.5). */
export interface Moment {
  /** Days since 1970-01-01 on the clocks of its zone. */
  readonly day: number;
  /** From midnight; 0 of a date. */
  readonly minutes: Minutes;
  readonly isDate: boolean;
  /** Absent for floating times and dates, which are in the agenda's zone. */
  readonly zone?: Zone;
  readonly isUtc: boolean;
}

export const UTC = ianaZone('UTC');

/** What reading times needs of the file they are in. */
export interface TimeContext {
  readonly zones: (tzid: string) => Zone | undefined;
  /** TZIDs that nothing is known of: each is a fault once. */
  readonly unknown: Set<string>;
  readonly faults: Fault[];
}

/** Reads a value of a property as a moment. A fault at the property gives undefined. */
export function momentOf(
  property: Property,
  context: TimeContext,
  value: unknown = property.values[0],
): Moment | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(?:(\d\d):(\d\d):(\d\d)?)?:?:?(Z)?)?$/.exec(String(value));
  const day = dayNumber(match?.[1] ?? '');
  const [hours, minutes, seconds] = [match?.[2], match?.[3], match?.[4]].map(part => Number(part ?? 0));
  if (match === null || day === undefined || (hours ?? 0) > 23 || (minutes ?? 0) > 59 || (seconds ?? 0) > 60) {
    const message = `${property.name.toUpperCase()} is no date or time that exists`;
    context.faults.push({ rule: 'bad-time', at: property.span, on: 'span', message, hint: 'write 20180326T100000Z' });
    return undefined;
  }
  const isDate = match[2] === undefined;
  const isUtc = !isDate && match[5] !== undefined;
  const zone = isUtc ? UTC : isDate ? undefined : named(property, context);
  return { day, minutes: (hours ?? 0) * 60 + (minutes ?? 0), isDate, isUtc, ...(zone && { zone }) };
}

function named(property: Property, { zones, unknown, faults }: TimeContext): Zone | undefined {
  const tzid = parameter(property, 'tzid');
  const zone = tzid === undefined ? undefined : zones(tzid);
  if (tzid === undefined || zone !== undefined || unknown.has(tzid)) return zone;
  unknown.add(tzid);
  const message = `nothing says what the time zone ${quote(tzid)} is: its times are taken for the agenda's`;
  faults.push({
    rule: 'bad-timezone',
    at: property.span,
    on: 'span',
    message,
    hint: 'write an IANA name, or a VTIMEZONE',
  });
  return undefined;
}

/** Epoch milliseconds of a moment; a floating one by the clocks of `zone`. */
export function msOf({ day, minutes, zone }: Moment, floating: Zone): number {
  return (zone ?? floating).instant(day, minutes);
}

/** The end of an event: a moment, or a length that is added to its start. */
export type End =
  | { readonly moment: Moment; readonly property: Property }
  | { readonly days: number; readonly ms: number; readonly property: Property };

/** Reads DTEND, else DURATION; undefined where neither is, or neither can be read. */
export function endOf(event: Component, context: TimeContext): End | undefined {
  const [dtend, duration] = [first(event, 'dtend'), first(event, 'duration')];
  if (dtend !== undefined) {
    const moment = momentOf(dtend, context);
    return moment && { moment, property: dtend };
  }
  if (duration === undefined) return undefined;
  const match = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(
    textOf(duration) ?? '',
  );
  if (match === null) {
    const message = `${quote(textOf(duration) ?? '')} is no duration of an event`;
    context.faults.push({ rule: 'bad-time', at: duration.span, on: 'span', message, hint: 'write PT1H30M' });
    return undefined;
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(part => Number(part ?? 0));
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000, property: duration };
}

/** When one occurrence of an event takes place, on one day. */
export interface When {
  readonly date: IsoDate;
  /** Absent where it can't be said in the clocks of one day and the next: a fault says so. */
  readonly time?: Interval;
  readonly startMs: number;
  readonly endMs?: number;
}

/** An event whose dates are whole days is one session a day: so many at most. */
const DAYS = 31;

/**
 * When an occurrence that starts at `start` takes place, by the clocks of the agenda; `base` is the start of the event's
 * first occurrence. Whole days go from 00:00 to 24:00, each for itself.
 */
export function whens(
  start: Moment,
  base: Moment,
  end: End | undefined,
  zone: string,
  faultAt: Property,
  faults: Fault[],
): readonly When[] {
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
    if (count > DAYS)
      fault(faults, faultAt, `lasts ${count} days: only the first ${DAYS} are read`, 'one file is one conference');
    return Array.from({ length: Math.min(DAYS, Math.max(1, count)) }, (_, i) => {
      const [startMs, endMs] = [floating.instant(start.day + i, 0), floating.instant(start.day + i + 1, 0)];
      return { date: dateOf(start.day + i), time: { start: 0, end: DAY }, startMs, endMs };
    });
  }
  const startMs = msOf(start, floating);
  const endMs = end && endMsOf(end, endMoment, { start, base }, floating);
  return [timed(startMs, endMs, zone, end?.property, faultAt, faults)];
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
  zone: string,
  ending: Property | undefined,
  starting: Property,
  faults: Fault[],
): When {
  const local = (ms: number) => Math.floor(ms / 60_000) + Math.round(offsetAt(zone, ms));
  const day = Math.floor(local(startMs) / DAY);
  const date = dateOf(day);
  const said = (ms: number, at: Property): Minutes | undefined => {
    const minutes = local(ms) - day * DAY;
    if (Math.abs(instant(date, minutes, zone).ms - ms) < 60_000) return minutes;
    fault(
      faults,
      at,
      `is the second ${clock(minutes)} of a night when clocks go back, which an agenda can't say`,
      'move it out of that hour',
    );
    return undefined;
  };
  const start = said(startMs, starting);
  if (start === undefined) return { date, startMs };
  if (endMs === undefined || endMs === startMs) return { date, startMs, time: { start } };
  if (endMs < startMs) {
    fault(faults, ending ?? starting, 'is before the start', 'an event ends after it starts');
    return { date, startMs, time: { start } };
  }
  const end = said(endMs, ending ?? starting);
  if (end === undefined) return { date, startMs };
  if (end < 2 * DAY) return { date, startMs, endMs, time: { start, end } };
  fault(
    faults,
    ending ?? starting,
    'is later than the next day',
    'a session is a part of its day: write one for each day',
  );
  return { date, startMs };
}

function fault(faults: Fault[], { name, span }: Property, problem: string, hint: string): void {
  faults.push({ rule: 'bad-time', at: span, on: 'span', message: `${name.toUpperCase()} ${problem}`, hint });
}
