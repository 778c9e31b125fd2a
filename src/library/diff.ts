import { compareClashes, type FoundClash } from '../diff/clashes.js';
import { compare } from '../diff/compare.js';
import { type ChangeRecord, changeRecords } from '../diff/records.js';
import { placeless } from '../formats/source/read-result.js';
import { lint } from '../lint/lint.js';
import type { Agenda } from '../model/agenda.js';
import { presentation } from '../query/presentation.js';

/** In which language titles are, and in which zone times. */
export interface DiffOptions {
  /** The BCP 47 tag of a language; the agenda's own when absent. */
  readonly lang?: string;
  /** An IANA zone; that of the new agenda when absent. */
  readonly tz?: string;
}

/**
 * What changed between two versions of an agenda, as `idm diff --json` tells it: the agenda itself, then the sessions by day
 * and start, then the clashes that came and went. The messages of clashes name no lines, since agendas have none. Throws a
 * RangeError for a `tz` that is no zone.
 */
export function diff(old: Agenda, now: Agenda, { lang, tz }: DiffOptions = {}): ChangeRecord[] {
  const after = presentation(now, { ...(lang !== undefined && { lang }), ...(tz !== undefined && { tz }) });
  const { zones } = after;
  const before = presentation(old, { ...(lang !== undefined && { lang }), ...(tz !== undefined && { tz }), zones });
  const comparison = compare(old, now, zones);
  const clashes = (agenda: Agenda): readonly FoundClash[] =>
    lint({ agenda, faults: [], source: placeless('') }, { zones, kinds: ['overlap'], least: 'warning' }).flatMap(
      ({ rule, severity, message, clash }) => (clash ? [{ rule, severity, message, clash }] : []),
    );
  const changes = compareClashes(clashes(old), clashes(now), comparison.renames.sessions);
  return [...changeRecords(comparison, changes, before, after)];
}
