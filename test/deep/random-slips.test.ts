import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../src/formats/agenda/read.js';
import { lint } from '../../src/lint/lint.js';
import { ROOT } from '../support/run.js';
import { applied } from '../support/slips.js';

const AGENDA = readFileSync(`${ROOT}test/given/slips/fjord.yaml`, 'utf8');

/** How many texts are tried; `IDM_RANDOM` sets another number. */
const TEXTS = Number(process.env.IDM_RANDOM ?? 60);

const PIECES = [
  '',
  ' ',
  '  ',
  '\n',
  '- ',
  ':',
  ': ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  ' #x',
  '\t',
  '*',
  '&a ',
  '–',
  'é',
  '3',
];

const edit = fc.record({
  at: fc.integer({ min: 0, max: AGENDA.length }),
  length: fc.integer({ min: 0, max: 3 }),
  by: fc.constantFrom(...PIECES),
});

test('a suggestion makes its finding go away, whatever was typed at random', async () => {
  await fc.assert(
    fc.asyncProperty(edit, async ({ at, length, by }) => {
      const text = AGENDA.slice(0, at) + by + AGENDA.slice(at + length);
      const problems = lint(await read(text));
      for (const problem of problems) {
        if (problem.suggestion === null) continue;
        const mended = applied(text, [problem]);
        const said = ({ rule, message }: typeof problem) => `${rule} ${message}`;
        const count = (some: typeof problems) => some.filter(one => said(one) === said(problem)).length;
        expect(
          count(lint(await read(mended))),
          `${said(problem)} in ${JSON.stringify(text.slice(at - 30, at + 30))}`,
        ).toBeLessThan(count(problems));
      }
    }),
    { numRuns: TEXTS, seed: 15 },
  );
});
