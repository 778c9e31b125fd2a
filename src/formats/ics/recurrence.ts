import { dayNumber } from '../../model/date.js';

/** Days since 1970-01-01. */
export type DayNumber = number;

/** A recurrence rule by days (RFC 5545 §3.3.10). */
export interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number;
  /** As jCal has it: a date, a local time, or a time in UTC. */
  readonly until?: string;
  /** Weekday from 0 (Sunday), and which of its period: 0 for each. */
  readonly byDay: readonly (readonly [ordinal: number, weekday: number])[];
  readonly byMonthDay: readonly number[];
  /** Of a yearly rule: from 1, or from -1 at the end of the year. */
  readonly byYearDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** From 0 (Sunday). */
  readonly weekStart: number;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Reads a rule as ical.js gives it. Undefined for what does not go by days: hours, minutes, weeks of the year. */
export function ruleOf(value: unknown): Rule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = value as Readonly<Record<string, unknown>>;
  const { freq, until } = parts;
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return undefined;
  if (['byhour', 'byminute', 'bysecond', 'byweekno'].some(part => part in parts)) return undefined;
  if ('byyearday' in parts && freq !== 'YEARLY') return undefined;
  const byDay = list(parts.byday).map(day => /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(day).toUpperCase()));
  if (byDay.includes(null)) return undefined;
  const numbers = ['bymonthday', 'byyearday', 'bymonth', 'bysetpos'].map(part => list(parts[part]).map(Number));
  if (numbers.flat().some(number => !Number.isInteger(number))) return undefined;
  const [byMonthDay = [], byYearDay = [], byMonth = [], bySetPos = []] = numbers;
  const count = Number(parts.count ?? Number.NaN);
  return {
    freq,
    interval: Math.max(1, Math.trunc(Number(parts.interval ?? 1)) || 1),
    ...(count > 0 ? { count } : {}),
    ...(typeof until === 'string' ? { until } : {}),
    byDay: byDay.map(match => [Number(match?.[1] ?? 0), WEEKDAYS.indexOf(match?.[2] ?? '')]),
    byMonthDay,
    byYearDay,
    byMonth,
    bySetPos,
    weekStart: typeof parts.wkst === 'number' ? parts.wkst - 1 : 1,
  };
}

function list(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

interface Parts {
  readonly day: DayNumber;
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
}

/**
 * The days of a rule in `[from, to]`, in order, as a rule that began on `start` has them; `count` and `until` are not
 * looked at. Each day of the months that it names is asked whether it fits, so that it ends for every rule: ical.js 2.2 goes
 * on for ever with `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31`, and takes 1 March for 30 February.
 */
export function daysOf(rule: Rule, start: DayNumber, from: DayNumber, to: DayNumber): readonly DayNumber[] {
  const origin = parts(start);
  const begin = Math.max(start, from) - (rule.bySetPos.length > 0 ? 366 : 0);
  const periods = new Map<number, DayNumber[]>();
  const last = rule.bySetPos.length > 0 ? to + 366 : to;
  const months = monthsOf(rule, origin);
  for (let day = begin; day <= last; day++) {
    const here = parts(day);
    if (months !== undefined && !months.includes(here.month)) {
      day += monthLength(here) - here.date;
      continue;
    }
    const period = periodOf(rule, here) - periodOf(rule, origin);
    if (period % rule.interval !== 0 || !fits(rule, here, origin)) continue;
    const days = periods.get(period);
    if (days === undefined) periods.set(period, [day]);
    else days.push(day);
  }
  const chosen = [...periods.values()].flatMap(days =>
    rule.bySetPos.length === 0
      ? days
      : days.filter((_, i) => rule.bySetPos.some(at => (at > 0 ? at - 1 : days.length + at) === i)),
  );
  return chosen.filter(day => day >= Math.max(start, from) && day <= to);
}

function periodOf({ freq, weekStart }: Rule, { day, year, month, weekday }: Parts): number {
  if (freq === 'DAILY') return day;
  if (freq === 'WEEKLY') return ((day - ((weekday - weekStart + 7) % 7) + 70_000_003) / 7) | 0;
  return freq === 'MONTHLY' ? year * 12 + month : year;
}

/** The months in which a rule has days, where not in all: those that it names, else that of the start of a yearly one. */
function monthsOf(
  { freq, byDay, byMonthDay, byYearDay, byMonth }: Rule,
  { month }: Parts,
): readonly number[] | undefined {
  if (byMonth.length > 0) return byMonth;
  return freq === 'YEARLY' && byYearDay.length + byMonthDay.length + byDay.length === 0 ? [month] : undefined;
}

function monthLength({ year, month }: Parts): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a day in one of the months of a rule, and in one of its periods, that the rule has. */
function fits(rule: Rule, here: Parts, origin: Parts): boolean {
  const { freq, byDay, byMonthDay, byYearDay } = rule;
  const length = monthLength(here);
  if (byMonthDay.length > 0 && !byMonthDay.some(day => (day > 0 ? day : length + day + 1) === here.date)) return false;
  if (byYearDay.length > 0) {
    const [at, size] = inYear(here);
    if (!byYearDay.some(day => (day > 0 ? day : size + day + 1) === at)) return false;
  }
  if (byDay.length > 0)
    return byDay.some(([ordinal, weekday]) => weekday === here.weekday && isNth(ordinal, rule, here, length));
  if (byYearDay.length + byMonthDay.length > 0 || freq === 'DAILY') return true;
  return freq === 'WEEKLY' ? here.weekday === origin.weekday : here.date === origin.date;
}

function isNth(ordinal: number, { freq, byMonth }: Rule, here: Parts, length: number): boolean {
  if (ordinal === 0 || freq === 'DAILY' || freq === 'WEEKLY') return true;
  const ofYear = freq === 'YEARLY' && byMonth.length === 0;
  const [at, size] = ofYear ? inYear(here) : [here.date, length];
  return ordinal > 0 ? Math.ceil(at / 7) === ordinal : Math.ceil((size - at + 1) / 7) === -ordinal;
}

/** Which day of its year a day is, from 1, and how many that year has. */
function inYear({ day, year }: Parts): readonly [at: number, size: number] {
  const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`) ?? 0;
  return [day - first + 1, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365];
}

function parts(day: DayNumber): Parts {
  const date = new Date(day * 86_400_000);
  return {
    day,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}
