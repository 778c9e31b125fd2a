import { type Comparison, SESSION_CHANGES } from '../../diff/compare.js';
import { changeCounts } from '../../diff/history.js';
import { punctuationIn, wordsOf } from '../../model/words.js';
import { escapeControlsOnLine } from '../../text/escape.js';
import type { ShownComparison } from './shown.js';

/** A version in git. */
export interface Commit {
  readonly commit: string;
  /** ISO 8601 with offset. */
  readonly date: string;
}

/** `New: 2, Moved: 1`; the conference itself where no session changed. */
export function countsShown(comparison: Comparison, { words, now }: Pick<ShownComparison, 'words' | 'now'>): string {
  const counts = changeCounts(comparison);
  const { colon } = wordsOf(now);
  const told = SESSION_CHANGES.flatMap(kind => (counts[kind] === 0 ? [] : [`${words[kind]}${colon}${counts[kind]}`]));
  return [...told, ...(comparison.agenda.length > 0 ? [words.agenda] : [])].join(punctuationIn(now).comma);
}

/** Fields of versions: date, commit, revision, how many sessions are new, cancelled, removed, moved, changed. */
export function logLine({ commit, date }: Commit, { comparison, now }: ShownComparison): string {
  const counts = changeCounts(comparison);
  const fields = [date, commit, String(now.agenda.revision ?? 0), ...SESSION_CHANGES.map(kind => String(counts[kind]))];
  return `${fields.map(escapeControlsOnLine).join('\t')}\n`;
}
