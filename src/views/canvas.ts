import type { Colors } from '../paint.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { measure, wrap } from '../text/wrap.js';

/** What a view is drawn on. */
export interface Canvas {
  /** Columns. */
  readonly width: number;
  readonly colors: Colors;
}

/** What text is drawn with: one of the functions of a `Colors`. */
export type Style = (text: string) => string;

/** Leaves a text as it is. */
export const PLAIN_STYLE: Style = text => text;

/** Listings of more rows are drawn as plain lines, not as tables. */
export const LONG = 200;

/** Running text is drawn no wider than this, however wide the terminal. */
const READABLE = 100;

/** The columns of running text on a page. */
export function readableWidth({ width }: Canvas): number {
  return Math.min(width, READABLE);
}

/** A text on lines of its own, inert; its line breaks stay. */
export function block(text: string, width: number, style: Style = PLAIN_STYLE): string[] {
  const lines = text.split(/\r\n?|\n/).flatMap(line => wrap(escapeControlsOnLine(line), width));
  return lines.map(line => (line === '' ? '' : style(line)));
}

/**
 * A text, inert, behind its lead (`Speaker     `): the other lines stand `indent` columns from the left, or under the end
 * of the lead. A lead that is wider than that, or than half the width, gets a line of its own.
 */
export function hangingIndent(
  lead: string,
  text: string,
  width: number,
  style: Style = PLAIN_STYLE,
  indent = measure(lead),
): string[] {
  const left = Math.min(indent, Math.floor(width / 2));
  const margin = ' '.repeat(left);
  const shown = escapeControlsOnLine(lead);
  const [first = '', ...rest] = wrap(escapeControlsOnLine(text), width - left);
  const begin = measure(shown) > left ? [...block(shown, width, style), margin + first] : [style(shown) + first];
  return [...begin, ...rest.map(line => margin + line)];
}
