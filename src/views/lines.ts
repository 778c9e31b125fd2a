import { escapeControlsOnLine } from '../text/escape.js';
import { measure } from '../text/wrap.js';
import type { Ink } from './page.js';

/** Columns that a field is padded to at most; a longer one pushes what follows it to the right. */
const WIDEST = 36;

/**
 * Plain lines for long listings: the fields of a row stand two columns apart under those of the others, of all groups.
 * Nothing is wrapped or cut.
 */
export function aligned(groups: readonly (readonly (readonly string[])[])[], inks: readonly Ink[]): string[][] {
  const inert = groups.map(rows => rows.map(row => row.map(escapeControlsOnLine)));
  const known = new Map<string, number>();
  const columns = (text: string): number => {
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
  const last = inks.length - 1;
  const sizes = inks.map((_, i) => {
    let size = 0;
    if (i < last) for (const rows of inert) for (const row of rows) size = Math.max(size, columns(row[i] ?? ''));
    return Math.min(size, WIDEST);
  });
  const field = (text: string, i: number, ink: Ink): string => {
    const shown = text === '' ? '' : ink(text);
    return i === last ? shown : `${shown}${' '.repeat(Math.max(0, (sizes[i] ?? 0) - columns(text)))}  `;
  };
  return inert.map(rows =>
    rows.map(row =>
      inks
        .map((ink, i) => field(row[i] ?? '', i, ink))
        .join('')
        .trimEnd(),
    ),
  );
}
