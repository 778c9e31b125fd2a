import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RealRepository, realRepository } from '../support/repository.js';
import { idm, spawnIdm } from '../support/run.js';

const agenda = (start: string, title = 'One', more = '') =>
  `id: a\ntitle: A\ntimezone: Europe/Paris\ndays:\n  - date: 2018-03-26\n    sessions:\n      - {id: one, time: ${start}-20:00, title: ${title}${more}}\n      - {id: two, time: 08:00-09:00, title: Two}\n`;

/** With the git of this machine, whatever its user has set. */
const ENV = { IDM_AGENDA: '', GIT_CONFIG_GLOBAL: '/dev/null' };
const run = (cwd: string, ...args: readonly string[]) => idm(args, { cwd, env: ENV });
const starts = (out: string) =>
  out
    .split('\n')
    .flatMap(line =>
      line.includes('\tstart\t') ? [line.replace(/\d{4}-\d\d-\d\dT(\d\d:\d\d):00\+\d\d:00/g, '$1')] : [],
    );

let repo: RealRepository;
beforeAll(() => {
  repo = realRepository();
  mkdirSync(join(repo.folder, 'sub'));
  repo.commit(1, { 'old name.yaml': agenda('10:00') });
  repo.commit(2, { 'old name.yaml': agenda('11:00') });
  repo.git('mv', 'old name.yaml', 'sub/agenda.yaml');
  repo.commit(3);
  repo.commit(4, { 'sub/agenda.yaml': '<html>' });
  repo.commit(5, { 'sub/agenda.yaml': `# a remark\n${agenda('11:00')}` });
  repo.git('switch', '--quiet', '--create', 'side');
  repo.commit(6, { 'sub/agenda.yaml': agenda('12:00') });
  repo.commit(7, { 'sub/agenda.yaml': agenda('13:00') });
  repo.git('switch', '--quiet', 'main');
  repo.commit(8, { 'other.txt': 'x' });
  repo.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  repo.git('tag', 'v1', 'HEAD~6');
  repo.commit(10, {
    'sub/agenda.yaml': agenda('14:00'),
    'table.csv': 'id,date,time,title\none,2018-03-26,09:00-20:00,One\n',
  });
});
afterAll(() => repo.remove());

