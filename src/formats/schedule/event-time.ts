import { dateOf, dayNumber, type IsoDate } from '../../model/date.js';
import { clock, DAY, type Interval, type Minutes } from '../../model/time.js';
import { instant, type TimeZone } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import { type IsoTimestamp, instantOfTimestamp, parseClock, parseDuration, parseTimestamp } from '../import/iso8601.js';
import type { Issues } from '../source/issues.js';
import type { SourceDay, SourceEvent, SourceValue } from './source.js';

/** What the times of events need to know of their day. */
export interface DayFrame {
  readonly date?: IsoDate | undefined;
  /** The days of the date since 1970-01-01. */
  readonly number?: number | undefined;
  /** The start and end of its programme in local minutes from midnight of the date, where the file has them. */
  readonly from?: Minutes | undefined;
  readonly until?: Minutes | undefined;
}

/** The date of the day that an event belongs to, and its time in local minutes from midnight of that date. */
export interface EventTime {
  readonly date?: IsoDate | undefined;
  readonly time?: Interval | undefined;
}

/** An event may begin at this clock of the next date and still belong to its day, where the day does not say when it ends. */
const LATEST_START = 12 * 60;

/** The date of a day and its programme; `change` is the clock at which one programme ends and the next begins. */
export function frameOf(
  { span: at, date, start, end, events }: SourceDay,
  change: SourceValue | undefined,
  zone: TimeZone,
  issues: Issues,
): DayFrame {
  const first = start && parseTimestamp(start.value);
  const given = date && parseTimestamp(date.value)?.date;
  if (date !== undefined && given === undefined)
    issues.add(
      'bad-date',
      { span: date.span },
      `${quote(date.value)} is not a date`,
      'it wants year-month-day: 2018-03-26',
    );
  const likely = events.find(event => event.date !== undefined)?.date;
  const on = given ?? first?.date ?? (likely && parseTimestamp(likely.value)?.date);
  if (on === undefined) {
    if (date === undefined)
      issues.add(
        'missing-field',
        { span: at },
        'a day needs date',
        'add date: without one its sessions have no place in a listing',
      );
    return {};
  }
  const number = dayNumber(on) ?? 0;
  const base = number * DAY;
  const local = (stamp: IsoTimestamp | undefined) => {
    const minutes = stamp === undefined ? undefined : localOf(stamp, zone);
    return minutes === undefined ? undefined : minutes - base;
  };
  const changes = change && parseClock(change.value);
  if (changes !== undefined) return { date: on, number, from: changes, until: changes + DAY };
  return { date: on, number, from: local(first), until: local(end && parseTimestamp(end.value)) };
}

/**
 * The time of an event: its instant in the zone, else its clock on the day's date, or on the next date for a clock before
 * the beginning of the day's programme. Reports contradictions.
 */
export function timeOf(event: SourceEvent, day: DayFrame, zone: TimeZone, issues: Issues): EventTime {
  const start = startOf(event, day, zone, issues);
  const minutes = minutesOf(event, issues);
  if (start === undefined) return { date: day.date };
  if (start.absolute === undefined)
    return { time: interval(start.clock, minutes && writableEnd(start.clock + minutes, event, issues)) };
  const { absolute, ms } = start;
  const number = ownDay(absolute, day) ?? reported(event, absolute, day, issues);
  const date = number === day.number && day.date !== undefined ? day.date : dateOf(number);
  const base = number * DAY;
  const begins = absolute - base;
  const from = ms ?? instant(date, begins, zone).ms;
  const until = event.end && parseTimestamp(event.end.value);
  const end = until && localOf(until, zone);
  if (end !== undefined) return { date, time: interval(begins, writableEnd(end - base, event, issues)) };
  if (minutes === undefined) return { date, time: { start: begins } };
  const ends = localAt(from + minutes * 60_000, zone) - base;
  return { date, time: interval(begins, writableEnd(ends > begins ? ends : begins + minutes, event, issues)) };
}

/** An end that an agenda can hold: at the end of the next day at the latest. Reports a later one. */
function writableEnd(end: Minutes, { end: source, duration, span }: SourceEvent, issues: Issues): Minutes | undefined {
  if (end <= 2 * DAY) return end;
  issues.add(
    'bad-time',
    { span: (source ?? duration)?.span ?? span },
    'the event ends later than the next day',
    'a session is a part of its day: write one for each day',
  );
  return undefined;
}

type Start =
  | { readonly absolute: Minutes; readonly ms?: number | undefined }
  | { readonly absolute?: undefined; readonly clock: Minutes };

