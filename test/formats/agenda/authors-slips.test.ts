import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AUTHORS_SLIPS, type AuthorsSlip } from '../../given/slips/authors.js';
import { answer } from '../../support/authors-slips.js';
import { ROOT } from '../../support/run.js';

const AGENDA = readFileSync(`${ROOT}test/given/slips/fjord.yaml`, 'utf8');

const rows = Object.entries<readonly AuthorsSlip[]>(AUTHORS_SLIPS).flatMap(([group, slips]) =>
  slips.map(slip => ({ group, slip, name: `${group}: ${slip[1].trim().replaceAll('\n', '⏎')}` })),
);

/** The first and the last line of a text that differ from another; of lines taken out, the first of what they were in. */
function changedLines(before: string, after: string): readonly [number, number] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const first = now.findIndex((line, i) => line !== old[i]);
  const same = now.toReversed().findIndex((line, i) => line !== old.at(-1 - i));
  const last = now.length - 1 - same;
  if (last >= first) return [first + 1, last + 1];
  return [now.slice(0, first).findLastIndex(line => line.trimStart().startsWith('- ')) + 1, first + 1];
}

const scores: number[] = [];

describe('a slip of an author is one finding: the cause, its place, and the cure', () => {
  test.each(rows)('$name', async ({ slip: [original, written, cure, score = 3] }) => {
    const at = AGENDA.indexOf(original);
    expect(at).toBeGreaterThan(-1);
    const text = AGENDA.slice(0, at) + written + AGENDA.slice(at + original.length);
    const found = await answer(text, changedLines(AGENDA, text), cure);
    scores.push(found.score);
    expect(found.score, found.told.join('; ') || 'nothing is told').toBe(score);
  });

  test('on average, 2.7 of 3 at least', () => {
    expect(rows.length).toBe(164);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(2.7);
  });
});
