import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { decodePath, encodePath } from '../../src/node/path-bytes.js';
import { idm, NOTICES, SHIPPED } from '../support/run.js';

const root = mkdtempSync(join(tmpdir(), 'idm-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(root, 'case-'));
  copyFileSync(SHIPPED, at('agenda.yaml'));
});
const at = (name: string) => join(cwd, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const run = (...args: string[]) => idm(args, { cwd });
const NEW = (await idm(['export', '--csv'])).out;

describe('-o never touches the agenda that it reads', () => {
  const REFUSED = 'idm: -o names the agenda itself, and an export keeps no comments: name another file\n';

  test.each<[string, string, string, () => void]>([
    ['by its name', 'agenda.yaml', 'agenda.yaml', () => {}],
    ['by another path', 'agenda.yaml', './/a/../agenda.yaml', () => mkdirSync(at('a'))],
    ['through a link', 'agenda.yaml', 'copy.yaml', () => symlinkSync('agenda.yaml', at('copy.yaml'))],
    ['that a link leads to', 'copy.yaml', 'agenda.yaml', () => symlinkSync('agenda.yaml', at('copy.yaml'))],
    [
      'through two links',
      'agenda.yaml',
      'two.yaml',
      () => {
        symlinkSync('agenda.yaml', at('one.yaml'));
        symlinkSync('one.yaml', at('two.yaml'));
      },
    ],
    ['through a linked folder', 'agenda.yaml', 'up/agenda.yaml', () => symlinkSync('.', at('up'))],
    ['by a hard link', 'agenda.yaml', 'hard.yaml', () => linkSync(at('agenda.yaml'), at('hard.yaml'))],
    [
      'behind .. of a linked folder',
      'a/agenda.yaml',
      'link/../agenda.yaml',
      () => {
        mkdirSync(at('a/b'), { recursive: true });
        symlinkSync('a/b', at('link'));
        copyFileSync(SHIPPED, at('a/agenda.yaml'));
      },
    ],
  ])('%s', async (_, file, target, prepare) => {
    prepare();
    expect(await run('export', '--yaml', '--day', '2', '-f', file, '-o', target)).toEqual({
      code: 2,
      out: '',
      err: REFUSED,
    });
    expect(read(file)).toBe(readFileSync(SHIPPED, 'utf8'));
  });

  test('but writes beside it', async () => {
    mkdirSync(at('a/b'), { recursive: true });
    symlinkSync('a/b', at('link'));
    expect(await run('export', '--csv', '-f', 'agenda.yaml', '-o', 'link/../agenda.yaml')).toEqual({
      code: 0,
      out: '',
      err: NOTICES,
    });
    expect([read('a/agenda.yaml'), read('agenda.yaml') === readFileSync(SHIPPED, 'utf8')]).toEqual([NEW, true]);
  });
});

test('validate takes .. behind a linked folder as the system does, and one file once', async () => {
  mkdirSync(at('a/b'), { recursive: true });
  symlinkSync('a/b', at('link'));
  writeFileSync(at('a/agenda.yaml'), 'id: a\n');
  const filesOf = async (...names: string[]) => {
    const { out } = await run('validate', ...names, '--format', 'json');
    return [...new Set(JSON.parse(out).map(({ file }: { file: string }) => file))];
  };
  expect(await filesOf('.//agenda.yaml', 'link/../agenda.yaml')).toEqual(['link/../agenda.yaml']);
  expect(await filesOf('a/./agenda.yaml', 'link/../agenda.yaml')).toEqual(['a/agenda.yaml']);
  expect((await run('validate', 'link/..')).out).toMatch(/link\/\.\.\/agenda\.yaml: \d errors/);
});

describe('a link', () => {
  test('that leads nowhere stays, and what it leads to is made', async () => {
    mkdirSync(at('there/deep'), { recursive: true });
    symlinkSync('there/deep', at('folder'));
    symlinkSync('folder/../new.csv', at('out.csv'));
    symlinkSync(at('folder/new.yaml'), at('start.yaml'));
    expect([await run('export', '-o', 'out.csv'), (await run('init', 'start.yaml')).code]).toEqual([
      { code: 0, out: '', err: NOTICES },
      0,
    ]);
    expect(['out.csv', 'start.yaml'].map(name => readlinkSync(at(name)))).toEqual([
      'folder/../new.csv',
      at('folder/new.yaml'),
    ]);
    expect([readdirSync(at('there')), readdirSync(at('there/deep'))]).toEqual([['deep', 'new.csv'], ['new.yaml']]);
    expect([read('there/new.csv'), read('start.yaml')]).toEqual([NEW, (await run('init', '-')).out]);
  });

  test.each([
    ['to write', ['export', '--csv', '-o', 'one']],
    ['to start from', ['init', 'one']],
    ['to read', ['list', '-f', 'one']],
  ])('in a loop is one line: %s', async (_, args) => {
    symlinkSync('two', at('one'));
    symlinkSync('one', at('two'));
    expect(await run(...args)).toEqual({ code: 2, out: '', err: 'idm: one: links that lead to one another\n' });
  });
});

describe('a place that cannot be written is one line', () => {
  const LONG = 'folder/'.repeat(700);
  test.each([
    ['no such folder', 'none/out.csv', 'none/out.csv: no such folder'],
    ['a file as a folder', 'agenda.yaml/out.csv', 'agenda.yaml/out.csv: no such folder'],
    ['a folder as a file', '.', '.: a folder, not a file'],
    ['a name of 256 bytes', 'n'.repeat(256), `${'n'.repeat(256)}: too long a name`],
    ['a path of 4,900 characters, which is named once', `${LONG}x`, `${LONG}x: too long a name`],
    ['no name', '', '-o takes the name of a file, not ""'],
  ])('%s', async (_, target, line) => {
    expect(await run('export', '--csv', '-o', target)).toEqual({ code: 2, out: '', err: `idm: ${line}\n` });
  });

  test('and a path of 4,900 characters that cannot be read is named once', async () => {
    expect((await run('list', '-f', LONG)).err).toBe(`idm: ${LONG}: too long a name\n`);
  });
});

describe('init', () => {
  test('with - prints the agenda and writes nothing', async () => {
    const { code, out, err } = await run('init', '-');
    expect([code, out.split('\n')[0], err]).toEqual([0, '# yaml-language-server: $schema=agenda.schema.json', '']);
    expect(readdirSync(cwd)).toEqual(['agenda.yaml']);
  });

  test.each([
    ['a file that is there', 'agenda.yaml', 'agenda.yaml is there already; idm init never overwrites'],
    ['a folder that is there', '.', '. is there already; idm init never overwrites'],
    ['no name', '', 'init takes the name of a file, not ""'],
    ['no such folder', 'none/a.yaml', 'none/a.yaml: no such folder'],
  ])('%s is one line', async (_, file, line) => {
    expect(await run('init', file)).toEqual({ code: 2, out: '', err: `idm: ${line}\n` });
  });

  test('leaves a schema that is there', async () => {
    writeFileSync(at('agenda.schema.json'), 'mine');
    expect((await run('init', 'new.yaml')).err).toMatch(/^wrote new\.yaml; next/);
    expect(read('agenda.schema.json')).toBe('mine');
  });
});

test('a name of 255 bytes can be written', async () => {
  const name = `${'é'.repeat(125)}x.csv`;
  expect([Buffer.byteLength(name), await run('export', '-o', name)]).toEqual([255, { code: 0, out: '', err: NOTICES }]);
  expect([read(name), readdirSync(cwd).length]).toEqual([NEW, 2]);
});

test('the mode of a file stays, and its owner', async () => {
  writeFileSync(at('out.csv'), 'old', { mode: 0o604 });
  const before = statSync(at('out.csv'));
  await run('export', '-o', 'out.csv');
  const { mode, uid, gid, ino } = statSync(at('out.csv'));
  expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
  expect(ino).not.toBe(before.ino);
});

describe('--check', () => {
  test.each([
    ['nothing there', 1, 'out.csv is missing: run the same command without --check\n', () => {}],
    ['a folder', 2, 'idm: out.csv: a folder, not a file\n', () => mkdirSync(at('out.csv'))],
    [
      'another text',
      1,
      'out.csv is out of date: run the same command without --check\n',
      () => writeFileSync(at('out.csv'), ''),
    ],
  ])('%s', async (_, code, err, prepare) => {
    prepare();
    expect(await run('export', '-o', 'out.csv', '--check')).toEqual({ code, out: '', err });
  });
});

describe('names that are not UTF-8', () => {
  const NAME = decodePath(Buffer.from([0x63, 0xe9, 0x2e, 0x79, 0x61, 0x6d, 0x6c]));
  const OTHER = decodePath(Buffer.from([0x63, 0xe8, 0x2e, 0x79, 0x61, 0x6d, 0x6c]));
  const put = (name: string, text: string) => writeFileSync(encodePath(at(name)), text);

  test.each([
    ['UTF-8', Buffer.from('é€😀.yaml')],
    ['Latin-1', Buffer.from([0x63, 0xe9])],
    ['a character that is cut', Buffer.from([0xf0, 0x9f, 0x98])],
    ['surrogates in UTF-8', Buffer.from([0xed, 0xb3, 0xa9, 0x41])],
    ['U+FFFD itself', Buffer.from('\uFFFD')],
  ])('are the same bytes again: %s', (_, bytes) => {
    expect(Buffer.from(encodePath(decodePath(bytes)))).toEqual(bytes);
  });

  test('keep their characters that are UTF-8', () => {
    expect(decodePath(Buffer.concat([Buffer.from('aé€😀'), Buffer.of(0xe9), Buffer.from('😀')]))).toBe('aé€😀\uDCE9😀');
  });

  test('are found and read, each', async () => {
    rmSync(at('agenda.yaml'));
    for (const name of [NAME, OTHER]) put(name, readFileSync(SHIPPED, 'utf8'));
    for (const where of ['.', '*.yaml', '{c,d}*.yaml'])
      expect(await run('validate', where)).toEqual({ code: 0, out: '2 files: no problems\n', err: '' });
  });

  test.each([
    ['text', 'c\uDCE9.yaml:1:1: error'],
    ['json', '"file": "c\\udce9.yaml"'],
    ['sarif', '"uri": "c%E9.yaml"'],
    ['github', '::error file=c\uDCE9.yaml,'],
    ['junit', '<testsuite name="c.yaml"'],
  ])('stand in a report, %s', async (format, shown) => {
    put(NAME, 'id: a\n');
    expect((await run('validate', '--format', format, NAME)).out).toContain(shown);
  });
});
