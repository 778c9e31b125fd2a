import { fold } from '../text/fold.js';
import { lazyRegExp } from '../text/lazy.js';
import { correction } from '../text/nearest.js';
import { timeWordIn, type Unparsed, unreadable } from './likely-time.js';
import { DAY, HALF, type Interval, type Minutes, minutesOf, type SessionTime, TIME_WORDS } from './time.js';

/** Spaces of any kind, those that do not break among them. */
const GAP = '[\\s\\u2060]*';
/** The dashes that people type: hyphens, figure, en and em dash, horizontal bar, minus, small and fullwidth hyphen. */
const DASH = '[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]';
const NEXT_DAY = `(?:${GAP}\\+${GAP}1)?`;
const MINUTES = `(?:${GAP}[:.]${GAP}[0-5]\\d|${GAP}[hH](?:${GAP}[0-5]\\d)?)`;
const START_24 = `(?:[01]?\\d|2[0-3])${MINUTES}${NEXT_DAY}`;
const END_24 = `(?:(?:[01]?\\d|2[0-3])${MINUTES}|24(?:${GAP}[:.]${GAP}00|${GAP}[hH](?:${GAP}00)?))${NEXT_DAY}`;
const HALF_CLOCK = `(?:0?[1-9]|1[0-2])(?:${GAP}[:.]${GAP}[0-5]\\d)?`;
const HALF_DAY = `${HALF_CLOCK}${GAP}[aApP]\\.?${GAP}[mM]\\.?${NEXT_DAY}`;

/**
 * What {@link parseInterval} reads, as the source of a regular expression without flags; of am or pm at the end alone it
 * reads only what makes a start before the end.
 */
export const INTERVAL = [
  `^${GAP}${START_24}${GAP}${DASH}${GAP}(?:${END_24}${GAP})?$`,
  `^${GAP}(?:${HALF_DAY}|${HALF_CLOCK})${GAP}${DASH}${GAP}${HALF_DAY}${GAP}$`,
].join('|');

/** What {@link parseTime} reads, as the source of a regular expression without flags. */
export const TIME = [
  INTERVAL,
  ...TIME_WORDS.map(word => `^\\s*${anyCase(word)}\\s*$`),
  `^${GAP}${START_24}${GAP}${DASH}${GAP}${anyCase('tbc')}\\s*$`,
].join('|');

/** What nearly every time looks like; for these the rest need not be looked at. */
const CANONICAL = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
const form = lazyRegExp(INTERVAL);
const gaps = lazyRegExp(GAP.replace('*', '+'), 'g');
const dashes = lazyRegExp(DASH, 'g');

/**
 * Reads a time as people write it: `10:00-10:30`, `9h – 10h`, `16.30-17.00`, `9:30 am - 1 pm`, `23:00-01:00+1`, `19:00-`.
 * The interval comes back as written, even where the end is not after the start: that is for a rule to judge.
 */
export function parseInterval(written: string): Interval | Unparsed {
  const [, hour, minute, endHour, endMinute] = CANONICAL.exec(written) ?? [];
  if (hour !== undefined)
    return { start: Number(hour) * 60 + Number(minute), end: Number(endHour) * 60 + Number(endMinute) };
  const text = written.toLowerCase().replace(gaps(), '').replace(dashes(), '-');
  const [left = '', right] = text.split('-');
  const isOneSided = right !== undefined && HALF.test(left) !== HALF.test(right);
  if (form().test(written)) {
    const [start, end] = [left, right ?? ''].map(minutesOf);
    const read = isOneSided
      ? withHalfOfEnd(left, end)
      : start === undefined
        ? undefined
        : { start, ...(end !== undefined && { end }) };
    if (read !== undefined) return read;
  }
  const start = loneStart(left, right);
  const failed = unreadable(written, text);
  return start === undefined ? failed : { ...failed, start };
}

/** A start whose half of the day the end alone says: that of the end, or the other where it would not be before the end. */
function withHalfOfEnd(left: string, end: Minutes | undefined): Interval | undefined {
  const bare = minutesOf(left);
  if (bare === undefined || end === undefined || end >= DAY) return undefined;
  const half = end % DAY >= DAY / 2 ? DAY / 2 : 0;
  const starts = [(bare % (DAY / 2)) + half, (bare % (DAY / 2)) + (half === 0 ? DAY / 2 : 0)];
  const start = starts.find(other => other < end);
  return start === undefined ? undefined : { start, end };
}

/** `10:00-tbc`: the start is announced, the end is to come. */
const OPEN = /^(.*?)(?:tbc)\s*$/is;

/** Reads a time by the clock, or one of {@link TIME_WORDS}. */
export function parseTime(written: string): SessionTime | Unparsed {
  if (CANONICAL.test(written)) return parseInterval(written);
  const folded = fold(written.trim().slice(0, 100));
  const word = TIME_WORDS.find(known => known === folded);
  if (word !== undefined) return word;
  const [, start] = OPEN.exec(written) ?? [];
  const parsed = parseInterval(start !== undefined && form().test(start) ? start : written);
  const meant = isUnparsed(parsed) ? timeWordIn(written) : undefined;
  return meant === undefined ? parsed : { problem: 'is not a time', ...correction(meant, '') };
}

/** True for what could not be parsed. */
export function isUnparsed(parsed: object): parsed is Unparsed {
  return 'problem' in parsed;
}

/** A pattern of letters in any case. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

/** The start of a text that is no interval: of 12 hours with its half of the day, else of 24 hours where no end has a half. */
function loneStart(left: string, right = ''): Minutes | undefined {
  const isHalfDay = HALF.test(left);
  if (!isHalfDay && HALF.test(right)) return undefined;
  return form().test(isHalfDay ? `${left}-${left}` : `${left}-`) ? minutesOf(left) : undefined;
}
