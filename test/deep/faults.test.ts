import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { idm, NOTICES, ROOT, SHIPPED } from '../support/run.js';

const OLD = 'what was there before\n';

const root = mkdtempSync(join(tmpdir(), 'idm-faults-'));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  chmodSync(folder, 0o777);
  copyFileSync(SHIPPED, join(folder, 'agenda.yaml'));
});

/** Permissions stop everybody but root, whom tests may run as in a container: then a run is nobody's. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Node for nobody as well: one in a folder of root's, as npx has it, is copied. */
const NODE = spawnSync(process.execPath, ['--version'], NOBODY).status === 0 ? process.execPath : join(root, 'node');
if (NODE !== process.execPath) {
  copyFileSync(process.execPath, NODE);
  chmodSync(NODE, 0o755);
}
const IDM = `${NODE} ${ROOT}bin/idm.js`;
/** The program, with a fault that IDM_FAULT names. */
const FAULTY = `${NODE} --require ${ROOT}test/support/fault.cjs ${ROOT}bin/idm.js`;

/** Runs a script in the folder of the test; `idm` is the built program. */
function bash(script: string, fault = '') {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', `idm() { ${IDM} "$@"; }\n${script}`], {
    cwd: folder,
    env: { PATH: process.env.PATH, IDM_FAULT: fault },
    encoding: 'utf8',
    ...NOBODY,
  });
  return { code: status, out: stdout, err: stderr };
}

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const drafts = () => readdirSync(folder).filter(name => name.startsWith('.idm-'));

/** A file that everybody may write. */
function put(name: string, text: string): void {
  writeFileSync(at(name), text);
  chmodSync(at(name), 0o666);
}

/** What the export of the agenda is, as it comes on standard output. */
const NEW = (await idm(['export', '--csv'])).out;

describe('a fault while a file is written: the old file, one line, exit 2', () => {
  test.each([
    ['a full disk', 'writeFileSync:ENOSPC', 'no space left on the device'],
    ['a full quota', 'writeFileSync:EDQUOT', 'no space left in the quota'],
    ['a fault of the disk that shows when it is synced', 'fsyncSync:EIO', 'the device failed'],
    ['a fault at the last step', 'renameSync:EIO', 'the device failed'],
  ])('%s', (_, fault, message) => {
    put('out.csv', OLD);
    expect(bash(`${FAULTY} export -o out.csv`, fault)).toEqual({ code: 2, out: '', err: `idm: out.csv: ${message}\n` });
    expect([read('out.csv'), drafts()]).toEqual([OLD, []]);
  });

  test.each<[string, string, string]>([
    ['a full device', 'idm export --csv -o /dev/full', '/dev/full: no space left on the device'],
    ['a full device behind standard output', 'idm export --csv > /dev/full', 'no space left on the device'],
    ['a limit of the shell', 'ulimit -f 1; idm export -o out.csv', 'out.csv: too large a file'],
    ['a folder that is not writable', 'idm export -o locked/out.csv', 'locked/out.csv: no permission to write it'],
    [
      'a file that is not writable',
      'chmod a-w mine.csv; idm export -o mine.csv',
      'mine.csv: no permission to write it',
    ],
    ['a file that is not readable', 'chmod a-r mine.csv; idm list -f mine.csv', 'mine.csv: no permission to read it'],
    ['a folder as standard input', 'idm list -f - < .', 'standard input: a folder, not a file'],
    [
      'no standard input',
      'idm list -f - <&-',
      'standard input:1:1: this is empty: it is not an agenda; idm init writes one to start from',
    ],
  ])('%s', (_, script, line) => {
    const before = `mkdir locked; chmod a-w locked; echo '${OLD.trim()}' > mine.csv`;
    expect(bash(`${before}; ${script}`)).toEqual({ code: 2, out: '', err: `idm: ${line}\n` });
    chmodSync(at('mine.csv'), 0o666);
    expect([read('mine.csv'), existsSync(at('out.csv')), drafts()]).toEqual([OLD, false, []]);
  });
});

