import type { Agenda } from '../../model/agenda.js';
import type { Path } from '../../model/diagnostic.js';
import type { ReadIssue, Span } from './issues.js';

/** The text that an agenda was read from, and where things stand in it. */
export interface Source {
  readonly text: string;
  /** The span of what a path leads to, or of its key; of the nearest parent that exists for what is missing. */
  locate(path: Path, on?: 'key'): Span;
  /** The span of all that stands at a path, to its last line. */
  extent(path: Path): Span;
  /** The edit that writes a value where a path leads to one, or to its key; undefined where that is not known. */
  edit(path: Path, on: 'key' | undefined, value: string): SourceEdit | undefined;
  /** The spans of the comments with a word in them, in order. */
  comments(word: string): readonly Span[];
}

/** Text to put in the place of a span. */
export interface SourceEdit {
  readonly span: Span;
  readonly text: string;
}

/** The source of a text in which nothing could be placed. */
export function placeless(text: string): Source {
  return { text, locate: () => [0, 0], extent: () => [0, 0], edit: () => undefined, comments: () => [] };
}

/** What a reader gives: the best agenda it could read (absent when there is none in the text), and every issue. */
export interface Reading {
  readonly agenda?: Agenda;
  readonly faults: readonly ReadIssue[];
  readonly source: Source;
  /** True of a text in another format than idm's own, whose duties it does not have. */
  readonly foreign?: boolean;
}

/** Plain data of any syntax: what a parser gives to `shape`. Scalars are text as written; an empty value is null. */
export type Raw = string | null | readonly Raw[] | RawMap;
export type RawMap = ReadonlyMap<string, Raw>;
