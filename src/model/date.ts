import { lazyRegExp } from '../text/lazy.js';

/** A calendar date, `2018-03-26` (RFC 3339 full-date). */
export type IsoDate = string;

/** Days since 1970-01-01 of a date, or undefined when there is no such day. */
export function dayNumber(date: string): number | undefined {
  if (known.has(date)) return known.get(date);
  if (known.size > 1000) known.clear();
  const days = readDate(date);
  known.set(date, days);
  return days;
}

/** A conference has few dates, and asks for them all the time. */
const known = new Map<string, number | undefined>();

function readDate(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const exists = new Date(ms).toISOString().startsWith(date) && Number(match[1]) >= 100;
  return exists ? ms / 86_400_000 : undefined;
}

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
  if (day === undefined || !updatedForm().test(updated)) return undefined;
  if (updated.length === 10) return day * 86_400_000;
  const time = updated
    .slice(11)
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^(\d\d:\d\d)(?!:)/, '$1:00');
  return Date.parse(`${updated.slice(0, 10)}T${time}`);
}
