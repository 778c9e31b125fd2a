import { fold } from '../text/fold.js';
import { lazyRegExp } from '../text/lazy.js';
import { type Correction, correction } from '../text/nearest.js';
import { spokenTime } from './spoken-time.js';

/** Whole minutes from midnight of the day that a session belongs to: 570 is 09:30, 1470 is 00:30 of the next day. */
export type Minutes = number;

/** Minutes of a day. */
export const DAY = 1440;

/** A half-open interval `[start, end)` of local time; no end when none is announced. */
export interface Interval {
  readonly start: Minutes;
  readonly end?: Minutes;
}

/** What is written for a time where no clock is announced: a part of the day, or to be confirmed. */
export const TIME_WORDS = ['morning', 'afternoon', 'evening', 'tbc'] as const;
export type TimeWord = (typeof TIME_WORDS)[number];

/** When a session is: by the clock, or in a word. */
export type SessionTime = Interval | TimeWord;

/** True for a time by the clock. */
export function isClock(time: SessionTime): time is Interval {
  return typeof time !== 'string';
}

/** Where each word is sorted, in minutes of its day, before clocks of the same minute; `tbc` behind all of them. */
const SORTED_AT: Readonly<Record<TimeWord, Minutes>> = { morning: 0, afternoon: 720, evening: 1080, tbc: 3 * DAY };

/** What times of one day are sorted by: minutes from midnight, a word half a minute before clocks of the same minute. */
export function sortMinutes(time: SessionTime): number {
  return isClock(time) ? time.start : SORTED_AT[time] - 0.5;
}

/** Why a text could not be parsed (`has no end`), and what was probably meant. */
export interface Unparsed extends Correction {
  readonly problem: string;
  /** The start, where that can be read and only the rest cannot. */
  readonly start?: Minutes;
}

/** `09:30`; `00:30+1` on the next day and `23:30-1` on the one before; as an end, midnight is `24:00`, or `24:00+1`. */
export function clock(minutes: Minutes, as: 'start' | 'end' = 'start'): string {
  const midnight = as === 'end' && minutes > 0 && minutes % DAY === 0;
  const days = Math.floor(minutes / DAY) - (midnight ? 1 : 0);
  const rest = minutes - days * DAY;
  const text = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return days === 0 ? text : `${text}${days > 0 ? '+' : '-'}${Math.abs(days)}`;
}

/** The canonical form of a time by the clock or in a word. */
export function formatTime(time: SessionTime): string {
  return isClock(time) ? formatInterval(time) : time;
}

/** The canonical form: `09:00-10:00`, `23:00-01:00+1`, `19:00-` without an announced end. */
export function formatInterval({ start, end }: Interval): string {
  return `${clock(start)}-${end === undefined ? '' : clock(end, 'end')}`;
}

/**
 * An interval for people, who are told another day than that of the session by its name: `Tue 21:00-22:30`,
 * `23:00-Wed 00:30`. `weekday` names the day so many after that of the session.
 */
export function spokenInterval({ start, end }: Interval, weekday: (days: number) => string): string {
  const first = Math.floor(start / DAY) * DAY;
  const isSame = end !== undefined && end >= first && end <= first + DAY;
  const last = isSame ? clock(end - first, 'end') : end === undefined ? '' : spokenClock(end, weekday, true);
  return `${spokenClock(start, weekday)}-${last}`;
}

/** The two sides of {@link spokenInterval}, each by itself: `Tue 21:00` and `Tue 22:30`; empty without an end. */
export function spokenSides({ start, end }: Interval, weekday: (days: number) => string): [start: string, end: string] {
  if (end === undefined) return [spokenClock(start, weekday), ''];
  const days = Math.floor(start / DAY);
  if (end !== (days + 1) * DAY) return [spokenClock(start, weekday), spokenClock(end, weekday)];
  return [spokenClock(start, weekday), days === 0 ? '24:00' : `${weekday(days)} 24:00`];
}

/** A clock, behind the name of its day where that is not the session's, or where `always`: `Tue 21:00`. */
export function spokenClock(minutes: Minutes, weekday: (days: number) => string, always = false): string {
  const days = Math.floor(minutes / DAY);
  return `${days === 0 && !always ? '' : `${weekday(days)} `}${clock(minutes - days * DAY)}`;
}

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

