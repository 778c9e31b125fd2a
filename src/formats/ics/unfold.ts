import type { Span } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';

/** A content line (RFC 5545 §3.1), unfolded, and where it stands in the text. */
export interface ContentLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines of a calendar, those without text left out. */
export interface Unfolded {
  readonly lines: readonly ContentLine[];
  /** The whole text as it is shown: of bytes that are not UTF-8, with replacement characters. */
  readonly text: string;
  /** The first line whose bytes are not UTF-8 once it is unfolded. */
  readonly bad?: Span;
  /** The first line that is not read, where there are more than `LIMITS.calendarLines`. */
  readonly cut?: Span;
}

const [LF, CR, SPACE, TAB] = [10, 13, 32, 9];

interface Physical {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Unfolds before it decodes: a fold may stand inside a character. Lines end with CRLF or LF; where there is no LF at all,
 * with CR.
 */
export function unfold(bytes: Uint8Array): Unfolded {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: ContentLine[] = [];
  const text: string[] = [];
  let bad: Span | undefined;
  let folded: Physical[] = [];
  const flush = () => {
    const [first] = folded;
    const last = folded.at(-1);
    if (first === undefined || last === undefined) return;
    const whole =
      folded.length === 1
        ? first.bytes
        : Buffer.concat(folded.map(({ bytes: own }, i) => own.subarray(i === 0 ? 0 : 1)));
    const span: Span = [first.from, last.to];
    folded = [];
    let line: string;
    try {
      line = strict.decode(whole);
    } catch {
      line = lenient.decode(whole);
      bad ??= span;
    }
    // Lines end with LF here, so a CR is what a program left over of a line break in a text.
    if (line.includes('\r')) line = line.replaceAll('\r', '');
    if (line.trim() !== '') lines.push({ text: line, span });
  };
  let offset = 0;
  let count = 0;
  let cut: Span | undefined;
  for (const { from, to, next } of physical(bytes)) {
    const own = bytes.subarray(from, to);
    const shown = lenient.decode(own);
    const end = bytes.subarray(to, next).length;
    if (++count > LIMITS.calendarLines) {
      cut = [offset, offset];
      break;
    }
    text.push(shown, end === 2 ? '\r\n' : end === 1 ? '\n' : '');
    const isFold = own[0] === SPACE || own[0] === TAB;
    if (own.length > 0) {
      if (!isFold) flush();
      folded.push({ bytes: own, from: offset, to: offset + shown.length });
    }
    offset += shown.length + end;
  }
  flush();
  return { lines, text: text.join(''), ...(bad && { bad }), ...(cut && { cut }) };
}

/** Byte offsets of the physical lines: from, to without the break, and the beginning of the next. */
function* physical(bytes: Uint8Array): Generator<{ from: number; to: number; next: number }> {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const ending = bytes.includes(LF) ? LF : CR;
  for (let from = mark; from < bytes.length; ) {
    const found = bytes.indexOf(ending, from);
    const next = found === -1 ? bytes.length : found + 1;
    const cut =
      found === -1 ? bytes.length : ending === LF && found > from && bytes[found - 1] === CR ? found - 1 : found;
    yield { from, to: cut, next };
    from = next;
  }
}
