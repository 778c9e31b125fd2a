import { dateOf, type IsoDate } from '../../model/date.js';
import { clock, DAY, type Interval, type Minutes } from '../../model/time.js';
import { instant, type TimeZone } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import { instantOfTimestamp, localAt, localMinutesOf, parseClock, parseTimestamp } from '../import/iso8601.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import type { SourceEvent } from './source.js';

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

/** One event with its time. */
export interface TimedEvent extends EventTime {
  readonly event: SourceEvent;
}

/** What the times of one schedule share. */
export interface TimeContext {
  readonly zone: TimeZone;
  readonly issues: Issues;
  readonly accounts: Accounts;
  /** Parses an announced length in minutes; undefined for a text that is none. */
  readonly durationOf: (text: string) => Minutes | undefined;
}

/**
 * The time of an event: its instant in the zone, else its clock on the day's date, or on the next date for a clock before
 * the beginning of the day's programme. Tells contradictions.
 */
export function timeOf(event: SourceEvent, day: DayFrame, context: TimeContext): EventTime {
  const { zone, issues, accounts } = context;
  const start = startOf(event, day, context);
  const minutes = minutesOf(event, context);
  tellSeconds(event, accounts);
  const end = endOf(event, start?.absolute, context);
  if (start === undefined) return { date: day.date };
  if (start.absolute === undefined)
    return { time: interval(start.clock, minutes && writableEnd(start.clock + minutes, event, issues)) };
  const { absolute, ms } = start;
  const number = ownDay(absolute, day) ?? reported(event, absolute, day, accounts);
  const date = number === day.number && day.date !== undefined ? day.date : dateOf(number);
  const base = number * DAY;
  const begins = absolute - base;
  const from = ms ?? instant(date, begins, zone).ms;
  const ends = minutes === undefined ? undefined : localAt(from + minutes * 60_000, zone) - base;
  if (end !== undefined) {
    if (ends !== undefined && ends !== end - base) tellDuration(event, accounts);
    return { date, time: interval(begins, writableEnd(end - base, event, issues)) };
  }
  if (minutes === undefined || ends === undefined) return { date, time: { start: begins } };
  return { date, time: interval(begins, writableEnd(ends > begins ? ends : begins + minutes, event, issues)) };
}

/** The announced end, in local minutes since 1970-01-01: an instant, or a clock after the start. Reports what is neither. */
function endOf({ end }: SourceEvent, start: Minutes | undefined, { zone, issues }: TimeContext): Minutes | undefined {
  if (end === undefined) return undefined;
  const stamp = parseTimestamp(end.value);
  const local = stamp && localMinutesOf(stamp, zone);
  if (local !== undefined) return local;
  const shown = parseClock(end.value);
  if (shown === undefined)
    return issues.add(
      'bad-time',
      { span: end.span },
      `the end ${quote(end.value)} is not a date and time`,
      'it wants 2018-03-26T11:00:00-04:00',
    );
  return start === undefined ? undefined : start + timeOfDay(shown - start);
}

function tellDuration({ end, duration, span }: SourceEvent, accounts: Accounts): void {
  accounts.tell('duration', duration?.span ?? span, {
    rule: 'contradiction',
    message: count =>
      `the duration is ${quote(duration?.value ?? '')}, but the end is ${quote(end?.value ?? '')}: the end is taken${more(count)}`,
    hint: 'mend the one that is wrong',
  });
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
function startOf(event: SourceEvent, day: DayFrame, { zone, issues, accounts }: TimeContext): Start | undefined {
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
  const local = stamp && localMinutesOf(stamp, zone);
  if (stamp !== undefined && local !== undefined) {
    const clocks = [stamp.minutes, timeOfDay(local)];
    if (start !== undefined && shown !== undefined && !clocks.includes(shown))
      accounts.tell('start', start.span, {
        rule: 'contradiction',
        message: count =>
          `the start is ${clock(shown)}, but the date of the event says ${clock(stamp.minutes ?? 0)}: the date is taken${more(count)}`,
        hint: 'mend the one that is wrong',
      });
    return { absolute: local, ms: instantOfTimestamp(stamp) };
  }
  if (shown === undefined) {
    if (start === undefined && (date === undefined || stamp !== undefined))
      accounts.tell('start', event.span, {
        rule: 'missing-field',
        message: count => (count === 1 ? 'an event needs start' : `${count.toLocaleString('en')} events need start`),
        hint: 'add start with the time of day, such as 09:30',
      });
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

/** The date of an event that cannot belong to its day. Tells it, unless only the zone of the agenda moves it there. */
function reported(event: SourceEvent, absolute: Minutes, { date }: DayFrame, accounts: Accounts): number {
  const own = Math.floor(absolute / DAY);
  const written = event.date && parseTimestamp(event.date.value)?.date;
  if (written !== date)
    accounts.tell(`${own} ${date}`, (event.date ?? event).span, {
      rule: 'contradiction',
      message: count =>
        `${count === 1 ? 'the event is' : `${count.toLocaleString('en')} events are`} on ${dateOf(own)}, but ${count === 1 ? 'stands' : 'stand'} under the day ${date}: ${count === 1 ? 'its' : 'their'} own date is taken`,
      hint: 'mend the one that is wrong',
    });
  return own;
}

/** The announced length; undefined for none or zero. */
function minutesOf({ duration }: SourceEvent, { issues, accounts, durationOf }: TimeContext): Minutes | undefined {
  if (duration === undefined) return undefined;
  const minutes = durationOf(duration.value);
  if (minutes === undefined)
    issues.add(
      'bad-time',
      { span: duration.span },
      `the duration ${quote(duration.value)} is not hours and minutes`,
      'it wants 01:30',
    );
  if (minutes === 0)
    accounts.tell('no length', duration.span, {
      rule: 'read-as',
      severity: 'warning',
      message: count => `the length ${quote(duration.value)} is read as no announced end${more(count)}`,
    });
  return minutes || undefined;
}

/** Tells seconds other than zero: an agenda has none. */
function tellSeconds({ start, date, end }: SourceEvent, accounts: Accounts): void {
  for (const value of [start, date, end]) {
    if (value === undefined || value.value.length < 7 || !SECONDS.test(value.value)) continue;
    accounts.tell('seconds', value.span, {
      rule: 'read-as',
      message: count => `${quote(value.value)} is read without its seconds${more(count)}`,
    });
  }
}

const SECONDS = /^[^:]*:\d\d:(?:0[1-9]|[1-5]\d)/;

/** How a message about the first of several ends. */
function more(count: number): string {
  return count === 1 ? '' : `; so in ${(count - 1).toLocaleString('en')} more`;
}

function interval(start: Minutes, end: Minutes | undefined): Interval {
  return end === undefined ? { start } : { start, end };
}

function timeOfDay(minutes: Minutes): Minutes {
  return ((minutes % DAY) + DAY) % DAY;
}
