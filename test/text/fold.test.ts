import { expect, test } from 'vitest';
import { fold, slug } from '../../src/text/fold.js';

test.each([
  ['José Luis', 'jose-luis'],
  ['-a_b-', 'a_b'],
  ['__--a--__', 'a-__'],
  ['O’Hara & Sons', 'ohara-sons'],
  ['?!', ''],
  ['a-b_c', 'a-b_c'],
  ['a--b', 'a-b'],
])('the id made of %j is %j', (text, id) => {
  expect(slug(text)).toBe(id);
});

test.each([
  ['أحمد إبراهيم آل', 'احمد ابراهيم ال'],
  ['ٱلمـــدينة', 'المدينه'],
  ['فؤاد عيسى', 'فواد عيسي'],
  ['کریم', 'كريم'],
  ['مُحَمَّد', 'محمد'],
  ['Соловьёв', 'соловьев'],
  ['Майя', 'маия'],
  ['ＡＢＣ１２', 'abc12'],
  ['ｶﾞ', 'ガ'.normalize('NFKD').replace(/\p{M}/gu, '')],
])('%s and %s fold alike, as Latin letters with accents do', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text.normalize('NFD'))).toBe(folded);
});
