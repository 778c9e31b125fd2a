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
  expect(report([problem], context()).split('\n')[0]).toBe(expected);
});

test('a line for each problem, errors first, the counts at the end; files from the root of the repository', () => {
  expect(report([], context())).toBe('agenda.yaml: no problems\n');
  const problems = [
    found({ severity: 'info' }),
    found({ severity: 'warning' }),
    found({ line: 7 }),
    found({ line: 9 }),
  ];
  const lines = report(problems, context({ path: file => `talks/${file}` })).split('\n');
  expect(lines.map(line => line.slice(0, 38))).toEqual([
    '::error file=talks/agenda.yaml,line=7,',
    '::error file=talks/agenda.yaml,line=9,',
    '::warning file=talks/agenda.yaml,line=',
    '::notice file=talks/agenda.yaml,line=3',
    'agenda.yaml: 2 errors, 1 warning, 1 in',
    '',
  ]);
});

test('the counts are no command, whatever the file is called', () => {
  const file = '::error::x ##[error]';
  expect(report([], context({ files: [file] }))).toBe('\\u{3a}:error::x \\u{23}#[error]: no problems\n');
});
