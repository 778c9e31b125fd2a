import { describe, expect, test } from 'vitest';
import { READER_NAMES } from '../../src/formats/registry.js';
import { idm } from '../support/run.js';

describe('a problem of an empty text is at its start, and no character long', () => {
  test.each(READER_NAMES)('read as %s', async from => {
    const { code, out } = await idm(['validate', '-', '--json', '--from', from], { stdin: '' });
    const problems: object[] = JSON.parse(out);
    expect([code, problems.length > 0]).toEqual([1, true]);
    for (const problem of problems) expect(problem).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
  });

  test.each(['[', '<schedule>', '{', 'a: [', 'a\n'])('nor does one of %j lie outside', async stdin => {
    const lines = stdin.split('\n');
    for (const { endLine, endColumn } of JSON.parse((await idm(['validate', '-', '--json'], { stdin })).out)) {
      expect(endLine).toBeLessThanOrEqual(lines.length);
      expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1);
    }
  });
});
