import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type RealRepository, realRepository } from '../support/repository.js';
import { ROOT } from '../support/run.js';

const agenda = (time: string, head = '') =>
  `id: a\ntitle: A\ntimezone: Europe/Paris\n${head}rooms: {r: Room R}\ndays:\n  - date: 2018-03-26\n    sessions:\n      - {id: one, time: ${time}, title: One, room: r}\n      - {id: two, time: 11:00-12:00, title: Two, room: r}\n`;

const FORGOTTEN =
  '1 session changed, and neither revision nor updated was raised: write revision: 1 in ./agenda.yaml, so that calendars notice';

let repo: RealRepository;
beforeAll(() => {
  repo = realRepository();
  mkdirSync(join(repo.folder, 'agendas'));
  repo.commit(1, {
    'agenda.yaml': agenda('10:00-11:00'),
    'agendas/two.yaml': agenda('09:00-10:00'),
    'a,b\n`c`.yaml': agenda('09:00-10:00'),
  });
});
afterAll(() => repo.remove());

/** Runs the step of the action that checks, as a runner does. */
function step(files: string, inputs: Readonly<Record<string, string>> = {}, cwd = repo.folder, hasSummary = true) {
  const { runs } = parse(readFileSync(`${ROOT}action.yml`, 'utf8'));
  const { run } = runs.steps.find((one: { run?: string }) => one.run?.includes('bin/idm.js" validate'));
  const summary = join(cwd, '.git', 'summary.md');
  writeFileSync(summary, '');
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: ROOT,
      ...(hasSummary && { GITHUB_STEP_SUMMARY: summary }),
      FILES: files,
      ...inputs,
    },
  });
  return { code: status, out: stdout.replace(/^[^:].*\n/gm, ''), summary: readFileSync(summary, 'utf8') };
}

describe('the summary of a job', () => {
  test('has what changed against the base, the clashes that came, and the problems by rule', () => {
    repo.commit(2, { 'agenda.yaml': agenda('10:30-11:30') });
    const { code, summary } = step('agenda.yaml\nagendas/\n');
    expect(code).toBe(1);
    expect(summary.slice(summary.indexOf('# Agenda\n'))).toBe(`# Agenda

## Problems

| rule | severity | count |
|---|---|---|
| \`room-clash\` | error | 1 |

## agenda.yaml

### What changed: A

#### Monday 26 March 2018

- Moved: **10:30–11:30 One**
  - Time: 10:00–11:00 → **10:30–11:30**

### Clashes that came

- \`room-clash\` (error): "two" is in r at the same time as "one", 11:00-11:30 (line 8)
`);
    repo.commit(3, { 'agenda.yaml': agenda('10:00-11:00') });
    expect(step('').summary).toContain('### Clashes that went\n\n- `room-clash` (error): ');
  });

  test.each([
    ['a revision is forgotten', agenda('08:00-09:00'), 1],
    ['it is raised', agenda('07:00-08:00', 'revision: 1\n'), 0],
    ['it is a draft', agenda('06:00-07:00', 'revision: 1\nstatus: draft\n'), 0],
  ])('%s', (_, text, code) => {
    repo.commit(4, { 'agenda.yaml': text });
    const required = step('agenda.yaml', { REQUIRE_REVISION: 'true' }, repo.folder, false);
    expect(required.code).toBe(code);
    expect(required.out).toBe(code === 0 ? '' : `::error file=agenda.yaml,title=require-revision::${FORGOTTEN}\n`);
  });

  test('names are text there, and commands nowhere', () => {
    repo.commit(5, { 'a,b\n`c`.yaml': agenda('08:00-09:00'), 'agenda.yaml': agenda('06:00-07:00', 'revision: 2\n') });
    const { code, summary, out } = step('*.yaml', { REQUIRE_REVISION: 'true' });
    expect(code).toBe(1);
    expect(summary).toContain('## a,b &#96;c&#96;.yaml\n');
    expect(summary).toContain('## agenda.yaml\n');
    expect(out).toMatch(/^::error file=a%2Cb%0A`c`\.yaml,title=require-revision::1 session changed/m);
  });

  test('a checkout without its base says what to do, and the exit code is as before', () => {
    const shallow = realRepository({ of: repo, options: ['--depth', '1'] });
    const { code, out, summary } = step('', { REQUIRE_REVISION: 'true' }, shallow.folder);
    expect(code).toBe(0);
    expect(summary).toContain('give `actions/checkout` a `fetch-depth: 2`');
    expect(out).toBe(
      '::warning title=require-revision::not checked, since the checkout has no base: give actions/checkout a fetch-depth of 2\n',
    );
    shallow.remove();
  });

  test('a new agenda, and one that is gone', () => {
    rmSync(join(repo.folder, 'agendas/two.yaml'));
    repo.commit(6, { 'agendas/three.yaml': 'id: new\ntitle: An agenda of its own\ntimezone: UTC\ndays: []\n' });
    const { summary } = step('agendas/');
    expect(summary).toBe(
      '# Agenda\n\n## agendas/three.yaml\n\nNot compared: ./agendas/three.yaml is not in "HEAD^1": name it as it was called there, as in HEAD^1:path\n',
    );
  });
});