/** The start of an event, in local minutes since 1970-01-01, or as a clock where the date is not known. */
function startOf(event: SourceEvent, day: DayFrame, zone: TimeZone, issues: Issues): Start | undefined {
  const { date, start } = event;
  const stamp = (date && parseTimestamp(date.value)) ?? (start && parseTimestamp(start.value));
  const shown = start && (parseClock(start.value) ?? parseTimestamp(start.value)?.minutes);
  if (date !== undefined && stamp === undefined)
    issues.add(
      'bad-date',
      { span: date.span },
      `${quote(date.value)} is not a date and time`,
      'it wants 2018-03-26T10:00:00-04:00',
    );
  if (start !== undefined && shown === undefined)
    issues.add(
      'bad-time',
      { span: start.span },
      `the start ${quote(start.value)} is not a time of the day`,
      'it wants 09:30',
    );
  const local = stamp && localOf(stamp, zone);
  if (stamp !== undefined && local !== undefined) {
    const clocks = [stamp.minutes, timeOfDay(local)];
    if (start !== undefined && shown !== undefined && !clocks.includes(shown))
      issues.add(
        'bad-time',
        { span: start.span },
        `the start is ${clock(shown)}, but the date of the event says ${clock(stamp.minutes ?? 0)}`,
        'the date was taken: mend the one that is wrong',
      );
    return { absolute: local, ms: instantOfTimestamp(stamp) };
  }
  if (shown === undefined) {
    if (start === undefined && (date === undefined || stamp !== undefined))
      issues.add(
        'missing-field',
        { span: event.span },
        'an event needs start',
        'add start with the time of day, such as 09:30',
      );
    return undefined;
  }
  const on = stamp === undefined ? day.number : stamp.day;
  if (on === undefined) return { clock: shown };
  return { absolute: on * DAY + shown + (stamp === undefined && isLate(shown, day) ? DAY : 0) };
}

/** True for a clock before the beginning of a programme that goes on into the next date. */
function isLate(shown: Minutes, { from, until }: DayFrame): boolean {
  return from !== undefined && until !== undefined && shown < from && shown + DAY < until;
}

/** The day that an event stands under, where the event can belong to its programme. */
function ownDay(absolute: Minutes, { number, until }: DayFrame): number | undefined {
  if (number === undefined) return Math.floor(absolute / DAY);
  const minutes = absolute - number * DAY;
  return minutes >= 0 && minutes < Math.max(DAY + LATEST_START, Math.min(until ?? 0, 2 * DAY)) ? number : undefined;
}

/** The date of an event that cannot belong to its day. Reports it, unless only the zone of the agenda moves it there. */
function reported(event: SourceEvent, absolute: Minutes, { date }: DayFrame, issues: Issues): number {
  const own = Math.floor(absolute / DAY);
  const written = event.date && parseTimestamp(event.date.value)?.date;
  if (written !== date)
    issues.add(
      'bad-date',
      { span: (event.date ?? event).span },
      `the event is on ${dateOf(own)}, but stands under the day ${date}`,
      'its own date was taken: mend the one that is wrong',
    );
  return own;
}

/** The announced length; undefined for none or zero. */
function minutesOf({ duration }: SourceEvent, issues: Issues): Minutes | undefined {
  if (duration === undefined) return undefined;
  const minutes = minutesOfDuration(duration.value);
  if (minutes === undefined)
    issues.add(
      'bad-time',
      { span: duration.span },
      `the duration ${quote(duration.value)} is not hours and minutes`,
      'it wants 01:30',
    );
  return minutes || undefined;
}

/** Local minutes since 1970-01-01 of a timestamp; one without offset is local already. */
function localOf(stamp: IsoTimestamp, zone: TimeZone): Minutes | undefined {
  const ms = instantOfTimestamp(stamp);
  if (ms !== undefined) return localAt(ms, zone);
  return stamp.minutes === undefined ? undefined : stamp.day * DAY + stamp.minutes;
}

function localAt(ms: number, zone: TimeZone): Minutes {
  return Math.floor(ms / 60_000 + zone.offsetAt(ms));
}

function interval(start: Minutes, end: Minutes | undefined): Interval {
  return end === undefined ? { start } : { start, end };
}

function timeOfDay(minutes: Minutes): Minutes {
  return ((minutes % DAY) + DAY) % DAY;
}

/**
 * The minutes of a duration: `1:30`, `01:30`, `1:02:00` (days, hours, minutes, as pretalx writes a day and more) or an
 * ISO 8601 duration. Where the first of three fields has a leading zero or the second is no hour, they are hours,
 * minutes and seconds.
 */
function minutesOfDuration(text: string): Minutes | undefined {
  const [, first, second, third] = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (first === undefined) {
    const duration = parseDuration(text);
    return duration && duration.days * DAY + Math.floor(duration.seconds / 60);
  }
  if (third === undefined || /^0\d/.test(first) || Number(second) > 23) return Number(first) * 60 + Number(second);
  return Number(first) * DAY + Number(second) * 60 + Number(third);
}
