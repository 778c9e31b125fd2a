import { dayNumber, type IsoDate, isDate } from '../../model/date.js';
import { DAY, type Minutes } from '../../model/time.js';

/** A date with what is said of the time of day: none, a clock, or a clock with its offset. */
export interface Stamp {
  readonly date: IsoDate;
  /** The days of the date since 1970-01-01. */
  readonly day: number;
  readonly minutes?: Minutes;
  /** Minutes east of UTC. */
  readonly offset?: Minutes;
}

const STAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)? ?(?:([Zz])|([+-])(\d{2}):?([0-5]\d)?)?)?$/;

/** Reads a date or a time of ISO 8601, with or without offset; whole minutes, seconds are cut off. */
export function stampOf(text: string): Stamp | undefined {
  const [, date = '', hour, minute, utc, sign, offsetHours, offsetMinutes = '0'] = STAMP.exec(text) ?? [];
  const day = dayNumber(date);
  if (day === undefined || !isDate(date)) return undefined;
  if (hour === undefined) return { date, day };
  const minutes = Number(hour) * 60 + Number(minute);
  if (utc !== undefined) return { date, day, minutes, offset: 0 };
  if (sign === undefined) return { date, day, minutes };
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  return Math.abs(offset) > 18 * 60 ? undefined : { date, day, minutes, offset };
}

/** The instant of a stamp with offset, in epoch milliseconds. */
export function instantOfStamp({ day, minutes, offset }: Stamp): number | undefined {
  if (minutes === undefined || offset === undefined) return undefined;
  return (day * DAY + minutes - offset) * 60_000;
}

/** The clock of `9:30` or `09:30:00`, in minutes; seconds are cut off. */
export function clockOf(text: string): Minutes | undefined {
  const [match, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/.exec(text) ?? [];
  return match === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

const ISO = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,8}(?:\.\d+)?S)?)?$/;

/**
 * The minutes of a duration: `1:30`, `01:30`, `1:02:00` (days, hours, minutes, as pretalx writes a day and more) or an
 * ISO 8601 duration. Where the first of three fields has a leading zero or the second is no hour, they are hours,
 * minutes and seconds.
 */
export function durationOf(text: string): Minutes | undefined {
  const [, first, second, third] = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (first === undefined) {
    const [match, weeks = 0, days = 0, hours = 0, minutes = 0] = ISO.exec(text) ?? [];
    if (match === undefined || /[PT]$/.test(text)) return undefined;
    return Number(weeks) * 7 * DAY + Number(days) * DAY + Number(hours) * 60 + Number(minutes);
  }
  if (third === undefined || /^0\d/.test(first) || Number(second) > 23) return Number(first) * 60 + Number(second);
  return Number(first) * DAY + Number(second) * 60 + Number(third);
}
