import { expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { readAny } from '../../src/formats/detect.js';
import { lint } from '../../src/lint/lint.js';
import { list, quote } from '../../src/text/quote.js';

test.each([
  ['short', '"short"'],
  ['a'.repeat(60), `"${'a'.repeat(60)}"`],
  ['a'.repeat(61), `"${'a'.repeat(57)}…"`],
  [`${'a'.repeat(56)}🙂 and more`, `"${'a'.repeat(56)}…"`],
])('%j is quoted as %j', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test('a title of a megabyte is not repeated whole in a message', () => {
  const text = `id: x\ntitle: TBC${'?'.repeat(1_000_000)}\ntimezone: UTC\ndays: []\n`;
  const problems = lint(readYaml(text));
  expect(problems.map(({ rule }) => rule)).toEqual(['placeholder-text']);
  expect(problems[0]?.message.length).toBeLessThan(120);
});

test.each(['schedule-json', 'schedule-xml', 'csv', 'yaml'] as const)(
  'a problem of an empty %s lies in it',
  async format => {
    const [problem] = lint(await readAny('', {}, format));
    expect(problem && [problem.line, problem.column, problem.endLine, problem.endColumn]).toEqual([1, 1, 1, 1]);
  },
);

const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i));

test.each([
  ['all of thirty', numbers(30), numbers(30).join(', ')],
  ['the first thirty of more', numbers(31), `${numbers(30).join(', ')}, …`],
  ['each cut where it is long', ['a'.repeat(61), 'b'], `${'a'.repeat(57)}…, b`],
  ['none', [], ''],
])('a list in a message has %s', (_, texts, shown) => expect(list(texts)).toBe(shown));

test('a list may have its texts in quotes, each cut by itself', () => {
  expect(list(['a', 'b'.repeat(61)], quote, ' and ')).toBe(`"a" and "${'b'.repeat(57)}…"`);
});
