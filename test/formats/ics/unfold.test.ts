import { expect, test } from 'vitest';
import { unfold } from '../../../src/formats/ics/unfold.js';

/** Bytes from a text in which `\xNN` is one byte each. */
const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['a line that goes on, CRLF', 'SUMMARY:One\r\n  two\r\nUID:1\r\n', ['SUMMARY:One two', 'UID:1']],
  ['a line that goes on with a tab, LF', 'SUMMARY:One\n\t two\nUID:1', ['SUMMARY:One two', 'UID:1']],
  ['nothing but CR', 'SUMMARY:One\r  two\rUID:1\r', ['SUMMARY:One two', 'UID:1']],
  ['a byte order mark', '\xef\xbb\xbfUID:1\n', ['UID:1']],
  ['empty lines, also before what goes on', 'UID:1\n\n  2\n \n\n', ['UID:1 2']],
  ['a first line that goes on from nothing', ' UID:1\n 2', [' UID:12']],
  ['CR in a line that ends with LF', 'SUMMARY:One\rtwo\r\n', ['SUMMARY:Onetwo']],
  ['a fold inside a character', 'SUMMARY:Caf\xc3\r\n \xa9 \xe4\xbc\n \x9a', ['SUMMARY:Café 会']],
  ['a byte order mark, and a fold inside a character', '\xef\xbb\xbfSUMMARY:\xc3\n \xa9', ['SUMMARY:é']],
])('%s', (_, text, lines) => {
  const unfolded = unfold(bytes(text));
  expect(unfolded.lines.map(line => line.text)).toEqual(lines);
  expect(unfolded.bad).toBeUndefined();
});

test.each([
  ['in UTF-8', 'Caf\xc3\xa9\r\n \xf0\x9f\x8e\xa4\nUID:1', 'Café\r\n 🎤\nUID:1'],
  ['with a fold inside a character', 'Caf\xc3\r\n \xa9\nUID:1', 'Caf\uFFFD\r\n \uFFFD\nUID:1'],
])('places are those in the text as it is shown, %s', (_, text, shown) => {
  const unfolded = unfold(bytes(text));
  expect(unfolded.text).toBe(shown);
  expect(unfolded.lines.map(({ span }) => shown.slice(...span))).toEqual(shown.split(/\n(?! )/));
});

test('the first line with a byte that is not UTF-8 is told', () => {
  const { lines, bad, text } = unfold(bytes('UID:1\nSUMMARY:Caf\xe9\nLOCATION:\xff\n'));
  expect(lines.map(line => line.text)).toEqual(['UID:1', 'SUMMARY:Caf\uFFFD', 'LOCATION:\uFFFD']);
  expect(text.slice(...(bad ?? []))).toBe('SUMMARY:Caf\uFFFD');
});
