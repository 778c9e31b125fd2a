import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { textValue, uriValue } from '../../../src/formats/ics/content-lines.js';
import { placeholders } from '../../../src/formats/ics/ics-library.js';
import { foldLine } from '../../../src/text/content-line.js';

const octets = (text: string) => Buffer.byteLength(text);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('foldLine', () => {
  test.each([
    ['leaves a line of 75 octets alone', 'a'.repeat(75), ['a'.repeat(75)]],
    [
      'folds the 76th octet, a continuation holding 74 after its space',
      'a'.repeat(150),
      ['a'.repeat(75), ` ${'a'.repeat(74)}`, ' a'],
    ],
    ['counts octets, not characters', 'é'.repeat(38), ['é'.repeat(37), ' é']],
    ['does not split a character of three octets', `${'a'.repeat(74)}会`, ['a'.repeat(74), ' 会']],
    ['does not split a character of four octets', `${'a'.repeat(72)}👩`, ['a'.repeat(72), ' 👩']],
  ])('%s', (_, line, folded) => {
    expect(foldLine(line).split('\r\n')).toEqual(folded);
  });

  test('gives lines of at most 75 octets that unfold to the same', () => {
    fc.assert(
      fc.property(anyText, text => {
        const line = text.replace(/[\r\n]/g, '');
        const folded = foldLine(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        for (const piece of folded.split('\r\n')) expect(octets(piece)).toBeLessThanOrEqual(75);
      }),
    );
  });
});

describe('textValue', () => {
  test.each([
    ['escapes backslash, semicolon and comma, but not colon and quote', 'a\\b;c,d:"e"', 'a\\\\b\\;c\\,d:"e"'],
    ['writes every kind of line break as \\n', 'a\nb\r\nc\rd\u0085e\u2028f\u2029g', 'a\\nb\\nc\\nd\\ne\\nf\\ng'],
    ['keeps a backslash before an n apart from a line break', 'a\\nb', 'a\\\\nb'],
    ['leaves controls out, the tab apart', 'a\u0000\u0007\u001b\u007f\u009b\tb', 'a\tb'],
  ])('%s', (_, text, value) => {
    expect(textValue(text)).toBe(value);
  });

  test('is read back by ical.js as the text with its line breaks made one', () => {
    fc.assert(
      fc.property(anyText, text => {
        const calendar = `BEGIN:VCALENDAR\r\n${foldLine(`SUMMARY:${textValue(text)}`)}\r\nEND:VCALENDAR\r\n`;
        const back = new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('summary');
        const expected = [...text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')].filter(c => /[\t\n]|\P{Cc}/u.test(c));
        expect(back).toBe(expected.join(''));
      }),
    );
  });
});

describe('uriValue', () => {
  test('escapes nothing and leaves no room for another line', () => {
    expect(uriValue('mailto:a@b.org?subject=a,b;c\r\nEND:VEVENT\u0007')).toBe('mailto:a@b.org?subject=a,b;cEND:VEVENT');
  });
});

describe('asides', () => {
  test('puts each value where its mark is, with its parameters, its lines after it, all folded', () => {
    const { mark, restore } = placeholders();
    const [uid, title] = [
      mark('s@a', { after: ['RELATED-TO:p@a'] }),
      mark('x'.repeat(70), { parameters: ';LANGUAGE=fr' }),
    ];
    expect(restore(`BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`)).toBe(
      `BEGIN:VEVENT\r\nUID:s@a\r\nRELATED-TO:p@a\r\nSUMMARY;LANGUAGE=fr:${'x'.repeat(55)}\r\n ${'x'.repeat(15)}\r\nEND:VEVENT\r\n`,
    );
  });

  test('takes no value for a mark or a pattern', () => {
    const { mark, restore } = placeholders();
    const first = mark('aside://1 $& $1');
    expect(restore(`A:${first}\r\nB:${mark('b')}\r\n`)).toBe('A:aside://1 $& $1\r\nB:b\r\n');
  });
});
