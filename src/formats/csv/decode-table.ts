import { type DecodedText, decode, wide } from '../source/decode.js';
import { IssueList } from '../source/issues.js';
import { decodeWindows1252, tellWindows1252 } from '../source/windows-1252.js';

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
  const text = decoded.isText || encoding !== undefined ? undefined : decodeWindows1252(bytes);
  if (text === undefined) {
    issues.addAll(inUtf8.list);
    return decoded;
  }
  const at = bytes.findIndex(byte => byte > 0x7f);
  tellWindows1252('this table', [at, at + 1], issues);
  return { text, isText: true };
}
