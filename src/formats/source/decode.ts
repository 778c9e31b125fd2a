import type { Issues } from './issues.js';

/** A decoded text; `isText` is false for bytes that are no text, and `text` then what could be decoded. */
export interface DecodedText {
  readonly text: string;
  readonly isText: boolean;
}

/** The text of a source without a byte order mark; bytes are decoded as UTF-8, or by another decoder. */
export function readText<List extends Issues>(
  input: string | Uint8Array,
  issues: List,
  decodeBytes: (bytes: Uint8Array, issues: List) => DecodedText = decode,
): DecodedText {
  return typeof input === 'string' ? { text: input.replace(/^\uFEFF/, ''), isText: true } : decodeBytes(input, issues);
}

/** Decodes UTF-8 and drops a byte order mark; reports what is not UTF-8 text. */
export function decode(bytes: Uint8Array, issues: Issues): DecodedText {
  const report = (at: number, message: string, hint: string) =>
    issues.add('syntax', { span: [at, at + 1] }, message, hint);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    if (nul === -1) return { text, isText: true };
    report(nul, 'a NUL character: this is not a text file', 'save it as plain text in UTF-8');
    return { text, isText: false };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const at = Math.max(0, firstBad(bytes, text));
    report(at, wide(bytes) ? 'this is UTF-16, not UTF-8' : 'a byte that is not UTF-8', 'save the file in UTF-8');
    return { text, isText: false };
  }
}

/** How UTF-16 begins: with a byte order mark, or with the `<` of XML (XML 1.0 appendix F). */
const WIDE = [
  [0xff, 0xfe, 'utf-16le'],
  [0x3c, 0x00, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
  [0x00, 0x3c, 'utf-16be'],
] as const;

/** Detects UTF-16 by the first two bytes; returns a label for `TextDecoder`. */
export function wide([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  return WIDE.find(([a, b]) => a === first && b === second)?.[2];
}

/** Replaces each lone CR with LF, so that lines can be counted; the length stays. */
export function withLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The offset in the leniently decoded text of the first byte that is not UTF-8. */
function firstBad(bytes: Uint8Array, text: string): number {
  const replacement = Buffer.from('\uFFFD');
  const honest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    const from =
      Buffer.byteLength(text.slice(0, at)) + (honest[0] === 0xef && honest[1] === 0xbb && honest[2] === 0xbf ? 3 : 0);
    if (!honest.subarray(from, from + 3).equals(replacement)) return at;
  }
  return -1;
}
