import { expect, test } from 'vitest';
import { decode } from '../../../src/formats/source/decode.js';
import { IssueList } from '../../../src/formats/source/issues.js';

// The offset is one of the text without its mark: one more and an editor marks the character after the bad one.
test.each([
  ['without a byte order mark', [], 'id: ', [4, 5]],
  ['behind a byte order mark', [0xef, 0xbb, 0xbf], 'id: ', [4, 5]],
  ['behind a character of several bytes', [], 'é: ', [3, 4]],
  ['behind a replacement character that is meant', [], '\uFFFD: ', [3, 4]],
  ['behind both, after a mark', [0xef, 0xbb, 0xbf], 'é\uFFFD: ', [4, 5]],
])('a byte that is not UTF-8 has its place %s', (_, mark, before, span) => {
  const issues = new IssueList();
  const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(before), Buffer.from([0xff])]);
  expect(decode(bytes, issues).isText).toBe(false);
  expect(issues.list).toMatchObject([{ message: 'a byte that is not UTF-8', at: { span } }]);
});
