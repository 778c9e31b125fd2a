import { dateOf, dayNumber, type IsoDate } from '../../model/date.js';
import { DAY, type Interval, isUnparsed } from '../../model/time.js';
import type { TimeZone } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import { parseOffset } from '../import/iso8601.js';
import type { Issues, ReadRule, Remedy } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';
import type { Column } from './columns.js';
import { type DateOrder, readDate } from './dates.js';
import type { Header } from './header.js';
import type { Cell, Row } from './table.js';
import { likelyEnd, type Parsed, readDuration, readEnd, readRange, readStart } from './times.js';

/** When a row takes place. `date` is absent when it could not be read, `time` likewise. */
export interface RowTime {
  readonly date?: IsoDate;
  readonly time?: Interval;
}

/** What the rows of a table have in common. */
export interface TableContext {
  readonly header: Header;
  readonly order: DateOrder;
  /** The zone of clocks; of times with an offset, the one they are converted to. */
  readonly zone: TimeZone;
  readonly issues: Issues;
}

/** A date and a clock in one cell; an offset where the cell has one. */
const MOMENT =
  /^(.*\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8})(?:[Tt, ]|,? )\s*(\d{1,2}[:.hH].*?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads the date and the time of a row. A date that is left out is the one of the row before. */
export function rowTime(row: Row, context: TableContext, before: IsoDate | undefined): RowTime {
  const { header, issues } = context;
  const start = timeCell(row, header, header.has('start') ? 'start' : 'time');
  const moment = momentOf(start, context);
  const date = moment?.date ?? dateCell(timeCell(row, header, 'date'), context, before, start);
  if (date === undefined || start === undefined) return {};
  const length = timeCell(row, header, 'duration');
  const finish = timeCell(row, header, 'end');
  const range = !header.writtenByIdm && moment === undefined ? readRange(start.text) : undefined;
  if (range !== undefined && !isUnparsed(range) && range.value.end !== undefined && !filled(finish)) {
    const { start: from, end: to } = range.value;
    return { date, time: { start: from, end: likelyEnd(from, to) } };
  }
  const from = moment?.minutes ?? orReport(readStart(start.text), start, 'start', issues);
  if (from === undefined) return { date };
  const end = readEndOf([finish, timeCell(row, header, 'end_date')], length, from, date, context);
  if (end === 'unread') return { date };
  if (end !== undefined && end > 2 * DAY) {
    const cell = filled(finish) ? finish : (length ?? start);
    report(
      issues,
      'bad-time',
      cell,
      'ends later than the next day',
      'a session is a part of its day: write one for each day',
    );
    return { date };
  }
  return { date, time: end === undefined ? { start: from } : { start: from, end } };
}

/** A trimmed cell; a longer one than any date or time is cut, so that it does not parse. */
function timeCell(row: Row, header: Header, column: Column): Cell | undefined {
  const cell = header.cell(row, column);
  if (cell === undefined) return undefined;
  const text = cell.text.trim();
  return { ...cell, text: text.length > LIMITS.tableTime ? `${text.slice(0, LIMITS.tableTime)}…` : text };
}

function readEndOf(
  [finish, finishDay]: readonly [Cell | undefined, Cell | undefined],
  length: Cell | undefined,
  from: number,
  date: IsoDate,
  context: TableContext,
): number | undefined | 'unread' {
  if (filled(finish)) {
    const moment = momentOf(finish, context);
    if (moment !== undefined) return moment.minutes + (day(moment.date) - day(date)) * DAY;
    const end = orReport(readEnd(finish.text), finish, 'end', context.issues);
    if (end === undefined) return 'unread';
    const last = filled(finishDay) ? dateCell(finishDay, context, date, undefined) : date;
    if (last === undefined) return 'unread';
    return last !== date
      ? end + (day(last) - day(date)) * DAY
      : context.header.writtenByIdm
        ? end
        : likelyEnd(from, end);
  }
  if (!filled(length)) return undefined;
  const minutes = orReport(readDuration(length.text), length, 'duration', context.issues);
  return minutes === undefined ? 'unread' : minutes === 0 ? undefined : from + minutes;
}

function dateCell(
  cell: Cell | undefined,
  { header, order, issues }: TableContext,
  before: IsoDate | undefined,
  start: Cell | undefined,
): IsoDate | undefined {
  if (!filled(cell)) {
    if (before !== undefined && !header.writtenByIdm) return before;
    const at = cell ?? start;
    if (at !== undefined)
      issues.add('missing-field', { span: at.span }, 'this row has no date', 'write the date: 2018-03-26');
    return undefined;
  }
  const read = readDate(cell.text, order);
  if ('date' in read) return read.date;
  const { problem, ...remedy } = read;
  return report(issues, 'bad-date', cell, problem, remedy);
}

function momentOf(
  cell: Cell | undefined,
  { order, zone }: TableContext,
): { date: IsoDate; minutes: number } | undefined {
  const [, left, right, offset] = MOMENT.exec(cell?.text.trim() ?? '') ?? [];
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
function orReport<T>(parsed: Parsed<T>, cell: Cell, what: string, issues: Issues): T | undefined {
  if (!isUnparsed(parsed)) return parsed.value;
  const { problem, ...remedy } = parsed;
  if (cell.text.trim() !== '') return report(issues, 'bad-time', cell, problem, remedy);
  return issues.add('missing-field', { span: cell.span }, `this row has no ${what}`, remedy.hint);
}

function report(issues: Issues, rule: ReadRule, cell: Cell, problem: string, remedy: Remedy): undefined {
  return issues.add(rule, { span: cell.span }, `${quote(cell.text.trim())} ${problem}`, remedy);
}

function filled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text.trim() !== '';
}

function day(date: IsoDate): number {
  return dayNumber(date) ?? 0;
}
