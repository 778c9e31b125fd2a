import type { Issues, Span } from '../source/issues.js';
import { LIMITS, tooMany } from '../source/limits.js';

/** One cell of a table: its text without the quotes, and its span with them. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}
export type Row = readonly Cell[];

/**
 * Parses a table (RFC 4180) from an offset on: cells between delimiters, in quotes where they hold one, a quote in quotes
 * doubled. Rows end with CRLF, LF or a lone CR; those without any text are left out.
 */
export function parseTable(text: string, delimiter: string, issues: Issues, begin = 0): readonly Row[] {
  const rows: Row[] = [];
  const ends = new RegExp(`[\\r\\n${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]`, 'g');
  let row: Cell[] = [];
  let at = begin;
  while (at <= text.length) {
    const from = at;
    let value = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close === -1) {
        const message = 'this quote is never closed';
        issues.add('syntax', { span: [from, from + 1] }, message, 'write a quote in a quoted cell twice');
        break;
      }
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const unquoted = at;
    ends.lastIndex = at;
    at = ends.exec(text)?.index ?? text.length;
    const rest = text.slice(unquoted, at);
    if (unquoted > from && rest.trim() !== '')
      issues.add(
        'syntax',
        { span: [unquoted, at] },
        'there is text after the closing quote of a cell',
        'write a quote in a quoted cell twice',
      );
    row.push({ text: unquoted > from && rest.trim() === '' ? value : value + rest, span: [from, at] });
    if (row.length > LIMITS.tableCells) {
      tooMany(issues, 'this row', LIMITS.tableCells, 'cells', [from, from]);
      break;
    }
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (row.some(cell => cell.text.trim() !== '')) rows.push(row);
    row = [];
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (rows.length > LIMITS.events + 1) {
      tooMany(issues, 'this table', LIMITS.events, 'rows', [at, at]);
      break;
    }
  }
  return rows;
}

/** The offset of the quote that closes a cell, or -1. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** The delimiters that tables are tried with. */
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The delimiter of a table: of one that idm wrote what stands after `id`, else the one that occurs most often in the first
 * row outside of quotes.
 */
export function delimiterOf(text: string): string {
  const start = text.slice(0, 10_000).trimStart();
  const line = start.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const own = /^id([^\w\s"])day\1date\1/.exec(line)?.[1];
  if (own !== undefined) return own;
  const counts = DELIMITERS.map(delimiter => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
