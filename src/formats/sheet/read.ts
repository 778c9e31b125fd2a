import { quote } from '../../text/quote.js';
import { quoted } from '../csv/own-cells.js';
import { type Block, BlockList } from '../document/blocks/block.js';
import type { ReadOptions } from '../format.js';
import { IssueList } from '../source/issues.js';
import { Stopped } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { openZip } from '../source/zip.js';
import { excelSheets } from './excel.js';
import type { Sheet } from './grid.js';
import { openDocumentSheets } from './opendocument.js';

/**
 * Reads a sheet of a workbook (.xlsx, .ods): one with a header as a table is read, any other as a document. The sheet is the
 * one that is named, else the first with a programme in it; where several are named by days and are no tables, all of these.
 * Formulas count as what was last computed; macros never run.
 */
export async function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  const issues = new IssueList();
  try {
    const zip = openZip(typeof input === 'string' ? Buffer.from(input) : input);
    const sheets = zip.names.includes('xl/workbook.xml') ? excelSheets(zip) : openDocumentSheets(zip);
    return await readSheets(
      sheets.filter(({ rows }) => rows.length > 0),
      options,
      issues,
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const hint = 'open it in Excel or LibreOffice, and save it again, or save the sheet as CSV in UTF-8';
    issues.add('syntax', { span: [0, 0] }, `this workbook cannot be read: ${error.message}`, hint);
    return unread('', issues);
  }
}

async function readSheets(sheets: readonly Sheet[], options: ReadOptions, issues: IssueList): Promise<Reading> {
  const { sheet: wanted } = options;
  const chosen = sheets.filter(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  const names = sheets.map(({ name }) => quote(name)).join(', ');
  const [first] = chosen;
  if (first === undefined) {
    if (wanted === undefined)
      issues.add(
        'wrong-type',
        { span: [0, 0] },
        sheets.length === 0 ? 'this workbook is empty' : 'no sheet of this workbook is shown',
        sheets.length === 0 ? undefined : `name a hidden one with --sheet: ${names}`,
      );
    else
      issues.add(
        'wrong-type',
        { span: [0, 0] },
        `there is no sheet ${quote(wanted)}`,
        `name one with --sheet: ${names}`,
      );
    return unread('', issues);
  }
  const readings: Reading[] = [];
  const rest = (read: readonly Sheet[]) => (wanted === undefined ? sheets.filter(one => !read.includes(one)) : []);
  for (const sheet of chosen) {
    const table = await readTable(sheet, options);
    if (table.agenda !== undefined) return others(table, [sheet], rest([sheet]));
    readings.push(table);
    const some = await withOtherDays(sheet, chosen);
    const document = await readDocument(some, options);
    if (document.agenda !== undefined) return others(document, some, rest(some));
  }
  return readings[0] ?? unread('', issues);
}

/** A sheet with those of the other days, where it is one of several that are named by days. */
async function withOtherDays(sheet: Sheet, all: readonly Sheet[]): Promise<readonly Sheet[]> {
  const { dayHeading } = await import('../document/words/dates.js');
  const days = all.filter(({ name }) => dayHeading(name, true) !== undefined);
  return days.length > 1 && days.includes(sheet) ? days : [sheet];
}

/** A reading of some of several sheets says which, and that the others are not read. */
function others(reading: Reading, read: readonly Sheet[], rest: readonly Sheet[]): Reading {
  if (rest.length === 0) return reading;
  const names = (some: readonly Sheet[]) =>
    `${some
      .slice(0, 10)
      .map(({ name }) => quote(name))
      .join(', ')} ${some.length === 1 ? 'is' : 'are'}`;
  const message = `sheet ${names(read)} read; ${names(rest)} not`;
  const issues = new IssueList();
  issues.add('not-read', { span: [0, 0] }, message, 'name another with --sheet');
  return { ...reading, faults: [...issues.list, ...reading.faults] };
}

async function readTable({ rows }: Sheet, options: ReadOptions): Promise<Reading> {
  const { read } = await import('../csv/read.js');
  return read(csvOf(rows), options);
}

/** Reads sheets as a document, row by row; of several, the name of each is the heading above it. */
async function readDocument(sheets: readonly Sheet[], options: ReadOptions): Promise<Reading> {
  const found = new BlockList();
  const lines: string[] = [];
  let at = 0;
  const add = (text: string, block: Pick<Block, 'kind' | 'cell' | 'where'>) => {
    const line = text.replace(/\s+/g, ' ');
    found.add({ ...block, text: text.normalize('NFC').trim(), isApart: true, span: [at, at + line.length] });
    lines.push(line);
    at += line.length + 1;
  };
  for (const [table, { name, rows }] of sheets.entries()) {
    if (sheets.length > 1) add(name, { kind: 'heading', where: `the name of sheet ${quote(name)}` });
    for (const [row, cells] of rows.entries()) {
      if (found.cut !== undefined) break;
      // One cell in a row is a line of its own.
      const isRow = cells.filter(one => one.trim() !== '').length > 1;
      for (const [column, text] of cells.entries()) {
        if (text.trim() === '') continue;
        const cell = isRow ? { cell: { table, row, column, width: 1, height: 1 } } : {};
        add(text, { kind: 'paragraph', ...cell, where: `sheet ${quote(name)}, row ${row + 1}` });
      }
    }
  }
  const { blocks, cut } = found;
  const document = { noun: 'sheet', text: lines.join('\n'), blocks, ...(cut && { cut }) };
  const { readBlocks } = await import('../document/read.js');
  return readBlocks(document, options, new IssueList());
}

/** A sheet as a table (RFC 4180). */
function csvOf(rows: Sheet['rows']): string {
  return rows.map(row => row.map(text => quoted(text, ',')).join(',')).join('\r\n');
}
