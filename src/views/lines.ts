import { isolated, withNeededIsolates } from '../text/bidi.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { measure } from '../text/wrap.js';
import type { Style } from './canvas.js';

/** Columns that a field is padded to at most; a wider one moves the following fields to the right. */
const WIDEST = 36;

/**
 * Plain lines for long listings: fields are aligned across all groups, two columns apart. Nothing is wrapped or cut.
 */
export function aligned(groups: readonly (readonly (readonly string[])[])[], styles: readonly Style[]): string[][] {
  const inert = groups.map(rows => rows.map(row => row.map(escapeControlsOnLine)));
  const known = new Map<string, number>();
  const columns = (text: string): number => {
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
  const last = styles.length - 1;
  const sizes = styles.map((_, i) => {
    let size = 0;
    if (i < last) for (const rows of inert) for (const row of rows) size = Math.max(size, columns(row[i] ?? ''));
    return Math.min(size, WIDEST);
  });
  const field = (text: string, i: number, style: Style): string => {
    const shown = text === '' ? '' : style(isolated(text));
    return i === last ? shown : `${shown}${' '.repeat(Math.max(0, (sizes[i] ?? 0) - columns(text)))}  `;
  };
  return inert.map(rows =>
    rows.map(row => withNeededIsolates(styles.map((style, i) => field(row[i] ?? '', i, style)).join('')).trimEnd()),
  );
}
