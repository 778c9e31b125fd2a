import { lazyRegExp } from '../text/lazy.js';

/** A calendar date, `2018-03-26` (RFC 3339 full-date). */
export type IsoDate = string;

/** Days since 1970-01-01 of a date from the year 100 on, or undefined when there is no such day. */
export function dayNumber(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const ms = Date.UTC(year, month - 1, day);
  const made = new Date(ms);
  // What is past the end of a month is in the next one.
  const exists = year >= 100 && month >= 1 && month <= 12 && made.getUTCDate() === day;
  return exists ? ms / 86_400_000 : undefined;
}

/**
 * True for a date that an agenda can have. After the year 9998 there are none: a session may end on the next day, another
 * zone be a day ahead, and no format writes a year of five digits (RFC 3339 §5.6, RFC 5545 §3.3.4).
 */
export function isDate(text: string): boolean {
  return dayNumber(text) !== undefined && text < '9999';
}

/** What to write in place of a date that exists, but that {@link isDate} refuses. */
export const YEARS = 'write a year up to 9998';

/** The date that is `days` after 1970-01-01. */
export function dateOf(days: number): IsoDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `Monday 26 March 2018`. */
export function longDate(date: IsoDate): string {
  const at = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** A date, or a time with its offset (RFC 3339 date-time, the `T` or a space), as the source of a regular expression. */
export const UPDATED =
  '^\\d{4}-\\d{2}-\\d{2}(?:[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?\\s?(?:[Zz]|[+-](?:0\\d|1[0-4]):[0-5]\\d))?$';

const updatedForm = lazyRegExp(UPDATED);

/**
 * The instant of an `updated` value, in epoch milliseconds: a date is midnight UTC. Undefined when it is neither a date
 * that exists nor a time with its offset on one.
 */
export function instantOf(updated: string): number | undefined {
  const day = dayNumber(updated.slice(0, 10));
  if (day === undefined || !isDate(updated.slice(0, 10)) || !updatedForm().test(updated)) return undefined;
  if (updated.length === 10) return day * 86_400_000;
  const time = updated
    .slice(11)
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^(\d\d:\d\d)(?!:)/, '$1:00');
  return Date.parse(`${updated.slice(0, 10)}T${time}`);
}