describe('idm diff in a repository', () => {
  test.each<[args: string[], starts: string[]]>([
    [[], []],
    [['HEAD~1'], ['moved\tone\tstart\t\t13:00\t14:00']],
    [['HEAD~3'], ['moved\tone\tstart\t\t11:00\t14:00']],
    // The file had another name there.
    [['v1'], ['moved\tone\tstart\t\t10:00\t14:00']],
    [['v1', 'main~2'], ['moved\tone\tstart\t\t10:00\t11:00']],
    [['side~1', 'side'], ['moved\tone\tstart\t\t12:00\t13:00']],
    [['v1:old name.yaml'], ['moved\tone\tstart\t\t10:00\t14:00']],
    [['side:./agenda.yaml'], ['moved\tone\tstart\t\t13:00\t14:00']],
    [['HEAD@{0}:sub/agenda.yaml'], []],
    [[':sub/agenda.yaml'], []],
    [
      ['HEAD:table.csv', '--assume-tz', 'Europe/Paris'],
      ['new\ttwo\tstart\t\t\t08:00', 'moved\tone\tstart\t\t09:00\t14:00'],
    ],
  ])('%j', async (args, expected) => {
    const { code, out, err } = await run(join(repo.folder, 'sub'), 'diff', ...args);
    expect([code, err.replace('nothing changed\n', '')]).toEqual([0, '']);
    expect(starts(out)).toEqual(expected);
  });

  test('from another folder, and through a link', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'idm elsewhere '));
    symlinkSync(join(repo.folder, 'sub/agenda.yaml'), join(elsewhere, 'agenda.yaml'));
    const expected = ['moved\tone\tstart\t\t13:00\t14:00'];
    expect(starts((await run(elsewhere, 'diff', 'HEAD~1')).out)).toEqual(expected);
    expect(starts((await run(tmpdir(), 'diff', 'HEAD~1', '-f', join(repo.folder, 'sub/agenda.yaml'))).out)).toEqual(
      expected,
    );
    rmSync(elsewhere, { recursive: true });
  });

  test.each<[args: string[], err: string]>([
    [['nowhere'], 'no file "nowhere", and git knows no revision "nowhere"'],
    [['HEAD:sub'], 'no file "HEAD:sub", and git knows no file "HEAD:sub"'],
    [['HEAD:../outside.yaml'], 'no file "HEAD:../outside.yaml", and git knows no file "HEAD:../outside.yaml"'],
    [['HEAD:/etc/passwd'], 'no file "HEAD:/etc/passwd", and git knows no file "HEAD:/etc/passwd"'],
    [['HEAD\n--output=pwned'], 'no file "HEAD\\n--output=pwned", and git knows no revision "HEAD\\n--output=pwned"'],
    [['--', '--output=pwned'], 'no file "--output=pwned", and no revision of git begins with -'],
    [['--', '-:x'], 'no file "-:x", and no revision of git begins with -'],
    [['..main'], 'no file "..main", and git knows no revision "..main"'],
    [['$(touch pwned)'], 'no file "$(touch pwned)", and git knows no revision "$(touch pwned)"'],
    [['HEAD~99'], 'no file "HEAD~99", and git knows no revision "HEAD~99"'],
  ])('%j fails', async (args, err) => {
    const folder = join(repo.folder, 'sub');
    expect(await run(folder, 'diff', ...args)).toEqual({ code: 2, out: '', err: `idm: ${err}\n` });
    expect(readdirSync(folder)).toEqual(['agenda.yaml']);
  });

  test('a folder that is in no repository, and a machine without git', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'idm none '));
    writeFileSync(join(folder, 'agenda.yaml'), agenda('10:00'));
    expect(await run(folder, 'diff')).toMatchObject({
      code: 2,
      err: 'idm: nothing to compare with: agenda.yaml is in no repository of git\n',
    });
    const { code, err } = spawnIdm(['diff'], { cwd: folder, env: { PATH: folder } });
    expect([code, err]).toEqual([2, expect.stringMatching(/^idm: git could not be run: it is not installed[^\n]*\n$/)]);
    rmSync(folder, { recursive: true });
  });

  test('within a hook of another repository, it is that of the agenda', () => {
    const { code, out } = spawnIdm(['diff', 'HEAD~1'], {
      cwd: join(repo.folder, 'sub'),
      env: { GIT_DIR: '/nowhere/.git', GIT_WORK_TREE: '/nowhere', GIT_INDEX_FILE: '/nowhere/index' },
    });
    expect([code, starts(out)]).toEqual([0, ['moved\tone\tstart\t\t13:00\t14:00']]);
  });
});

test('idm log follows renames and the first parents, and names what cannot be read', async () => {
  const { code, out, err } = await run(join(repo.folder, 'sub'), 'log');
  expect(code).toBe(0);
  expect(
    out
      .split('\n')
      .map(line => line.split('\t'))
      .map(([date = '', , ...counts]) => `${date.slice(0, 10)} ${counts.join(' ')}`.trim()),
  ).toEqual([
    '2018-03-10 0 0 0 0 1 0',
    expect.stringMatching(/^\d{4}-\d\d-\d\d 0 0 0 0 1 0$/),
    '2018-03-02 0 0 0 0 1 0',
    '2018-03-01 0 2 0 0 0 0',
    '',
  ]);
  expect(err).toMatch(/^skipped the version of 2018-03-04: agenda\.yaml in [0-9a-f]{12}:1:1: [^\n]+\n$/);
});

test('a shallow clone says what it lacks', async () => {
  const shallow = realRepository({ of: repo, options: ['--depth', '2'] });
  const folder = join(shallow.folder, 'sub');
  const { code, err } = await run(folder, 'diff', 'HEAD~5');
  expect([code, err]).toEqual([
    2,
    'idm: no file "HEAD~5", and git knows no revision "HEAD~5"; this clone is shallow, so fetch more of it: git fetch --unshallow\n',
  ]);
  expect((await run(folder, 'diff', 'HEAD~1')).code).toBe(0);
  expect((await run(folder, 'log')).err).toBe(
    'this clone is shallow, so older versions are missing: git fetch --unshallow\n',
  );
  shallow.remove();
});

test('the same bytes of a feed in another zone', () => {
  const feeds = ['UTC', 'Pacific/Auckland'].map(
    zone => spawnIdm(['log', '--atom'], { cwd: join(repo.folder, 'sub'), env: { ...ENV, TZ: zone } }).out,
  );
  expect(feeds[0]).toMatch(/<updated>2018-03-10T10:00:00\+01:00</);
  expect(feeds[1]).toBe(feeds[0]);
});

