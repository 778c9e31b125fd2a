import type { Minutes } from '../../model/time.js';
import { type TimeZone, type Transition, transitions } from '../../model/zone.js';

/** A STANDARD or DAYLIGHT component of a VTIMEZONE (RFC 5545 §3.6.5): when an offset begins to hold. */
interface Observance extends Transition {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  /** The RRULE by which it comes again every year. */
  readonly rule?: string;
}

/**
 * The lines of a VTIMEZONE (RFC 5545 §3.6.5) that hold for the years (UTC) of some instants in epoch milliseconds: one
 * STANDARD where the clocks never change in those years; else yearly rules without end from the year on in which they
 * hold for good; before it, or where no rules hold for good, each change by itself.
 */
export function vtimezone(zone: TimeZone, instants: Iterable<number>): readonly string[] {
  const years = [...new Set([...instants].map(yearOf))].sort((a, b) => a - b);
  const observances = constant(zone, years) ?? ruled(zone, years) ?? listed(zone, years);
  return ['BEGIN:VTIMEZONE', `TZID:${zone.name}`, ...observances.flatMap(lines), 'END:VTIMEZONE'];
}

/** One STANDARD, when one offset holds in all the years. */
function constant(zone: TimeZone, years: readonly number[]): readonly Observance[] | undefined {
  const [first = 1971] = years;
  const offset = zone.offsetAt(midnight(first));
  const moves = years.some(year => zone.offsetAt(midnight(year)) !== offset || changes(zone, year).length > 0);
  if (moves) return undefined;
  const at = midnight(Math.min(first - 1, 1970)) - offset * 60_000;
  return [{ at, before: offset, after: offset, kind: 'STANDARD' }];
}

/**
 * So many years after the last one have to follow a rule that is written without end. With the last one they are twelve,
 * in which a weekday falls on each of the seven dates that it can have, in 2100 too.
 */
const YEARS_AHEAD = 11;

/** Two yearly rules, from the year before the first on or, where they came later, after the changes of the years before. */
function ruled(zone: TimeZone, years: readonly number[]): readonly Observance[] | undefined {
  const last = years.at(-1) ?? 1970;
  const ahead = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => changes(zone, last + i));
  if (ahead.some(({ length }) => length !== 2)) return undefined;
  const rules = [0, 1].flatMap(i => yearlyRule(ahead.flatMap(changes => changes[i] ?? [])) ?? []);
  const recurring = (year: number) => {
    const found = changes(zone, year);
    const observances = found.flatMap((change, i) => {
      const rule = rules[i];
      return rule && follows(change, rule) ? [{ ...change, kind: kindOf(zone, change), rule: rrule(rule) }] : [];
    });
    return found.length === 2 && observances.length === 2 ? observances : undefined;
  };
  const since = years.findLastIndex(year => recurring(year) === undefined) + 1;
  const [first = last, start] = [years[0], years[since]];
  if (start === undefined) return undefined;
  const before = since === 0 ? recurring(first - 1) : undefined;
  if (before !== undefined) return before;
  const earlier = years.slice(0, since);
  const opened = earlier.includes(start - 1) ? [] : [opening(zone, start)];
  return [...listed(zone, earlier), ...opened, ...(recurring(start) ?? [])];
}

/** What holds when a run of years begins, and every change in it. No RDATE: ical.js then passes over DTSTART. */
function listed(zone: TimeZone, years: readonly number[]): readonly Observance[] {
  return years.flatMap(year => [
    ...(years.includes(year - 1) ? [] : [opening(zone, year)]),
    ...changes(zone, year).map(change => ({ ...change, kind: kindOf(zone, change) })),
  ]);
}

/** What holds when a year begins. */
function opening(zone: TimeZone, year: number): Observance {
  const offset = zone.offsetAt(midnight(year));
  const start = { at: midnight(year), before: offset, after: offset };
  return { ...start, kind: kindOf(zone, start) };
}

/** Daylight saving is an offset that gives way to a lower one within the year after it began. */
function kindOf(zone: TimeZone, { at, after }: Transition): Observance['kind'] {
  for (let week = 1; week <= 52; week++) if (zone.offsetAt(at + week * 7 * 86_400_000) < after) return 'DAYLIGHT';
  return 'STANDARD';
}

function lines({ at, before, after, kind, rule }: Observance): readonly string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTime(at, before)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `END:${kind}`,
  ];
}

