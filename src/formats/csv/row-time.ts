import { dateOf, dayNumber, type IsoDate, longDate } from '../../model/date.js';
import { timeWordIn } from '../../model/likely-time.js';
import { DAY, type SessionTime, type TimeWord } from '../../model/time.js';
import { isUnparsed } from '../../model/written-time.js';
import type { TimeZone } from '../../model/zone.js';
import { letterPattern } from '../../text/letters.js';
import { quote } from '../../text/quote.js';
import { parseOffset } from '../import/iso8601.js';
import { yesOrNo } from '../import/statuses.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues, ReadRule, Remedy } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';
import type { Column } from './columns.js';
import { type DateOrder, readDate } from './dates.js';
import type { Header } from './header.js';
import type { Cell, Row } from './table.js';
import { likelyEnd, type Parsed, readDuration, readEnd, readRange, readStart } from './times.js';
import { weekdayIn, weekdayOf } from './weekdays.js';

/** When a row takes place. `date` is absent when it could not be read, `time` likewise. */
export interface RowTime {
  readonly date?: IsoDate;
  readonly time?: SessionTime;
  /** How many whole days the row lasts; absent where it has a clock. */
  readonly days?: number;
}

/** What the rows of a table have in common. */
export interface TableContext {
  readonly header: Header;
  readonly order: DateOrder;
  /** The zone of clocks; of times with an offset, the one they are converted to. */
  readonly zone: TimeZone;
  readonly issues: Issues;
  readonly accounts: Accounts;
}

/** A date and a clock in one cell; an offset where the cell has one. */
const MOMENT = letterPattern(
  String.raw`^(.*\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}|\d{1,2}([-/.])(?:\d{1,2}|[\p{L}]{3,9})\2\d{2})(?:[Tt, ]|,? )\s*(\d{1,2}[:.hH].*?)\s*(Z|[+-]\d{2}:?\d{2})?$`,
  'u',
);

/** Characters of the shortest date with a clock: `1/1/30 9:0`. */
const SHORTEST_MOMENT = 10;

/** Whole days of one row at most. */
const MOST_DAYS = 31;

/** Reads the date and the time of a row. A date that is left out is the one of the row before. */
export function rowTime(row: Row, context: TableContext, before: IsoDate | undefined): RowTime {
  const { header } = context;
  const timed = header.has('start') ? 'start' : header.has('time') ? 'time' : header.has('date') ? 'date' : undefined;
  const start = timed && timeCell(row, header, timed);
  const moment = momentOf(start, context);
  const date = moment?.date ?? dateCell(timeCell(row, header, 'date'), context, before, start);
  if (date === undefined || start === undefined) return {};
  tellWeekday(row, date, context);
  const allDay = timeCell(row, header, 'all_day');
  const isAllDay = filled(allDay) && yesOrNo(allDay.text) === true;
  if (filled(allDay) && yesOrNo(allDay.text) === undefined)
    context.accounts.unread(`${quote(allDay.text)}, neither yes nor no,`, allDay.span, { hint: 'write yes or no' });
  if (isAllDay && moment === undefined) return { date, time: 'tbc', days: daysOf(row, date, context) };
  const finish = timeCell(row, header, 'end');
  const word = wordIn([start, timeCell(row, header, 'time')], finish);
  if (word !== undefined && moment === undefined) return { date, time: word };
  const length = timeCell(row, header, 'duration');
  const own = timed === 'date' ? undefined : start;
  const range = !header.writtenByIdm && moment === undefined && own ? readRange(own.text) : undefined;
  if (range !== undefined && !isUnparsed(range) && range.value.end !== undefined && !filled(finish)) {
    const { start: from, end: to } = range.value;
    return { date, time: { start: from, end: likelyEnd(from, to) } };
  }
  const from = moment?.minutes ?? startIn(own, start, context);
  if (from === undefined) return { date };
  const end = readEndOf([finish, timeCell(row, header, 'end_date')], length, from, date, context);
  if (end !== undefined && end > 2 * DAY) {
    const cell = filled(finish) ? finish : (length ?? start);
    report(
      context,
      'bad-time',
      cell,
      'ends later than the next day',
      'a session is a part of its day: write one for each day',
    );
    return { date, time: { start: from } };
  }
  return { date, time: end === undefined ? { start: from } : { start: from, end } };
}

