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
