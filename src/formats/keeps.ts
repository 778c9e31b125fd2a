import type { Agenda, Appearance, Day, Item, Link, Person, Room } from '../model/agenda.js';
import type { FIELDS, TableName } from '../model/fields.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import type { ExportRequest } from './export-request.js';
import type { OptionName } from './options.js';

/** What has the fields of each table. A person who is described where they speak has those of a person and an appearance. */
export interface Holders {
  readonly agenda: Agenda;
  readonly room: Room;
  readonly person: Person;
  readonly day: Day;
  readonly session: ScheduledSession;
  readonly item: Item;
  readonly link: Link;
  readonly appearance: Appearance;
}
type Tables = typeof FIELDS;
export type KeptTable = keyof Holders & TableName;

/** What of an agenda a file speaks of: what is said of these and isn't in the file is lost. */
export type Scope = { readonly [Table in KeptTable]: readonly Holders[Table][] };

/**
 * What a format keeps of an agenda, field by field: the tables of docs/formats.md and the notices of an export are made of
 * it. A field without a line does not compile.
 */
export type Keeps = {
  readonly [Table in KeptTable]: { readonly [Name in keyof Tables[Table]]: Kept<Holders[Table]> };
};

/** The same of a format that is read as well: each field comes back in some way, or not. */
export type KeepsBothWays = {
  readonly [Table in KeptTable]: {
    readonly [Name in keyof Tables[Table]]: Kept<Holders[Table]> & { readonly back: Back };
  };
};

/** What a format keeps of a field of something. */
export interface Kept<Holder> {
  /** Where the value goes, as a cell of docs/formats.md (Markdown). Absent where all of it is lost. */
  readonly in?: string;
  /** What the field is in an agenda that is read from such a file. */
  readonly back?: Back;
  /** What a notice tells: that a value is lost, or which losses there may be. Nothing is told without. */
  readonly loses?: 'value' | readonly Loss<Holder>[];
  /** With this option nothing is lost. */
  readonly unless?: OptionName;
}

/** Something that a file does not say. */
export interface Loss<Holder> {
  /** True of what has something that gets lost. */
  when(holder: Holder, request: ExportRequest): boolean;
  /**
   * Of sessions, the notice without its end, where it isn't “the … of 2 sessions”: `sessions` is “1 session” or
   * “2 sessions”, `one` says which.
   */
  says?(sessions: string, one: boolean, presentation: Presentation): string;
  /** True where the session itself is lost: this is told first. */
  readonly whole?: true;
  /** Which sessions are asked, where these are not those of the file. */
  among?(request: ExportRequest): readonly ScheduledSession[];
}

/** A field that gets lost; a notice tells it of an agenda that has one. */
export const LOST = { back: '—', loses: 'value' } as const;
/** A field that gets lost without a word: no reader of such a file misses it, or every agenda would be told. */
export const UNTOLD = { back: '—' } as const;

/** Of the status of an agenda, where a file says no more than that it is cancelled. */
export const UNLESS_CANCELLED: readonly Loss<Agenda>[] = [
  { when: ({ status }) => status !== undefined && status !== 'cancelled' },
];

/**
 * What becomes of a field in a file that is read again, as a cell of docs/formats.md; the test of round trips has a check
 * for each. A dash is a field that does not come back.
 */
export type Back =
  | 'same'
  | 'on one line'
  | 'same, by the GUID of a session'
  | 'as an instant, where there is one'
  | 'as an address'
  | 'as an address, else that of the agenda'
  | 'where it is cancelled'
  | 'same, where a clock is announced'
  | 'where an end is announced'
  | 'the first'
  | 'the first, else the venue'
  | 'after the moderators'
  | 'before those of the items'
  | 'with the track'
  | 'in a longer text'
  | '—';
