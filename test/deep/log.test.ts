import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RealRepository, realRepository } from '../support/repository.js';
import { ROOT } from '../support/run.js';

const SESSIONS = 100;
const VERSIONS = 1000;

/** An agenda of many sessions, of which one has another length in each version. */
function agenda(version: number): string {
  const sessions = Array.from({ length: SESSIONS }, (_, i) => {
    const end = i === version % SESSIONS ? 30 + (version % 29) : 30;
    const hour = String(i % 24).padStart(2, '0');
    return `      - {id: s${i}, time: "${hour}:00-${hour}:${end}", title: "Session number ${i}", room: r${Math.floor(i / 24)}}\n`;
  });
  const rooms = Array.from({ length: Math.ceil(SESSIONS / 24) }, (_, i) => `  r${i}: Room ${i}\n`);
  return `id: a\ntitle: A\ntimezone: UTC\nrooms:\n${rooms.join('')}days:\n  - date: 2018-03-26\n    sessions:\n${sessions.join('')}`;
}

let repo: RealRepository;
beforeAll(() => {
  repo = realRepository();
  // One import instead of a thousand commits.
  const stream = Array.from({ length: VERSIONS }, (_, i) => {
    const text = agenda(i);
    const when = `committer S <s@example.org> ${1_520_000_000 + i} +0000\n`;
    return `commit refs/heads/main\n${when}data 1\nx\nM 100644 inline agenda.yaml\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  }).join('');
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet'], {
    cwd: repo.folder,
    input: stream,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  repo.git('reset', '--quiet', '--hard', 'main');
});
afterAll(() => repo.remove());

test('a thousand versions are told in the memory of a few', () => {
  // All of them together have more than fits into it.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=40', `${ROOT}bin/idm.js`, 'log'],
    {
      cwd: repo.folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, IDM_AGENDA: '' },
    },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n').length).toBeGreaterThan(VERSIONS * 0.9);
});
