import { decode, wide } from '../source/decode.js';
import type { Fault } from '../source/read-result.js';

const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([^"'>]*)\1/;

/**
 * The text of an XML file in the encoding that its declaration names, UTF-8 without one (XML 1.0 §4.3.3), or UTF-16 where
 * its first bytes show it (appendix F); or the fault that it is in another, or in one that nobody knows.
 */
export function decodeXml(bytes: Uint8Array): { readonly text: string; readonly fault?: Fault } {
  const utf16 = wide(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes) };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [match = '', , label = 'utf-8'] = DECLARED.exec(head) ?? [];
  const decoder = decoderOf(label);
  if (decoder?.encoding === 'utf-8' || match === '') return decode(bytes);
  const at = match.length - 1 - label.length;
  const place = { rule: 'syntax', at: [at, at + label.length], on: 'span' } as const;
  const plain = decode(bytes);
  // A wide encoding that declares itself in single bytes is not what it says.
  if (decoder === undefined || decoder.encoding.startsWith('utf-16'))
    return { ...plain, fault: { ...place, message: `the encoding "${label}" is not known`, hint: 'save it in UTF-8' } };
  try {
    const text = decoder.decode(bytes);
    return { text: decoder.encoding === 'windows-1252' ? western(text) : text };
  } catch {
    return { ...plain, fault: { ...place, message: `the file is not in ${label}`, hint: 'save it in UTF-8' } };
  }
}

/** What Windows-1252 has at 0x80 and on, and Latin 1 has not: some versions of Node take the one for the other. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function western(text: string): string {
  return text.replace(/[\x80-\x9f]/g, control => WESTERN[control.charCodeAt(0) - 0x80] ?? control);
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
