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

/** One side without gaps, in lower case: hours, minutes (absent in `9h`), am or pm, a day later. */
const SIDE = /^(\d{1,2})(?:[:.](\d{2})|h(\d{2})?)?(?:([ap])\.?m\.?)?(\+1)?$/;

/** `am` or `pm`, whose first letter is the first group. */
export const HALF = /([ap])\.?m/;

/** The minutes of one side, or undefined when it is none. */
export function minutesOf(text: string): Minutes | undefined {
  const [match, hour, minute, minuteOfH, half, next] = SIDE.exec(text) ?? [];
  if (match === undefined) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  const minutes = Number(minute ?? minuteOfH ?? 0);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  return hours * 60 + minutes + (next === undefined ? 0 : DAY);
}
