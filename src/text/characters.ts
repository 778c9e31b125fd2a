/** Classes of characters that formats escape, drop or break lines at; for `replace`, `match` and `split`. */

/** Control characters that no text needs (C0 but tab and line breaks, DEL, C1): RFC 5545 §3.1 and RFC 4180 §2 forbid most. */
export const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/**
 * What steers a terminal or reorders its line: controls but tab and newline, line separators, and the characters of explicit
 * directional formatting (UAX #9), with the byte order mark.
 */
export const ACTIVE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** Halves of surrogate pairs: with the flag u, none that stands in a pair. The name of the class would load a table. */
export const SURROGATES = /[\uD800-\uDFFF]/gu;

/** Besides controls, what XML 1.0 forbids even as a reference (§2.2): halves of surrogate pairs, U+FFFE and U+FFFF. */
export const FORBIDDEN = /[\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/** A line break of any system, with those of Unicode (UAX #14: NEL, LS, PS). */
export const LINE_BREAK = /\r\n?|[\n\u0085\u2028\u2029]/g;
