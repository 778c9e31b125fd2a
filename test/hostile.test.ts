import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../src/formats/agenda/full-read.js';
import { lint } from '../src/lint/lint.js';
import type { Agenda } from '../src/model/agenda.js';
import { overlapsAreCut } from '../src/query/overlaps.js';
import { SHIPPED, spawnIdm } from './support/run.js';

const HEAD = 'id: x\ntitle: X\ntimezone: Europe/Paris\n';
const SHIPPED_TEXT = readFileSync(SHIPPED, 'utf8');

/** A text repeated to a length. */
const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));
const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');

describe('hostile input ends in time, in one place', () => {
  test.each<[string, () => string, RegExp]>([
    ['10,000 brackets', () => '['.repeat(10_000) + ']'.repeat(10_000), /^1 syntax: .*nested too deep/],
    ['10,000 braces', () => '{a: '.repeat(10_000), /^1 syntax: .*nested too deep/],
    ['10,000 dashes', () => `${'- '.repeat(10_000)}x`, /^1 syntax: .*nested too deep/],
    ['1,200 levels of fields', () => lines(1200, i => `${' '.repeat(i)}a:\n`), /^1 syntax: .*nested too deep/],
    ['50 MB on one line', () => 'a'.repeat(50_000_000), /^1 wrong-type: this has neither timezone nor days/],
    ['50 MB of another list', () => fill('- hello there\n', 50_000_000), /^1 wrong-type: this has neither/],
    ['50 MB of JSON', () => `[${fill('{"a":1},', 50_000_000)}1]`, /^1 wrong-type: this has neither/],
    [
      '65 MB that look like an agenda',
      () => `days: []\n${fill('# x\n', 65_000_000)}`,
      /^1 syntax: this is larger than/,
    ],
    ['a title of 10 MB', () => `${HEAD}days: []\nvenue: ${'a'.repeat(10_000_000)}\n`, /^0 /],
    ['200,000 unquoted colons', () => fill('a: b: c\n', 200_000), /^\d+ syntax/],
    ['50,000 open quotes', () => fill('"a: \n', 50_000), /^\d+ syntax/],
    ['100,000 unknown aliases', () => fill('a: *b\n', 100_000), /^\d+ (?:syntax|duplicate-key)/],
    [
      'an alias bomb',
      () => `${HEAD}days: []\na0: &a0 [x]\n${lines(60, i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`)}`,
      /^\d+ unknown-field/,
    ],
    ['an alias of itself', () => `${HEAD}days: &d [*d]\n`, /^1 syntax: the alias \*d/],
    ['400 kB of one open brace after another', () => `${HEAD}days: [${fill('{a, ', 400_000)}`, /syntax|missing-field/],
  ])('%s', (_, text, found) => {
    const problems = lint(read(text()));
    expect(`${problems.length} ${problems[0]?.rule}: ${problems[0]?.message}`).toMatch(found);
  });

  test('and a process stays within bounds of memory', () => {
    const { code, out } = spawnIdm(['validate', '-'], {
      stdin: fill('- hello there\n', 50_000_000),
      env: { NODE_OPTIONS: '--max-old-space-size=400' },
    });
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      '<stdin>:1:1: error this has neither timezone nor days: it is not an agenda [wrong-type]',
    ]);
  });
});

describe('an agenda damaged at random', () => {
  const at = fc.nat({ max: SHIPPED_TEXT.length - 1 });
  const piece = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ':',
    ': ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    '&a',
    '*a',
    '- ',
    '|',
    '>',
    '!',
    '\u00A0',
    '\0',
    '\u202E',
    '中',
    '24',
    '-',
  );

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
      { numRuns: 150 },
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
      { numRuns: 60 },
    );
  });
});

test('ten thousand sessions at one time in one room are bounded', () => {
  const sessions = lines(10_000, i => `      - {id: s${i}, time: 10:00-11:00, title: S, room: r}\n`);
  const reading = read(`${HEAD}rooms: {r: R}\ndays:\n  - date: 2018-03-26\n    sessions:\n${sessions}`);
  const problems = lint(reading);
  expect(problems.filter(({ rule }) => rule === 'room-clash')).toHaveLength(200_000);
  expect(overlapsAreCut(reading.agenda as Agenda)).toBe(true);
  const shipped = read(SHIPPED_TEXT);
  lint(shipped);
  expect(overlapsAreCut(shipped.agenda as Agenda)).toBe(false);
});