/** The word in the first cell that has something, where the end is no clock either. */
function wordIn(cells: readonly (Cell | undefined)[], end: Cell | undefined): TimeWord | undefined {
  const said = cells.find(filled);
  // No word has a digit in it, and nearly every time has one.
  if (said === undefined || /\d/.test(said.text)) return undefined;
  return filled(end) && timeWordIn(end.text) === undefined ? undefined : timeWordIn(said.text);
}

/** Tells a weekday in a column of its own that is not that of the date. */
function tellWeekday(row: Row, date: IsoDate, { header, accounts }: TableContext): void {
  if (!header.hasWeekdays) return;
  const cell = header.cell(row, 'day');
  const named = cell && weekdayIn(cell.text);
  if (named === undefined || named === weekdayOf(date)) return;
  accounts.tell('weekday', cell?.span ?? header.span, {
    rule: 'contradiction',
    message: count =>
      `the weekday ${quote(cell?.text.trim() ?? '')} contradicts the date, ${longDate(date)}${count === 1 ? '' : `, and ${count - 1} more do`}: the date counts`,
    hint: 'see which of the two is wrong',
  });
}

/** The days from a date to the one in the column for its end. */
function daysOf(row: Row, date: IsoDate, context: TableContext): number {
  const last = timeCell(row, context.header, 'end_date');
  const read = filled(last) ? readDate(last.text, context.order) : { date };
  const count = 'date' in read ? day(read.date) - day(date) + 1 : 1;
  if (!filled(last) || (count > 0 && count <= MOST_DAYS)) return count;
  report(context, 'bad-date', last, count > 0 ? `is more than ${MOST_DAYS} days later` : 'is before the start', {});
  return 1;
}

/** A start, where what follows it in its cell cannot be read: the session is there, and its end is not. */
const BEFORE_DASH = /^(.{3,20}?)\s*(?:[-–—]|\b(?:to|until|till|bis|à|hasta)\b)\s*(?=\S)/i;

function startIn(own: Cell | undefined, start: Cell, context: TableContext): number | undefined {
  if (own === undefined) return orReport(readStart(''), { ...start, text: '' }, 'start', context);
  const whole = readStart(own.text);
  const [, first] = isUnparsed(whole) ? (BEFORE_DASH.exec(own.text) ?? []) : [];
  const part = first === undefined ? undefined : readStart(first);
  if (part === undefined || isUnparsed(part)) return orReport(whole, own, 'start', context);
  report(context, 'bad-time', own, 'has no end that can be read', 'write start and end: 10:00-10:30');
  return part.value;
}

/** A trimmed cell; a longer one than any date or time is cut, so that it does not parse. */
function timeCell(row: Row, header: Header, column: Column): Cell | undefined {
  const cell = header.cell(row, column);
  if (cell === undefined) return undefined;
  const text = cell.text.trim();
  if (text.length === cell.text.length && text.length <= LIMITS.tableTime) return cell;
  return { ...cell, text: text.length > LIMITS.tableTime ? `${text.slice(0, LIMITS.tableTime)}…` : text };
}

/** The end in minutes from midnight of the date; undefined where none is told, or none can be read, which is reported. */
function readEndOf(
  [finish, finishDay]: readonly [Cell | undefined, Cell | undefined],
  length: Cell | undefined,
  from: number,
  date: IsoDate,
  context: TableContext,
): number | undefined {
  const minutes = filled(length) ? orReport(readDuration(length.text), length, 'duration', context) : undefined;
  const byLength = minutes === undefined || minutes === 0 ? undefined : from + minutes;
  if (minutes === 0 && length !== undefined && !filled(finish))
    context.accounts.tell('zero', length.span, {
      rule: 'read-as',
      message: count => `${count === 1 ? 'a length' : `${count} lengths`} of zero: no end is announced`,
      severity: 'warning',
    });
  if (!filled(finish)) return byLength;
  const moment = momentOf(finish, context);
  const dated = moment && filled(finishDay) ? dateCell(finishDay, context, date, undefined) : undefined;
  if (moment && filled(finishDay) && dated !== undefined && dated !== moment.date)
    context.accounts.tell('dates of the end', finishDay.span, {
      rule: 'contradiction',
      message: count =>
        `the date ${quote(finishDay.text)} contradicts the end ${quote(finish.text)}${count === 1 ? '' : `, and ${count - 1} more do`}: the end counts`,
    });
  const end = moment
    ? moment.minutes + (day(moment.date) - day(date)) * DAY
    : endIn(finish, finishDay, from, date, context);
  if (end !== undefined && byLength !== undefined && end !== byLength && length !== undefined)
    context.accounts.tell('end and duration', length.span, {
      rule: 'contradiction',
      message: count =>
        `the length ${quote(length.text)} contradicts the end ${quote(finish.text)}${count === 1 ? '' : `, and ${count - 1} more do`}: the end counts`,
      hint: 'leave out one of the two columns, or make them agree',
    });
  return end ?? byLength;
}

