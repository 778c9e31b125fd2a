import { quote } from '../../text/quote.js';
import { quoted } from '../csv/own-cells.js';
import { BlockList } from '../document/blocks.js';
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
 * one that is named, else the first with a programme in it. Formulas count as what was last computed; macros never run.
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
  const chosen = wanted === undefined ? sheets : sheets.filter(({ name }) => name === wanted);
  const names = sheets.map(({ name }) => quote(name)).join(', ');
  const [first] = chosen;
  if (first === undefined) {
    if (wanted === undefined) issues.add('wrong-type', { span: [0, 0] }, 'this workbook is empty');
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
  for (const sheet of chosen) {
    const reading = await readSheet(sheet, options);
    if (reading.agenda === undefined) readings.push(reading);
    else return others(reading, sheet, chosen);
  }
  return readings[0] ?? unread('', issues);
}

/** A reading of one of several sheets says which, and that the others are not read. */
function others(reading: Reading, sheet: Sheet, all: readonly Sheet[]): Reading {
  const rest = all.filter(one => one !== sheet).map(({ name }) => quote(name));
  if (rest.length === 0) return reading;
  const issues = new IssueList();
  const message = `sheet ${quote(sheet.name)} is read; ${rest.slice(0, 10).join(', ')} ${rest.length === 1 ? 'is' : 'are'} not`;
  issues.add('not-read', { span: [0, 0] }, message, 'name another with --sheet');
  return { ...reading, faults: [...issues.list, ...reading.faults] };
}

async function readSheet({ name, rows }: Sheet, options: ReadOptions): Promise<Reading> {
  const { read: readTable } = await import('../csv/read.js');
  const table = await readTable(csvOf(rows), options);
  if (table.agenda !== undefined) return table;
  const found = new BlockList();
  const lines: string[] = [];
  let at = 0;
  for (const [row, cells] of rows.entries()) {
    if (found.cut !== undefined) break;
    // One cell in a row is a line of its own.
    const isRow = cells.filter(one => one.trim() !== '').length > 1;
    for (const [column, text] of cells.entries()) {
      if (text.trim() === '') continue;
      const line = text.replace(/\s+/g, ' ');
      found.add({
        kind: 'paragraph',
        text: text.normalize('NFC').trim(),
        ...(isRow && { cell: { table: 0, row, column, width: 1, height: 1 } }),
        isApart: true,
        span: [at, at + line.length],
        where: `sheet ${quote(name)}, row ${row + 1}`,
      });
      lines.push(line);
      at += line.length + 1;
    }
  }
  const { blocks, cut } = found;
  const document = { noun: 'sheet', text: lines.join('\n'), blocks, ...(cut && { cut }) };
  const { readBlocks } = await import('../document/read.js');
  const reading = await readBlocks(document, options, new IssueList());
  return reading.agenda === undefined ? table : reading;
}

/** A sheet as a table (RFC 4180). */
function csvOf(rows: Sheet['rows']): string {
  return rows.map(row => row.map(text => quoted(text, ',')).join(',')).join('\r\n');
}
