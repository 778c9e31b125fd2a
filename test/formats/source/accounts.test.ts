import { describe, expect, test } from 'vitest';
import { Accounts } from '../../../src/formats/source/accounts.js';
import { IssueList, type ReadIssue } from '../../../src/formats/source/issues.js';

function told(fill: (accounts: Accounts) => void): readonly ReadIssue[] {
  const [accounts, issues] = [new Accounts(), new IssueList()];
  fill(accounts);
  accounts.report(issues);
  return issues.list;
}

describe('what a reader tells of a source', () => {
  test('is one issue a kind, at its first place, with a count and the next places', () => {
    const list = told(accounts => {
      for (const at of [3, 9, 20, 40]) accounts.unread('element <entry>', [at, at + 1]);
      accounts.unread('property GEO', [5, 6], { unit: ['line', 'lines'], hint: 'take it out', severity: 'info' });
    });
    expect(list).toEqual([
      {
        rule: 'not-read',
        at: { span: [3, 4] },
        message: 'element <entry> (4) is not read',
        related: [
          { at: { span: [9, 10] }, message: 'another' },
          { at: { span: [20, 21] }, message: 'another' },
        ],
      },
      {
        rule: 'not-read',
        at: { span: [5, 6] },
        message: 'property GEO (1 line) is not read',
        hint: 'take it out',
        severity: 'info',
      },
    ]);
  });

  test('names fifty kinds, says how many more there are, and each error', () => {
    const list = told(accounts => {
      for (let i = 0; i < 70; i++) accounts.unread(`key ${i}`, [i, i + 1]);
      accounts.unread('a lost session', [99, 100], { severity: 'error' });
    });
    expect(list).toHaveLength(52);
    expect(list.at(-2)?.message).toBe('a lost session is not read');
    expect(list.at(-1)?.message).toBe('20 more things, of more than 50 kinds, are not read: only these kinds are told');
    expect(list.at(-1)?.at).toEqual({ span: [50, 51] });
  });
});
