import { expect, test } from 'vitest';
import { letterPattern } from '../../src/text/letters.js';

/** All characters up to the ideographs, those of forms and halves of emoji. */
const CHARACTERS = [
  ['\0', '\u{A000}'],
  ['\u{F000}', '\u{10000}'],
  ['\u{1F000}', '\u{20000}'],
].flatMap(([from = '', to = '']) => {
  const first = from.codePointAt(0) ?? 0;
  return Array.from({ length: (to.codePointAt(0) ?? 0) - first }, (_, i) => String.fromCodePoint(first + i));
});

test.each(['L', 'Lu', 'Ll', 'M', 'N', 'Z', 'Cc', 'Cf'])('the class %s has what Unicode has in it', name => {
  const all = new RegExp(`^\\p{${name}}$`, 'u');
  const pattern = letterPattern(`^[\\p{${name}}]$`, 'u');
  expect(CHARACTERS.filter(one => pattern(one).test(one))).toEqual(CHARACTERS.filter(one => all.test(one)));
});

test.each([
  ['a text of Latin letters, accents and dashes', 'Séance – l’été, n’a\u0301', false],
  ['letters of the six languages', 'Séance Ж فيلم 会议，', false],
  ['a letter of another script', 'Séance Δ', true],
  ['a letter of Latin Extended', 'Łódź', true],
  ['a text with emoji', 'Coffee ☕ and \u{1F355}', false],
])('%s, %s, asks for all letters: %s', (_, text, isAll) => {
  expect(letterPattern('[\\p{L}]+', 'gu')(text).source.includes('\\p')).toBe(isAll);
});

test('the words of a text are found with both patterns', () => {
  const pattern = letterPattern('[\\p{L}\\p{N}]+', 'gu');
  for (const text of ['Séance 2², µ', 'Séance 2², µ Δ'])
    expect(text.match(pattern(text))?.slice(0, 3)).toEqual(['Séance', '2²', 'µ']);
});
