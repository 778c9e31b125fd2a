import type { Colors } from '../paint.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { measure, wrap } from '../text/wrap.js';

/** The width and the colours that a view is drawn with. */
export interface Canvas {
  /** Columns. */
  readonly width: number;
  readonly colors: Colors;
}

/** Colours a text: one of the functions of `Colors`. */
export type Style = (text: string) => string;

/** Leaves a text as it is. */
export const PLAIN_STYLE: Style = text => text;

/** Rows of the longest listing that is drawn as a table; longer ones are plain lines. */
export const LONG = 200;

/** Columns of running text at most, however wide the terminal. */
const READABLE = 100;

/** The columns of running text on a canvas. */
export function readableWidth({ width }: Canvas): number {
  return Math.min(width, READABLE);
}

/** Wraps a text, its controls escaped; its line breaks stay. */
export function block(text: string, width: number, style: Style = PLAIN_STYLE): string[] {
  const lines = text.split(/\r\n?|\n/).flatMap(line => wrap(escapeControlsOnLine(line), width));
  return lines.map(line => (line === '' ? '' : style(line)));
}

/**
 * Wraps a text behind its lead (`Speaker     `), the controls of both escaped: further lines are indented by `indent` columns,
 * the width of the lead when absent. A lead wider than that, or than half the width, gets a line of its own.
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
