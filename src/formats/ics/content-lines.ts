import { LINE_BREAK } from '../../text/characters.js';
import { asciiUri, withoutControls } from '../../text/escape.js';

/** A value of type TEXT (RFC 5545 §3.3.11). Every line break becomes `\n`; other controls are left out. */
export function textValue(text: string): string {
  return withoutControls(text.replace(LINE_BREAK, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A parameter value in quotes (RFC 5545 §3.2), with `^` for what cannot stand in it (RFC 6868). */
export function parameterValue(text: string): string {
  const encoded = text.replace(/\^/g, '^^').replace(/"/g, "^'").replace(LINE_BREAK, '^n');
  return `"${withoutControls(encoded)}"`;
}

/** A value of type URI (RFC 5545 §3.3.13): not escaped, but of ASCII, and without blanks or controls, which no URI has. */
export function uriValue(uri: string): string {
  return asciiUri(withoutControls(uri).replace(/\s/g, ''));
}
