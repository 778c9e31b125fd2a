import { dayNumber, type IsoDate } from '../../model/date.js';
import { DAY } from '../../model/time.js';
import type { TimeZone } from '../../model/zone.js';
import { type Issues, UNREPORTED } from '../source/issues.js';
import { type DayFrame, type EventTime, frameOf, timeOf } from './event-time.js';
import { sessionIds } from './read-ids.js';
import type { Schedule, ScheduleDay, ScheduleEvent } from './source.js';

/** One event with its id and its time. */
export interface Slot extends EventTime {
  readonly event: ScheduleEvent;
  readonly id: string;
}

/** One day of an agenda with its events; `said` is absent where the file has no such day. */
export interface Gathered {
  readonly date?: IsoDate | undefined;
  readonly said?: ScheduleDay | undefined;
  readonly slots: readonly Slot[];
}

type Growing = Gathered & { readonly slots: Slot[] };

/**
 * The events by the day they belong to: the one they stand under, or their own where that cannot be. Those of a day are
 * in the order of their starts, since the file has them room by room.
 */
export function gather(schedule: Schedule, zone: TimeZone, issues: Issues): readonly Gathered[] {
  const idOf = sessionIds(schedule.acronym?.value ?? '');
  const framed = schedule.days.map(said => ({ said, frame: frameOf(said, schedule.dayChange, zone, issues) }));
  const days: Growing[] = framed.map(({ said, frame }) => ({ date: frame.date, said, slots: [] }));
  const dayOf = lookup(days);
  const own = framed.map(({ said, frame }, i) => ({ said, frame, day: days[i] }));
  for (const { said, frame, day } of own) {
    for (const event of said.events) {
      const time = timeOf(event, frame, zone, issues);
      const home = time.date === frame.date ? day : dayOf(time.date);
      home?.slots.push({ event, id: idOf(event), ...time });
    }
  }
  for (const event of schedule.loose) {
    const first = timeOf(event, {}, zone, UNREPORTED);
    const frame = framed.find(one => holds(one.frame, first))?.frame ?? {};
    const time = timeOf(event, frame, zone, issues);
    if (time.date === undefined && time.time !== undefined)
      issues.add(
        'missing-field',
        { span: event.at },
        'an event that stands in no day needs date',
        'add date: without one it has no place in a listing',
      );
    dayOf(time.date).slots.push({ event, id: idOf(event), ...time });
  }
  return days.map(day => ({ ...day, slots: day.slots.toSorted((a, b) => startOf(a) - startOf(b)) }));
}

/** Where a session stands in its day; those without a time are last. */
function startOf({ time }: Slot): number {
  return time?.start ?? Number.MAX_SAFE_INTEGER;
}

/** Finds the day of a date; one that the file does not have is put where it belongs. */
function lookup(days: Growing[]): (date: IsoDate | undefined) => Growing {
  const known = new Map<IsoDate | undefined, Growing>();
  for (const day of days) if (!known.has(day.date)) known.set(day.date, day);
  return date => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const day: Growing = { date, slots: [] };
    const before = days.findLastIndex(other => other.date !== undefined && date !== undefined && other.date < date);
    days.splice(date === undefined ? days.length : before + 1, 0, day);
    known.set(date, day);
    return day;
  };
}

/** True where the programme of a day, from its first to its last minute, has an event begin in it. */
function holds({ date, from, until }: DayFrame, event: EventTime): boolean {
  const [day, own] = [dayNumber(date ?? ''), dayNumber(event.date ?? '')];
  if (day === undefined || own === undefined || event.time === undefined) return false;
  const start = event.time.start + (own - day) * DAY;
  return from === undefined || until === undefined ? own === day : start >= from && start < until;
}
