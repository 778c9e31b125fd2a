import { instantOf } from '../model/date.js';
import type { Comparison } from './compare.js';

/** What to raise, where nothing was. */
export interface ForgottenRevision {
  /** How many sessions changed. */
  readonly sessions: number;
  /** The revision to write. */
  readonly revision: number;
}

/**
 * What calendars need to notice that sessions changed, and what new forgot: a `revision` or an `updated` above that of old
 * (RFC 5546 §2.1.4). Undefined where no session changed, one of the two was raised, or new is a draft.
 */
export function forgottenRevision({ old, now, sessions }: Comparison): ForgottenRevision | undefined {
  const [before, after] = [old.agenda, now.agenda];
  if (sessions.length === 0 || after.status === 'draft') return undefined;
  const last = before.revision ?? 0;
  const isRaised = (after.revision ?? 0) > last || moment(after.updated) > moment(before.updated);
  return isRaised ? undefined : { sessions: sessions.length, revision: last + 1 };
}

function moment(updated: string | undefined): number {
  return (updated === undefined ? undefined : instantOf(updated)) ?? Number.NEGATIVE_INFINITY;
}
