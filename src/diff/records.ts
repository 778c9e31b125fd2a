import type { Clash, Severity } from '../model/diagnostic.js';
import { isoInstant, type TimeZone } from '../model/zone.js';
import { titleOf } from '../query/agenda-index.js';
import type { Presentation } from '../query/presentation.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import type { Value } from './cells.js';
import type { ClashChanges, FoundClash } from './clashes.js';
import { type Comparison, type FieldChange, type SessionChangeKind, stateOf } from './compare.js';
import { type ChangeCounts, changeCounts } from './history.js';

/** What an entry of `diff --json` is about. */
export const CHANGES = ['agenda', 'new', 'cancelled', 'removed', 'moved', 'changed', 'clash', 'clash-gone'] as const;
export type ChangeName = SessionChangeKind | 'agenda' | 'clash' | 'clash-gone';

/** One entry of `diff --json`: every property is always there. */
export interface ChangeRecord {
  readonly change: ChangeName;
  /** The id in new; of what is gone, in old; of a clash, the session that `conflicts` places it at; null for the agenda. */
  readonly session: string | null;
  readonly title: string | null;
  /** Counts from 1. */
  readonly day: number | null;
  readonly fields: readonly {
    readonly field: string;
    readonly lang: string | null;
    readonly before: Value | null;
    readonly after: Value | null;
  }[];
  readonly clash: ClashRecord | null;
}

/** A clash as `conflicts --json` gives it. */
export interface ClashRecord extends Clash {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The entries of a comparison: the agenda's, one a session, then the clashes. Times have the offset of the zone shown. */
export function* changeRecords(
  { agenda, sessions }: Pick<Comparison, 'agenda' | 'sessions'>,
  clashes: ClashChanges,
  old: Presentation,
  now: Presentation,
): Generator<ChangeRecord> {
  const zone = now.zones.get(now.zone);
  const fields = (list: readonly FieldChange[]) =>
    list.map(one => ({ ...one, before: shown(one, 'before', zone), after: shown(one, 'after', zone) }));
  if (agenda.length > 0)
    yield {
      change: 'agenda',
      session: null,
      title: now.text(now.agenda.title) || null,
      day: null,
      fields: fields(agenda),
      clash: null,
    };
  for (const one of sessions) {
    const { session, entry } = stateOf(one);
    const { text } = one.after === undefined ? old : now;
    yield {
      change: one.change,
      session: session.id,
      title: text(titleOf(session)),
      day: entry?.day ?? null,
      fields: fields(one.fields),
      clash: null,
    };
  }
  for (const one of clashes.came) yield clashRecord('clash', one, now);
  for (const one of clashes.gone) yield clashRecord('clash-gone', one, old);
}

function shown({ field, ...values }: FieldChange, side: 'before' | 'after', zone: TimeZone): Value | null {
  const value = values[side];
  return (field === 'start' || field === 'end') && typeof value === 'string'
    ? isoInstant(Date.parse(value), zone)
    : value;
}

function clashRecord(
  change: 'clash' | 'clash-gone',
  { rule, severity, clash, message }: FoundClash,
  presentation: Presentation,
): ChangeRecord {
  const entry = scheduledSessions(presentation.agenda).find(({ session }) => session.id === clash.sessions[1]);
  return {
    change,
    session: clash.sessions[1],
    title: entry === undefined ? null : presentation.text(titleOf(entry.session)),
    day: entry?.day ?? null,
    fields: [],
    clash: { rule, severity, ...clash, message },
  };
}

/** One entry of `log --json`: every property is always there. */
export interface LogRecord {
  /** The full id. */
  readonly commit: string;
  /** When it was committed: ISO 8601 with the offset of who committed it. */
  readonly date: string;
  /** Of the agenda in this version; 0 and null where it has none. */
  readonly revision: number;
  readonly updated: string | null;
  readonly counts: ChangeCounts;
  /** As in `diff --json`, without clashes. */
  readonly changes: readonly ChangeRecord[];
}

/** The record of a version. */
export function logRecord(
  { commit, date }: { readonly commit: string; readonly date: string },
  comparison: Comparison,
  old: Presentation,
  now: Presentation,
): LogRecord {
  const { revision = 0, updated = null } = now.agenda;
  const changes = [...changeRecords(comparison, { came: [], gone: [] }, old, now)];
  return { commit, date, revision, updated, counts: changeCounts(comparison), changes };
}
