import { dateOf, dayNumber, type IsoDate, isDate, YEARS } from '../../model/date.js';
import type { Unparsed } from '../../model/likely-time.js';
import { fold } from '../../text/fold.js';
import { letterPattern } from '../../text/letters.js';
import { type Correction, correction } from '../../text/nearest.js';
import { weekdayIn, weekdayOf } from './weekdays.js';

/** Whether the first number of `03/04/2018` is the day or the month; undefined where nothing in a table says so. */
export type DateOrder = 'day' | 'month' | undefined;

/** A parsed date, or the problem and its remedy. */
export type ReadDate = { readonly date: IsoDate } | Unparsed;

const PAIR = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;

/** A date as it is written, and what may name its weekday: the cell of another column. */
export interface WrittenDate {
  readonly text: string;
  readonly weekday?: string | undefined;
}

/** The order of the dates of a table: as its unambiguous ones are written, else as their weekdays show, else `otherwise`. */
export function dateOrder(written: readonly WrittenDate[], otherwise: DateOrder): DateOrder {
  const pairs = written.flatMap(({ text }) => {
    const [, first, second] = PAIR.exec(withoutWeekday(text)) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  const day = pairs.some(([first]) => first > 12);
  const month = pairs.some(([, second]) => second > 12);
  if (day !== month) return day ? 'day' : 'month';
  return day ? undefined : (orderByWeekdays(written) ?? otherwise);
}

/** The order in which all dates that may be read in two ways are on the weekdays that are named; undefined where none or both are. */
function orderByWeekdays(written: readonly WrittenDate[]): DateOrder {
  const orders = new Set<DateOrder>();
  for (const { text, weekday } of written) {
    const named = weekdayIn(WEEKDAY(text).exec(text.trim())?.[1] ?? weekday ?? '');
    if (named === undefined || !isAmbiguous(text)) continue;
    const onThatDay = (['day', 'month'] as const).filter(order => {
      const read = readDate(text, order);
      return 'date' in read && weekdayOf(read.date) === named;
    });
    if (onThatDay.length !== 1) continue;
    orders.add(onThatDay[0]);
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** True for a date whose first number may be the day or the month. */
export function isAmbiguous(written: string): boolean {
  const [, first, second] = PAIR.exec(withoutWeekday(written)) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** A year of two digits, as POSIX has it (strptime, `%y`): from 69 on of the last century. */
function wholeYear(year: string): string {
  return year.length === 2 ? `${Number(year) < 69 ? 20 : 19}${year}` : year;
}

/** Months as they begin in English, French, German, Spanish and Russian, folded; in order, the longer before the shorter. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|янв)/,
  /^(?:feb|fev|фев)/,
  /^(?:mar|mrz|maer|мар)/,
  /^(?:apr|avr|abr|апр)/,
  /^(?:may|mai|мая|маи)/,
  /^(?:jun|juin|июн)/,
  /^(?:jul|juil|июл)/,
  /^(?:aug|aou|ago|авг)/,
  /^(?:sep|set|сен)/,
  /^(?:oct|okt|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|dez|dic|дек)/,
];

/**
 * Reads a date as tables have it: `2018-03-26`, `26.03.2018`, `26/03/18`, `26-Mar-18`, `Monday 26 March 2018`,
 * `26 de marzo de 2018`, `2018年3月26日`.
 */
export function readDate(written: string, order: DateOrder): ReadDate {
  const text = withoutWeekday(written);
  const [, y, m, d] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/.exec(text) ??
    [];
  if (y !== undefined) return checked(written, y, m, d);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$/.exec(text);
  if (dotted !== null) return checked(written, wholeYear(dotted[3] ?? ''), dotted[2], dotted[1]);
  const pair = PAIR.exec(text);
  if (pair !== null) return fromPair(written, [pair[1] ?? '', pair[2] ?? '', pair[3] ?? ''], order);
  const words = wordsOf(text);
  const month = monthOf(words);
  const [day, year] = words.flatMap(word => /^(\d{1,4})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? []);
  const isYear = year?.length === 4 || (year?.length === 2 && isMonthBetween(words));
  if (month > 0 && day !== undefined && year !== undefined && isYear && words.length === 3)
    return checked(written, wholeYear(year), String(month), day);
  if (month > 0 && year === undefined) return failed('names no year', { hint: 'write year-month-day: 2018-03-26' });
  if (/^\d{5}$/.test(text))
    return failed('is no date', {
      hint: `a spreadsheet counts days so: did it mean ${dateOf(Number(text) - 25_569)}?`,
      suggestion: { text: dateOf(Number(text) - 25_569) },
    });
  return failed('is no date', { hint: 'write year-month-day: 2018-03-26' });
}

function fromPair(
  written: string,
  [first, second, short]: readonly [string, string, string],
  order: DateOrder,
): ReadDate {
  const year = wholeYear(short);
  const own = Number(first) > 12 ? 'day' : Number(second) > 12 || first === second ? 'month' : order;
  if (own !== undefined)
    return own === 'day' ? checked(written, year, second, first) : checked(written, year, first, second);
  const [dayFirst, monthFirst] = [isoDate(year, second, first), isoDate(year, first, second)];
  return failed(`may be ${dayFirst} or ${monthFirst}, and no other date tells`, {
    hint: `write ${dayFirst} or ${monthFirst}`,
  });
}

function checked(written: string, year = '', month = '', day = ''): ReadDate {
  const date = isoDate(year, month, day);
  if (isDate(date)) return { date };
  if (dayNumber(date) !== undefined) return failed('is too late a date', { hint: YEARS });
  const turned = isoDate(year, day, month);
  const remedy = correction(isDate(turned) ? turned : undefined, 'write a day that exists');
  return failed(/\d/.test(written) ? 'is no day that exists' : 'is no date', remedy);
}

function isoDate(year: string, month: string, day: string): IsoDate {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function failed(problem: string, remedy: Correction): ReadDate {
  return { problem, ...remedy };
}

/** A word, as the name of a weekday is one, and what follows it. */
const WEEKDAY = letterPattern(String.raw`^([\p{L}]{2,11})\.?,? (.*)$`, 'u');

const JOINED = letterPattern(String.raw`(?<=\d)[-/](?=[\p{L}])|(?<=[\p{L}])[-/](?=\d)`, 'gu');

/** A date without the name of its weekday before it: a word before a date that names its month, or is of numbers. */
function withoutWeekday(written: string): string {
  const text = written.trim().replace(/\s+/g, ' ');
  const [, , rest = ''] = WEEKDAY(text).exec(text) ?? [];
  const isWhole = /^\d+[-/.] ?\d/.test(rest) || (/\d/.test(rest) && monthOf(wordsOf(rest)) > 0);
  return isWhole ? rest : text;
}

/** True for the words of `14-May-30`: a number, a month, a number. */
function isMonthBetween(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words;
  return /^\d{1,2}$/.test(first) && monthOf([second]) > 0 && /^\d{2}$/.test(third);
}

function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  const plain = folded
    .replace(/[.,]/g, ' ')
    .replace(JOINED(folded), ' ')
    .replace(/\b(?:de|del|the|of|den|le)\b/g, ' ');
  return plain.trim().split(/\s+/);
}

/** From 1; 0 where no word is the name of a month. */
function monthOf(words: readonly string[]): number {
  return MONTHS.findIndex(name => words.some(word => name.test(word))) + 1;
}