/** One side without gaps, in lower case: hours, minutes (absent in `9h`), am or pm, a day later. */
const SIDE = /^(\d{1,2})(?:[:.](\d{2})|h(\d{2})?)?(?:([ap])\.?m\.?)?(\+1)?$/;

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

/** What is wrong with a text that is no interval, given as it is written and without gaps. */
function unreadable(written: string, text: string): Unparsed {
  const [left = '', right, ...more] = text.split('-');
  const isOneSided = right !== undefined && HALF.test(left) !== HALF.test(right);
  const { sides, lasts } = spokenTime(written);
  if (right === undefined && sides.length === 1 && lasts === undefined) return lone(sides[0] ?? '');
  const likely = lasts === undefined ? likelyRange(sides) : likelyStart(sides[0] ?? '', lasts);
  if (right === undefined || (likely === undefined && sides.length !== 2)) {
    const [problem, otherwise] =
      sides.length > 2
        ? ['is more than one range', 'a session has one start and one end: write a session for each range']
        : ['is not a time range', 'write start and end: 10:00-10:30'];
    return unparsed(problem, correction(likely, otherwise));
  }
  if (/^24\D/.test(left))
    return unparsed('starts at 24:00', { hint: 'write 00:00+1 for midnight at the end of the day' });
  const remedy = correction(likely, limits(text) ?? 'write start and end: 10:00-10:30');
  if (isOneSided && minutesOf(left) !== undefined && minutesOf(right) !== undefined)
    return unparsed('says am or pm on one side only', remedy);
  if (more.length > 0) return unparsed('is more than one range', remedy);
  const side = minutesOf(left) === undefined || !/\D/.test(left) ? 'before' : 'after';
  return unparsed(`has no time that can be read ${side} the dash`, remedy);
}

/** `am` or `pm`, whose first letter is the first group. */
const HALF = /([ap])\.?m/;

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

/** What is written for one of the words by those who don't know it, folded. */
const MEANT: Readonly<Record<TimeWord, readonly string[]>> = {
  morning: [
    'matin',
    'matinee',
    'manana',
    'por la manana',
    'утро',
    'утром',
    'صباحا',
    'الصباح',
    '上午',
    '早上',
    'vormittag',
  ],
  afternoon: ['apres-midi', 'tarde', 'por la tarde', 'после обеда', 'днем', 'بعد الظهر', '下午', 'nachmittag'],
  evening: ['soir', 'soiree', 'noche', 'por la noche', 'вечер', 'вечером', 'مساء', 'المساء', '晚上', 'abend'],
  tbc: [
    ...['tbd', 'tba', 't.b.c.', 't.b.d.', 't.b.a.', '?', '??', '???', 'open', 'unknown', 'later'],
    ...['to be confirmed', 'to be determined', 'to be announced', 'a confirmer', 'a determiner', 'a preciser'],
    ...[
      'por confirmar',
      'por determinar',
      'уточняется',
      'будет уточнено',
      'يحدد لاحقا',
      'سيحدد لاحقا',
      '待定',
      '待确认',
    ],
  ],
};

/** The word for a time where no clock is announced that a text means, in the six languages of labels and German. */
export function timeWordIn(written: string): TimeWord | undefined {
  const folded = fold(written.trim().slice(0, 100));
  return TIME_WORDS.find(known => known === folded || MEANT[known].includes(folded));
}

/** Reads a time by the clock, or one of {@link TIME_WORDS}. */
export function parseTime(written: string): SessionTime | Unparsed {
  if (CANONICAL.test(written)) return parseInterval(written);
  const folded = fold(written.trim().slice(0, 100));
  const word = TIME_WORDS.find(known => known === folded);
  if (word !== undefined) return word;
  const meant = TIME_WORDS.find(known => MEANT[known].includes(folded));
  if (meant !== undefined) return unparsed('is not a time', correction(meant, ''));
  const [, start] = OPEN.exec(written) ?? [];
  return parseInterval(start !== undefined && form().test(start) ? start : written);
}

/** True for what could not be parsed. */
export function isUnparsed(parsed: object): parsed is Unparsed {
  return 'problem' in parsed;
}

/** A pattern of letters in any case. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

/** Minutes of the longest session whose start and end may have changed places; of a longer one a digit is likelier to be wrong. */
const LONGEST_TURNED = 4 * 60;

