import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import { overlapsAreCut } from '../../src/query/overlaps.js';
import { slug } from '../../src/text/fold.js';
import { idm, SHIPPED, spawnIdm } from '../support/run.js';

/** An agenda of so many sessions at one time in one room. */
function crowded(count: number): string {
  const session = (i: number) => `      - {id: s${i}, time: 10:00-11:00, title: S, room: r}\n`;
  const sessions = Array.from({ length: count }, (_, i) => session(i)).join('');
  return `id: x\ntitle: X\ntimezone: Europe/Paris\nrooms: {r: R}\ndays:\n  - date: 2018-03-26\n    sessions:\n${sessions}`;
}

test('the overlaps of two thousand sessions at one time in one room are cut at 200,000', () => {
  const reading = read(crowded(2000));
  const problems = lint(reading);
  expect(problems.filter(({ rule }) => rule === 'room-clash')).toHaveLength(200_000);
  expect(reading.agenda && overlapsAreCut(reading.agenda)).toBe(true);
});

test('those of fewer are not', () => {
  const { agenda } = read(crowded(100));
  expect(agenda && overlapsAreCut(agenda)).toBe(false);
});

test('more problems than a call takes arguments are all reported', async () => {
  const count = 500;
  const { code, out } = await idm(['validate', '-', '--format', 'github'], { stdin: crowded(count) });
  expect(out.match(/^::error /gm)).toHaveLength((count * (count - 1)) / 2);
  expect(code).toBe(1);
});

test('an id of six million characters has its id as well', () => {
  const long = `${'a-'.repeat(3_000_000)}a`;
  expect(slug(long) === long).toBe(true);
});

test('a text of 65 MB is refused, though it looks like an agenda', () => {
  const [problem, ...others] = lint(read(`days: []\n${'# x\n'.repeat(16_250_000)}`));
  expect([problem?.rule, problem?.message, others]).toEqual([
    'syntax',
    expect.stringMatching(/^this is larger than/),
    [],
  ]);
});

test.each([
  ['one line', 'a'.repeat(10_000_000)],
  ['a list', '- hello there\n'.repeat(720_000)],
  ['JSON', `[${'{"a":1},'.repeat(1_250_000)}1]`],
])('10 MB of what is no agenda are refused: %s', (_, text) => {
  expect(lint(read(text)).map(({ rule, message }) => [rule, message])).toEqual([
    ['wrong-type', 'this has neither timezone nor days: it is not an agenda'],
  ]);
});

test('50 MB of what is no agenda are refused within bounds of memory', () => {
  const { code, out } = spawnIdm(['validate', '-'], {
    stdin: '- hello there\n'.repeat(3_600_000),
    env: { NODE_OPTIONS: '--max-old-space-size=400' },
  });
  expect([code, out.split('\n')[0]]).toEqual([
    1,
    '<stdin>:1:1: error this has neither timezone nor days: it is not an agenda [wrong-type]',
  ]);
});

test('an export is the same bytes in every zone of the process', () => {
  for (const format of ['--ics', '--csv', '--json']) {
    const [first, ...others] = ['Asia/Tokyo', 'America/New_York', 'UTC', 'Pacific/Apia'].map(
      TZ => spawnIdm(['export', format], { env: { IDM_AGENDA: SHIPPED, TZ } }).out,
    );
    expect(first?.length).toBeGreaterThan(1000);
    for (const other of others) expect(other).toBe(first);
  }
});
