/** Where something stands in an agenda: keys and indices from the root, people and rooms by id. */
export type Path = readonly (string | number)[];

export type Severity = 'error' | 'warning' | 'info';

/** Gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Two sessions and the time in question. */
export interface Clash {
  /** Ids, the earlier first; for a part outside its session, the session first. */
  readonly sessions: readonly [string, string];
  /** ISO 8601 with offset. */
  readonly start: string;
  readonly end: string;
  /** Whole minutes of real time. */
  readonly minutes: number;
  /** Ids of what both want. */
  readonly rooms: readonly string[];
  /** Ids of who is in both; where those are two people of one name, the ids of the two. */
  readonly people: readonly string[];
}

/** Another place that a finding is about, such as the first of two equal ids; `Where` is how the finding names places. */
export interface Related<Where> {
  readonly at: Where;
  /** What stands there: `the first session with this id`. */
  readonly message: string;
}

/** A value to write: one text, a list of them, or fields with one of these each. */
export type WrittenValue = string | readonly string[] | WrittenFields;
export type WrittenFields = Readonly<Record<string, string | readonly string[]>>;

/** A value that mends a finding when it is written at `at`, or where the finding is; a field that is absent there is added. */
export interface Suggestion<Where> {
  readonly at?: Where;
  readonly text: WrittenValue;
  /**
   * Where `at` is a field, the name of the last of some that stand one behind the other, from that one: `text` is the fields to
   * write in their place.
   */
  readonly through?: string;
}

/** A part of a text. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One problem with its place. */
export interface Diagnostic extends Region {
  readonly file: string;
  readonly severity: Severity;
  readonly rule: string;
  /** It ends with the lines of the related places, where there are some: `(line 50)`. */
  readonly message: string;
  /** An instruction that mends it, or a question: `did you mean okafor?`. */
  readonly hint: string | null;
  /** The other places that it is about. */
  readonly related: readonly RelatedRegion[];
  /** The edit that mends it, where one is known: `text` in the place of the region. */
  readonly suggestion: Edit | null;
}

/** Another place that a problem is about, and what stands there. */
export interface RelatedRegion extends Region {
  readonly file: string;
  readonly message: string;
}

/** Text to put in the place of a region, as the syntax of the file has it. */
export interface Edit extends Region {
  readonly text: string;
}