describe('what a repository is configured to run', () => {
  let hostile: RealRepository;
  beforeAll(() => {
    hostile = realRepository();
    const pwned = join(hostile.folder, 'pwned');
    hostile.commit(1, {
      'agenda.yaml': agenda('10:00'),
      '.gitattributes': '*.yaml filter=evil diff=evil textconv=evil\n',
    });
    hostile.commit(2, { 'agenda.yaml': agenda('11:00') });
    const run = `touch '${pwned}'; cat`;
    for (const [key, value] of Object.entries({
      'filter.evil.smudge': run,
      'filter.evil.clean': run,
      'filter.evil.process': run,
      'diff.evil.textconv': run,
      'diff.evil.command': run,
      'diff.external': run,
      'core.fsmonitor': run,
      'core.pager': run,
      'pager.log': run,
      'core.editor': run,
      'core.sshCommand': run,
      'gpg.program': run,
      'log.showSignature': 'true',
      'log.showRoot': 'false',
      'color.ui': 'always',
      'diff.renames': 'false',
      'alias.log': `!${run}`,
      'core.hooksPath': join(hostile.folder, 'hooks'),
    }))
      hostile.git('config', key, value);
    mkdirSync(join(hostile.folder, 'hooks'));
    for (const hook of ['post-index-change', 'post-checkout', 'reference-transaction', 'pre-auto-gc'])
      writeFileSync(join(hostile.folder, 'hooks', hook), `#!/bin/sh\n${run}\n`, { mode: 0o755 });
  });
  afterAll(() => hostile.remove());

  test.each([['diff'], ['diff', 'HEAD~1'], ['diff', 'HEAD~1:agenda.yaml'], ['log'], ['log', '--atom']])(
    'is not run by idm %s',
    async (...args) => {
      const { code } = await run(hostile.folder, ...args);
      expect(code).toBe(0);
      expect(existsSync(join(hostile.folder, 'pwned'))).toBe(false);
    },
  );

  test('and the history is whole whatever it is set to', async () => {
    expect((await run(hostile.folder, 'log')).out.split('\n')).toHaveLength(3);
  });
});

test('a file name with a line break, wildcards and what git takes for magic', async () => {
  const odd = realRepository();
  const name = ':(exclude)*\n-a.yaml';
  odd.commit(1, { [name]: agenda('10:00'), 'b.yaml': agenda('08:00') });
  odd.commit(2, { [name]: agenda('11:00'), 'b.yaml': agenda('09:00') });
  expect(starts((await run(odd.folder, 'diff', 'HEAD~1', '-f', name)).out)).toEqual([
    'moved\tone\tstart\t\t10:00\t11:00',
  ]);
  expect((await run(odd.folder, 'log', name)).out.split('\n')).toHaveLength(3);
  const next = ':(top)\nb.yaml';
  renameSync(join(odd.folder, name), join(odd.folder, next));
  odd.commit(3);
  expect(starts((await run(odd.folder, 'diff', 'HEAD~2', '-f', next)).out)).toEqual([
    'moved\tone\tstart\t\t10:00\t11:00',
  ]);
  expect((await run(odd.folder, 'log', next)).out.split('\n')).toHaveLength(3);
  odd.remove();
});

test('a repository without a commit, and an agenda that was never committed', async () => {
  const fresh = realRepository();
  writeFileSync(join(fresh.folder, 'agenda.yaml'), agenda('10:00'));
  expect(await run(fresh.folder, 'diff')).toMatchObject({
    code: 2,
    err: 'idm: nothing to compare with: git knows no revision "HEAD"\n',
  });
  expect(await run(fresh.folder, 'log')).toMatchObject({
    code: 2,
    err: 'idm: agenda.yaml has no version in git that could be read: commit it\n',
  });
  fresh.git('commit', '--quiet', '--allow-empty', '--message', 'nothing');
  expect(await run(fresh.folder, 'diff')).toMatchObject({
    code: 2,
    err: 'idm: agenda.yaml is not in "HEAD": name it as it was called there, as in HEAD:path\n',
  });
  expect(await run(fresh.folder, 'log')).toMatchObject({
    code: 2,
    err: 'idm: agenda.yaml has no version in git that could be read: commit it\n',
  });
  fresh.remove();
});
