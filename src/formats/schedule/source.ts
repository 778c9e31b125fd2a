import type { Text } from '../../model/localized.js';
import { IssueList, type Span } from '../source/issues.js';

/** What a schedule file says somewhere: never empty, without white space around it. */
export interface Said {
  readonly value: string;
  readonly at: Span;
  /** By language, where the file has it in several. */
  readonly texts?: Text;
}

/**
 * A schedule as its file says it, in XML or JSON (https://c3voc.de/wiki/schedule), before anything is made of it: every
 * value is text as written, and what is empty in the file is absent here.
 */
export interface Schedule {
  /** Where the conference is described, for what it does not say. */
  readonly at: Span;
  readonly acronym?: Said | undefined;
  readonly title?: Said | undefined;
  readonly subtitle?: Said | undefined;
  readonly description?: Said | undefined;
  readonly venue?: Said | undefined;
  readonly city?: Said | undefined;
  readonly url?: Said | undefined;
  readonly language?: Said | undefined;
  readonly zone?: Said | undefined;
  /** The clock at which one day's programme ends and the next begins. */
  readonly dayChange?: Said | undefined;
  /** Rooms that are listed by themselves. */
  readonly rooms: readonly ScheduleRoom[];
  readonly days: readonly ScheduleDay[];
  /** Events that stand in no day. */
  readonly loose: readonly ScheduleEvent[];
}

export interface ScheduleRoom {
  readonly name: Said;
  readonly capacity?: Said | undefined;
}

export interface ScheduleDay {
  readonly at: Span;
  readonly whole: Span;
  readonly date?: Said | undefined;
  readonly start?: Said | undefined;
  readonly end?: Said | undefined;
  /** The rooms under which events stand, also those without any. */
  readonly rooms: readonly Said[];
  readonly events: readonly ScheduleEvent[];
}

export interface ScheduleEvent {
  readonly at: Span;
  readonly whole: Span;
  readonly id?: Said | undefined;
  readonly guid?: Said | undefined;
  readonly slug?: Said | undefined;
  /** The instant of the start, or its date alone. */
  readonly date?: Said | undefined;
  /** The clock of the start. */
  readonly start?: Said | undefined;
  readonly duration?: Said | undefined;
  /** The instant of the end. */
  readonly end?: Said | undefined;
  readonly room?: Said | undefined;
  /** The room under which it stands. */
  readonly within?: Said | undefined;
  readonly title?: Said | undefined;
  readonly subtitle?: Said | undefined;
  readonly track?: Said | undefined;
  readonly type?: Said | undefined;
  readonly language?: Said | undefined;
  readonly abstract?: Said | undefined;
  readonly description?: Said | undefined;
  readonly url?: Said | undefined;
  readonly state?: Said | undefined;
  readonly persons: readonly SchedulePerson[];
}

export interface SchedulePerson {
  readonly at: Span;
  /** What tells people of one name apart: an id, a GUID or a code. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly bio?: string | undefined;
  readonly url?: string | undefined;
  /** `SPEAKER`, `MODERATOR`, `HOST`, … */
  readonly role?: string | undefined;
}

/** Issues of a file that are reported. */
const MOST = 1000;

/** A list for the issues of one schedule. */
export function issuesOf(): IssueList {
  return new IssueList(MOST);
}
