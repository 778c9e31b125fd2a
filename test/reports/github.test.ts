import { expect, test } from 'vitest';
import { report } from '../../src/reports/github.js';
import { context, found, NASTY, TAME } from '../given/diagnostics.js';

test.each([
  [
    'a place on one line',
    found({ column: 7 }),
    '::error file=agenda.yaml,line=3,endLine=3,col=7,endColumn=11,title=unknown-room::"hall" is not in rooms',
  ],
  [
    'a warning with a hint',
    found({ severity: 'warning', hint: 'add it' }),
    '::warning file=agenda.yaml,line=3,endLine=3,col=5,endColumn=9,title=unknown-room::"hall" is not in rooms%0Aadd it',
  ],
  [
    'an info is a notice',
    found({ severity: 'info' }),
    '::notice file=agenda.yaml,line=3,endLine=3,col=5,endColumn=9,title=unknown-room::"hall" is not in rooms',
  ],
  [
    'a place on several lines has no columns',
    found({ endLine: 5, endColumn: 2 }),
    '::error file=agenda.yaml,line=3,endLine=5,title=unknown-room::"hall" is not in rooms',
  ],
  [
    'a place that ends before a line does not reach it',
    found({ endLine: 5, endColumn: 1 }),
    '::error file=agenda.yaml,line=3,endLine=4,title=unknown-room::"hall" is not in rooms',
  ],
  [
    'a message that looks like commands and escapes',
    found({ message: '100%\r\n::error::x %0A::' }),
    '::error file=agenda.yaml,line=3,endLine=3,col=5,endColumn=9,title=unknown-room::100%25 ::error::x %250A::',
  ],
  [
    'a file name that looks like properties',
    found({ file: 'a,line=9::b%\n.yaml' }),
    '::error file=a%2Cline=9%3A%3Ab%25 .yaml,line=3,endLine=3,col=5,endColumn=9,title=unknown-room::"hall" is not in rooms',
  ],
  [
    'characters that steer a terminal',
    found({ file: NASTY, message: NASTY, hint: NASTY }),
    `::error file=${TAME},line=3,endLine=3,col=5,endColumn=9,title=unknown-room::${TAME}%0A${TAME}`,
  ],
])('%s', (_, problem, expected) => {
  expect(report([problem], context())).toBe(`${expected}\n`);
});

test('a line for each problem, nothing for none, files from the root of the repository', () => {
  expect(report([], context())).toBe('');
  const lines = report([found(), found()], context({ path: file => `talks/${file}` })).split('\n');
  expect(lines.map(line => line.slice(0, 32))).toEqual([
    '::error file=talks/agenda.yaml,l',
    '::error file=talks/agenda.yaml,l',
    '',
  ]);
});
