import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { escapeControlsOnLine } from '../../src/text/escape.js';
import { measure, pad, widestPart, wrap } from '../../src/text/wrap.js';
import { expectLinear } from '../support/growth.js';

describe('a text is wrapped', () => {
  test.each([
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['to a line of its own width', 'one two', 7, ['one two']],
    ['with the spaces of a break dropped', 'one   two', 4, ['one', 'two']],
    ['with other spaces kept', 'a  b', 4, ['a  b']],
    ['not at a no-break space', 'à 9\u00A0h 30', 4, ['à', '9\u00A0h', '30']],
    ['not before the colon of a French title', 'Session 3 : Nouer', 10, ['Session', '3 : Nouer']],
    ['not inside French quotes', 'dit « oui » tard', 9, ['dit', '« oui »', 'tard']],
    ['in a word that is too long after a hyphen', 'setting-the-scene', 12, ['setting-the-', 'scene']],
    ['in a word that is too long, filling the line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['at graphemes when there are no spaces', '国際移住対話', 5, ['国際', '移住', '対話']],
    ['with a letter and its accent together', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['with a family together', '👨‍👩‍👧👨‍👩‍👧', 3, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['one character a line when none fits', '国際', 1, ['国', '際']],
    ['with a pile of marks on its letter', `a${'\u0591'.repeat(5)}b`, 1, [`a${'\u0591'.repeat(5)}`, 'b']],
    ['to one empty line when it is empty', '', 10, ['']],
    ['to one empty line when it is only spaces', '   ', 2, ['']],
  ])('%s', (_, text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  test('whatever it is, with every character kept and no line too wide', () => {
    const words = fc
      .array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 8 })
      .map(list => list.join(' '));
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (written, width) => {
        const text = escapeControlsOnLine(written);
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(2, width));
      }),
    );
  });

  test.each([
    ['one word', 'a', 100_000],
    ['words', 'word ', 20_000],
    ['spaces', ' ', 100_000],
    ['Chinese', '国', 100_000],
    ['accents', 'e\u0301', 50_000],
    ['marks', '\u0301', 100_000],
    ['hyphens', '-', 100_000],
    ['flags', '🇫🇷', 25_000],
  ])('in time that grows as the text does: %s', async (_, piece, count) => {
    const text = piece.repeat(count);
    expect(wrap(text, 30).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    await expectLinear(
      by => piece.repeat(count / by),
      input => wrap(input, 30),
    );
  });
});

test('widths are those of string-width, for every character up to the emoji, but marks and isolates take no column', () => {
  for (let code = 0x20; code < 0x1ffff; code++) {
    const character = String.fromCodePoint(code);
    const none = /[\p{Mn}\p{Me}\u200C\u2066-\u2069]/u.test(character) && !/[\uFE0E\uFE0F]/.test(character);
    if (measure(character) !== (none ? 0 : stringWidth(character))) expect.fail(`U+${code.toString(16)}`);
  }
});

test.each([
  ['abc', 5, 'abc  '],
  ['国', 4, '国  '],
  ['e\u0301', 2, 'e\u0301 '],
  ['\u001b[1mab\u001b[22m', 3, '\u001b[1mab\u001b[22m '],
  ['abcdef', 3, 'abcdef'],
])('%j fills %i columns', (text, width, padded) => expect(pad(text, width)).toBe(padded));

test.each([
  ['one three', 5],
  ['setting-the-scene', 8],
  ['国際移住', 8],
  ['', 0],
])('%j needs %i columns', (text, columns) => expect(widestPart(text)).toBe(columns));
