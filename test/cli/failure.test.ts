import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';

/** A file that no reader is ready for. */
const BROKEN = { broken: 'broken.yaml' };

describe('an internal error in one file', () => {
  const FAILED = 'idm: broken.yaml: internal error: a bug (--debug shows where)\n';

  test('does not take the reports of others with it', async () => {
    const { code, out, err } = await idm(
      ['validate', 'examples/draft.yaml', 'broken.yaml', 'data/idm-2018.yaml'],
      BROKEN,
    );
    expect([code, err]).toEqual([2, FAILED]);
    expect(out).toContain('examples/draft.yaml:');
    expect(out).toMatch(/\n2 files: \d+ errors/);
  });

  test.each([['list'], ['export', '--ics'], ['conflicts']])('names the file in idm %s', async (...args) => {
    expect(await idm([...args, '-f', 'broken.yaml'], BROKEN)).toEqual({ code: 2, out: '', err: FAILED });
  });

  test.each([
    ['validate', ['validate', 'broken.yaml']],
    ['list', ['list', '-f', 'broken.yaml']],
  ])('shows where it comes from with --debug, in idm %s', async (_, args) => {
    const { err } = await idm([...args, '--debug'], BROKEN);
    expect(err).toContain(FAILED);
    expect(err).toMatch(/Error: a bug\n +at /);
  });
});
