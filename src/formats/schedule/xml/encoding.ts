import { decode, wide } from '../../source/decode.js';
import { type Issues, UNREPORTED } from '../../source/issues.js';
import { western } from '../../source/windows-1252.js';

const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([^"'>]*)\1/;

/**
 * The text of an XML file in the encoding that its declaration names, UTF-8 without one (XML 1.0 §4.3.3), or UTF-16 where
 * its first bytes show it (appendix F); `isText` is false where it is in another, or in one that nobody knows, which is reported.
 */
export function decodeXml(bytes: Uint8Array, issues: Issues): { readonly text: string; readonly isText: boolean } {
  const utf16 = wide(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), isText: true };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [match = '', , label = 'utf-8'] = DECLARED.exec(head) ?? [];
  const decoder = decoderOf(label);
  if (decoder?.encoding === 'utf-8' || match === '') return decode(bytes, issues);
  const at = match.length - 1 - label.length;
  const refuse = (message: string) => {
    issues.add('syntax', { span: [at, at + label.length] }, message, 'save it in UTF-8');
    return { text: decode(bytes, UNREPORTED).text, isText: false };
  };
  // A wide encoding that declares itself in single bytes is not what it says.
  if (decoder === undefined || decoder.encoding.startsWith('utf-16'))
    return refuse(`the encoding "${label}" is not known`);
  try {
    const text = decoder.decode(bytes);
    return { text: decoder.encoding === 'windows-1252' ? western(text) : text, isText: true };
  } catch {
    return refuse(`the file is not in ${label}`);
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
