import { timeWordIn } from '../../model/likely-time.js';
import { UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { zoneByName } from '../../model/zone-by-name.js';
import { letterPattern } from '../../text/letters.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { type Aids, aidsFor, NO_AIDS } from '../import/aids.js';
import { readableId } from '../import/ids.js';
import { nameRegistry } from '../import/registry.js';
import { buildAgenda, titleOfFile } from '../import/sessions.js';
import { yesOrNo } from '../import/statuses.js';
import { Accounts } from '../source/accounts.js';
import { readText, withLines } from '../source/decode.js';
import { decodeForeignValue } from '../source/decode-values.js';
import { IssueList, type Issues } from '../source/issues.js';
import { LIMITS, tooLarge } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import type { Column } from './columns.js';
import { type DateOrder, dateOrder, isAmbiguous, readDate, type WrittenDate } from './dates.js';
import { decodeTable } from './decode-table.js';
import { type Header, isTypable, readHeader } from './header.js';
import { namesOfSingleRooms, sessionsOfRows } from './sessions.js';
import { SEPARATOR } from './sniff.js';
import { type Cell, delimiterOf, parseTable, type Row } from './table.js';

/** A table whose header is read, before its rows are. */
interface OpenTable {
  readonly text: string;
  readonly header: Header;
  readonly rows: readonly Row[];
  readonly issues: IssueList;
  readonly accounts: Accounts;
  readonly options: ReadOptions;
}

/** The columns that ids are made of, and those with texts for people. */
const NAMED: readonly Column[] = ['title', 'id', 'rooms', 'speakers', 'moderators', 'first_name', 'last_name'];
const SAID: readonly Column[] = ['title', 'subtitle', 'abstract', 'description', 'track'];

/**
 * Reads a table (RFC 4180): a header, and a row for each session. Our own comes back as it was; in others, columns are
 * known by their names in English, French, German, Spanish, Arabic, Chinese and Russian, as templates of other programs
 * have them, or by `map`. The zone is that of a `timezone` column, else `assumeTz`; where neither is, the clocks count as
 * UTC and an issue asks. What is not read is told.
 */
export async function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  const table = open(input, options);
  if (!('rows' in table)) return table;
  const { header, rows } = table;
  const texts = function* (columns: readonly Column[]) {
    for (const row of header.writtenByIdm ? [] : rows) {
      for (const column of columns) yield header.cell(row, column)?.text ?? '';
    }
  };
  return agendaOf(table, await aidsFor(texts(NAMED), texts(SAID), table.text));
}

/** Reads a table whose titles are in Latin script, and whose texts have no mark-up. */
export function readPlain(input: string | Uint8Array, options: ReadOptions): Reading {
  const table = open(input, options);
  return 'rows' in table ? agendaOf(table, NO_AIDS) : table;
}

/** Decodes and parses a table up to its header; a reading without an agenda where that is impossible. */
function open(input: string | Uint8Array, options: ReadOptions): OpenTable | Reading {
  const issues = new IssueList();
  const { text, isText } = readText(input, issues, decodeTable);
  if (text.length > LIMITS.importedSize) return tooLarge(text, 'a table');
  const separator = SEPARATOR.exec(text);
  const inTable = new IssueList();
  const parsed = parseTable(text, separator?.[1] ?? delimiterOf(text), inTable, separator?.[0].length);
  if (parsed.length === 0) {
    if (inTable.list.length > 0) issues.addAll(inTable.list);
    else issues.add('wrong-type', { span: [0, 0] }, 'this table is empty: it has no header');
    return unread(withLines(text), issues);
  }
  const inHeader = new IssueList();
  const accounts = new Accounts();
  const headed = readHeader(parsed, options.map ?? {}, inHeader, accounts);
  // Of bytes that are no text, that is reported, and not that they have no columns.
  if (headed !== undefined || isText) issues.addAll(inHeader.list);
  if (headed === undefined) return unread(withLines(text), issues);
  issues.addAll(inTable.list);
  return { text, ...headed, issues, accounts, options };
}

function agendaOf(table: OpenTable, aids: Aids): Reading {
  const { text, header, rows, issues, accounts, options } = table;
  reportExtraCells(rows, header.width, issues);
  const zone = (options.zones ?? timeZones()).get(tableZone(rows, header, options, issues));
  const names = nameRegistry(aids, header.writtenByIdm);
  const order = orderOf(rows, header, accounts);
  const roomNames = namesOfSingleRooms(rows, header);
  const sessions = sessionsOfRows(rows, { header, order, zone, issues, accounts, names, roomNames, aids });
  tellUnread(rows, header, accounts);
  accounts.report(issues);
  if (sessions.length === 0 && rows.length > 0) {
    const count = rows.length === 1 ? '1 row' : `${rows.length.toLocaleString('en')} rows`;
    issues.add('no-session', { span: header.span }, `this table has ${count}, but no session that can be read`);
    return unread(withLines(text), issues);
  }
  const places = sourceMap(withLines(text));
  const title = titleOfFile(options.file, 'agenda');
  const head = {
    id: readableId(title, 'agenda'),
    title: { [UNDETERMINED]: title },
    timezone: zone.name,
    links: [],
  };
  return {
    agenda: buildAgenda(head, sessions, names, places, issues),
    faults: issues.list,
    source: places.source,
    foreign: true,
  };
}

/** The columns that may have dates. */
const DATED = ['date', 'start', 'end_date', 'end'] as const satisfies readonly Column[];

