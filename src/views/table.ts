import Table from 'cli-table3';
import { isolated, withNeededIsolates } from '../text/bidi.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { measure, pad, wrap } from '../text/wrap.js';
import type { Canvas } from './canvas.js';
import { at, type Cell, type Column, type Row, widths } from './columns.js';

/** Rows per table of cli-table3; the next table continues without a border between. */
const SPAN = 100;
const NO_TOP = { top: '', 'top-left': '', 'top-mid': '', 'top-right': '' };
const NO_BOTTOM = { bottom: '', 'bottom-left': '', 'bottom-mid': '', 'bottom-right': '' };

/**
 * One table for each group, without a final line break, all with the same column widths. Texts are wrapped, never cut; below
 * some 40 columns the tables are wider than the canvas.
 */
export function tables(columns: readonly Column[], groups: readonly (readonly Row[])[], canvas: Canvas): string[] {
  const inert = groups.map(rows =>
    rows.map(row => row.map(cell => ({ ...cell, text: escapeControlsOnLine(cell.text) }))),
  );
  const heads = columns.map(({ head }) => ({ text: head, style: canvas.colors.bold }));
  const sizes = widths(columns, [heads, ...inert.flat()], canvas.width);
  return inert.map(rows => draw(heads, rows, sizes));
}

/** What cli-table3 gets in place of a text, so many times as it has columns, of which it may count fewer or more. */
const FILL = '\uE000';

/** Draws with cli-table3, one row per line and in pieces: its time is quadratic in the lines of a cell and in the rows. */
function draw(heads: Row, rows: readonly Row[], sizes: readonly number[]): string {
  const head = across(heads, sizes);
  const all = rows.flatMap(row => across(row, sizes));
  const pieces: string[] = [];
  const blank = sizes.map(size => FILL.repeat(size));
  for (let from = 0; from === 0 || from < all.length; from += SPAN) {
    const to = Math.min(all.length, from + SPAN);
    const table = new Table({
      head: from === 0 ? blank.map(fill => head.map(() => fill).join('\n')) : [],
      style: { head: [], border: [], compact: true },
      chars: { ...(from > 0 && NO_TOP), ...(to < all.length && NO_BOTTOM) },
    });
    table.push(...Array.from({ length: to - from }, () => blank));
    const texts = [...(from === 0 ? head : []), ...all.slice(from, to)].flat();
    let next = 0;
    pieces.push(table.toString().replace(/\uE000+/g, () => texts[next++] ?? ''));
  }
  return pieces.join('\n').split('\n').map(withNeededIsolates).join('\n');
}

/** Wraps the cells of a row and returns its lines, each with one padded text per column. */
function across(row: Row, sizes: readonly number[]): string[][] {
  const cells = row.map((cell, i) => lines(cell, at(sizes, i)));
  const height = Math.max(...cells.map(cell => cell.length));
  return Array.from({ length: height }, (_, y) => cells.map((cell, i) => cell[y] ?? ' '.repeat(at(sizes, i))));
}

/** Wraps a cell to its column and pads each line; what it says is apart from what other cells say, whatever its direction. */
function lines({ text, style, indent = 0, note = '', noteStyle = style }: Cell, size: number): string[] {
  const left = Math.min(indent, Math.floor(size / 2));
  const room = size - left;
  const wrapped = wrap(text, room);
  const styled = wrapped.map(line => (line === '' ? '' : style(line)));
  if (note !== '') {
    const last = measure(wrapped.at(-1) ?? '');
    if (last + 3 + measure(note) <= room) styled.push(`${styled.pop()}${noteStyle(` · ${note}`)}`);
    else styled.push(...wrap(`· ${note}`, room).map(noteStyle));
  }
  return styled.map(line => pad(' '.repeat(left) + isolated(line), size));
}
