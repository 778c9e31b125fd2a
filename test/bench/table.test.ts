import { expect, test } from 'vitest';
import { line, markdown, withTable } from '../../bench/table.js';
import { documentText, generated } from '../support/readme.js';

const MET = { name: '`idm list`', value: 2.5, target: 2.5 };
const MISSED = { name: 'size', value: 5.126, target: 5, unit: 'MB' };
const FAILED = { name: '`idm validate`', failure: 'ended with SIGABRT', target: 12 };

test.each([
  [MET, '    2.50  `idm list`  at most 2.5  met'],
  [MISSED, ' 5.13 MB  size  at most 5  not met'],
  [FAILED, 'ended with SIGABRT  `idm validate`  at most 12  not met'],
  [{ name: 'overlaps', value: 1 }, '    1.00  overlaps'],
])('a row as a line', (row, expected) => {
  expect(line(row)).toBe(expected);
});

test('rows as a table of Markdown', () => {
  expect(markdown([MET, MISSED, FAILED], true).split('\n')).toEqual([
    '|  | ratio | at most |  |',
    '|---|---|---|---|',
    '| `idm list` | 2.50 | 2.5 | met |',
    '| size | 5.13 MB | 5 MB | not met |',
    '| `idm validate` | ended with SIGABRT | 12 | not met |',
  ]);
});

test('the document keeps what stands around the table', () => {
  const document = 'Before\n\n<!-- measured -->\n\nold\n\n<!-- end -->\n\nAfter\n';
  expect(withTable(document, 'a $& table')).toBe(document.replace('old', () => 'a $& table'));
  expect(() => withTable('Before\n', 'table')).toThrow('no place');
});

test('docs/performance.md has a place for the table, and the table in it', () => {
  expect(generated(documentText('docs/performance.md'), 'measured')).toMatch(/^\| .* \| ratio \| at most \|/m);
});
