import type { Text } from '../../model/localized.js';
import { IssueList, type Span } from '../source/issues.js';

/** A trimmed, non-empty value of a schedule file, and its span. */
export interface SourceValue {
  readonly value: string;
  readonly at: Span;
  /** By language, where the file has it in several. */
  readonly texts?: Text;
}

/**
 * A schedule as its file says it, in XML or JSON (https://c3voc.de/wiki/schedule), before anything is made of it: every
 * value is text as written, and what is empty in the file is absent here.
 */
export interface SourceSchedule {
  /** Where the conference is described, for what it does not say. */
  readonly at: Span;
  readonly acronym?: SourceValue | undefined;
  readonly title?: SourceValue | undefined;
  readonly subtitle?: SourceValue | undefined;
  readonly description?: SourceValue | undefined;
  readonly venue?: SourceValue | undefined;
  readonly city?: SourceValue | undefined;
  readonly url?: SourceValue | undefined;
  readonly language?: SourceValue | undefined;
  readonly zone?: SourceValue | undefined;
  /** The clock at which one day's programme ends and the next begins. */
  readonly dayChange?: SourceValue | undefined;
  /** Rooms that are listed by themselves. */
  readonly rooms: readonly SourceRoom[];
  readonly days: readonly SourceDay[];
  /** Events that stand in no day. */
  readonly undatedEvents: readonly SourceEvent[];
}

export interface SourceRoom {
  readonly name: SourceValue;
  readonly capacity?: SourceValue | undefined;
}

export interface SourceDay {
  readonly at: Span;
  readonly whole: Span;
  readonly date?: SourceValue | undefined;
  readonly start?: SourceValue | undefined;
  readonly end?: SourceValue | undefined;
  /** The rooms under which events stand, also those without any. */
  readonly rooms: readonly SourceValue[];
  readonly events: readonly SourceEvent[];
}

export interface SourceEvent {
  readonly at: Span;
  readonly whole: Span;
  readonly id?: SourceValue | undefined;
  readonly guid?: SourceValue | undefined;
  readonly slug?: SourceValue | undefined;
  /** The instant of the start, or its date alone. */
  readonly date?: SourceValue | undefined;
  /** The clock of the start. */
  readonly start?: SourceValue | undefined;
  readonly duration?: SourceValue | undefined;
  /** The instant of the end. */
  readonly end?: SourceValue | undefined;
  readonly room?: SourceValue | undefined;
  /** The room under which it stands. */
  readonly within?: SourceValue | undefined;
  readonly title?: SourceValue | undefined;
  readonly subtitle?: SourceValue | undefined;
  readonly track?: SourceValue | undefined;
  readonly type?: SourceValue | undefined;
  readonly language?: SourceValue | undefined;
  readonly abstract?: SourceValue | undefined;
  readonly description?: SourceValue | undefined;
  readonly url?: SourceValue | undefined;
  readonly state?: SourceValue | undefined;
  readonly persons: readonly SourcePerson[];
}

export interface SourcePerson {
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
