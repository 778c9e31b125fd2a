import { type DecodedText, decode, wide } from '../source/decode.js';
import { IssueList } from '../source/issues.js';

/** What no text in Windows-1252 has: controls but tab and line breaks, and the five bytes that are no character. */
const NO_TEXT = /[\0-\u0008\u000E-\u001F\u0081\u008D\u008F\u0090\u009D]/;

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
  const text = new TextDecoder('windows-1252').decode(bytes);
  const odd = text.replace(/[\0-\u007F]+/g, '').length;
  return odd === 0 || NO_TEXT.test(text) || odd > text.length / 2 ? undefined : text;
}
