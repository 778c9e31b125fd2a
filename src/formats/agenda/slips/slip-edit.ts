import { FIELDS, type Fields } from '../../../model/fields.js';
import type { LineEdit } from './patched-text.js';

/** A change of a line or a block that may mend a slip of layout, and what is said of the slip where it does. */
export interface SlipEdit extends LineEdit {
  readonly message: string;
  readonly hint: string;
  /** The column in the line at which the slip is; the first character of what is changed when absent. */
  readonly column?: number;
  /** True where the slip is the one character at the column; else it goes to the end of the line. */
  readonly isMark?: boolean;
  /** True for an edit that leaves the name of a field as it is, and its place: what is wrong with these is not its fault. */
  readonly keepsField?: boolean;
  /** True for an edit with which the line begins an item of a list, which lacks nothing then. */
  readonly beginsItem?: boolean;
  /** True for an edit that moves many lines, or to a column at which none near stands: one further up may be likelier. */
  readonly isUnusual?: boolean;
  /** True for an edit that takes the line out. */
  readonly drops?: boolean;
  /** True where the whole line is to be taken out; `lines` has a comment in its place. */
  readonly takesOut?: boolean;
  /** True where the second line is to be joined to the first; `lines` has a comment in its place. */
  readonly joins?: boolean;
  /** Of two edits after which the text reads as well, the one of lower rank is the likelier. */
  readonly rank: number;
}

/** The names of all fields of the format. */
export const FIELD_NAMES: ReadonlySet<string> = new Set(
  Object.values<Fields>(FIELDS).flatMap(table => Object.keys(table)),
);

/** Characters of a line in which a slip is looked for: patterns of the edits take long where blanks are many. */
export const LONGEST_LINE = 2000;

/** True for the name of a field, and for a language by its two letters. */
export function isFieldOrLanguage(name: string): boolean {
  return FIELD_NAMES.has(name) || /^[a-z]{2}$/.test(name);
}

/** `one space`, `8 spaces`. */
export function spaces(count: number): string {
  return count === 1 ? 'one space' : `${count} spaces`;
}

/** A text as a hint repeats it. */
export function shown(text: string): string {
  const line = text.trimEnd();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
