import { expect, test } from 'vitest';
import type { Colors } from '../../src/paint.js';
import { report } from '../../src/reports/text.js';
import { context, found, NASTY, TAME } from '../given/diagnostics.js';

test('place, message, rule; the line with a mark; the hint; a summary', async () => {
  const problems = [
    found({ column: 7, endColumn: 11, hint: 'add it to rooms' }),
    found({ line: 4, severity: 'warning' }),
  ];
  expect(await report(problems, context())).toBe(`agenda.yaml:3:7: error "hall" is not in rooms [unknown-room]
3 | room: hall
  |       ^^^^
  | add it to rooms

agenda.yaml:4:5: warning "hall" is not in rooms [unknown-room]
4 | four
  |     ^

agenda.yaml: 1 error, 1 warning
`);
});

test.each([
  [[], ['agenda.yaml'], 'agenda.yaml: no problems\n'],
  [[], ['a.yaml', 'b.yaml'], '2 files: no problems\n'],
])('nothing found (%#)', async (problems, files, expected) => {
  expect(await report(problems, context({ files }))).toBe(expected);
});

test.each([
  ['an empty file', '', found({ line: 1, column: 1, endColumn: 1 }), '1 |\n  | ^'],
  ['the end of a file', 'a: b\n', found({ line: 2, column: 1, endColumn: 1 }), '2 |\n  | ^'],
  ['CRLF', 'a: b\r\nc: d\r\n', found({ line: 2, column: 4, endColumn: 5 }), '2 | c: d\n  |    ^'],
  ['CRLF to the end', 'a: b\r\nc\r\n', found({ line: 1, column: 4, endLine: 2 }), '1 | a: b\n  |    ^'],
  ['three lines', 'a: |\n  b\nc', found({ line: 1, column: 1, endLine: 3 }), '1 | a: |\n  | ^^^^'],
  ['a line with two figures', `${'\n'.repeat(9)}abcd`, found({ line: 10, column: 1 }), '10 | abcd\n   | ^^^^'],
])('%s', async (_, source, problem, shown) => {
  expect(await report([problem], context({ source: () => source }))).toContain(`[unknown-room]\n${shown}\n\n`);
});

test('nothing in it steers a terminal', async () => {
  const problem = found({ file: NASTY, message: NASTY, hint: NASTY, line: 1, column: 1 });
  const text = await report([problem], context({ files: [NASTY], source: () => NASTY }));
  expect(text).toBe(`${TAME}:1:1: error ${TAME} [unknown-room]
1 | a\\u{1b}[31mb\\u{202e}c\\u{85}d
  | ^^^^^^^^^
  | ${TAME}

${TAME}: 1 error
`);
});

test('colours stand around the words, not in them', async () => {
  const names = ['bold', 'dim', 'error', 'warning', 'info', 'mark'] as const;
  const colors = Object.fromEntries(
    names.map(name => [name, (text: string) => `<${name}>${text}</>`]),
  ) as unknown as Colors;
  expect(
    await report([found({ column: 7, hint: 'a hint' })], context({ colors })),
  ).toBe(`<bold>agenda.yaml:3:7:</> <error>error</> "hall" is not in rooms <dim>[unknown-room]</>
<dim>3 |</> room: hall
<dim>  |</>       <error>^^^^</>
<dim>  |</> a hint

agenda.yaml: <error>1 error</>
`);
});

const warnings = (count: number, file = 'agenda.yaml', rule = 'bad-date') =>
  Array.from({ length: count }, (_, i) => found({ file, line: i + 1, severity: 'warning', rule, message: 'a date' }));

/** The first lines of the blocks of a report, and the summary. */
async function heads(...given: Parameters<typeof report>) {
  return (await report(...given)).split('\n').filter(line => /^(?:\S|2 files)+: /.test(line));
}

test('errors come first within a file, and files in their order', async () => {
  const problems = [...warnings(1), found({ line: 4 }), ...warnings(1, 'b.yaml'), found({ file: 'b.yaml', line: 2 })];
  expect(await heads(problems, context({ files: ['agenda.yaml', 'b.yaml'] }))).toEqual([
    'agenda.yaml:4:5: error "hall" is not in rooms [unknown-room]',
    'agenda.yaml:1:5: warning a date [bad-date]',
    'b.yaml:2:5: error "hall" is not in rooms [unknown-room]',
    'b.yaml:1:5: warning a date [bad-date]',
    '2 files: 2 errors, 2 warnings',
  ]);
});

test.each([
  [
    'three warnings of a rule are three',
    warnings(3),
    [1, 2, 3].map(line => `agenda.yaml:${line}:5: warning a date [bad-date]`),
    'agenda.yaml: 3 warnings',
  ],
  [
    'four are one line',
    warnings(4),
    ['agenda.yaml:1:5: warning a date, and 3 more: lines 2, 3, 4 [bad-date]'],
    'agenda.yaml: 4 warnings (--all shows each)',
  ],
  [
    'of many, ten lines are named',
    warnings(14),
    ['agenda.yaml:1:5: warning a date, and 13 more: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … [bad-date]'],
    'agenda.yaml: 14 warnings (--all shows each)',
  ],
  [
    'those of one line name it once',
    Array.from({ length: 4 }, (_, i) => found({ line: 7, column: i + 1, severity: 'info' })),
    ['agenda.yaml:7:1: info "hall" is not in rooms, and 3 more: line 7 [unknown-room]'],
    'agenda.yaml: 4 infos (--all shows each)',
  ],
  [
    'rules and files are counted apart',
    [...warnings(3), ...warnings(3, 'agenda.yaml', 'no-url')],
    [
      ...[1, 2, 3].map(line => `agenda.yaml:${line}:5: warning a date [bad-date]`),
      ...[1, 2, 3].map(line => `agenda.yaml:${line}:5: warning a date [no-url]`),
    ],
    'agenda.yaml: 6 warnings',
  ],
  [
    'errors are each shown',
    Array.from({ length: 5 }, (_, i) => found({ line: i + 1 })),
    [1, 2, 3, 4, 5].map(line => `agenda.yaml:${line}:5: error "hall" is not in rooms [unknown-room]`),
    'agenda.yaml: 5 errors',
  ],
])('%s', async (_, problems, expected, last) => {
  expect(await heads(problems, context())).toEqual([...expected, last]);
  expect(await heads(problems, context({ all: true }))).toHaveLength(problems.length + 1);
});
