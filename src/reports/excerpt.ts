import { escapeControls } from '../text/escape.js';
import { lazyRegExp } from '../text/lazy.js';
import { graphemes, measure } from '../text/wrap.js';

/** A line of a source as a terminal shows it, and the mark under a span of it. */
export interface Excerpt {
  readonly line: string;
  /** Spaces up to the mark. */
  readonly blank: string;
  readonly mark: string;
}

/**
 * Cuts a line to `width` columns around a span (but not below 30 or above 160), with … at each end that was cut. The span is
 * in UTF-16 code units from 0, its end exclusive; both may lie past the end of the line.
 */
export function excerpt(line: string, from: number, to: number, width: number): Excerpt {
  const room = Math.min(160, Math.max(30, width));
  const begin = Math.max(0, from - room);
  const near = line.slice(begin, from + 2 * room);
  const characters = PLAIN.test(near) ? plain(near, begin) : segments(near, begin);
  const whole = begin === 0 && near.length === line.length && sum(characters) <= room;
  const place = characters.findIndex(({ end }) => end > from);
  const at = place === -1 ? characters.length : place;

  let first = 0;
  if (!whole) while (sum(characters.slice(first, at)) > room / 3) first++;
  const cutBefore = begin > 0 || first > 0;
  let last = characters.length;
  if (!whole) while (sum(characters.slice(first, last)) > room - 2) last--;
  const cutAfter = last < characters.length || begin + near.length < line.length;

  const marked = characters.slice(at, last).filter(({ start }) => start < to);
  const shown = characters.slice(first, last).map(({ text }) => text);
  return {
    line: `${cutBefore ? '…' : ''}${shown.join('')}${cutAfter ? '…' : ''}`,
    blank: ' '.repeat((cutBefore ? 1 : 0) + sum(characters.slice(first, at))),
    mark: '^'.repeat(Math.max(1, sum(marked))),
  };
}

/** A grapheme, its columns, and its span in the line. */
interface Character {
  readonly text: string;
  readonly columns: number;
  readonly start: number;
  readonly end: number;
}

/** Printable ASCII: each character is a grapheme of one column. */
const PLAIN = /^[ -~]*$/;

function plain(text: string, begin: number): readonly Character[] {
  return Array.from(text, (text, i) => ({ text, columns: 1, start: begin + i, end: begin + i + 1 }));
}

function segments(line: string, begin: number): readonly Character[] {
  let start = begin;
  return Array.from(graphemes(line), grapheme => {
    const text = escapeControls(grapheme).replace('\t', '    ');
    const end = start + grapheme.length;
    const character = { text, columns: columns(text), start, end };
    start = end;
    return character;
  });
}

function sum(characters: readonly { readonly columns: number }[]): number {
  return characters.reduce((total, { columns }) => total + columns, 0);
}

/** Marks that stand on another character and joiners, which take no column though `measure` counts one. */
const WITHOUT_WIDTH = lazyRegExp(String.raw`(?![\uFE00-\uFE0F])[\p{Mn}\p{Me}]|[\u200B\u200C]`, 'gu');

function columns(text: string): number {
  return measure(text.replace(WITHOUT_WIDTH(), ''));
}
