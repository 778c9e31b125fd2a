import type { Fault } from './reading.js';

/** Bytes as text without a byte order mark, or the fault that they are not UTF-8 text; `text` is then what could be read. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly fault?: Fault } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    if (nul === -1) return { text };
    return { text, fault: fault(nul, 'a NUL character: this is not a text file', 'save it as plain text in UTF-8') };
  } catch {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const text = new TextDecoder('utf-8').decode(bytes);
    const at = Math.max(0, firstBad(bytes, text));
    return {
      text,
      fault: fault(at, wide ? 'this is UTF-16, not UTF-8' : 'a byte that is not UTF-8', 'save the file in UTF-8'),
    };
  }
}

/** The text with every line break that is a lone CR as LF: of the same length, and with lines that can be counted. */
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

function fault(at: number, message: string, hint: string): Fault {
  return { rule: 'syntax', at: [at, at + 1], on: 'span', message, hint };
}
