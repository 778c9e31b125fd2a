import { expect, test } from 'vitest';
import { idm } from '../support/run.js';

const SMALL = `id: a
title: A
timezone: UTC
days: [{date: 2030-01-01, sessions: [{id: s, time: 10:00-11:00, title: S}]}]
`;
/** An agenda so long that it may take a while. */
const LONG = SMALL + `# ${'a remark '.repeat(10)}\n`.repeat(50_000);
const GONE = '\r\u001B[K';

test.each<[string, string[], string, boolean, string]>([
  ['a long source: what goes on, and nothing is left of it', ['list', '-f', '-'], LONG, true, `reading …${GONE}`],
  ['checks', ['validate', '-'], LONG, true, `reading …${GONE}checking …${GONE}`],
  ['exports', ['export', '--csv', '-f', '-'], LONG, true, `reading …${GONE}writing …${GONE}`],
  ['a short source: nothing', ['list', '-f', '-'], SMALL, true, ''],
  ['no terminal: nothing', ['list', '-f', '-'], LONG, false, ''],
])('on standard error, %s', async (_, args, stdin, terminal, err) => {
  expect(await idm(args, { stdin, terminal })).toMatchObject({ code: 0, err });
});
