import Table from 'cli-table3';
import { inertLine } from '../model/inert.js';
import type { Ink, Page } from './page.js';
import { measure, pad, widestPart, wrap } from './wrap.js';

/** One column of a table. */
export interface Column {
  readonly head: string;
  /** The columns it may be pressed to; absent for the one column that takes what the others leave. */
  readonly least?: number;
}

/** A text of one line, as it comes from the agenda. */
export interface Cell {
  readonly text: string;
  readonly ink: Ink;
  /** Columns that the text stands in from the left. */
  readonly indent?: number;
  /** A few words of the tool behind the text. */
  readonly note?: string;
  readonly noteInk?: Ink;
}

/** The cells of a row, one a column. */
export type Row = readonly Cell[];

/** The columns that the growing column has at least. */
const LEAST = 8;

/** Lines of one row of cli-table3: it measures all of a cell again for each of its lines, so a tall cell takes several rows. */
const TALL = 50;

/**
 * One table a group, without a line break at the end, all with columns of the same widths. No character is cut: texts are
 * wrapped, and below some 40 columns the tables are wider than the page.
 */
export function tables(columns: readonly Column[], groups: readonly (readonly Row[])[], page: Page): string[] {
  const inert = groups.map(rows => rows.map(row => row.map(cell => ({ ...cell, text: inertLine(cell.text) }))));
  const heads = columns.map(({ head }) => ({ text: head, ink: page.paint.bold }));
  const sizes = widths(columns, [heads, ...inert.flat()], page.width);
  return inert.map(rows => draw(heads, rows, sizes));
}

/** The columns of each column: as wide as its texts if all fit; else the widest give way first, and break words last. */
function widths(columns: readonly Column[], rows: readonly Row[], width: number): readonly number[] {
  const room = width - 3 * columns.length - 1;
  const widest = (by: (cell: Cell) => number, i: number) =>
    rows.reduce((most, row) => (row[i] === undefined ? most : Math.max(most, by(row[i]))), 1);
  const natural = columns.map((_, i) => widest(full, i));
  const least = columns.map(column => column.least ?? LEAST);
  const whole = columns.map((_, i) =>
    Math.max(
      widest(cell => widestPart(cell.text), i),
      at(least, i),
    ),
  );
  const grows = columns.findIndex(column => column.least === undefined);
  const others = [...columns.keys()].filter(i => i !== grows).sort((a, b) => at(natural, b) - at(natural, a));
  const sizes = [...natural];
  const left = () => room - others.reduce((sum, i) => sum + at(sizes, i), 0);
  const lack = (wanted: number) => Math.min(at(natural, grows), wanted) - left();
  const press = (wanted: number, floors: readonly number[]) => {
    for (const i of others) {
      const pressed = Math.max(at(sizes, i) - Math.max(0, lack(wanted)), at(floors, i));
      sizes[i] = Math.min(at(sizes, i), pressed);
    }
  };
  /** What is left over when the texts of a column are wrapped goes to another. */
  const settle = (i: number, size: number) => {
    sizes[i] = widest(cell => wrap(cell.text, size).reduce((most, line) => Math.max(most, measure(line)), 1), i);
  };
  const fair = Math.max(24, Math.floor(room * 0.45));
  press(fair, whole);
  press(LEAST * 2, least);
  for (const i of others) settle(i, at(sizes, i));
  for (const i of others) settle(i, Math.min(at(natural, i), at(sizes, i) + Math.max(0, -lack(fair))));
  sizes[grows] = Math.min(at(natural, grows), Math.max(LEAST, left()));
  return sizes;
}

function draw(heads: Row, rows: readonly Row[], sizes: readonly number[]): string {
  const table = new Table({
    head: heads.map((head, i) => lines(head, at(sizes, i)).join('\n')),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    const cells = row.map((cell, i) => lines(cell, at(sizes, i)));
    const height = Math.max(...cells.map(cell => cell.length));
    for (let from = 0; from < height; from += TALL)
      table.push(cells.map(cell => cell.slice(from, from + TALL).join('\n')));
  }
  return table.toString();
}

/** The lines of a cell, the first as wide as the column, so that every table of a listing has it so. */
function lines({ text, ink, indent = 0, note = '', noteInk = ink }: Cell, size: number): string[] {
  const left = Math.min(indent, Math.floor(size / 2));
  const room = size - left;
  const wrapped = wrap(text, room);
  const inked = wrapped.map(line => (line === '' ? '' : ink(line)));
  if (note !== '') {
    const last = measure(wrapped.at(-1) ?? '');
    if (last + 3 + measure(note) <= room) inked.push(`${inked.pop()}${noteInk(` · ${note}`)}`);
    else inked.push(...wrap(`· ${note}`, room).map(noteInk));
  }
  const [first = '', ...rest] = inked.map(line => (line === '' ? '' : ' '.repeat(left) + line));
  return [pad(first, size), ...rest];
}

function full({ text, indent = 0, note = '' }: Cell): number {
  return indent + measure(text) + (note === '' ? 0 : 3 + measure(note));
}

function at(numbers: readonly number[], i: number): number {
  return numbers[i] ?? 0;
}
