import { expect, test } from 'vitest';
import { complaints, verdict } from '../../bench/verdict.js';

test.each([
  ['a ratio as written down holds', 2, [2], 'holds'],
  ['a better one holds', 2, [1.2], 'holds'],
  ['a quarter more holds still', 2, [2.5], 'holds'],
  ['more than that is measured again', 2, [2.51], 'again'],
  ['and again', 2, [2.6, 2.7], 'again'],
  ['three times more is worse', 2, [2.6, 2.7, 2.51], 'worse'],
  ['once within the limit is enough', 2, [2.6, 2.4], 'holds'],
  ['the third time as well', 2, [9, 9, 2.5], 'holds'],
  ['of what is not written down nothing is said', undefined, [2], 'unknown'],
] as const)('%s', (_, written, attempts, expected) => {
  expect(verdict(written, attempts)).toBe(expected);
});

const WRITTEN = { list: 2, validate: 3 };
const list = (...attempts: number[]) => ({ name: 'list', attempts });
const validate = (...attempts: number[]) => ({ name: 'validate', attempts });

test.each([
  ['every row holds', [list(2.1), validate(4, 3.5)], []],
  ['one is worse', [list(2.1), validate(4, 3.9, 5)], ['validate: 3.90 at best, and 3.00 is written down']],
  [
    'one is not written down',
    [list(2), validate(3), { name: 'show', attempts: [1] }],
    ['show: nothing is written down for it'],
  ],
  ['one is not measured', [list(2)], ['validate: it is written down, but not measured']],
  [
    'both are worse',
    [list(3, 3, 3), validate(4, 4, 4)],
    ['list: 3.00 at best, and 2.00 is written down', 'validate: 4.00 at best, and 3.00 is written down'],
  ],
])('%s', (_, measured, expected) => {
  expect(complaints(WRITTEN, measured)).toEqual(expected);
});
