import { fold } from './fold.js';

/**
 * The candidate that a mistyped word most likely meant: the least edits (insert, delete, replace, swap of neighbours)
 * after folding, and few for its length; or undefined.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word).slice(0, 100);
  let best: string | undefined;
  let least = Math.max(1, Math.floor((wanted.length + 1) / 3)) + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const edits = distance(wanted, other);
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** `did you mean title?`, or other words where nothing is near. */
export function suggest(near: string): string;
export function suggest(near: string | undefined, otherwise: string): string;
export function suggest(near: string | undefined, otherwise = ''): string {
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

/** What mends a mistyped word: the near one as a question and as the text to write, or a hint where nothing is near. */
export function correction(near: string | undefined, otherwise: string): Correction {
  const hint = suggest(near, otherwise);
  return near === undefined ? { hint } : { hint, suggestion: { text: near } };
}

/** A hint, and the text that may replace the word in question. */
export interface Correction {
  readonly hint: string;
  readonly suggestion?: { readonly text: string };
}

/** After so many different words a suggestion is no help any more, and the search for it long. */
const SEARCHES = 200;

/** {@link nearest} among the same candidates time and again: a word is looked up once, and only so many words are. */
export function nearestAmong(candidates: readonly string[]): (word: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return word => {
    if (!known.has(word) && known.size < SEARCHES) known.set(word, nearest(word, candidates));
    return known.get(word);
  };
}

/** Optimal string alignment distance. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
