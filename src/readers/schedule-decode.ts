import { decode } from './decode.js';
import type { Fault } from './reading.js';

const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([^"'>]*)\1/;

/**
 * The text of an XML file in the encoding that its declaration names, UTF-8 without one (XML 1.0 §4.3.3); or the fault
 * that it is in another, or in one that nobody knows.
 */
export function decodeXml(bytes: Uint8Array): { readonly text: string; readonly fault?: Fault } {
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
    return { text: decoder.decode(bytes) };
  } catch {
    return { ...plain, fault: { ...place, message: `the file is not in ${label}`, hint: 'save it in UTF-8' } };
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
