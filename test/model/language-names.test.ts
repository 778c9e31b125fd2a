import { expect, test } from 'vitest';
import { languageFault } from '../../src/model/language-names.js';
import { languageTag } from '../../src/model/localized.js';

test.each([
  ['sp', 'is no language', 'es'],
  ['jp-JP', 'is no language', 'ja-JP'],
  ['qq', 'is no language', undefined],
  ['eng', 'has a shorter code', 'en'],
  ['fra-CA', 'has a shorter code', 'fr-CA'],
])('%s %s', (tag, problem, likely) => {
  expect(languageFault(tag)).toEqual({ problem, ...(likely && { likely }) });
});

test.each(['en', 'pt-BR', 'und', 'mis', 'qaa', 'yue', 'iw', 'x-klingon', 'en-x-plain'])('%s is a language', tag => {
  expect(languageTag(tag)).toBe(tag);
  expect(languageFault(tag)).toBeUndefined();
});

test('a tag of private use is written in lower case', () => {
  expect(languageTag('X-Klingon')).toBe('x-klingon');
});
