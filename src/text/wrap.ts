import stringWidth from 'string-width';
import { lazyRegExp } from './lazy.js';

/** Characters of one column each that are common enough to be worth not asking string-width: ASCII, Latin letters, dashes, quotes. */
const NARROW = /^[\u0020-\u007E\u00A0\u00C0-\u024F\u2010-\u2027\u202F]*$/;

/** The spaces that a line may end at: not those of « Session 3 : a title ». */
const BREAKS = /(?<!«) (?![:;!?»](?: |$))/;

/** Characters of two columns each: kana, the common ideographs, Hangul syllables. */
const WIDE = /^[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]*$/;

/** Where a word that is too long breaks first: after a hyphen or a slash, never before what belongs to it. */
const JOINTS = lazyRegExp('(?<=[-/])(?![\\p{M}\\p{Cf}])', 'u');

/** UTF-16 units. */
const WINDOW = 200;

let segmenter: Intl.Segmenter | undefined;

/**
 * What takes no column: marks of any script but the selectors of emoji, the non-joiner, and isolates. string-width knows no
 * more of them than the accents of Latin letters.
 */
const NO_COLUMN = lazyRegExp('(?![\\uFE0E\\uFE0F])[\\p{Mn}\\p{Me}\\u200C\\u2066-\\u2069]', 'gu');

/** The columns that a text takes on a terminal; escapes of colour take none. */
export function measure(text: string): number {
  if (NARROW.test(text)) return text.length;
  return WIDE.test(text) ? 2 * text.length : stringWidth(text.replace(NO_COLUMN(), ''));
}

/** A text and as many spaces as it takes to fill the columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}

/**
 * The lines of a text, at least one, none wider than the columns (but for a character of two columns in a single one).
 * Breaks at spaces, which are dropped there, not at no-break spaces; a word that is wider than a line breaks after a hyphen
 * or a slash, else between graphemes. Every other character stays.
 */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let gap = '';
  const words = text.split(BREAKS).flatMap(word => (measure(word) <= room ? [word] : word.split(' ')));
  for (const [i, word] of words.entries()) {
    if (i > 0) gap += ' ';
    if (word === '') continue;
    for (const piece of pieces(word, room)) {
      const columns = measure(piece);
      if (line !== '' && used + gap.length + columns > room) {
        lines.push(line);
        line = '';
        used = 0;
      }
      if (line !== '') {
        line += gap;
        used += gap.length;
      }
      line += piece;
      used += columns;
      gap = '';
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** The columns that a text needs for no word to be broken but after a hyphen or a slash. */
export function widestPart(text: string): number {
  return text
    .split(' ')
    .flatMap(word => word.split(JOINTS()))
    .reduce((widest, part) => Math.max(widest, measure(part)), 0);
}

function* pieces(word: string, room: number): Generator<string> {
  if (measure(word) <= room) yield word;
  else
    for (const part of word.split(JOINTS())) {
      if (measure(part) <= room) yield part;
      else yield* characters(part, room);
    }
}

/** The graphemes of a text; one that is wider than a line (a pile of marks) by its code points. */
function* characters(text: string, room: number): Generator<string> {
  if (/^[\u0020-\u007E]*$/.test(text)) yield* text;
  else
    for (const grapheme of graphemes(text)) {
      if (measure(grapheme) > Math.max(2, room)) yield* grapheme;
      else yield grapheme;
    }
}

/**
 * The graphemes of a text (UAX #29). In windows, as Intl.Segmenter takes quadratic time; the last grapheme of a window may
 * go on, so the next begins with it.
 */
export function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let size = WINDOW;
  for (let at = 0; at < text.length; ) {
    const found = Array.from(segmenter.segment(text.slice(at, at + size)), ({ segment }) => segment);
    const whole = at + size >= text.length ? found : found.slice(0, -1);
    yield* whole;
    at += whole.reduce((length, { length: more }) => length + more, 0);
    size = whole.length === 0 ? size * 2 : WINDOW;
  }
}
