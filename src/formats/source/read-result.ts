import type { Agenda } from '../../model/agenda.js';
import type { Path, WrittenValue } from '../../model/diagnostic.js';
import type { IssueList, ReadIssue, Span } from './issues.js';

/** The text that an agenda was read from, and its source map. */
export interface Source {
  readonly text: string;
  /** The span of the value at a path, or of its key; of the nearest ancestor that exists when there is none. */
  locate(path: Path, on?: 'key'): Span;
  /** The span of the whole value at a path, to its last line. */
  extent(path: Path): Span;
  /**
   * The edit that replaces the value at a path, or its key, by another, or adds the field that a path ends with where it is
   * absent; undefined where there is no span for it.
   */
  edit(path: Path, on: 'key' | undefined, value: WrittenValue): SourceEdit | undefined;
  /**
   * The edit that replaces the fields from the one at a path to the one named `through` by those of `value`; undefined where
   * anything but these would be replaced, such as a comment.
   */
  editFields(path: Path, through: string, value: WrittenValue): SourceEdit | undefined;
  /** The spans of the comments that contain a word, in order. */
  comments(word: string): readonly Span[];
}

/** A span and the text that replaces it. */
export interface SourceEdit {
  readonly span: Span;
  readonly text: string;
}

/** The source of a text that could not be parsed: every path is at its beginning. */
export function placeless(text: string): Source {
  return {
    text,
    locate: () => [0, 0],
    extent: () => [0, 0],
    edit: () => undefined,
    editFields: () => undefined,
    comments: () => [],
  };
}

/** The reading of a text in another format that could not be read as an agenda. */
export function unread(text: string, { list }: IssueList): Reading {
  return { faults: list, source: placeless(text), foreign: true };
}

/** The result of a reader: the agenda as far as it could be read (absent when there is none in the text), and every issue. */
export interface Reading {
  readonly agenda?: Agenda;
  readonly faults: readonly ReadIssue[];
  readonly source: Source;
  /** True for a format other than idm's own: rules with `own` are not checked. */
  readonly foreign?: boolean;
  /** What a reader guessed, in the order of the file. */
  readonly guesses?: readonly Guess[];
}

/** A field of an agenda, a day, a session, a person or a room that a reader guessed: `id` is empty for the agenda, the date of a day. */
export interface Guess {
  readonly of: 'agenda' | 'day' | 'session' | 'person' | 'room';
  readonly id: string;
  readonly field: string;
  /** A phrase: `the end is where the next session begins`. */
  readonly why: string;
}

/** Plain data of any syntax: what a parser gives to `decodeAgenda`. Scalars are text as written; an empty value is null. */
export type RawValue = string | null | readonly RawValue[] | RawMap;
export type RawMap = ReadonlyMap<string, RawValue>;
