import { expect, test } from 'vitest';
import { type ReadIssue, withoutEchoes } from '../../../src/formats/source/issues.js';

const useless: ReadIssue = { rule: 'wrong-type', at: { path: ['days', 0, 'sessions', 1] }, message: 'a text' };
const source = { extent: () => [10, 12] as const };

test.each<[what: string, quoting: Pick<ReadIssue, 'at' | 'suggestion'>, kept: number]>([
  ['in a value that is of no use', { at: { span: [10, 11] } }, 0],
  [
    'behind it, where the suggestion begins with it',
    { at: { span: [13, 14] }, suggestion: { at: { span: [10, 20] }, text: '' } },
    0,
  ],
  ['behind it', { at: { span: [12, 13] } }, 1],
  ['before it', { at: { span: [8, 9] } }, 1],
])('an issue about quotes %s', (_, quoting, kept) => {
  const issue: ReadIssue = { rule: 'quote-this', message: 'older readers', ...quoting };
  expect(withoutEchoes([issue], [useless], source)).toHaveLength(kept);
});
