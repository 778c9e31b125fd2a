import { IANAZone } from 'luxon';
import { dateOf, dayNumber, type IsoDate } from './date.js';
import { DAY, type Interval, type Minutes } from './time.js';
import { ianaName, zoneOfLink } from './zone-names.js';

/** How often a local time occurs: once, twice (the clocks are set back) or never (the clocks are set forward) on that day. */
export type LocalTimeOccurrence = 'once' | 'twice' | 'never';

/** The instant of a local time. */
export interface Instant {
  /** Epoch milliseconds. */
  readonly ms: number;
  readonly occurs: LocalTimeOccurrence;
}

/** Minutes east of UTC at an instant (epoch milliseconds), in a zone by its exact IANA name. */
export type Offsets = (zone: string, ms: number) => Minutes;

/** A zone of the IANA database. */
export interface TimeZone {
  /** In IANA's spelling. */
  readonly name: string;
  /** Minutes east of UTC at an instant (epoch milliseconds): whole ones, but before 1972 in a few zones. */
  offsetAt(ms: number): Minutes;
}

/** The zones that a run works with. Each offset is looked up once. */
export interface TimeZones {
  /** The zone of an IANA name in any case. Throws a RangeError where there is no such name. */
  get(name: string): TimeZone;
}

/** All zones, with nothing looked up yet: by Intl, where the caller has no quicker way. */
export function timeZones(offsets: Offsets = byIntl): TimeZones {
  const known = new Map<string, TimeZone>();
  return {
    get: given => {
      let zone = known.get(given);
      if (zone === undefined) {
        const name = ianaName(given);
        if (name === undefined) throw new RangeError(`${JSON.stringify(given)} is not an IANA time zone`);
        zone = { name, offsetAt: byDay(ms => offsets(zoneOfLink(name), ms)) };
        known.set(given, zone);
      }
      return zone;
    },
  };
}

function byIntl(zone: string, ms: number): Minutes {
  return IANAZone.create(zone).offset(ms);
}

const DAY_MS = DAY * 60_000;

/**
 * Looks offsets up at the starts of days (UTC), each once. Between two that differ, the change is searched for: in all of the
 * database no zone changes its clocks twice within three days.
 */
function byDay(lookUp: (ms: number) => Minutes): (ms: number) => Minutes {
  const starts = new Map<number, Minutes>();
  const changes = new Map<number, number>();
  const startOf = (day: number): Minutes => {
    let offset = starts.get(day);
    if (offset === undefined) {
      offset = lookUp(day * DAY_MS);
      starts.set(day, offset);
    }
    return offset;
  };
  return ms => {
    const day = Math.floor(ms / DAY_MS);
    const before = startOf(day);
    if (ms === day * DAY_MS) return before;
    const after = startOf(day + 1);
    if (before === after) return before;
    let at = changes.get(day);
    if (at === undefined) {
      at = change(lookUp, day * DAY_MS, (day + 1) * DAY_MS, before);
      changes.set(day, at);
    }
    return ms < at ? before : after;
  };
}

/** The first instant in `(low, high]` at which the offset is not `before`. */
function change(lookUp: (ms: number) => Minutes, low: number, high: number, before: Minutes): number {
  let [last, first] = [low, high];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (lookUp(middle) === before) last = middle;
    else first = middle;
  }
  return first;
}

/**
 * The instant of a local time in a zone. A time that occurs twice is its first occurrence; one that never occurs counts
 * with the offset before the gap (RFC 5545 §3.3.5).
 */
export function instant(date: IsoDate, minutes: Minutes, zone: TimeZone): Instant {
  const local = ((dayNumber(date) ?? 0) * DAY + minutes) * 60_000;
  const before = zone.offsetAt(local - DAY_MS);
  const after = zone.offsetAt(local + DAY_MS);
  const first = local - before * 60_000;
  if (before === after) return { ms: first, occurs: 'once' };
  const second = local - after * 60_000;
  const firstHolds = zone.offsetAt(first) === before;
  const secondHolds = zone.offsetAt(second) === after;
  if (firstHolds && secondHolds) return { ms: Math.min(first, second), occurs: 'twice' };
  if (secondHolds) return { ms: second, occurs: 'once' };
  return { ms: first, occurs: firstHolds ? 'once' : 'never' };
}

/**
 * The instants at which a time on a date starts and ends. What ends after its start by the clock does so as an instant too:
 * where the clocks skip the start and not the end, both count with the offset before the gap.
 */
export function instants(
  date: IsoDate,
  { start, end }: Interval,
  zone: TimeZone,
): { readonly start: Instant; readonly end?: Instant } {
  const from = instant(date, start, zone);
  if (end === undefined) return { start: from };
  const to = instant(date, end, zone);
  return { start: from, end: to.ms > from.ms ? to : { ...to, ms: from.ms + (end - start) * 60_000 } };
}

/** A change of a zone's offset. */
export interface Transition {
  /** Epoch milliseconds of the first instant with the new offset. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: Minutes;
  readonly after: Minutes;
}

/** The changes of a zone in `[from, to)` (epoch milliseconds), in order: all that the database has. */
export function transitions({ offsetAt }: TimeZone, from: number, to: number): readonly Transition[] {
  const found: Transition[] = [];
  let low = from - 1;
  for (let high = from; low < to - 1; high += 3 * DAY_MS) {
    const last = Math.min(high, to - 1);
    const [before, after] = [offsetAt(low), offsetAt(last)];
    if (before !== after) found.push({ at: change(offsetAt, low, last, before), before, after });
    low = last;
  }
  return found;
}

/** An instant as ISO 8601 with the offset of a zone: `2018-03-26T10:00:00-04:00`. */
export function isoInstant(ms: number, zone: TimeZone): string {
  const offset = zone.offsetAt(ms);
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${formatOffset(offset)}`;
}

/** Minutes east of UTC as ISO 8601 has them: `+05:30`, `-04:00`. */
export function formatOffset(minutes: Minutes): string {
  const size = Math.round(Math.abs(minutes));
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** What a clock in `zone` shows at an instant, in minutes from midnight of `date`. */
export function minutesIn(ms: number, date: IsoDate, zone: TimeZone): Minutes {
  return Math.round(ms / 60_000 + zone.offsetAt(ms)) - (dayNumber(date) ?? 0) * DAY;
}

/** The date in a zone at an instant (epoch milliseconds). */
export function localDate(ms: number, zone: TimeZone): IsoDate {
  return dateOf(Math.floor((ms / 60_000 + zone.offsetAt(ms)) / DAY));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
