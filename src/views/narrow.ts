import { isolated, withNeededIsolates } from '../text/bidi.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { wrap } from '../text/wrap.js';
import type { Canvas, Style } from './canvas.js';

/** Columns below which a table is harder to read than a list. */
export const NARROW = 60;

/** One thing in a list: what it is, and under it, dimmed, what else is known of it. */
export interface Listed {
  readonly text: string;
  readonly style: Style;
  /** Put together with ` · `, each kept in its own direction; empty ones are left out. */
  readonly below: readonly string[];
  /** Levels below the first line. */
  readonly depth?: number;
}

/** A list for terminals that have no room for a table: texts are wrapped, never cut. */
export function narrowList(items: readonly Listed[], { width, colors }: Canvas): readonly string[] {
  return items.flatMap(({ text, style, below, depth = 0 }) => {
    const indent = ' '.repeat(Math.min(2 * depth, Math.floor(width / 4)));
    const wrapped = (whole: string, margin: string, paint: Style) =>
      wrap(whole, width - margin.length - 2).map((line, i) => (i === 0 ? margin : `${margin}  `) + paint(line));
    const known = below.filter(one => one !== '').map(one => isolated(escapeControlsOnLine(one)));
    return [
      ...wrapped(escapeControlsOnLine(text), indent, style),
      ...(known.length === 0 ? [] : wrapped(withNeededIsolates(known.join(' · ')), `${indent}  `, colors.dim)),
    ];
  });
}
