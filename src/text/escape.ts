/** Controls but tab and newline (C0, DEL, C1), line separators, and the characters that reorder text (UAX #9 explicit formatting). */
const ACTIVE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;
const ONE_ACTIVE = new RegExp(ACTIVE, '');

/** A text that cannot steer a terminal or reorder the line it stands in: such characters are shown as `\u{1b}`. */
export function inert(text: string): string {
  return text.replace(ACTIVE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same on one line: tabs and line breaks become spaces. */
export function inertLine(text: string): string {
  return inert(text.replace(/\r\n?|[\n\t\u2028\u2029]/g, ' '));
}

/** True for a text that `inert` changes. */
export function isActive(text: string): boolean {
  return ONE_ACTIVE.test(text);
}

/** The characters of a text that `inert` shows, in order. */
export function active(text: string): readonly string[] {
  return text.match(ACTIVE) ?? [];
}
