import type { Minutes } from '../../model/time.js';
import { offsetAt, type Transition, transitions } from '../../model/zone.js';
import { type Rule, yearlyRule } from './vtimezone-rule.js';

/** One part of a VTIMEZONE: when an offset begins to hold. */
interface Observance extends Transition {
  /** When it comes again. */
  readonly rule?: Rule;
}

/** A rule goes on for ever, so it has to hold for some years after those of the agenda. */
const YEARS_AHEAD = 10;

/**
 * The lines of a VTIMEZONE (RFC 5545 §3.6.5) that hold for the years (UTC) of some instants in epoch milliseconds. Where
 * every year changes twice by one rule, now and for ten years to come, that rule, without end; where none changes, one
 * STANDARD; else each change of those years by itself.
 */
export function vtimezone(zone: string, instants: Iterable<number>): readonly string[] {
  const years = [...new Set([...instants].map(yearOf))].sort((a, b) => a - b);
  const observances = steady(zone, years) ?? ruled(zone, years) ?? listed(zone, years);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flatMap(one => lines(zone, one)), 'END:VTIMEZONE'];
}

/** One observance, when the offset of the first instant is that of all the years. */
function steady(zone: string, years: readonly number[]): readonly Observance[] | undefined {
  const [first = 1971] = years;
  const offset = offsetAt(zone, midnight(first));
  const moves = years.some(year => offsetAt(zone, midnight(year)) !== offset || changes(zone, year).length > 0);
  if (moves) return undefined;
  return [{ at: midnight(Math.min(first - 1, 1970)) - offset * 60_000, before: offset, after: offset }];
}

/** Two observances that come again every year, from the year before the first on. */
function ruled(zone: string, years: readonly number[]): readonly Observance[] | undefined {
  const [first = 1970, last = first] = [years[0], years.at(-1)];
  const ahead = Array.from({ length: YEARS_AHEAD }, (_, i) => last + 1 + i);
  const all = [first - 1, ...years, ...ahead].map(year => changes(zone, year));
  if (all.some(changes => changes.length !== 2)) return undefined;
  const observances = [0, 1].flatMap(i => {
    const series = all.flatMap(changes => changes[i] ?? []);
    const [onset] = series;
    const rule = yearlyRule(series);
    return onset === undefined || rule === undefined ? [] : [{ ...onset, rule }];
  });
  return observances.length === 2 ? observances : undefined;
}

/** What holds when a run of years begins, and every change in it. No RDATE: ical.js then passes over DTSTART. */
function listed(zone: string, years: readonly number[]): readonly Observance[] {
  return years.flatMap(year => {
    const offset = offsetAt(zone, midnight(year));
    const start = years.includes(year - 1) ? [] : [{ at: midnight(year), before: offset, after: offset }];
    return [...start, ...changes(zone, year)];
  });
}

function lines(zone: string, one: Observance): readonly string[] {
  const kind = part(zone, one);
  const { at, before, after, rule } = one;
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTime(at, before)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    ...(rule === undefined ? [] : [`RRULE:FREQ=YEARLY;BYMONTH=${rule.month};BYDAY=${rule.week}${rule.weekday}`]),
    `END:${kind}`,
  ];
}

/** Daylight saving is an offset that gives way to a lower one within the year after it began. */
function part(zone: string, { at, after }: Transition): 'DAYLIGHT' | 'STANDARD' {
  for (let week = 1; week <= 52; week++) if (offsetAt(zone, at + week * 7 * 86_400_000) < after) return 'DAYLIGHT';
  return 'STANDARD';
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

function changes(zone: string, year: number): readonly Transition[] {
  return transitions(zone, midnight(year), midnight(year + 1));
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

/** Of the first day of a year in UTC, from the year 100 on. */
function midnight(year: number): number {
  return Date.UTC(year, 0);
}
