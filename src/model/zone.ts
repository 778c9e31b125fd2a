import { IANAZone } from 'luxon';
import { nearest } from '../text/nearest.js';
import { dayNumber, type IsoDate } from './date.js';
import { DAY, type Minutes } from './time.js';

/** Where a local time lies: once, twice (a clock set back) or never (a clock set forward) on that day. */
export type LocalTimeOccurrence = 'once' | 'twice' | 'never';

/** The instant of a local time. */
export interface Instant {
  /** Epoch milliseconds. */
  readonly ms: number;
  readonly occurs: LocalTimeOccurrence;
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** Minutes east of UTC in a zone, at an instant (epoch milliseconds). */
export type Offsets = (zone: string, ms: number) => Minutes;

const zones = new Map<string, IANAZone>();
const known = new Map<string, Map<number, Minutes>>();

let clock: Offsets | undefined;

/** Has offsets looked up by a clock instead of Intl, which loads a locale first. A zone that it does not know is UTC to it. */
export function lookUpOffsets(by: Offsets): void {
  clock = by;
}

function lookUp(name: string, ms: number): Minutes {
  if (clock !== undefined) return clock(name, ms);
  const zone = zones.get(name) ?? IANAZone.create(name);
  zones.set(name, zone);
  return zone.offset(ms);
}

/** True for a name of the IANA time zone database that this machine knows. */
export function isZone(name: string): boolean {
  if (clock?.(name, 0) && REGION.test(name)) return true;
  // The list of names is there at once; to ask about one that it lacks (an alias, UTC) loads the data of a locale.
  listed ??= new Set(Intl.supportedValuesOf('timeZone'));
  return listed.has(name) || (/^[A-Za-z]/.test(name) && IANAZone.isValidZone(name));
}

/** `America/Argentina/Ushuaia`: not GMT+5, which clocks take as well. */
const REGION = /^[A-Z][a-z]+(?:\/[A-Z][A-Za-z_-]+)+$/;

let listed: ReadonlySet<string> | undefined;

/** The zone that a mistyped name most likely meant; blanks are the underscores of New_York. */
export function nearestZone(name: string): string | undefined {
  return nearest(name.replace(/\s+/g, '_'), Intl.supportedValuesOf('timeZone'));
}

/** Minutes east of UTC at an instant (epoch milliseconds). Looked up once a zone and quarter of an hour: no zone changes within one. */
export function offsetAt(name: string, ms: number): Minutes {
  let slots = known.get(name);
  if (slots === undefined) {
    slots = new Map();
    known.set(name, slots);
  }
  const slot = Math.floor((ms * 4) / HOUR);
  let offset = slots.get(slot);
  if (offset === undefined) {
    offset = lookUp(name, ms);
    slots.set(slot, offset);
  }
  return offset;
}

/**
 * The instant of a local time in a zone. A time that occurs twice is its first occurrence; one that never occurs counts
 * with the offset before the gap (RFC 5545 §3.3.5).
 */
export function instant(date: IsoDate, minutes: Minutes, zone: string): Instant {
  const local = ((dayNumber(date) ?? 0) * DAY + minutes) * 60_000;
  const before = offsetAt(zone, local - 24 * HOUR);
  const after = offsetAt(zone, local + 24 * HOUR);
  const first = local - before * 60_000;
  if (before === after) return { ms: first, occurs: 'once' };
  const second = local - after * 60_000;
  const firstHolds = offsetAt(zone, first) === before;
  const secondHolds = offsetAt(zone, second) === after;
  if (firstHolds && secondHolds) return { ms: Math.min(first, second), occurs: 'twice' };
  if (secondHolds) return { ms: second, occurs: 'once' };
  return { ms: first, occurs: firstHolds ? 'once' : 'never' };
}

/** A change of a zone's offset. */
export interface Transition {
  /** Epoch milliseconds of the first instant with the new offset. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: Minutes;
  readonly after: Minutes;
}

/** The changes of a zone in `[from, to)` (epoch milliseconds), in order. None is missed but one that is undone within a week. */
export function transitions(name: string, from: number, to: number): readonly Transition[] {
  const found: Transition[] = [];
  for (let low = from; low < to; low += WEEK) {
    const high = Math.min(low + WEEK, to) - 1;
    const [before, after] = [offsetAt(name, low - 1), offsetAt(name, high)];
    if (before !== after) found.push({ at: change(name, low, high, before), before, after });
  }
  return found;
}

/** The start of the first quarter of an hour in `[low, high]` whose offset is not `before`. */
function change(name: string, low: number, high: number, before: Minutes): number {
  let [first, last] = [Math.floor((low * 4) / HOUR), Math.floor((high * 4) / HOUR)];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (offsetAt(name, (middle * HOUR) / 4) === before) first = middle + 1;
    else last = middle;
  }
  return (first * HOUR) / 4;
}

/** An instant as ISO 8601 with the offset of a zone: `2018-03-26T10:00:00-04:00`. */
export function isoInstant(ms: number, zone: string): string {
  const offset = offsetAt(zone, ms);
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(Math.round(size % 60))}`;
}

/** What a clock in `zone` shows at an instant, in minutes from midnight of `date`. */
export function minutesIn(ms: number, date: IsoDate, zone: string): Minutes {
  return Math.round(ms / 60_000 + offsetAt(zone, ms)) - (dayNumber(date) ?? 0) * DAY;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
