import type { Text } from '../../model/localized.js';
import type { Accounts } from '../source/accounts.js';
import { IssueList, type Span } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';

/** A trimmed, non-empty value of a schedule file, and its span. */
export interface SourceValue {
  readonly value: string;
  readonly span: Span;
  /** By language, where the file has it in several. */
  readonly texts?: Text;
}

/**
 * The content of a schedule file, XML or JSON (https://c3voc.de/wiki/schedule), before it is interpreted: every value is
 * the text as written; an empty value is absent.
 */
export interface SourceSchedule {
  /** What of the file is not read. */
  readonly accounts: Accounts;
  /** The name of the program that wrote the file. */
  readonly generator?: string | undefined;
  /** What stands where events are expected, and is none. */
  readonly notASchedule?: NotASchedule | undefined;
  /** The head of the conference, which messages about missing values point to. */
  readonly span: Span;
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
  /** The list of rooms of the conference. */
  readonly rooms: readonly SourceRoom[];
  readonly days: readonly SourceDay[];
  /** The events outside of any day. */
  readonly undatedEvents: readonly SourceEvent[];
}

/** What a file has in place of events. */
export interface NotASchedule {
  readonly name: string;
  /** A noun phrase: `188 <entry> in 7 <day>`. */
  readonly found: string;
  readonly span: Span;
}

export interface SourceRoom {
  readonly name: SourceValue;
  readonly capacity?: SourceValue | undefined;
}

export interface SourceDay {
  readonly span: Span;
  readonly extent: Span;
  readonly date?: SourceValue | undefined;
  readonly start?: SourceValue | undefined;
  readonly end?: SourceValue | undefined;
  /** The rooms of the day, with or without events. */
  readonly rooms: readonly SourceValue[];
  readonly events: readonly SourceEvent[];
}

export interface SourceEvent {
  readonly span: Span;
  readonly extent: Span;
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
  /** The room that it stands under. */
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
  readonly links: readonly SourceLink[];
  readonly persons: readonly SourcePerson[];
}

/** A document, a page or a recording of an event. */
export interface SourceLink {
  readonly url: SourceValue;
  readonly title?: SourceValue | undefined;
}

export interface SourcePerson {
  readonly span: Span;
  /** An id, a GUID or a code: it tells people of one name apart. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly bio?: string | undefined;
  readonly url?: string | undefined;
  /** `SPEAKER`, `MODERATOR`, `HOST`, … */
  readonly role?: string | undefined;
}

/** An empty list for the issues of one schedule. */
export function issueList(): IssueList {
  return new IssueList(LIMITS.scheduleIssues);
}
