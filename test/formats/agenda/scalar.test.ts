import { expect, test } from 'vitest';
import { textLines } from '../../../src/formats/agenda/scalar.js';

// A part of a part of a part stands so deep that no columns are left: its texts have forty nevertheless, not a word a line.
test.each([
  [0, 108],
  [40, 68],
  [68, 40],
  [69, 40],
  [105, 40],
  [200, 40],
])('a long text %i columns deep has lines of %i', (depth, width) => {
  const [, ...lines] = textLines('title:', 'a '.repeat(300).trimEnd(), ' '.repeat(depth));
  expect(Math.max(...lines.map(line => line.trim().length + 1))).toBeLessThanOrEqual(width + 1);
  expect(Math.max(...lines.map(line => line.trim().length))).toBeGreaterThanOrEqual(width - 1);
});
