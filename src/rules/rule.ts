import type { Agenda } from '../model/agenda.js';
import type { Clash, Path, Related, Severity, Suggestion } from '../model/diagnostic.js';
import type { RuleId } from '../model/rule-ids.js';
import type { TimeZones } from '../model/zone.js';

/** One result of a rule. */
export interface Finding {
  readonly at: Path;
  /** `key` when the finding is about the key, not its value. */
  readonly on?: 'key';
  readonly message: string;
  readonly hint?: string;
  /** The other places that it is about: the message is shown with their lines. */
  readonly related?: readonly Related<Path>[];
  /** The value that mends it, written at the path of the finding or at another that leads to one value. */
  readonly suggestion?: Suggestion<Path>;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
  /** True where an error counts as a warning, since one of the two sessions is tentative. */
  readonly tentative?: boolean;
  /** The two sessions and the time, in a finding about an overlap. */
  readonly clash?: Clash;
}

/**
 * What a rule is about. `shape`: part of the agenda could not be read or refers to nothing; listings mention errors of this
 * kind, exports refuse. `time`: an instant is wrong or ambiguous; exports refuse errors. `overlap`: what `conflicts` shows.
 * `care`: everything else.
 */
export type RuleKind = 'shape' | 'time' | 'overlap' | 'care';

/** One rule with its documentation. The examples are agendas, without id, title and timezone where these don't matter. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** The highest severity that its findings have by themselves, where some have another. */
  readonly gravest?: Severity;
  readonly kind: RuleKind;
  /** True for a rule that holds only in idm's own format: agendas read from other formats are not checked. */
  readonly own?: true;
  /** Of a rule about files in other formats: the one that its examples are in, whole files. */
  readonly elsewhere?: 'csv' | 'ics';
  /** What it finds, in one line. */
  readonly summary: string;
  /** Why that matters, in a sentence or two. */
  readonly why: string;
  /** The hint of every finding in a file in another format, where those of `check` speak of fields of an agenda. */
  readonly hintElsewhere?: string;
  readonly bad: string;
  readonly good: string;
  /** Yields the findings in an agenda, which `foreign` tells of a file in another format; absent for a rule that readers report. */
  readonly check?: (agenda: Agenda, zones: TimeZones, foreign?: boolean) => Iterable<Finding>;
}
