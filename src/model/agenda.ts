import type { IsoDate } from './date.js';
import type { Text } from './localized.js';
import type { Interval } from './time.js';

/** Every type a session can have; `session` when none is written. */
export const SESSION_TYPES = [
  'session',
  'plenary',
  'opening',
  'closing',
  'keynote',
  'panel',
  'workshop',
  'side-event',
  'social',
  'break',
  'registration',
] as const;
export type SessionType = (typeof SESSION_TYPES)[number];

export const SESSION_STATUSES = ['confirmed', 'tentative', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const AGENDA_STATUSES = ['draft', 'final', 'cancelled'] as const;
export type AgendaStatus = (typeof AGENDA_STATUSES)[number];

/** How much a rule matters in one agenda: its `lint` field. */
export const LINT_LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type LintLevel = (typeof LINT_LEVELS)[number];

/** One conference: what every reader gives and every rule, query and writer takes. */
export interface Agenda {
  readonly id: string;
  readonly title: Text;
  readonly subtitle?: Text;
  readonly description?: Text;
  /** BCP 47 tag of the plain strings. */
  readonly language?: string;
  /** IANA zone of every time. */
  readonly timezone: string;
  readonly venue?: Text;
  readonly organizer?: Text;
  readonly url?: string;
  readonly status?: AgendaStatus;
  /** A date or a time with offset, as written; `instantOf` reads it. */
  readonly updated?: string;
  readonly revision?: number;
  /** Ids of the rooms of a session that names none. */
  readonly room: readonly string[];
  readonly rooms: readonly Room[];
  readonly people: readonly Person[];
  readonly days: readonly Day[];
  readonly lint: Readonly<Record<string, LintLevel>>;
}

export interface Room {
  readonly id: string;
  readonly name: Text;
  /** Seats. */
  readonly capacity?: number;
  readonly floor?: Text;
  /** A foyer, a poster hall, a video link: never double-booked. */
  readonly shared?: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly honorific?: Text;
  /** The function: « Directeur général ». */
  readonly title?: Text;
  readonly org?: Text;
  readonly country?: string;
  readonly url?: string;
  readonly bio?: Text;
  /** Written where they speak, not in `people`. */
  readonly inline?: true;
}

export interface Day {
  /** Absent when what is written is no date: such a day has no place in a listing. */
  readonly date?: IsoDate;
  readonly title?: Text;
  readonly sessions: readonly Session[];
}

export interface Session {
  readonly id: string;
  /** Absent when what is written could not be read: such a session has no place in a listing. */
  readonly time?: Interval;
  readonly title: Text;
  readonly type: SessionType;
  readonly subtitle?: Text;
  readonly description?: Text;
  /** Room ids; absent to take the parent's or the agenda's, empty for none. */
  readonly rooms?: readonly string[];
  readonly moderators: readonly Appearance[];
  readonly speakers: readonly Appearance[];
  readonly track?: Text;
  readonly tags: readonly string[];
  /** BCP 47 tags of the languages spoken. */
  readonly languages: readonly string[];
  readonly status?: SessionStatus;
  readonly url?: string;
  /** Its parts. */
  readonly sessions: readonly Session[];
}

/** One person in one session, as moderator or speaker. */
export interface Appearance {
  /** The person's id. */
  readonly person: string;
  /** Shown in place of “Speaker” or “Moderator”. */
  readonly role?: Text;
  readonly note?: Text;
  /** The function for this appearance, in place of the person's. */
  readonly title?: Text;
  readonly org?: Text;
}
