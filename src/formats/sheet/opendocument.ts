import { clock, DAY } from '../../model/time.js';
import { parseDuration } from '../import/iso8601.js';
import { Stopped } from '../source/limits.js';
import type { ZipFile } from '../source/zip.js';
import { Grid, type Sheet, walkXml } from './grid.js';

/** Cells and rows that say they stand several times are believed up to these; the rest of a sheet is so filled up. */
const MOST_REPEATED = 100;

/**
 * The sheets of an OpenDocument spreadsheet (OpenDocument 1.3, part 3 §9), with dates and times in ISO 8601. Throws
 * {@link Stopped} for one that is encrypted (part 2 §4.3).
 */
export function openDocumentSheets(zip: ZipFile): readonly Sheet[] {
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data'))
    throw new Stopped('it is protected by a password', 0);
  const sheets: Sheet[] = [];
  let grid = new Grid();
  let name = '';
  let row = 0;
  let column = 0;
  let repeated = { rows: 1, columns: 1 };
  let cell: { readonly value: string | undefined; text: string; paragraphs: number } | undefined;
  let inText = 0;
  let inNote = 0;
  let style = '';
  const hidden = new Set<string>();
  let isHidden = false;
  walkXml(zip.read('content.xml'), {
    open(tag, attributes) {
      if (tag === 'style:style') style = attributes['style:name'] ?? '';
      else if (tag === 'style:table-properties' && attributes['table:display'] === 'false') hidden.add(style);
      else if (tag === 'table:table') {
        grid = new Grid();
        isHidden = hidden.has(attributes['table:style-name'] ?? '');
        name = attributes['table:name'] ?? '';
        row = 0;
      } else if (tag === 'table:table-row') {
        column = 0;
        repeated.rows = count(attributes['table:number-rows-repeated']);
      } else if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
        repeated = { ...repeated, columns: count(attributes['table:number-columns-repeated']) };
        cell = { value: isoValue(attributes), text: '', paragraphs: 0 };
      } else if (tag === 'office:annotation') inNote++;
      else if (tag === 'text:p' && cell !== undefined && inNote === 0) {
        if (cell.paragraphs++ > 0) cell.text += '\n';
        inText++;
      } else if (tag === 'text:line-break' && cell !== undefined) cell.text += '\n';
      else if ((tag === 'text:s' || tag === 'text:tab') && cell !== undefined) cell.text += ' ';
    },
    text(piece) {
      if (inText > 0 && inNote === 0 && cell !== undefined) cell.text += piece;
    },
    close(tag) {
      if (tag === 'office:annotation') inNote--;
      if (tag === 'text:p' && inNote === 0) inText = Math.max(0, inText - 1);
      if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
        const shown = cell?.value ?? cell?.text ?? '';
        if (shown !== '' && repeated.columns <= MOST_REPEATED)
          for (let i = 0; i < repeated.columns; i++) grid.set(row, column + i, shown);
        column += repeated.columns;
        cell = undefined;
      }
      if (tag === 'table:table-row') row += repeated.rows;
      if (tag === 'table:table') sheets.push({ name, isHidden, rows: grid.content });
    },
  });
  return sheets;
}

function count(text = '1'): number {
  const number = Number.parseInt(text, 10);
  return Number.isFinite(number) && number > 0 ? number : 1;
}

/** The value of a date or a time, where the text may be in any notation. */
function isoValue(attributes: Readonly<Record<string, string>>): string | undefined {
  const date = attributes['office:date-value'];
  if (date !== undefined) return date.replace(/T(\d\d:\d\d).*$/, ' $1').replace(/ 00:00$/, '');
  const time = parseDuration(attributes['office:time-value'] ?? '');
  if (time === undefined) return undefined;
  return clock(Math.floor(time.seconds / 60) % DAY);
}
