/** Controls but tab and newline (C0, DEL, C1), line separators, and the characters that reorder text (UAX #9 explicit formatting). */
const ACTIVE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;
const ONE_ACTIVE = new RegExp(ACTIVE, '');

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
  return JSON.stringify(value).replace(
    ACTIVE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True for a text that `escapeControls` changes. */
export function hasControls(text: string): boolean {
  return ONE_ACTIVE.test(text);
}

/** The characters of a text that `escapeControls` shows, in order. */
export function controlCharacters(text: string): readonly string[] {
  return text.match(ACTIVE) ?? [];
}
