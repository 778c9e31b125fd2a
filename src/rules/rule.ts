import type { Agenda } from '../model/agenda.js';
import type { Clash, Path, Related, Severity, Suggestion } from '../model/diagnostic.js';
import type { RuleId } from '../model/rule-ids.js';
import type { TimeZones } from '../model/zone.js';

/** One thing that a rule found. */
export interface Finding {
  readonly at: Path;
  /** `key` when the name of the field is meant, not its value. */
  readonly on?: 'key';
  readonly message: string;
  readonly hint?: string;
  /** The other places that it is about: the message is shown with the line of the first. */
  readonly related?: readonly Related<Path>[];
  /** The value that mends it, written at the path of the finding or at another that leads to one value. */
  readonly suggestion?: Suggestion<Path>;
  /** In place of the rule's own severity. */
  readonly severity?: Severity;
  /** An error only counts as a warning, since one of the two sessions is tentative. */
  readonly tentative?: boolean;
  /** Of a rule about overlaps. */
  readonly clash?: Clash;
}

/**
 * What a rule is about. `shape`: an agenda that breaks it says less than its author meant; listings mention it, exports
 * refuse. `time`: so for instants; exports refuse. `overlap`: what `conflicts` shows. `care`: the rest.
 */
export type RuleKind = 'shape' | 'time' | 'overlap' | 'care';

/** One rule with its documentation. The examples are agendas, without id, title and timezone where these don't matter. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly kind: RuleKind;
  /** True of a duty of idm's own format: it does not apply to what was read from another. */
  readonly own?: true;
  /** What it finds, in one line. */
  readonly summary: string;
  /** Why that matters, in a sentence or two. */
  readonly why: string;
  readonly bad: string;
  readonly good: string;
  /** Absent when the reader finds it. */
  readonly check?: (agenda: Agenda, zones: TimeZones) => Iterable<Finding>;
}
