import { expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';

const LONG = 'word '.repeat(1000).trim();

test('a hint that repeats a value of thousands of letters is cut, and its suggestion is whole', () => {
  const problems = lint(
    readYaml(`id: x
title: X
timezone: UTC
people:
  ann: ${LONG}
days:
  - date: 2018-03-26
    sessions:
      - id: ${LONG}
        time: 10:00-11:00
        title: A
        languages: ${LONG}
        tags: ${LONG}
`),
  );
  for (const { message, hint } of problems) {
    expect(message.length).toBeLessThanOrEqual(1000);
    expect((hint ?? '').length).toBeLessThanOrEqual(1000);
  }
  expect(problems.filter(({ hint }) => hint?.endsWith('…')).map(({ line }) => line)).toEqual([5, 9, 12, 13]);
  expect(problems.find(({ rule }) => rule === 'bad-id')?.suggestion?.text).toBe(LONG.replaceAll(' ', '-'));
});
