import { expect, test } from 'vitest';
import { slug } from '../../src/text/fold.js';

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
