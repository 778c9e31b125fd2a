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
  readonly people: readonly string[];
}

/** One problem with its place. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
}
