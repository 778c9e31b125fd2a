import { ACTIVE, CONTROLS, FORBIDDEN, SURROGATES } from './characters.js';

const ONE_ACTIVE = new RegExp(ACTIVE, '');
const ONE_FORBIDDEN = new RegExp(FORBIDDEN, 'u');

/** Escapes control and bidi characters as `\u{1b}`, so that a text cannot steer a terminal or reorder its line. */
export function escapeControls(text: string): string {
  return text.replace(ACTIVE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same on one line: tabs and line breaks become spaces. */
export function escapeControlsOnLine(text: string): string {
  return escapeControls(text.replace(/\r\n?|[\n\t\u2028\u2029]/g, ' '));
}

/** A value that was typed, as a message repeats it: a JSON string on one line, with control and bidi characters as `\uXXXX`. */
export function quote(value: string): string {
  return escapeActiveJson(JSON.stringify(value));
}

/** JSON with control and bidi characters as `\uXXXX` (RFC 8259 §7): the same data. */
export function escapeActiveJson(json: string): string {
  return json.replace(ACTIVE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** True for a text that `escapeControls` changes. */
export function hasControls(text: string): boolean {
  return ONE_ACTIVE.test(text);
}

/** The characters of a text that `escapeControls` shows, in order. */
export function controlCharacters(text: string): readonly string[] {
  return text.match(ACTIVE) ?? [];
}

/** A text without control characters; tab, LF and CR stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** True for a text with characters that stand in no file: halves of surrogate pairs, U+FFFE, U+FFFF. */
export function hasForbidden(text: string): boolean {
  return ONE_FORBIDDEN.test(text);
}

/** A text without the characters besides controls that XML 1.0 forbids: halves of surrogate pairs, U+FFFE, U+FFFF. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** What stands in a URI for itself (RFC 3986 §2): anything else is percent-encoded, a lone `%` too. */
const ENCODED = /%(?![0-9a-fA-F]{2})|[^A-Za-z0-9_.~:/?#@!$&'()*+,;=%-]/gu;

/** An address as a URI of ASCII (RFC 3986, RFC 3987 §3.1), halves of surrogate pairs left out. */
export function asciiUri(address: string): string {
  return address.replace(SURROGATES, '').replace(ENCODED, encodeURIComponent);
}