/** The end of a cell that has a clock alone. */
function endIn(
  finish: Cell,
  finishDay: Cell | undefined,
  from: number,
  date: IsoDate,
  context: TableContext,
): number | undefined {
  const end = orReport(readEnd(finish.text), finish, 'end', context);
  const last = filled(finishDay) ? dateCell(finishDay, context, date, undefined) : date;
  if (end === undefined || last === undefined) return undefined;
  if (last !== date) return end + (day(last) - day(date)) * DAY;
  return context.header.writtenByIdm ? end : likelyEnd(from, end);
}

function dateCell(
  cell: Cell | undefined,
  context: TableContext,
  before: IsoDate | undefined,
  start: Cell | undefined,
): IsoDate | undefined {
  const { header, order, accounts } = context;
  if (!filled(cell)) {
    if (before !== undefined && !header.writtenByIdm) return before;
    const at = cell ?? start;
    if (at !== undefined)
      accounts.tell('no date', at.span, {
        rule: 'missing-field',
        message: count => (count === 1 ? 'this row has no date' : `${count} rows have no date`),
        hint: 'write the date: 2018-03-26',
        severity: 'error',
      });
    return undefined;
  }
  const read = readDate(cell.text, order);
  if ('date' in read) return read.date;
  const { problem, ...remedy } = read;
  return report(context, 'bad-date', cell, problem, remedy);
}

function momentOf(
  cell: Cell | undefined,
  { order, zone }: TableContext,
): { date: IsoDate; minutes: number } | undefined {
  const text = cell?.text.trim() ?? '';
  if (text.length < SHORTEST_MOMENT) return undefined;
  const [, left, , right, offset] = MOMENT(text).exec(text) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const [read, clock] = [readDate(left, order), readEnd(right)];
  if (!('date' in read) || isUnparsed(clock)) return undefined;
  if (offset === undefined) return { date: read.date, minutes: clock.value };
  const east = parseOffset(offset);
  if (east === undefined) return undefined;
  const utc = day(read.date) * DAY + clock.value - east;
  const local = utc + zone.offsetAt(utc * 60_000);
  return { date: dateOf(Math.floor(local / DAY)), minutes: local - Math.floor(local / DAY) * DAY };
}

/** The value, or undefined and an issue at its cell. */
function orReport<T>(parsed: Parsed<T>, cell: Cell, what: string, context: TableContext): T | undefined {
  if (!isUnparsed(parsed)) return parsed.value;
  const { problem, ...remedy } = parsed;
  if (cell.text.trim() !== '') return report(context, 'bad-time', cell, problem, remedy);
  return context.accounts.tell(`no ${what}`, cell.span, {
    rule: 'missing-field',
    message: count => (count === 1 ? `this row has no ${what}` : `${count} rows have no ${what}`),
    ...(remedy.hint !== undefined && { hint: remedy.hint }),
    severity: 'error',
  });
}

/** Reports a cell that cannot be read; cells with the same problem are one finding. */
function report({ accounts }: TableContext, rule: ReadRule, cell: Cell, problem: string, remedy: Remedy): undefined {
  const more = typeof remedy === 'string' ? { hint: remedy } : remedy;
  return accounts.tell(problem, cell.span, {
    rule,
    message: count =>
      `${quote(cell.text.trim())} ${problem}${count === 1 ? '' : `, and so it is with ${count - 1} more cells`}`,
    ...(more.hint !== undefined && { hint: more.hint }),
    ...(more.suggestion && { suggestion: more.suggestion }),
    severity: 'error',
  });
}

function filled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text.trim() !== '';
}

function day(date: IsoDate): number {
  return dayNumber(date) ?? 0;
}
