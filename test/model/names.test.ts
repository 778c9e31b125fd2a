import { describe, expect, test } from 'vitest';
import { languageTag, localizer } from '../../src/model/localized.js';
import { escapeControls, escapeControlsOnLine } from '../../src/text/escape.js';
import { fold, nameKey, slug, words } from '../../src/text/fold.js';
import { nearest } from '../../src/text/nearest.js';

describe('names fold', () => {
  test.each([
    ['LEITÃO', 'leitao'],
    ['Leita\u0303o', 'leitao'],
    ['Œuvre', 'oeuvre'],
    ['Straße', 'strasse'],
    ['Łukasz', 'lukasz'],
    ['O’Hara', "o'hara"],
    ['ﬁn', 'fin'],
    ['ＡＢＣ', 'abc'],
  ])('%s to %s', (name, folded) => expect(fold(name)).toBe(folded));

  test('a name with an apostrophe is found joined and by its parts', () => {
    expect(words('Grainne O’Hara')).toEqual(['grainne', 'ohara', 'o', 'hara']);
  });

  test.each([
    ['Maria Leitão Marques', 'marques, Maria LEITAO'],
    ['Jean-Pierre O’Brien', "O'Brien Jean Pierre"],
  ])('%s and %s are one name', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  test.each([
    ['Séance d’ouverture', 'seance-douverture'],
    ['  1. Œuvrer!', '1-oeuvrer'],
    ['_x-', 'x'],
    ['中文', ''],
  ])('%s as an id is %s', (text, id) => expect(slug(text)).toBe(id));
});

describe('the nearest name', () => {
  test.each([
    ['arbor', ['ryder', 'arbour'], 'arbour'],
    ['titel', ['type', 'title', 'time'], 'title'],
    ['rom', ['room', 'role'], 'room'],
    ['xyz', ['room', 'role'], undefined],
    ['brake', ['break', 'panel'], 'break'],
    ['Séance-1', ['seance-1'], 'seance-1'],
  ])('%s among %j is %s', (word, names, found) => expect(nearest(word, names)).toBe(found));
});

describe('a text in the language asked for', () => {
  const text = { fr: 'f', 'pt-PT': 'p', en: 'e' };
  test.each([
    ['en', 'fr', 'e'],
    ['en-GB', 'fr', 'e'],
    ['pt-BR', 'fr', 'p'],
    ['de', 'en', 'e'],
    ['de', undefined, 'f'],
    [undefined, 'en', 'e'],
  ])('%s, in an agenda in %s', (wanted, own, shown) => expect(localizer(wanted, own)(text)).toBe(shown));
});

test.each([
  ['fr', 'fr'],
  ['PT-br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['de-CH-1996', 'de-CH-1996'],
  ['english', undefined],
  ['fr_FR', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
])('%s as a language tag is %s', (tag, canonical) => expect(languageTag(tag)).toBe(canonical));

test('controls, escapes and bidi characters are shown, not obeyed', () => {
  expect(escapeControls('a\u001B[31mb\u202Ec\u0085')).toBe('a\\u{1b}[31mb\\u{202e}c\\u{85}');
  expect(escapeControlsOnLine('a\tb\r\nc\u2028d')).toBe('a b c d');
  expect(escapeControls('é\u0301 👩‍🚀 العربية')).toBe('é\u0301 👩‍🚀 العربية');
});
