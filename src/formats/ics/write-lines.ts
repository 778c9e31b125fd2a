import { withoutControls } from '../../text/controls.js';
import { asciiUri } from '../../text/uri.js';

/** Octets of a line, its break not counted (RFC 5545 §3.1). */
const LIMIT = 75;

/** A value of type TEXT (RFC 5545 §3.3.11). Every line break becomes `\n`; other controls are left out. */
export function textValue(text: string): string {
  return withoutControls(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A text on one line: line breaks with the blanks around them become one blank, those at its ends nothing. */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n\u0085\u2028\u2029]+/);
  const between = lines.map((line, i) => {
    const after = i === 0 ? line : line.trimStart();
    return i === lines.length - 1 ? after : after.trimEnd();
  });
  return between.filter(line => line !== '').join(' ');
}

/** A value of type URI (RFC 5545 §3.3.13): not escaped, but of ASCII, and without blanks or controls, which no URI has. */
export function uriValue(uri: string): string {
  return asciiUri(withoutControls(uri).replace(/\s/g, ''));
}

/** Folds a content line at 75 octets of UTF-8, never inside a character (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  if (line.length * 3 <= LIMIT) return line;
  let folded = '';
  let from = 0;
  let octets = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LIMIT) {
      folded += `${line.slice(from, i)}\r\n `;
      from = i;
      octets = 1;
    }
    octets += size;
    i += size === 4 ? 2 : 1;
  }
  return folded + line.slice(from);
}

/** Values that stand aside while `ics` builds a calendar. */
export interface Asides {
  /**
   * Sets a finished value aside, and gives the mark to hand to `ics` in its place: short, plain, and a URL in its eyes.
   * `parameters` (`;LANGUAGE=fr`) and the lines `after` are those that `ics` has no attribute for.
   */
  mark(value: string, more?: { readonly parameters?: string; readonly after?: readonly string[] }): string;
  /** Puts the values back where their marks are, and folds. */
  restore(calendar: string): string;
}

/**
 * `ics` 3.12 folds by characters instead of octets (in more than half of its time), leaves CATEGORIES, X-WR-CALNAME and
 * lone CRs unescaped, and refuses mailto: as a URL. So it is given marks, and never sees a text.
 */
export function asides(): Asides {
  const values: { readonly value: string; readonly after: readonly string[] }[] = [];
  return {
    mark: (value, { parameters = '', after = [] } = {}) =>
      `aside://${values.push({ value: `${parameters}:${value}`, after }) - 1}`,
    restore: calendar =>
      calendar.replace(/^([A-Z-]+):aside:\/\/(\d+)$/gm, (line, name: string, number: string) => {
        const aside = values[Number(number)];
        return aside === undefined ? line : [name + aside.value, ...aside.after].map(foldLine).join('\r\n');
      }),
  };
}
