import { expect, test } from 'vitest';
import { list, quote } from '../../src/text/quote.js';

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
