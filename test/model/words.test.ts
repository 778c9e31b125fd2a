import { describe, expect, test } from 'vitest';
import { capital, LABEL_LANGUAGES, labelLanguage, wordsIn, wordsOf } from '../../src/model/words.js';

test('labels are in the six languages of the United Nations', () => {
  expect([...LABEL_LANGUAGES].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
});

describe.each(LABEL_LANGUAGES)('the labels in %s', language => {
  const { colon, ...labels } = wordsIn(language);
  const script = { ar: /[\p{Script=Arabic}\p{M}]/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
  const letters = Object.entries(script).find(([tag]) => tag === language)?.[1] ?? /\p{Script=Latin}/u;

  test.each(Object.entries(labels))('%s: %s', (_, label) => {
    expect(label).toBe(label.trim());
    expect(label.replace(/[\s'’-]/g, '')).toMatch(new RegExp(`^(?:${letters.source})+$`, 'u'));
  });

  test('are followed by a colon', () => {
    expect(colon).toMatch(/^(?:\u00a0?: |：)$/);
  });
});

test.each([
  [undefined, 'ru', 'ru'],
  ['ar', 'ru', 'ar'],
  ['pt', 'ru', 'en'],
  ['es-MX', 'fr', 'es'],
  [undefined, undefined, 'en'],
])('asked for in %s, of an agenda in %s, they are in %s', (lang, own, expected) => {
  const shown = { ...(lang && { lang }), agenda: own === undefined ? {} : { language: own } };
  expect(labelLanguage(shown)).toBe(expected);
  expect(wordsOf(shown)).toBe(wordsIn(labelLanguage(shown)));
});

test.each([
  ['fr', 'annulé', 'Annulé'],
  ['tr', 'iptal', 'İptal'],
  ['zh', '已取消', '已取消'],
])('in %s, %s begins a sentence as %s', (lang, text, expected) => {
  expect(capital(text, { lang, agenda: {} })).toBe(expected);
});