describe('a file that nothing can take the place of is written over', () => {
  test.each([
    ['shorter', OLD],
    ['longer', OLD.repeat(1000)],
  ])('in a folder that is not writable, a %s one', (_, old) => {
    const script = `mkdir locked; echo '${old}' > locked/out.csv; chmod a-w locked; idm export -o locked/out.csv`;
    expect(bash(script)).toEqual({ code: 0, out: '', err: NOTICES });
    expect(read('locked/out.csv')).toBe(NEW);
    chmodSync(at('locked'), 0o777);
  });

  test.each([
    ['a mount of its own', 'renameSync:EBUSY', 0, NEW],
    ['a full disk puts its text back', 'renameSync:EBUSY,ftruncateSync:ENOSPC', 2, OLD],
  ])('%s', (_, fault, code, text) => {
    put('out.csv', OLD);
    const { ino } = statSync(at('out.csv'));
    expect(bash(`${FAULTY} export -o out.csv`, fault).code).toBe(code);
    expect([read('out.csv'), statSync(at('out.csv')).ino, drafts()]).toEqual([text, ino, []]);
  });
});

describe('a run that is killed', () => {
  test.each([
    ['before its draft is whole', '1', OLD, 1],
    ['before the draft takes the place of the file', '5', OLD, 1],
    ['after that', '6', NEW, 0],
  ])('%s: the old file or the new one, and nothing once another run is done', (_, step, text, left) => {
    put('out.csv', OLD);
    expect(bash(`exec ${FAULTY} export -o out.csv`, step).code).toBe(null);
    expect([read('out.csv'), drafts().length]).toEqual([text, left]);
    expect(bash('idm export -o out.csv')).toEqual({ code: 0, out: '', err: NOTICES });
    expect([read('out.csv'), drafts()]).toEqual([NEW, []]);
  });

  test('is none while its process runs: its draft stays', () => {
    const others = ['.idm-notes.tmp', `.idm-${process.pid}-abc.tmp`];
    for (const name of [...others, '.idm-4194305-abc.tmp']) put(name, '');
    bash('idm export -o out.csv');
    expect(drafts().sort()).toEqual(others.sort());
  });

  test('or not: a file system that knows no fsync is written to', () => {
    put('out.csv', OLD);
    expect(bash(`${FAULTY} export -o out.csv`, 'fsyncSync:EINVAL').code).toBe(0);
    expect([read('out.csv'), drafts()]).toEqual([NEW, []]);
  });

  test('seems one to a process in another container, which removes its draft: it makes another', () => {
    put('out.csv', OLD);
    expect(bash(`${FAULTY} export -o out.csv`, 'renameSync:ENOENT').code).toBe(0);
    expect([read('out.csv'), drafts()]).toEqual([NEW, []]);
  });
});

