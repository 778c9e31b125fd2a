import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentText, generated, table, UPDATING, update, withGenerated } from '../support/readme.js';
import { ROOT, SHIPPED } from '../support/run.js';
import { type Figures, figuresOf, judge, mutants, SLIPS, type SlipKind, type Verdict } from '../support/slips.js';

const FILES = [SHIPPED, `${ROOT}test/given/slips/harbour.yaml`, `${ROOT}test/given/slips/montagne.yaml`];

/** `npm run slips` has a slip in each line; otherwise each tenth line has one. */
const STEP = process.env.IDM_SLIPS === 'all' ? 1 : 10;

async function figures(kind: SlipKind): Promise<Figures> {
  const verdicts: Verdict[] = [];
  for (const file of FILES) {
    const all = mutants(readFileSync(file, 'utf8'), kind);
    for (let i = 0; i < all.length; i += STEP) verdicts.push(await judge(all[i] as (typeof all)[number]));
  }
  return figuresOf(verdicts);
}

const WHICH = STEP === 1 ? 'A slip in every line:' : 'A slip in every tenth line:';
const KINDS = Object.keys(SLIPS) as SlipKind[];
const rows: string[][] = [];
const percent = (share: number) => `${Math.round(share * 100)} %`;

describe('what is said of a slip in one line of an agenda', () => {
  test.each(KINDS)(
    '%s: one error, in its place, without a hint that does harm',
    async kind => {
      const { mutants, withErrors, median, p90, most, one, near, mended, harmful } = await figures(kind);
      const errors = `${median} / ${p90} / ${most}`;
      rows.push([
        kind,
        String(mutants),
        String(withErrors),
        errors,
        percent(one),
        percent(near),
        percent(mended),
        String(harmful),
      ]);
      expect(median).toBe(1);
      expect(p90).toBeLessThanOrEqual(2);
      expect(near).toBeGreaterThanOrEqual(0.9);
      expect(harmful).toBe(0);
    },
    1_200_000,
  );

  test('docs/slips.md has the table', async () => {
    const head = [
      'slip',
      'texts',
      'with errors',
      'median / p90 / most',
      'one error',
      'within a line',
      'mended',
      'harmful',
    ];
    if (UPDATING)
      await update('docs/slips.md', text => withGenerated(text, 'slips', `${WHICH}\n\n${table(head, rows)}`));
    const shown = generated(documentText('docs/slips.md'), 'slips');
    for (const kind of KINDS) expect(shown).toContain(`| ${kind} |`);
  });
});
