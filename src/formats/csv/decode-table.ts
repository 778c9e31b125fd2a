import { type DecodedText, decode, wide } from '../source/decode.js';
import { IssueList } from '../source/issues.js';

/**
 * The characters of the bytes 0x80 to 0x9F in Windows-1252, a space for none; all other bytes are as in Latin-1. The
 * TextDecoder of some versions of Node takes these for controls.
 */
const WINDOWS = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

/** Bytes that no text in Windows-1252 has: controls but tab and line breaks, and the five that are no character. */
const NO_BYTES: ReadonlySet<number> = new Set([
  ...Array.from({ length: 9 }, (_, byte) => byte),
  ...Array.from({ length: 18 }, (_, i) => 14 + i),
  ...[0x81, 0x8d, 0x8f, 0x90, 0x9d],
]);

/**
 * Decodes a table: UTF-8, UTF-16 with a byte order mark (`Unicode text` of Excel), or Windows-1252, which is how Excel saves
 * CSV in the west. Bytes that are neither are reported as what is not UTF-8.
 */
export function decodeTable(bytes: Uint8Array, issues: IssueList): DecodedText {
  const encoding = wide(bytes);
  if (encoding !== undefined && (bytes[0] === 0xff || bytes[0] === 0xfe))
    return { text: new TextDecoder(encoding).decode(bytes), isText: true };
  const inUtf8 = new IssueList();
  const decoded = decode(bytes, inUtf8);
  const text = decoded.isText || encoding !== undefined ? undefined : fromWindows(bytes);
  if (text === undefined) {
    issues.addAll(inUtf8.list);
    return decoded;
  }
  const at = bytes.findIndex(byte => byte > 0x7f);
  issues.add(
    'read-as',
    { span: [at, at + 1] },
    'this table is not in UTF-8: it is read as Windows-1252',
    'where letters are wrong, save it as CSV in UTF-8',
  );
  return { text, isText: true };
}

/** The text in Windows-1252; undefined of what has characters in UTF-8 too, and is rather damaged, or is no text. */
function fromWindows(bytes: Uint8Array): string | undefined {
  if (/[^\0-\u007F\uFFFD]/.test(new TextDecoder().decode(bytes))) return undefined;
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, byte => WINDOWS[byte.charCodeAt(0) - 0x80] ?? byte);
  const odd = text.replace(/[\0-\u007F]+/g, '').length;
  return odd === 0 || bytes.some(byte => NO_BYTES.has(byte)) || odd > text.length / 2 ? undefined : text;
}
