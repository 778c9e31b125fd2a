import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';
import { elements } from './xml.js';

const HEAD = 'id: a\ntitle: A\ntimezone: Europe/Paris\n';
const GOOD = `${HEAD}days: []\n`;
const BAD = `${GOOD}room: hall\n`;
const WARNED = `${HEAD}days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, type: break, time: 12:00-13:00, title: Lunch}
      - {id: talk, time: 12:30-13:30, title: Talk}
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A new folder with these files in it. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'idm-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** What a run checked: the files of its test report. */
async function checked(args: readonly string[], cwd: string) {
  const { out, err, code } = await idm(['validate', '--format', 'junit', ...args], { cwd });
  const suites = out === '' ? [] : elements(out).filter(({ name }) => name === 'testsuite');
  return { files: suites.map(({ attributes }) => attributes.name), err, code };
}

describe('which files are checked', () => {
  const cwd = folder({
    'b.yaml': GOOD,
    'a.yaml': GOOD,
    'a [final].yaml': GOOD,
    'talks/2019/c.yml': GOOD,
    'talks/d.yaml': GOOD,
    'talks/e.txt': '',
    'talks/.hidden/f.yaml': GOOD,
    'talks/node_modules/x/g.yaml': GOOD,
    'empty/readme.md': '',
  });
  symlinkSync('..', join(cwd, 'talks/loop'));
  const TALKS = ['talks/2019/c.yml', 'talks/d.yaml'];

  test.each([
    ['files, sorted', ['b.yaml', 'a.yaml'], ['a.yaml', 'b.yaml']],
    [
      'a file once, however it is named',
      ['a.yaml', './a.yaml', 'talks/../a.yaml', '[a].yaml', join(cwd, 'a.yaml')],
      ['a.yaml'],
    ],
    ['a folder', ['talks'], TALKS],
    ['a folder with a slash, and a file in it', ['talks/', 'talks/d.yaml'], TALKS],
    ['here', ['.'], ['a [final].yaml', 'a.yaml', 'b.yaml', ...TALKS]],
    ['a glob of files', ['*.yaml'], ['a [final].yaml', 'a.yaml', 'b.yaml']],
    ['a glob of folders', ['talks/**/*.{yaml,yml}'], TALKS],
    ['a glob that names a dot folder', ['talks/.hidden/*'], ['talks/.hidden/f.yaml']],
    ['a name with brackets that exists', ['a [final].yaml'], ['a [final].yaml']],
    ['a folder in node_modules that is named', ['talks/node_modules'], ['talks/node_modules/x/g.yaml']],
    ['an absolute folder', [join(cwd, 'talks/2019')], [join(cwd, 'talks/2019/c.yml')]],
    ['the folder of -f', ['-f', 'talks'], TALKS],
    ['all but an excluded folder', ['.', '--exclude', 'talks'], ['a [final].yaml', 'a.yaml', 'b.yaml']],
    ['all but what an excluded glob matches', ['talks', '--exclude', '**/*.yml'], ['talks/d.yaml']],
    [
      'all but several',
      ['--exclude', 'talks/2019', '--exclude', 'a*.yaml', '.', '--exclude', './b.yaml'],
      ['talks/d.yaml'],
    ],
    ['what is not there cannot be excluded, and need not', ['a.yaml', '--exclude', 'no.yaml'], ['a.yaml']],
  ])('%s', async (_, args, files) => {
    expect(await checked(args, cwd)).toEqual({ files, err: '', code: 0 });
  });

  test.each([
    ['a glob without matches', ['*.json'], [], 'idm: *.json: no file matches\n'],
    ['a folder without agendas', ['empty'], [], 'idm: empty: no .yaml or .yml file below this folder\n'],
    ['a missing file', ['no.yaml', 'a.yaml'], ['a.yaml'], 'idm: no.yaml: no such file\n'],
    ['what is all excluded', ['talks', '--exclude', 'talks'], [], 'idm: nothing to check: --exclude leaves no file\n'],
    ['a name that is empty', [''], [], 'idm: .: a folder, not a file\n'],
    ['a name that steers a terminal', ['*\u001B[2J'], [], 'idm: *\\u{1b}[2J: no file matches\n'],
  ])('%s is exit 2 and one line', async (_, args, files, err) => {
    expect(await checked(args, cwd)).toEqual({ files, err, code: 2 });
  });

  test('nothing is reported where nothing was read', async () => {
    expect(await idm(['validate', 'no.yaml'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'idm: no.yaml: no such file\n',
    });
  });
});

describe('where a problem is, from 1, in UTF-16 code units, the end exclusive', () => {
  test.each([
    ['plain', BAD, [5, 7, 5, 11]],
    ['with a byte order mark', `\uFEFF${BAD}`, [5, 7, 5, 11]],
    ['on the first line after a byte order mark', `\uFEFFroom: hall\n${GOOD}`, [1, 7, 1, 11]],
    ['with CRLF', BAD.replace(/\n/g, '\r\n'), [5, 7, 5, 11]],
    ['without a final newline', BAD.trimEnd(), [5, 7, 5, 11]],
    ['after a tab', `${GOOD}room:\thall\n`, [5, 7, 5, 11]],
    ['after an emoji', `{title: 😀, id: a, timezone: Europe/Paris, room: hall}`, [1, 50, 1, 54]],
    ['after Chinese', `{title: 會議, id: a, timezone: Europe/Paris, room: hall}`, [1, 50, 1, 54]],
    ['an emoji', `${GOOD}room: 😀\n`, [5, 7, 5, 9]],
  ])('%s', async (_, stdin, [line, column, endLine, endColumn]) => {
    const { out } = await idm(['validate', '-', '--json'], { stdin });
    const place = { file: '<stdin>', line, column, endLine, endColumn };
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining(place));
  });

  test('an empty file', async () => {
    const { out, code } = await idm(['validate', '-'], { stdin: '' });
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>:1:1: error [^\n]+ \[[a-z-]+\]\n1 \|\n {2}\| \^\n/);
  });
});

describe('how strict it is', () => {
  test.each([
    ['warnings are no failure', WARNED, [], 0, '<stdin>: 1 warning', ''],
    ['as many as allowed', WARNED, ['--max-warnings', '1'], 0, '<stdin>: 1 warning', ''],
    ['more than allowed', WARNED, ['--max-warnings', '0'], 1, '<stdin>: 1 warning', '1 warning, 0 allowed\n'],
    ['--quiet hides them', WARNED, ['--quiet'], 0, '<stdin>: no problems', ''],
    [
      '--quiet still counts them',
      WARNED,
      ['--quiet', '--max-warnings', '0'],
      1,
      '<stdin>: no problems',
      '1 warning, 0 allowed\n',
    ],
    ['--quiet shows errors', BAD, ['--quiet', '--max-warnings', '0'], 1, '<stdin>: 1 error', ''],
    ['nothing found', GOOD, ['--max-warnings', '0'], 0, '<stdin>: no problems', ''],
    [
      'a number that is none',
      GOOD,
      ['--max-warnings', '-1'],
      2,
      '',
      'idm: --max-warnings takes a whole number, not "-1"\n',
    ],
  ])('%s', async (_, stdin, args, code, summary, err) => {
    const result = await idm(['validate', '-', ...args], { stdin });
    expect({ ...result, out: result.out.trimEnd().split('\n').at(-1) }).toEqual({ code, out: summary, err });
  });
});

describe('paths for services', () => {
  const root = folder({ 'talks/agenda 1.yaml': BAD });

  test.each([
    ['here', join(root, 'talks'), {}, 'file=agenda 1.yaml,'],
    ['from the root of the repository', join(root, 'talks'), { GITHUB_WORKSPACE: root }, 'file=talks/agenda 1.yaml,'],
    ['outside of it', join(root, 'talks'), { GITHUB_WORKSPACE: '/srv' }, `file=${root}/talks/agenda 1.yaml,`],
  ])('%s', async (_, cwd, env, file) => {
    const { out } = await idm(['validate', 'agenda 1.yaml', '--format', 'github'], { cwd, env });
    expect(out).toContain(`::error ${file}`);
  });

  test('standard input has none', async () => {
    const { out } = await idm(['validate', '-', '--format', 'github'], { stdin: BAD, env: { GITHUB_WORKSPACE: root } });
    expect(out).toContain('::error file=<stdin>,line=5,');
  });
});

test('an unknown format names the one that was meant', async () => {
  const { code, err } = await idm(['validate', '--format', 'serif']);
  expect({ code, err }).toEqual({ code: 2, err: 'idm: there is no format "serif"; did you mean sarif?\n' });
});
