import type { Item, Link, SessionStatus, SessionType } from '../../model/agenda.js';
import type { Minutes, TimeWord } from '../../model/time.js';
import type { Line } from './line.js';
import type { DayHeading } from './words/dates.js';
import type { NamedPerson } from './words/people.js';

/** UTF-16 code units of a line that may be a title. */
export const LONGEST_TITLE = 300;

/** A field of something in an agenda that the inference guessed, and why. */
export interface DraftGuess {
  readonly field: string;
  readonly why: string;
}

/** Someone in a session, with the line that names them. */
export interface DraftPerson {
  person: NamedPerson;
  readonly role?: string;
  readonly line: Line;
}

/** A paper or a statement while it is put together. */
export interface DraftItem extends Pick<Item, 'url'> {
  readonly title: string;
  readonly people: readonly DraftPerson[];
  readonly note?: string;
}

/** A session while it is put together. */
export interface Draft {
  /** The line with its time, or with its title where it has none of its own. */
  readonly line: Line;
  /** The index of its day. */
  day: number;
  /** Absent where a word stands for the time, or none is written. */
  start?: Minutes;
  end?: Minutes;
  word?: TimeWord;
  /** True where am or pm is written. */
  readonly hasHalf: boolean;
  title: string;
  titleLine?: Line;
  subtitle?: string;
  type?: SessionType;
  status?: SessionStatus;
  room?: { readonly name: string; readonly line: Line };
  /** The room of where it stands, for one that names none. */
  usualRoom?: Draft['room'];
  /** More rooms, of a session over several. */
  readonly rooms: { readonly name: string; readonly line: Line }[];
  readonly moderators: DraftPerson[];
  readonly speakers: DraftPerson[];
  readonly description: string[];
  organizer?: string;
  url?: string;
  readonly links: Link[];
  /** Where it can be joined by video, of each of its rooms that has such an address. */
  readonly joins: string[];
  /** Papers and statements: their titles, who gives them, notes. */
  readonly items: DraftItem[];
  track?: string;
  languages?: readonly string[];
  interpretation?: readonly string[];
  /** What it is a part of. */
  parent?: Draft;
  /** True for one of several at the same time, whose time stands with the first. */
  isAlike?: true;
  /** A heading without a time, above the sessions that are its parts. */
  readonly isGroup?: boolean;
  readonly guesses: DraftGuess[];
  /** The lines that it was made of. */
  readonly lines: Line[];
  /** The last line of it. */
  last: Line;
}

/** A session of which no more is known than where it begins, and on which day. */
export function draft(line: Line, day: number): Draft {
  return {
    line,
    day,
    hasHalf: false,
    title: '',
    rooms: [],
    moderators: [],
    speakers: [],
    description: [],
    items: [],
    links: [],
    joins: [],
    guesses: [],
    lines: [line],
    last: line,
  };
}

/** A day while it is put together: what its heading says. */
export interface DraftDay {
  readonly heading: DayHeading | undefined;
  readonly line: Line | undefined;
  /** The usual rooms of the day, where it has its own. */
  readonly rooms?: readonly string[];
}

/** The sessions and the days of a document, in its order. */
export interface Programme {
  readonly days: readonly DraftDay[];
  readonly sessions: readonly Draft[];
  /** The room of what names none. */
  readonly room?: Line & { readonly name: string };
}
