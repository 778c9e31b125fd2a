import { measure, widestPart, wrap } from '../text/wrap.js';
import type { Style } from './canvas.js';

/** One column of a table. */
export interface Column {
  readonly head: string;
  /** The width it may be narrowed to; absent for the one column that takes the remaining width. */
  readonly least?: number;
}

/** A cell with a text of one line, its controls escaped already. */
export interface Cell {
  readonly text: string;
  readonly style: Style;
  /** Columns of indentation. */
  readonly indent?: number;
  /** A remark behind the text: ` · cancelled`. */
  readonly note?: string;
  readonly noteStyle?: Style;
}

/** The cells of a row, one a column. */
export type Row = readonly Cell[];

/** The width of the growing column at least. */
const LEAST = 8;

/** The width of each column: that of its texts if all fit; else the widest are narrowed first, and words are broken last. */
export function widths(columns: readonly Column[], rows: readonly Row[], width: number): readonly number[] {
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
  /** Narrows a column to its longest wrapped line, so that the rest is free for others. */
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

function full({ text, indent = 0, note = '' }: Cell): number {
  return indent + measure(text) + (note === '' ? 0 : 3 + measure(note));
}

/** The number at an index; 0 where there is none. */
export function at(numbers: readonly number[], i: number): number {
  return numbers[i] ?? 0;
}
