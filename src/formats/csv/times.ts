import type { Unparsed } from '../../model/likely-time.js';
import { DAY, type Interval, type Minutes } from '../../model/time.js';
import { isUnparsed, parseInterval } from '../../model/written-time.js';
import { parseDuration } from '../import/iso8601.js';

/** A parsed value, or the problem and its remedy. */
export type Parsed<T> = { readonly value: T } | Unparsed;

/** A clock without what tables add to it: seconds of zero, `Uhr`, `hrs`. A number alone is an hour. */
function normalized(written: string): string {
  return written
    .trim()
    .replace(/^(\d{1,2}:\d{2}):00(?:\.0+)?(?=\D|$)/, '$1')
    .replace(/^0{1,2}(?=[:.]\d{2}\s?[ap]\.?\s?m)/i, '12')
    .replace(/\s*(?:uhr|hrs?|heures?|horas?)\.?$/i, '')
    .replace(/^(\d{1,2})$/, '$1:00');
}

/** Reads a start: `9:30`, `9h30`, `9.30 Uhr`, `9:30 AM`, `00:30+1`. */
export function readStart(written: string): Parsed<Minutes> {
  const text = normalized(written);
  const time = hasHalfDay(text) ? parseInterval(`${text}-${text}`) : parseInterval(`${text}-`);
  if (!isUnparsed(time)) return { value: time.start };
  if (/^24\D/.test(text)) return { problem: 'is not a start', hint: 'write 00:00 of the next day' };
  return { problem: 'is not a time of day', hint: 'write hours and minutes: 09:30' };
}

/** Reads an end: as a start, and `24:00`. */
export function readEnd(written: string): Parsed<Minutes> {
  const text = normalized(written);
  const time = parseInterval(hasHalfDay(text) ? `${text}-${text}` : `00:00-${text}`);
  if (!isUnparsed(time) && time.end !== undefined) return { value: time.end };
  return { problem: 'is not a time of day', hint: 'write hours and minutes: 10:30' };
}

/** A clock and no more, as most cells have it. */
const CLOCK = /^\s*\d{1,2}:\d{2}(?::\d{2})?\s*$/;

/** Reads a start and an end in one cell; undefined for a clock alone. */
export function readRange(written: string): Parsed<Interval> | undefined {
  if (CLOCK.test(written)) return undefined;
  const text = written.trim().replace(/^(?:from|von|de|das?)\s+/i, '');
  const pieces = text.split(/\s*[-–—]\s*|\s+(?:to|until|bis|à|a|au|hasta)\s+/i);
  const time = parseInterval(pieces.length === 2 ? pieces.map(normalized).join('-') : text);
  return isUnparsed(time) ? time : { value: time };
}

/** Reads a duration in minutes: `1:30`, `01:30:00`, `90`, `90 min`, `1h30`, `1.5 h`, `PT1H30M`. */
export function readDuration(written: string): Parsed<Minutes> {
  const text = written.trim().toLowerCase().replace(/\s+/g, '').replace(',', '.');
  const [, hours, minutes] =
    /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text) ?? /^(\d{1,3})(?:h|std\.?)([0-5]?\d)(?:m|min|mn)?$/.exec(text) ?? [];
  if (hours !== undefined) return { value: Number(hours) * 60 + Number(minutes) };
  const [, count] = /^(\d{1,4})(?:m|mn|min|mins|minuten|minutes|minutos|')?\.?$/.exec(text) ?? [];
  if (count !== undefined) return { value: Number(count) };
  const [, whole] = /^(\d{1,2}(?:\.\d+)?)(?:h|hr|hrs|hour|hours|std|stunden?|heures?|horas?)\.?$/.exec(text) ?? [];
  if (whole !== undefined) return { value: Math.round(Number(whole) * 60) };
  const iso = parseDuration(text.toUpperCase());
  if (iso !== undefined) return { value: iso.days * DAY + Math.floor(iso.seconds / 60) };
  return { problem: 'is not a duration', hint: 'write hours and minutes: 1:30' };
}

/**
 * The end that is probably meant where a table gives no date for it: `00:00` is midnight after the start, and up to 06:00
 * is on the next day where the start is at 18:00 or later.
 */
export function likelyEnd(start: Minutes, end: Minutes): Minutes {
  if (end > start) return end;
  return end === 0 || (start >= 18 * 60 && end <= 6 * 60) ? end + DAY : end;
}

/** True for a clock with am or pm. */
function hasHalfDay(text: string): boolean {
  return /[ap]\.?\s?m\.?$/i.test(text);
}