/** The order of day and month in the dates of a table: as one of its dates shows, else as the language of its header has it. */
function orderOf(rows: readonly Row[], header: Header, accounts: Accounts): DateOrder {
  const cells: (Cell & WrittenDate)[] = [];
  for (const row of rows) {
    const weekday = header.hasWeekdays ? header.cell(row, 'day')?.text : undefined;
    for (const name of DATED) {
      const cell = header.cell(row, name);
      const text = dateIn(cell?.text);
      // The weekday in a row is that of the date on which it starts.
      const isStart = name === 'date' || name === 'start';
      if (cell !== undefined && text !== undefined)
        cells.push({ text, span: cell.span, weekday: isStart ? weekday : undefined });
    }
  }
  const shown = dateOrder(cells, undefined);
  if (shown !== undefined || !header.dayFirst) return shown;
  const order = dateOrder(cells, 'day');
  for (const { text, span } of order === undefined ? [] : cells) {
    const read = isAmbiguous(text) ? readDate(text, order) : undefined;
    if (read === undefined || !('date' in read)) continue;
    accounts.tell('order', span, {
      rule: 'read-as',
      message: count =>
        `${quote(text)} is read as ${read.date}, since the header is in a language whose dates begin with the day${count === 1 ? '' : `; so are ${count - 1} more`}`,
    });
  }
  return order;
}

/** A date whose first number may be the day or the month, with the word before it. */
const DATE = letterPattern('^\\s*(?:[\\p{L}]{2,11}\\.?,? )?\\d{1,2}[/-]\\d{1,2}[/-](?:\\d{4}|\\d{2})(?!\\d)', 'u');

/** The date in a cell that may have a clock after it. */
function dateIn(text = ''): string | undefined {
  return DATE(text).exec(text)?.[0].trim();
}

/** A number of a day, or the name of a weekday: what stands beside a date and says nothing more. */
const OF_DAY = letterPattern(
  '^(?:[\\p{L}]{0,4}\\s?\\d{1,2}|(?:mo|tu|we|th|fr|sa|su|di|mi|do|so|lu|ma|me|je|ve|ju|vi|пн|вт|ср|чт|пт|сб|вс|по|че|пя|су|во)[\\p{L}]{0,9}|[周星].{1,3})\\.?$',
  'iu',
);

/** A column that is known and not read, since another says it, as far as a row has something more in it. */
interface UnusedColumn {
  readonly column: Column;
  readonly says: (text: string, row: Row) => boolean;
}

function unusedColumns(header: Header): readonly UnusedColumn[] {
  const text = (row: Row, column: Column) => header.cell(row, column)?.text.trim() ?? '';
  const isOfEnd = (last: string, row: Row) =>
    text(row, 'end') !== '' || last === text(row, 'date') || yesOrNo(text(row, 'all_day')) === true;
  const unused: UnusedColumn[] = [{ column: 'end_date', says: (last, row) => !isOfEnd(last, row) }];
  // A word stands for the start that is not there.
  const isRead = (time: string, row: Row) => text(row, 'start') === '' && timeWordIn(time) !== undefined;
  if (header.has('start')) unused.push({ column: 'time', says: (time, row) => !isRead(time, row) });
  if (header.hasWeekdays) unused.push({ column: 'day', says: day => !OF_DAY(day).test(day) });
  return unused;
}

/** Tells the columns that are not read, and in how many rows they have something. */
function tellUnread(rows: readonly Row[], header: Header, accounts: Accounts): void {
  const unused = unusedColumns(header).flatMap(({ column, says }) =>
    header.places(column).map(at => ({ ...header.column(at), says })),
  );
  for (const { at, name, span, says } of [
    ...header.unread.map(column => ({ ...column, says: () => true })),
    ...unused,
  ]) {
    const count = rows.filter(row => {
      const text = (row[at]?.text ?? '').trim();
      return text !== '' && says(text, row);
    }).length;
    if (count === 0) continue;
    const what = name === '' ? `column ${at + 1}, which has no name` : `column ${quote(name)}`;
    accounts.tell(`${what} ${at}`, name === '' ? header.span : span, {
      rule: 'not-read',
      message: () => `${what} (${count} ${count === 1 ? 'cell' : 'cells'}) is not read`,
      hint: isTypable(name)
        ? `if a session has a field for it, name it: --map FIELD="${name}"`
        : 'give the column the name of a field of a session',
    });
  }
}

function reportExtraCells(rows: readonly Row[], width: number, issues: Issues): void {
  for (const row of rows) {
    const extra = row.slice(width).find(({ text }) => text.trim() !== '');
    if (extra === undefined) continue;
    const message = `this row has ${row.length} cells, and the header ${width}`;
    issues.add('syntax', { span: extra.span }, message, 'put quotes around a cell with a delimiter in it');
  }
}

function tableZone(rows: readonly Row[], columns: Header, { assumeTz }: ReadOptions, issues: Issues): string {
  let zone: string | undefined;
  const refused = new Set<string>();
  for (const row of rows) {
    const cell = columns.cell(row, 'timezone');
    const text = cell?.text.trim() ?? '';
    const name = zoneByName(text) ?? text;
    if (cell === undefined || name === '' || name === zone || refused.has(name)) continue;
    if (zone === undefined) zone = decodeForeignValue('timezone', name, cell.span, issues, true);
    else {
      const message = `${quote(text)} is another time zone than ${zone}, and an agenda has one`;
      issues.add('bad-timezone', { span: cell.span }, message, `write the times of ${zone}`);
    }
    refused.add(name);
  }
  if (zone !== undefined || assumeTz !== undefined || refused.size > 0 || rows.length === 0)
    return zone ?? assumeTz ?? 'UTC';
  const message = 'nothing says in which time zone the times of this table are';
  issues.add('bad-timezone', { span: columns.span }, message, 'say it: --assume-tz Europe/Paris');
  return 'UTC';
}
