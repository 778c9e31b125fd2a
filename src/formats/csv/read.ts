import type { IsoDate } from '../../model/date.js';
import { UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { ianaName } from '../../model/zone-names.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { freeIds, readableId } from '../import/ids.js';
import { type NameRegistry, nameRegistry } from '../import/registry.js';
import { buildAgenda, type ImportedSession, titleOfFile } from '../import/sessions.js';
import { readText, withLines } from '../source/decode.js';
import { decodeForeignValue } from '../source/decode-values.js';
import { IssueList, type Issues } from '../source/issues.js';
import { LIMITS, tooLarge } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { SEPARATOR } from './columns.js';
import { dateOrder } from './dates.js';
import { type Header, readHeader } from './header.js';
import { LIST_SEPARATOR, unescapeFormula } from './own-cells.js';
import { RowReader } from './row.js';
import { rowTime, type TableContext } from './row-time.js';
import { type Cell, delimiterOf, parseTable, type Row } from './table.js';

/**
 * Reads a table (RFC 4180): a header, and a row for each session. Our own comes back as it was; in others, columns are
 * known by their names in English, French, German and Spanish, or by `map`. The zone is that of a `timezone` column, else
 * `assumeTz`; where neither is, the clocks count as UTC and an issue asks.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const issues = new IssueList();
  const { text, isText } = readText(input, issues);
  if (text.length > LIMITS.importedSize) return tooLarge(text, 'a table');
  const separator = SEPARATOR.exec(text);
  const inTable = new IssueList();
  const [first, ...rows] = parseTable(text, separator?.[1] ?? delimiterOf(text), inTable, separator?.[0].length);
  if (first === undefined) {
    if (inTable.list.length > 0) issues.addAll(inTable.list);
    else issues.add('wrong-type', { span: [0, 0] }, 'this table is empty: it has no header');
    return unread(withLines(text), issues);
  }
  const inHeader = new IssueList();
  const columns = readHeader(first, options.map ?? {}, inHeader);
  // Of bytes that are no text, that is reported, and not that they have no columns.
  if (columns !== undefined || isText) issues.addAll(inHeader.list);
  if (columns === undefined) return unread(withLines(text), issues);
  issues.addAll(inTable.list);
  reportExtraCells(rows, first, issues);
  const zone = (options.zones ?? timeZones()).get(tableZone(rows, columns, options, issues));
  const written = rows.flatMap(row =>
    (['date', 'start'] as const).flatMap(name => dateIn(columns.cell(row, name)?.text)),
  );
  const context = {
    header: columns,
    order: dateOrder(written, columns.dayFirst ? 'day' : undefined),
    zone,
    issues,
  } as const;
  const names = nameRegistry();
  const sessions = readRows(rows, context, names);
  const places = sourceMap(withLines(text));
  const title = titleOfFile(options.file, 'agenda');
  const head = {
    id: readableId(title, 'agenda'),
    title: { [UNDETERMINED]: title },
    timezone: zone.name,
  };
  return {
    agenda: buildAgenda(head, sessions, names, places, issues),
    faults: issues.list,
    source: places.source,
    foreign: true,
  };
}

/** The date in a cell that may have a clock after it. */
function dateIn(text = ''): readonly string[] {
  return /^\s*\d+[/-]\d+[/-]\d{4}/.exec(text) ?? [];
}

function reportExtraCells(rows: readonly Row[], first: Row, issues: Issues): void {
  for (const row of rows) {
    const extra = row.slice(first.length).find(({ text }) => text.trim() !== '');
    if (extra === undefined) continue;
    const message = `this row has ${row.length} cells, and the header ${first.length}`;
    issues.add('syntax', { span: extra.span }, message, 'put quotes around a cell with a delimiter in it');
  }
}

function tableZone(rows: readonly Row[], columns: Header, { assumeTz }: ReadOptions, issues: Issues): string {
  let zone: string | undefined;
  const refused = new Set<string>();
  for (const row of rows) {
    const cell = columns.cell(row, 'timezone');
    const text = cell?.text.trim() ?? '';
    const name = ianaName(text) ?? text;
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

/** Reads the rows below the header as sessions. A row whose date cannot be read is reported and left out. */
function readRows(rows: readonly Row[], context: TableContext, names: NameRegistry): readonly ImportedSession[] {
  const { header, issues } = context;
  const free = freeIds();
  const ids = new Map<string, string>();
  const roomNames = namesOfSingleRooms(rows, header);
  const found: { readonly session: ImportedSession; readonly key: string; readonly parent: Cell | undefined }[] = [];
  let before: IsoDate | undefined;
  for (const row of rows) {
    const { date, time } = rowTime(row, context, before);
    before = date ?? before;
    if (date === undefined) continue;
    const reader = new RowReader(row, context, names, roomNames);
    const key = reader.text('id')?.text ?? '';
    const id = ids.get(key) ?? free(reader.id(key));
    if (key !== '') ids.set(key, id);
    const parent = reader.text('parent');
    found.push({ session: { date, ...(time && { time }), ...reader.session(id) }, key, parent });
  }
  const byKey = new Map<string, number>();
  for (const [i, { key }] of found.entries()) if (key !== '' && !byKey.has(key)) byKey.set(key, i);
  return found.map(({ session, parent }) => {
    if (parent === undefined) return session;
    const index = byKey.get(parent.text);
    if (index !== undefined) return { ...session, parent: index };
    // An export of chosen sessions may be without the parents of some.
    if (header.writtenByIdm) return session;
    const message = `no row has the id ${quote(parent.text)}`;
    issues.add('wrong-type', { span: parent.span }, message, 'write the id of the session it is a part of');
    return session;
  });
}

/** The names of rooms by id, from the rows of an own table that name one room alone: there a `; ` is a part of the name. */
function namesOfSingleRooms(rows: readonly Row[], header: Header): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const row of rows) {
    const [id, name] = [header.cell(row, 'room_ids')?.text ?? '', header.cell(row, 'rooms')?.text ?? ''];
    if (header.writtenByIdm && id !== '' && name !== '' && !id.includes(LIST_SEPARATOR))
      named.set(id, unescapeFormula(name));
  }
  return named;
}
