import { dayNumber, type IsoDate } from '../../model/date.js';
import { DAY } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import { Accounts } from '../source/accounts.js';
import { type Issues, UNREPORTED } from '../source/issues.js';
import { frameOf } from './day-frame.js';
import { type DayFrame, type EventTime, type TimeContext, type TimedEvent, timeOf } from './event-time.js';
import type { SourceDay, SourceEvent, SourceSchedule } from './source.js';

/** One day of an agenda with its events; `source` is absent where the file has no such day. */
export interface DayGroup {
  readonly date?: IsoDate | undefined;
  readonly source?: SourceDay | undefined;
  readonly events: readonly TimedEvent[];
}

type Growing = DayGroup & { readonly events: TimedEvent[] };

/**
 * Groups the events by day: the day that they stand under, or that of their own date where this contradicts it. The events of
 * a day are sorted by start, since the file has them room by room.
 */
export function groupByDay(schedule: SourceSchedule, context: TimeContext): readonly DayGroup[] {
  const framed = schedule.days.map(source => ({ source, frame: frameOf(source, schedule.dayChange, context) }));
  const days: Growing[] = framed.map(({ source, frame }) => ({ date: frame.date, source, events: [] }));
  const added: Growing[] = [];
  const dayOf = lookup(days, added);
  for (const [i, { source, frame }] of framed.entries()) {
    for (const event of source.events) {
      const time = timeOf(event, frame, context);
      const target = time.date === frame.date ? days[i] : dayOf(time.date);
      target?.events.push({ event, ...time });
    }
  }
  const programmeOf = programmes(framed.map(({ frame }) => frame));
  const silent = { ...context, issues: UNREPORTED, accounts: new Accounts() };
  for (const event of schedule.undatedEvents) {
    const first = timeOf(event, {}, silent);
    const frame = programmeOf(first) ?? {};
    const time = timeOf(event, frame, context);
    if (time.date === undefined && time.time !== undefined)
      context.accounts.tell('undated', event.span, {
        rule: 'missing-field',
        message: count =>
          count === 1
            ? 'an event that stands in no day needs date'
            : `${count.toLocaleString('en')} events that stand in no day need date`,
        hint: 'add date: without one it has no place in a listing',
      });
    dayOf(time.date).events.push({ event, ...time });
  }
  return withAdded(days, added).map(day => ({
    ...day,
    events: day.events.toSorted((a, b) => startOf(a) - startOf(b)),
  }));
}

interface CopyContext {
  /** What the file takes for one event. */
  readonly identities: ReadonlyMap<SourceEvent, string | undefined>;
  readonly roomOf: (event: SourceEvent) => string | undefined;
  readonly issues: Issues;
}

/**
 * Leaves out what stands twice: an event with the identity, the start, the room and the texts of another. Each is reported;
 * it would be in conflict with itself.
 */
export function withoutCopies(
  days: readonly DayGroup[],
  { identities, roomOf, issues }: CopyContext,
): readonly DayGroup[] {
  const known = new Map<string, TimedEvent>();
  const isFirst = (timed: TimedEvent): boolean => {
    const { event } = timed;
    const identity = identities.get(event);
    const first = identity === undefined ? undefined : known.get(identity);
    if (identity === undefined || first === undefined) {
      if (identity !== undefined) known.set(identity, timed);
      return true;
    }
    if (!isCopy(timed, first) || roomOf(event) !== roomOf(first.event)) return true;
    const { span } = event.title ?? event;
    issues.add('duplicate-id', { span }, `the event ${quote(event.title?.value ?? identity)} stands twice`, {
      hint: 'take one of them out: it is read once',
      related: [{ at: { span: (first.event.title ?? first.event).span }, message: 'the first' }],
      severity: 'warning',
    });
    return false;
  };
  return days.map(day => ({ ...day, events: day.events.filter(isFirst) }));
}

function isCopy(a: TimedEvent, b: TimedEvent): boolean {
  const texts = ['title', 'subtitle', 'abstract', 'description'] as const;
  return (
    a.date === b.date &&
    a.time?.start === b.time?.start &&
    texts.every(name => a.event[name]?.value === b.event[name]?.value)
  );
}

/** The sort key of an event in its day; events without a time are last. */
function startOf({ time }: TimedEvent): number {
  return time?.start ?? Number.MAX_SAFE_INTEGER;
}

/** Finds the day of a date. A day that the file does not have is made, and appended to `added`. */
function lookup(days: readonly Growing[], added: Growing[]): (date: IsoDate | undefined) => Growing {
  const known = new Map<IsoDate | undefined, Growing>();
  for (const day of days) if (!known.has(day.date)) known.set(day.date, day);
  return date => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const day: Growing = { date, events: [] };
    known.set(date, day);
    added.push(day);
    return day;
  };
}

/** The days in the order of the file, with each added day after the last earlier date; a day without a date is last. */
function withAdded(days: readonly Growing[], added: readonly Growing[]): readonly Growing[] {
  const behind = new Map<number, Growing[]>();
  for (const day of added.toSorted((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : 1))) {
    const { date } = day;
    const at =
      date === undefined ? days.length - 1 : days.findLastIndex(other => other.date !== undefined && other.date < date);
    const list = behind.get(at);
    if (list === undefined) behind.set(at, [day]);
    else list.push(day);
  }
  return [...(behind.get(-1) ?? []), ...days.flatMap((day, i) => [day, ...(behind.get(i) ?? [])])];
}

/** Finds the first day whose programme is running when an event begins. */
function programmes(frames: readonly DayFrame[]): (event: EventTime) => DayFrame | undefined {
  const spans = frames.flatMap(frame => {
    const { number, from, until } = frame;
    if (number === undefined) return [];
    const [start, end] = from === undefined || until === undefined ? [0, DAY] : [from, until];
    return [{ frame, start: number * DAY + start, end: number * DAY + end }];
  });
  return ({ date, time }) => {
    const day = dayNumber(date ?? '');
    if (day === undefined || time === undefined) return undefined;
    const at = day * DAY + time.start;
    return spans.find(({ start, end }) => at >= start && at < end)?.frame;
  };
}