/** What was probably meant by an end that is not after its start, as a canonical time. */
export function likelyInterval({ start, end }: Interval): string | undefined {
  if (end === undefined || end > start) return undefined;
  const afternoon = end + DAY / 2;
  const wholeDay = Math.floor(start / DAY) * DAY;
  if (end < wholeDay) return formatInterval({ start, end: end + wholeDay });
  if (end < DAY / 2 && start < DAY && afternoon > start && afternoon - start <= 4 * 60)
    return formatInterval({ start, end: afternoon });
  if (start >= 18 * 60 && end <= 6 * 60) return formatInterval({ start, end: end + DAY });
  return end === start || start - end > LONGEST_TURNED ? undefined : formatInterval({ start: end, end: start });
}

/** The start of a text that is no interval: of 12 hours with its half of the day, else of 24 hours where no end has a half. */
function loneStart(left: string, right = ''): Minutes | undefined {
  const isHalfDay = HALF.test(left);
  if (!isHalfDay && HALF.test(right)) return undefined;
  return form().test(isHalfDay ? `${left}-${left}` : `${left}-`) ? minutesOf(left) : undefined;
}

/** The minutes of one side, or undefined when it is none. */
function minutesOf(text: string): Minutes | undefined {
  const [match, hour, minute, minuteOfH, half, next] = SIDE.exec(text) ?? [];
  if (match === undefined) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  const minutes = Number(minute ?? minuteOfH ?? 0);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  return hours * 60 + minutes + (next === undefined ? 0 : DAY);
}

function lone(text: string): Unparsed {
  const start = minutesOf(text);
  if (start === undefined) {
    const mended = mend(text);
    return unparsed(
      'is not a time range',
      correction(mended === undefined ? undefined : `${clock(mended)}-`, 'write start and end: 10:00-10:30'),
    );
  }
  const from = clock(start);
  const range = `${from}-${clock(start + 60, 'end')}`;
  return unparsed('has no end', { hint: `write start and end: ${range}; or ${from}- if no end is announced` });
}

/** The hint for a clock that there is not. */
function limits(text: string): string | undefined {
  if (/[:.h][6-9]\d/.test(text)) return 'minutes go to 59: write start and end as 10:00-10:30';
  return /(?:2[5-9]|[3-9]\d)[:.h]/.test(text)
    ? 'hours go to 24, and +1 is the next day: write start and end as 23:00-01:00+1'
    : undefined;
}

/** Reads what is nearly a time: letters for digits (`1O:00`), bare hours (`9-10`), seconds (`10:00:00`), other separators. */
function mend(text: string): Minutes | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/o/g, '0')
    .replace(/[li|]/g, '1')
    .replace(/[;,_]/g, ':')
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
  return minutesOf(digits) ?? minutesOf(digits.replace(/^(\d{2}|[1-9])(\d{2})$/, '$1:$2'));
}

/** The time that two sides most likely mean; undefined for more or fewer, and where one of them is no time. */
function likelyRange([left = '', right, ...more]: readonly string[]): string | undefined {
  if (right === undefined || more.length > 0) return undefined;
  const [start, end] = [mend(left), right === '' ? undefined : mend(right)];
  if (HALF.test(left) !== HALF.test(right)) return likelyHalf(left, right);
  if (start === undefined) return undefined;
  if (right === '') return formatInterval({ start });
  return end === undefined ? undefined : (likelyInterval({ start, end }) ?? formatInterval({ start, end }));
}

/** The time that a start and a duration make. */
function likelyStart(text: string, minutes: number): string | undefined {
  const start = mend(text);
  return start === undefined ? undefined : formatInterval({ start, end: start + minutes });
}

/** The time that is most likely meant where one side says am or pm. */
function likelyHalf(left: string, right: string): string | undefined {
  const told = HALF.exec(left + right)?.[0] ?? 'am';
  const candidates = [told, 'am', 'pm'].map(half => {
    const both = [left, right].map(side => (HALF.test(side) ? side : side.replace(/(\+1)?$/, `${half}$1`)));
    const [start = Number.NaN, end = Number.NaN] = both.map(mend);
    return { start, end };
  });
  const likely = candidates.find(({ start, end }) => end > start);
  return likely === undefined ? undefined : formatInterval(likely);
}

function unparsed(problem: string, remedy: Correction): Unparsed {
  return { problem, ...remedy };
}
