import { lazyRegExp } from './lazy.js';
/** A run of words that both texts have, that the first has alone, or that the second has alone. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'came';
  readonly text: string;
}

/** Pairs of words that are compared at most: of two long texts that differ more, all of the middle is told as changed. */
const MOST_PAIRS = 1_000_000;

/**
 * What differs between two texts, word by word (longest common subsequence): the runs without those of `came` make the
 * first, those without `gone` the second. A word has the blanks behind it. Where a script has no blanks, graphemes of a
 * code point are words.
 */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const [a, b] = [pieces(before), pieces(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const middle =
    left.length * right.length > MOST_PAIRS
      ? [
          ...left.map(text => ({ kind: 'gone' as const, text })),
          ...right.map(text => ({ kind: 'came' as const, text })),
        ]
      : common(left, right);
  const same = (text: string) => ({ kind: 'same' as const, text });
  return joined([...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)]);
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;

/** A character of a script that has no blanks between words, or a word with what stands behind it. */
const PIECES = lazyRegExp(`[${UNSPACED}]\\p{M}*|[^\\s${UNSPACED}]+\\s*|\\s+`, 'gu');

function pieces(text: string): readonly string[] {
  return text.match(PIECES()) ?? [];
}

function common(a: readonly string[], b: readonly string[]): readonly WordRun[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right, across] = [(i + 1) * width + j, i * width + j + 1, (i + 1) * width + j + 1];
      lengths[i * width + j] =
        a[i] === b[j] ? (lengths[across] ?? 0) + 1 : Math.max(lengths[down] ?? 0, lengths[right] ?? 0);
    }
  }
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      runs.push({ kind: 'same', text: one });
      i++;
      j++;
    } else if (
      other === undefined ||
      (one !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      runs.push({ kind: 'gone', text: one ?? '' });
      i++;
    } else {
      runs.push({ kind: 'came', text: other });
      j++;
    }
  }
  return runs;
}

/** One run for each stretch of a kind; between two others, what is gone comes first. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const found: WordRun[] = [];
  let [gone, came] = ['', ''];
  const flush = () => {
    if (gone !== '') found.push({ kind: 'gone', text: gone });
    if (came !== '') found.push({ kind: 'came', text: came });
    [gone, came] = ['', ''];
  };
  for (const { kind, text } of runs) {
    if (kind === 'gone') gone += text;
    else if (kind === 'came') came += text;
    else {
      flush();
      const last = found.at(-1);
      if (last?.kind === 'same') found[found.length - 1] = { kind, text: last.text + text };
      else found.push({ kind, text });
    }
  }
  flush();
  return found;
}
