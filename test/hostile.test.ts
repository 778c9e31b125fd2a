import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../src/formats/agenda/full-read.js';
import { lint } from '../src/lint/lint.js';
import { expectLinear } from './support/growth.js';
import { PIECES } from './support/pieces.js';
import { SHIPPED } from './support/run.js';
import { runs, SAMPLE } from './support/runs.js';

const HEAD = 'id: x\ntitle: X\ntimezone: Europe/Paris\n';
const SHIPPED_TEXT = readFileSync(SHIPPED, 'utf8');

/** A text repeated to a length. */
const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));
const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');

/** What it is, how much of it, the text of so much; then the number of problems, and the first of them. */
const HOSTILE: readonly (readonly [string, number, (size: number) => string, RegExp])[] = [
  ['brackets', 10_000, size => '['.repeat(size) + ']'.repeat(size), /^1 syntax: .*nested too deep/],
  ['braces', 10_000, size => '{a: '.repeat(size), /^1 syntax: .*nested too deep/],
  ['dashes', 10_000, size => `${'- '.repeat(size)}x`, /^1 syntax: .*nested too deep/],
  ['one line', 1_000_000, size => 'a'.repeat(size), /^1 wrong-type: this is plain text/],
  ['another list', 900_000, size => fill('- hello there\n', size), /^1 wrong-type: this is a list/],
  ['JSON', 900_000, size => `[${fill('{"a":1},', size)}1]`, /^1 wrong-type: this is a list/],
  ['a long title', 5_000_000, size => `${HEAD}days: []\nvenue: ${'a'.repeat(size)}\n`, /^0 /],
  ['unquoted colons', 200_000, size => fill('a: b: c\n', size), /^\d+ syntax/],
  ['open quotes', 50_000, size => fill('"a: \n', size), /^\d+ syntax/],
  ['unknown aliases', 100_000, size => fill('a: *b\n', size), /^\d+ (?:syntax|duplicate-key)/],
  ['an open brace after another', 400_000, size => `${HEAD}days: [${fill('{a, ', size)}`, /syntax|missing-field/],
];

test.each(HOSTILE)(
  'hostile input is reported in one place, in time that grows as it does: %s',
  async (_, size, text, found) => {
    const problems = lint(read(text(size / SAMPLE)));
    expect(`${problems.length} ${problems[0]?.rule}: ${problems[0]?.message}`).toMatch(found);
    await expectLinear(
      by => text(size / by),
      input => lint(read(input)),
    );
  },
);

test.each<[string, string, RegExp]>([
  ['1,200 levels of fields', lines(1200, i => `${' '.repeat(i)}a:\n`), /^1 syntax: .*nested too deep/],
  [
    'an alias bomb',
    `${HEAD}days: []\na0: &a0 [x]\n${lines(60, i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`)}`,
    /^\d+ unknown-field/,
  ],
  ['an alias of itself', `${HEAD}days: &d [*d]\n`, /^1 syntax: the alias \*d/],
])('hostile input is reported in one place: %s', (_, text, found) => {
  const problems = lint(read(text));
  expect(`${problems.length} ${problems[0]?.rule}: ${problems[0]?.message}`).toMatch(found);
});

describe('an agenda damaged at random', () => {
  const at = fc.nat({ max: SHIPPED_TEXT.length - 1 });
  const piece = fc.constantFrom(...PIECES);

  test('never crashes, never hangs, and places every problem in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(at, fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 4 }), damages => {
        let text = SHIPPED_TEXT;
        for (const [from, length, by] of damages) text = text.slice(0, from) + by + text.slice(from + length);
        const last = text.split('\n').length;
        for (const { line, column, endLine, message } of lint(read(text))) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(endLine).toBeGreaterThanOrEqual(line);
          expect(endLine).toBeLessThanOrEqual(last);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: runs(200) },
    );
  });

  /** Places of the shipped text that a pattern's first group matches. */
  const places = (pattern: RegExp) =>
    [...SHIPPED_TEXT.matchAll(pattern)].map(match => ({
      from: match.index + match[0].lastIndexOf(match[1] ?? ''),
      length: match[1]?.length ?? 0,
    }));
  const times = places(/^ +time: (\S+)$/gm);
  const people = places(/^ +(?:moderators|speakers): \[([a-z-]+)/gm);
  const rooms = places(/^ +room: (\S+)$/gm);

  test.each<[string, { from: number; length: number }[], fc.Arbitrary<string>]>([
    [
      'time',
      times,
      fc.constantFrom(
        '25:00-26:00',
        '10:00',
        '11:00-10:00',
        '10:61-11:00',
        'noon',
        '1O:00-11:00',
        '10:00-10:00',
        '-',
        '10h',
        '',
      ),
    ],
    ['person', people, fc.stringMatching(/^[a-z]{12,14}$/)],
    ['room', rooms, fc.stringMatching(/^[a-z]{5,9}$/)],
  ])('never passes when a %s became impossible', (_, where, damage) => {
    expect(where.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...where), damage, ({ from, length }, by) => {
        const text = SHIPPED_TEXT.slice(0, from) + by + SHIPPED_TEXT.slice(from + length);
        const line = SHIPPED_TEXT.slice(0, from).split('\n').length;
        const errors = lint(read(text)).filter(({ severity }) => severity === 'error');
        expect(errors.map(error => error.line)).toContain(line);
      }),
      { numRuns: runs(100) },
    );
  });
});
