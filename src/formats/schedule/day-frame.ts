import { dateOf, dayNumber, type IsoDate } from '../../model/date.js';
import { DAY, type Minutes } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import { type IsoTimestamp, localMinutesOf, parseClock, parseTimestamp } from '../import/iso8601.js';
import type { DayFrame, TimeContext } from './event-time.js';
import type { SourceDay, SourceValue } from './source.js';

/** What begins at this clock or later is no end of the evening before. */
const MORNING: Minutes = 6 * 60;

/**
 * The date of a day and its programme; `change` is the clock at which one programme ends and the next begins. Where the day's
 * own start, or all its events, are on another date than it says, that date is taken and the contradiction told: some programs
 * date days by UTC.
 */
export function frameOf(day: SourceDay, change: SourceValue | undefined, context: TimeContext): DayFrame {
  const { span, date, start, end } = day;
  const { zone, issues, accounts } = context;
  const first = start && parseTimestamp(start.value);
  const last = end && parseTimestamp(end.value);
  const given = date && parseTimestamp(date.value)?.date;
  for (const [name, value, stamp] of [
    ['start', start, first],
    ['end', end, last],
  ] as const) {
    if (value !== undefined && stamp === undefined)
      accounts.unread(`the ${name} ${quote(value.value)} of a day`, value.span, {
        hint: 'write 2018-03-26T10:00:00-04:00',
      });
  }
  if (date !== undefined && given === undefined)
    issues.add(
      'bad-date',
      { span: date.span },
      `${quote(date.value)} is not a date`,
      'it wants year-month-day: 2018-03-26',
    );
  const actual = given === undefined ? undefined : actualDate(day, given, first, context);
  if (actual !== undefined && date !== undefined) {
    accounts.tell('day', date.span, {
      rule: 'contradiction',
      message: count =>
        `the day ${given} is the ${actual.date} by ${actual.by}: that date is taken${count === 1 ? '' : `; so of ${count - 1} more days`}`,
    });
  }
  const on = actual?.date ?? given ?? first?.date ?? eventDates(day, context).next().value;
  if (on === undefined) {
    if (date === undefined)
      issues.add(
        'missing-field',
        { span },
        'a day needs date',
        'add date: without one its sessions have no place in a listing',
      );
    return {};
  }
  const number = dayNumber(on) ?? 0;
  const base = number * DAY;
  const local = (stamp: IsoTimestamp | undefined) => {
    const minutes = stamp === undefined ? undefined : localMinutesOf(stamp, zone);
    return minutes === undefined ? undefined : minutes - base;
  };
  const changes = change && parseClock(change.value);
  if (changes !== undefined) return { date: on, number, from: changes, until: changes + DAY };
  return { date: on, number, from: local(first), until: local(last) };
}

/** The date of a day where that is another than it says. */
function actualDate(
  day: SourceDay,
  given: IsoDate,
  start: IsoTimestamp | undefined,
  context: TimeContext,
): { readonly date: IsoDate; readonly by: string } | undefined {
  const begins = start?.offset === undefined ? undefined : localMinutesOf(start, context.zone);
  const date = begins === undefined ? given : dateOf(Math.floor(begins / DAY));
  if (date !== given) {
    for (const other of eventDates(day, context)) if (other === given) return undefined;
    return { date, by: 'its own start' };
  }
  const next = dateOf((dayNumber(given) ?? 0) + 1);
  let inMorning = false;
  for (const event of day.events) {
    const stamp = event.date && parseTimestamp(event.date.value);
    const minutes = stamp && localMinutesOf(stamp, context.zone);
    if (minutes === undefined || dateOf(Math.floor(minutes / DAY)) !== next) return undefined;
    inMorning ||= minutes % DAY >= MORNING;
  }
  return inMorning ? { date: next, by: 'all its events' } : undefined;
}

/** The local dates of the events of a day that have one. */
function* eventDates({ events }: SourceDay, { zone }: TimeContext): Generator<IsoDate, undefined> {
  for (const { date } of events) {
    const stamp = date && parseTimestamp(date.value);
    const minutes = stamp && localMinutesOf(stamp, zone);
    if (stamp !== undefined) yield minutes === undefined ? stamp.date : dateOf(Math.floor(minutes / DAY));
  }
  return undefined;
}
