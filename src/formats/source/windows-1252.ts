import type { Issues, Span } from './issues.js';

/** What Windows-1252 has at 0x80 and on, and Latin 1 has not: some versions of Node take the one for the other. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text that was decoded as Latin 1, as it is in Windows-1252. */
export function western(text: string): string {
  return text.replace(/[\x80-\x9f]/g, control => WESTERN[control.charCodeAt(0) - 0x80] ?? control);
}

/** Bytes that no text in Windows-1252 has: controls but tab and line breaks, and the five that are no character. */
const NO_BYTES: ReadonlySet<number> = new Set([
  ...Array.from({ length: 9 }, (_, byte) => byte),
  ...Array.from({ length: 18 }, (_, i) => 14 + i),
  ...[0x81, 0x8d, 0x8f, 0x90, 0x9d],
]);

/**
 * The text of bytes in Windows-1252, in which programs in the west still save; undefined of what is in ASCII, has characters
 * in UTF-8 too and is rather damaged, or is no text.
 */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  if (/[^\0-\u007F\uFFFD]/.test(new TextDecoder().decode(bytes))) return undefined;
  const text = western(Buffer.from(bytes).toString('latin1'));
  const odd = text.replace(/[\0-\u007F]+/g, '').length;
  return odd === 0 || odd > text.length / 2 || bytes.some(byte => NO_BYTES.has(byte)) ? undefined : text;
}

/** Tells that a file was read as Windows-1252: `what` it is in words, `this table`, and where it first shows. */
export function tellWindows1252(what: string, span: Span, issues: Issues): undefined {
  const message = `${what} is not in UTF-8: it is read as Windows-1252`;
  return issues.add('read-as', { span }, message, 'where letters are wrong, save it in UTF-8');
}
