import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/reports/excerpt.js';

/** A line, a place in it (a text, or offsets), and the two lines that are shown. */
const PLACES: readonly (readonly [
  what: string,
  line: string,
  place: string | readonly [number, number],
  shown: string,
])[] = [
  ['plain text', 'room: hall', 'hall', 'room: hall\n      ^^^^'],
  ['the first character', 'room: hall', 'r', 'room: hall\n^'],
  ['no width', 'room: hall', [6, 6], 'room: hall\n      ^'],
  ['the end of a line', 'room:', [5, 5], 'room:\n     ^'],
  ['past the end of a line', 'room:', [9, 12], 'room:\n     ^'],
  ['an empty line', '', [0, 0], '\n^'],
  ['to the next line', 'room: hall', [6, 99], 'room: hall\n      ^^^^'],
  ['a tab before', '\troom', 'room', '    room\n    ^^^^'],
  ['a tab itself', 'a\tb', '\t', 'a    b\n ^^^^'],
  ['Chinese before', '會議: hall', 'hall', '會議: hall\n      ^^^^'],
  ['Chinese itself', 'a: 會議', '會議', 'a: 會議\n   ^^^^'],
  ['emoji before', '😀: hall', 'hall', '😀: hall\n    ^^^^'],
  ['an emoji of several before', '👩‍💻: hall', 'hall', '👩‍💻: hall\n    ^^^^'],
  ['an accent of its own before', 'Sa\u0303o: hall', 'hall', 'Sa\u0303o: hall\n     ^^^^'],
  ['Thai marks before', 'ที่: hall', 'hall', 'ที่: hall\n   ^^^^'],
  ['half of an emoji', 'a😀b', [2, 3], 'a😀b\n ^^'],
  ['a control character before', 'a\u001Bb: hall', 'hall', 'a\\u{1b}b: hall\n          ^^^^'],
  ['a bidi character itself', 'a\u202Eb', '\u202E', 'a\\u{202e}b\n ^^^^^^^^'],
];

test.each(PLACES)('%s', (_, line, place, shown) => {
  const from = typeof place === 'string' ? line.indexOf(place) : place[0];
  const to = typeof place === 'string' ? from + place.length : place[1];
  const found = excerpt(line, from, to, 40);
  expect(`${found.line}\n${found.blank}${found.mark}`).toBe(shown);
});

describe('a line that is too long', () => {
  const line = `${'a'.repeat(100)}HERE${'z'.repeat(100_000)}`;
  const shown = (from: number, to: number, text = line) => {
    const found = excerpt(text, from, to, 30);
    return `${found.line}\n${found.blank}${found.mark}`;
  };

  test('is cut on both sides of the place', () => {
    expect(shown(100, 104)).toBe('…aaaaaaaaaaHEREzzzzzzzzzzzzzz…\n           ^^^^');
  });

  test('is cut after a place near its beginning', () => {
    expect(shown(2, 4)).toBe('aaaaaaaaaaaaaaaaaaaaaaaaaaaa…\n  ^^');
  });

  test('is cut before a place at its end', () => {
    expect(shown(line.length, line.length)).toBe('…zzzzzzzzzz\n           ^');
  });

  test('is marked as far as it is shown', () => {
    expect(shown(100, line.length)).toBe('…aaaaaaaaaaHEREzzzzzzzzzzzzzz…\n           ^^^^^^^^^^^^^^^^^^');
  });

  test('is cut between characters, and wide ones count as two', () => {
    expect(shown(101, 103, `.${'😀'.repeat(100)}`)).toBe('…😀😀😀😀😀😀😀😀😀😀😀😀😀😀…\n           ^^');
  });

  test('is whole when it just fits', () => {
    expect(shown(29, 30, 'a'.repeat(30))).toBe(`${'a'.repeat(30)}\n${' '.repeat(29)}^`);
  });
});
