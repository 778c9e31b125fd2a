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

/**
 * Unfolds before it decodes: a fold may stand inside a character. Lines end with CRLF or LF; where there is no LF at all,
 * with CR.
 */
export function unfold(bytes: Uint8Array): Unfolded {
  const { raw, decode, show } = encoded(withoutMark(bytes));
  const ending = raw.includes('\n') ? '\n' : '\r';
  const lines: ContentLine[] = [];
  let text = '';
  let bad: Span | undefined;
  let cut: Span | undefined;
  let line: { raw: string; readonly from: number; to: number } | undefined;
  const flush = () => {
    if (line === undefined) return;
    const span: Span = [line.from, line.to];
    const decoded = decode(line.raw);
    if (decoded === undefined) bad ??= span;
    // Lines end with LF here, so a CR is what a program left over of a line break in a text.
    const whole = (decoded ?? show(line.raw)).replaceAll('\r', '');
    if (whole.trim() !== '') lines.push({ text: whole, span });
  };
  for (let from = 0, next = 0, count = 1; from < raw.length; from = next, count++) {
    if (count > LIMITS.calendarLines) {
      cut = [text.length, text.length];
      break;
    }
    const found = raw.indexOf(ending, from);
    next = found === -1 ? raw.length : found + 1;
    const isCrLf = ending === '\n' && found > from && raw[found - 1] === '\r';
    const to = found === -1 ? raw.length : isCrLf ? found - 1 : found;
    const own = raw.slice(from, to);
    const at = text.length;
    text += show(own);
    if (own !== '') {
      if (line !== undefined && (own[0] === ' ' || own[0] === '\t')) {
        line.raw += own.slice(1);
        line.to = text.length;
      } else {
        flush();
        line = { raw: own, from: at, to: text.length };
      }
    }
    if (to < next) text += isCrLf ? '\r\n' : '\n';
  }
  flush();
  return { lines, text, ...(bad && { bad }), ...(cut && { cut }) };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** A text to be taken apart before it is decoded. */
interface Encoded {
  readonly raw: string;
  /** The text of a part; undefined where its bytes are not UTF-8. */
  readonly decode: (part: string) => string | undefined;
  /** The text of a part, with replacement characters. */
  readonly show: (part: string) => string;
}

/** Bytes as they are where all are UTF-8, in which no fold is inside of a character; else a character for each byte. */
function encoded(bytes: Uint8Array): Encoded {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  const whole = decodeWith(strict, bytes);
  if (whole !== undefined) return { raw: whole, decode: part => part, show: part => part };
  return {
    raw: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
    decode: part => decodeWith(strict, Buffer.from(part, 'latin1')),
    show: part => lenient.decode(Buffer.from(part, 'latin1')),
  };
}

function decodeWith(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
