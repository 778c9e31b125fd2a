import { expect, test } from 'vitest';
import { A_DAY, agenda } from '../../bench/agendas.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import { sessions } from '../../src/query/walk.js';
import { idm } from '../support/run.js';

test.each([100, 400])('a clean agenda of %i sessions has as many, a hundred a day, and no problems', async count => {
  const text = agenda(count);
  const { agenda: read } = readYaml(text);
  expect(read?.days.length).toBe(count / A_DAY);
  expect(read && [...sessions(read)].length).toBe(count);
  expect(await idm(['validate', '-f', '-', '--info'], { stdin: text })).toMatchObject({
    code: 0,
    out: expect.stringContaining('no problems'),
  });
});

test.each([
  [500, 50],
  [500, 15],
])(
  'an agenda of %i sessions with %i faults has as many errors and warnings, each at a place of its own',
  (count, faults) => {
    const problems = lint(readYaml(agenda(count, faults))).filter(({ severity }) => severity !== 'info');
    expect(problems.length).toBe(faults);
    expect(new Set(problems.map(({ line }) => line)).size).toBe(faults);
    expect(new Set(problems.map(({ rule }) => rule)).size).toBe(14);
    expect(problems.filter(({ rule }) => rule === 'syntax')).toEqual([]);
  },
);

test('faults are spread over the whole agenda', () => {
  const text = agenda(500, 60);
  const at = lint(readYaml(text)).map(({ line }) => line / text.split('\n').length);
  const tenths = Array.from({ length: 7 }, (_, i) => 0.3 + i / 10);
  for (const from of tenths) expect(at.filter(where => where >= from && where < from + 0.1).length).toBeGreaterThan(5);
});

test.each([
  ['no whole days', 150, 0],
  ['more faults than there is room for', 100, 100],
])('%s: there is no such agenda', (_, count, faults) => {
  expect(() => agenda(count, faults)).toThrow(RangeError);
});