/** A change on one weekday, every year (RFC 5545 §3.3.10). */
interface YearlyRule {
  /** From 0 (Sunday). */
  readonly weekday: number;
  /** Which of those weekdays. */
  readonly on:
    | { readonly month: number; readonly week: number }
    | { readonly month: number; readonly dates: readonly number[] }
    | { readonly yearDays: readonly number[] };
  /** The clock that it ends, in milliseconds from midnight, and minutes east of UTC before and after it. */
  readonly clock: number;
  readonly before: Minutes;
  readonly after: Minutes;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function rrule({ weekday, on }: YearlyRule): string {
  const day = WEEKDAYS[weekday] ?? '';
  if ('yearDays' in on) return `FREQ=YEARLY;BYYEARDAY=${on.yearDays.join(',')};BYDAY=${day}`;
  const by = 'week' in on ? `BYDAY=${on.week}${day}` : `BYMONTHDAY=${on.dates.join(',')};BYDAY=${day}`;
  return `FREQ=YEARLY;BYMONTH=${on.month};${by}`;
}

/**
 * The rule that changes of consecutive years follow, one a year: the nth or last weekday of a month, else that weekday in
 * seven days of a month; else in seven days of two months, counted from the end of the year, which leap years don't move.
 * None where they follow no such rule, or too few to tell.
 */
function yearlyRule(series: readonly Transition[]): YearlyRule | undefined {
  const all = series.map(placeOf);
  const [first] = all;
  if (first === undefined) return undefined;
  const { weekday, clock, before, after, month, week } = first;
  const same = { weekday, clock, before, after };
  if (all.some(one => one.weekday !== weekday || one.clock !== clock)) return undefined;
  if (all.some(one => one.before !== before || one.after !== after)) return undefined;
  if (all.every(one => one.month === month)) {
    if (week <= 4 && all.every(one => one.week === week)) return { ...same, on: { month, week } };
    if (all.every(({ isLast }) => isLast)) return { ...same, on: { month, week: -1 } };
    const dates = sevenDays(all.map(({ date }) => date));
    return dates && { ...same, on: { month, dates } };
  }
  const yearDays = all.every(one => one.month > 2) ? sevenDays(all.map(({ yearDay }) => yearDay)) : undefined;
  return yearDays && { ...same, on: { yearDays } };
}

/** The seven days in a row from the first to the last of some; undefined when those are further or less far apart. */
function sevenDays(days: readonly number[]): readonly number[] | undefined {
  const from = Math.min(...days);
  return Math.max(...days) === from + 6 ? Array.from({ length: 7 }, (_, i) => from + i) : undefined;
}

function follows(change: Transition, { weekday, on, clock, before, after }: YearlyRule): boolean {
  const place = placeOf(change);
  if (place.weekday !== weekday || place.clock !== clock) return false;
  if (place.before !== before || place.after !== after) return false;
  if ('yearDays' in on) return on.yearDays.includes(place.yearDay);
  if (place.month !== on.month) return false;
  if ('dates' in on) return on.dates.includes(place.date);
  return on.week === -1 ? place.isLast : place.week === on.week;
}

const DAY = 86_400_000;

/** Where a change lies by the clock that it ends. */
function placeOf({ at, before, after }: Transition) {
  const local = at + before * 60_000;
  const day = new Date(local);
  const date = day.getUTCDate();
  const midnight = Math.floor(local / DAY) * DAY;
  return {
    /** From 1. */
    month: day.getUTCMonth() + 1,
    date,
    /** From 0 (Sunday). */
    weekday: day.getUTCDay(),
    /** Which of its weekday in the month, from 1. */
    week: Math.ceil(date / 7),
    isLast: new Date(local + 7 * DAY).getUTCMonth() !== day.getUTCMonth(),
    /** From -1, the last day of the year, down. */
    yearDay: (midnight - Date.UTC(day.getUTCFullYear() + 1, 0)) / DAY,
    clock: local - midnight,
    before,
    after,
  };
}

/** What a clock shows that is `offset` minutes east of UTC: `20180326T100000` (RFC 5545 §3.3.5, form 1). */
export function localTime(ms: number, offset: Minutes): string {
  return new Date(ms + offset * 60_000).toISOString().replace(/[-:]|\.\d+Z/g, '');
}

/** `-0400`, `+0530`, `-004430` (RFC 5545 §3.3.14). */
function offset(minutes: Minutes): string {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(value =>
    String(value).padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${h}${m}${s === '00' ? '' : s}`;
}

function changes(zone: TimeZone, year: number): readonly Transition[] {
  return transitions(zone, midnight(year), midnight(year + 1));
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

/** Of the first day of a year in UTC, from the year 100 on. */
function midnight(year: number): number {
  return Date.UTC(year, 0);
}