describe('a new file', () => {
  test('is made by one of six runs at once', async () => {
    const { out, err } = bash(`${'{ idm init race.yaml; echo $?; } &\n'.repeat(6)}wait`);
    expect(out.trim().split('\n').sort()).toEqual(['0', '2', '2', '2', '2', '2']);
    const lines = err.trim().split('\n');
    expect(lines.filter(line => line.startsWith('wrote race.yaml'))).toHaveLength(1);
    expect(lines.filter(line => line.endsWith('never overwrites'))).toHaveLength(5);
    expect([read('race.yaml'), drafts()]).toEqual([(await idm(['init', '-'])).out, []]);
  });

  test('is made, and none overwritten, on a file system without hard links', () => {
    expect(bash(`${FAULTY} init new.yaml`, 'linkSync:EPERM').code).toBe(0);
    expect(read('new.yaml')).toMatch(/^# yaml-language-server/);
    put('mine.yaml', OLD);
    expect(bash(`${FAULTY} init mine.yaml`, 'linkSync:EPERM').code).toBe(2);
    expect([read('mine.yaml'), drafts()]).toEqual([OLD, []]);
  });
});

test.each([
  ['-f - -o agenda.yaml < agenda.yaml'],
  ['-f /dev/stdin -o agenda.yaml < agenda.yaml'],
  ['-f agenda.yaml -o /dev/stdin < agenda.yaml'],
])('standard input is no way around: %s', args => {
  chmodSync(at('agenda.yaml'), 0o666);
  expect(bash(`idm export --yaml ${args}`)).toEqual({
    code: 2,
    out: '',
    err: 'idm: -o names the agenda itself, and an export keeps no comments: name another file\n',
  });
  expect(read('agenda.yaml')).toBe(readFileSync(SHIPPED, 'utf8'));
});

describe('streams', () => {
  // Node opens /dev/null in the place of a closed stream before any code of ours runs: the two can't be told apart.
  test.each<[string, string, number]>([
    ['closed ones: a file is written', 'idm export -o out.csv <&- >&- 2>&-', 0],
    ['closed ones: the exit code still tells', 'idm list -f none.yaml >&- 2>&-', 2],
  ])('%s', (_, script, code) => {
    expect(bash(script)).toEqual({ code, out: '', err: '' });
    if (code === 0) expect(read('out.csv')).toBe(NEW);
  });

  const HEAD = 'id: a\ntitle: A\ntimezone: UTC\nrooms: {r: R}\ndays:\n  - date: 2030-01-01\n    sessions:\n';
  const many = (count: number, session: string) =>
    Array.from({ length: count }, (_, i) => `      - {id: s${i}, ${session}}\n`).join('');
  const FILES = {
    'clash.yaml': HEAD + many(30, `time: 10:00-11:00, title: ${'T'.repeat(1000)}, room: r`),
    'bad.yaml': `${HEAD}${many(3000, 'time: 10:00-, title: T, room: []')}      - {id: bad, time: noon, title: T}\n`,
  };

  test.each<[string, string, string, number]>([
    ['errors', 'idm conflicts -f clash.yaml', 'by rule: 435 room-clash\nby room: 435 R\n', 1],
    ['errors in a report', 'idm validate clash.yaml --json', '', 1],
    ['a file that is not there', 'idm validate clash.yaml none.yaml', 'idm: none.yaml: no such file\n', 2],
    ['errors beside a listing', 'idm list -f bad.yaml', '1 error: run idm validate bad.yaml\n', 1],
    ['nothing', 'idm list -f clash.yaml', '', 0],
  ])('a reader who goes away leaves the exit code as it is: %s', (_, command, err, code) => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(at(name), text);
    expect(bash(`{ ${command}; echo $? >&2; } | head -c 10 > /dev/null`).err).toBe(`${err}${code}\n`);
  });

  test('the reader of a pipe with a name may go away, too', () => {
    writeFileSync(at('clash.yaml'), FILES['clash.yaml']);
    expect(bash('mkfifo p; head -c 1 p > /dev/null & idm export --csv -f clash.yaml -o p')).toMatchObject({
      code: 0,
      err: '',
    });
  });
});

test.each([
  ['a folder', 'a', 'a/b'],
  ['a glob', "'a/**/*.yaml'", 'a/b'],
  ['the working folder', '.', 'a/b'],
])('a folder that may not be searched is told, and the others are checked: below %s', (_, arg, folder) => {
  const { code, out, err } = bash(
    `rm agenda.yaml; mkdir -p a/b; cp ${SHIPPED} a; chmod a-rwx a/b; idm validate ${arg}`,
  );
  chmodSync(at('a/b'), 0o777);
  expect([code, out, err]).toEqual([
    2,
    'a/idm-2018.yaml: no problems\n',
    `idm: ${folder}: no permission to search it\n`,
  ]);
});

describe('the working folder was deleted', () => {
  const gone = (command: string) => bash(`mkdir gone; cd gone; rmdir ../gone; idm ${command}`);
  const LINE = 'idm: the working folder was deleted or cannot be reached: change to another one\n';

  test.each(['validate agenda.yaml', `export --ics -f ${SHIPPED}`])('idm %s: one line', command => {
    expect(gone(command)).toEqual({ code: 2, out: '', err: LINE });
  });

  test.each([['list', '--help'], ['--version']])('idm %s %s is as ever', async (...args) => {
    expect(gone(args.join(' '))).toEqual(await idm(args));
  });
});

describe('names that are not UTF-8', () => {
  const NAME = "$'caf\\xe9.yaml'";
  const FOLDER = "$'\\xff'";
  const NONE = /^(?:\uFFFD\/)?caf\uFFFD\.yaml: no problems\n$/;

  test.each([
    ['a file and its folder', `idm validate ${FOLDER}/${NAME}`],
    ['a file in such a working folder', `cd ${FOLDER}; idm validate ${NAME}`],
    ['such a working folder', `cd ${FOLDER}; idm validate .`],
    ['a file to write', `cd ${FOLDER}; rm ${NAME}; idm export -o ${NAME} -f ../agenda.yaml; idm validate ${NAME}`],
  ])('may be typed: %s', (_, script) => {
    expect(bash(`mkdir ${FOLDER}; cp agenda.yaml ${FOLDER}/${NAME}; ${script}`)).toEqual({
      code: 0,
      out: expect.stringMatching(NONE),
      err: '',
    });
  });
});
