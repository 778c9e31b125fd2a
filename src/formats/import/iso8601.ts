import { dayNumber, type IsoDate, isDate } from '../../model/date.js';
import { DAY, type Minutes } from '../../model/time.js';
import type { TimeZone } from '../../model/zone.js';

/** A date and what is said of its time of day: nothing, a clock, or a clock with its offset (ISO 8601-1 §5.4). */
export interface IsoTimestamp {
  readonly date: IsoDate;
  /** The days of the date since 1970-01-01. */
  readonly day: number;
  readonly minutes?: Minutes;
  /** Minutes east of UTC. */
  readonly offset?: Minutes;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)? ?([Zz]|[+-]\d{2}:?(?:[0-5]\d)?)?)?$/;

/** No clock is further from UTC. */
const FURTHEST: Minutes = 18 * 60;

/** Parses a date, or a date and time with or without offset. Seconds are cut off. Undefined for anything else. */
export function parseTimestamp(text: string): IsoTimestamp | undefined {
  const [, date = '', hour, minute, zone] = TIMESTAMP.exec(text) ?? [];
  const day = dayNumber(date);
  if (day === undefined || !isDate(date)) return undefined;
  if (hour === undefined) return { date, day };
  const minutes = Number(hour) * 60 + Number(minute);
  if (zone === undefined) return { date, day, minutes };
  const offset = parseOffset(zone);
  return offset === undefined || Math.abs(offset) > FURTHEST ? undefined : { date, day, minutes, offset };
}

/** The instant of a timestamp with offset, in epoch milliseconds; undefined without one. */
export function instantOfTimestamp({ day, minutes, offset }: IsoTimestamp): number | undefined {
  if (minutes === undefined || offset === undefined) return undefined;
  return (day * DAY + minutes - offset) * 60_000;
}

/** Local minutes since 1970-01-01 of a timestamp in a zone; one without offset is local already. Undefined without a time. */
export function localMinutesOf(stamp: IsoTimestamp, zone: TimeZone): Minutes | undefined {
  const ms = instantOfTimestamp(stamp);
  if (ms !== undefined) return localAt(ms, zone);
  return stamp.minutes === undefined ? undefined : stamp.day * DAY + stamp.minutes;
}

/** Local minutes since 1970-01-01 of an instant in epoch milliseconds. */
export function localAt(ms: number, zone: TimeZone): Minutes {
  return Math.floor(ms / 60_000 + zone.offsetAt(ms));
}

/** Parses an offset as minutes east of UTC: `Z`, `+01:00`, `-0430`, `+01`. Seconds are cut off. */
export function parseOffset(text: string): Minutes | undefined {
  const [match, sign, hours, minutes = 0] =
    /^(?:[Zz]|([+-])([01]\d|2[0-3]):?([0-5]\d)?(?::?[0-5]\d)?)$/.exec(text) ?? [];
  if (match === undefined) return undefined;
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Parses a clock as minutes from midnight: `9:30`, `09:30:00`. Seconds are cut off. */
export function parseClock(text: string): Minutes | undefined {
  const [match, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/.exec(text) ?? [];
  return match === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

const DURATION = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d+)?S)?)?$/;

/**
 * Parses a duration without years and months (ISO 8601-1 §5.5.2, RFC 5545 §3.3.6): `P1D`, `PT1H30M`, `P2W`. The days of the
 * calendar are apart from the time, since not every day has 24 hours. Fractions of a second are cut off.
 */
export function parseDuration(text: string): { readonly days: number; readonly seconds: number } | undefined {
  const match = DURATION.exec(text);
  if (match === null || /[PT]$/.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(part => Number(part ?? 0));
  return { days: weeks * 7 + days, seconds: (hours * 60 + minutes) * 60 + seconds };
}
