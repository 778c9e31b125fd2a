import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { idm, NOTICES, ROOT, SHIPPED, spawnIdm } from '../support/run.js';
import { unzipped } from '../support/written.js';

const IDM = `node ${ROOT}bin/idm.js`;
const WORLD = { env: { IDM_AGENDA: SHIPPED } };

function bash(script: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    env: { ...process.env, IDM_AGENDA: SHIPPED },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** An agenda of many sessions, one after the other. */
function large(count: number): string {
  const sessions = Array.from({ length: count }, (_, i) => {
    const at = `${String(Math.floor(i / 4) % 24).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`;
    return `      - {id: s${i}, time: "${at}-", title: "Session number ${i} of many", room: r${Math.floor(i / 96)}}\n`;
  });
  const rooms = Array.from({ length: Math.ceil(count / 96) }, (_, i) => `  r${i}: Room ${i}\n`);
  return `id: large\ntitle: Large\ntimezone: UTC\nrooms:\n${rooms.join('')}days:\n  - date: 2018-03-26\n    sessions:\n${sessions.join('')}`;
}

describe('streams', () => {
  test('a reader that has enough ends it quietly', () => {
    for (const command of ['list', 'list --json', 'speaker', 'export --ics', 'schema']) {
      const { code, out, err } = bash(`${IDM} ${command} | head -1`);
      expect([command, code, err]).toEqual([command, 0, NOTICES]);
      expect(out.split('\n')).toHaveLength(2);
    }
  });

  test.runIf(existsSync('/dev/full'))('a full disk is one line and exit 2', () => {
    for (const command of [
      'list > /dev/full',
      'export --csv > /dev/full',
      'export --ics -o /dev/full',
      '--help > /dev/full',
    ]) {
      const { code, err } = bash(`${IDM} ${command}`);
      expect([command, code]).toEqual([command, 2]);
      expect(err).toMatch(/^idm: [^\n]*no space left on the device\n$/);
    }
  });

  test('standard input is an agenda', () => {
    const { code, out } = spawnIdm(['list', '-f', '-'], {
      stdin:
        'id: a\ntitle: A\ntimezone: UTC\ndays: [{date: 2018-03-26, sessions: [{id: s, time: 10:00-11:00, title: S}]}]\n',
    });
    expect([code, out]).toEqual([0, '2018-03-26\t10:00\t11:00\ts\tsession\t\tS\n']);
  });

  test('ten thousand sessions come whole through a pipe', () => {
    const { code, out } = spawnIdm(['list', '-f', '-'], { stdin: large(10_000) });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(10_000);
  });

  test('a named pipe is written to', () => {
    const { code, out } = bash(
      `dir=$(mktemp -d); mkfifo $dir/pipe.csv; cat $dir/pipe.csv & ${IDM} export -o $dir/pipe.csv; wait; rm -r $dir`,
    );
    expect([code, out.split('\r\n')]).toEqual([0, expect.any(Array)]);
    expect(out.split('\r\n')).toHaveLength(17);
  });
});

describe('a command loads only what it runs', () => {
  /** The files of the bundle that a call loads, but for those that every call does. */
  const loaded = (...args: string[]) => {
    const { stderr } = spawnSync(
      process.execPath,
      ['--require', `${ROOT}test/support/log-requires.cjs`, `${ROOT}bin/idm.js`, ...args],
      {
        env: { ...process.env, IDM_AGENDA: SHIPPED },
        encoding: 'utf8',
      },
    );
    expect(stderr).not.toContain('node_modules');
    const files = [...stderr.matchAll(/\/dist\/([\w-]+)\.cjs/g)].map(match => match[1] ?? '');
    return [...new Set(files)].filter(file => !['code-cache', 'program', 'rolldown-runtime'].includes(file)).sort();
  };
  test.each<[string[], string[]]>([
    [['--version'], []],
    [['--help'], []],
    [['list'], ['agenda', 'agenda-read']],
    [
      ['list', '--day', '1', '--json'],
      ['agenda', 'agenda-read'],
    ],
    [
      ['list', '--day', 'lundi'],
      ['agenda', 'agenda-read', 'labels', 'seldom', 'validate'],
    ],
    [
      ['list', '--table'],
      ['agenda', 'agenda-read', 'labels', 'pages', 'width', 'words'],
    ],
    [
      ['speaker', 'arbour', '--json'],
      ['agenda', 'agenda-read', 'commands-speaker'],
    ],
    [['validate'], ['agenda', 'agenda-read', 'validate']],
    [['conflicts'], ['agenda', 'agenda-read', 'positions', 'validate']],
    [
      ['diff', SHIPPED, SHIPPED, '--json'],
      ['agenda', 'agenda-read', 'diff', 'labels', 'validate', 'words'],
    ],
    [
      ['log', SHIPPED],
      ['agenda', 'agenda-read', 'diff', 'labels', 'node-git', 'words'],
    ],
    [
      ['export', '--csv'],
      ['agenda', 'agenda-read', 'csv-write', 'export', 'shared'],
    ],
    [
      ['export', '--ics'],
      ['agenda', 'agenda-read', 'export', 'ics-write', 'labels', 'shared'],
    ],
    [
      ['list', '-f', `${ROOT}test/given/calendars/meeting.ics`],
      ['agenda', 'ics-read', 'import', 'shared', 'validate', 'zones'],
    ],
    [
      ['list', '-f', `${ROOT}test/given/tables/hafentage.csv`, '--assume-tz', 'Europe/Berlin'],
      ['agenda', 'columns', 'csv-read', 'import', 'seldom'],
    ],
  ])('%j: %j', (args, files) => {
    expect(loaded(...args)).toEqual(files);
  });
});

describe('the bundle has all that it takes', () => {
  const FIXTURES = [
    'calendars/meeting.ics',
    'calendars/values.ics',
    'tables/hafentage.csv',
    ...['first.json', 'second.json', 'frab.xml'].map(name => `schedules/${name}`),
  ];

  test.each([...FIXTURES, 'nasty.yaml'])('to read %s', file => {
    const { out, err } = spawnIdm(['validate', `${ROOT}test/given/${file}`, '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toBeInstanceOf(Array);
  });

  test.each([...FIXTURES, 'nasty.yaml'])('to read %s as the source does', async file => {
    for (const args of [
      ['validate', `test/given/${file}`, '--info', '--json'],
      ['export', '-f', `test/given/${file}`, '--json', '--force'],
    ]) {
      expect(spawnIdm(args)).toEqual(await idm(args));
    }
  });

  test('in characters that V8 keeps in a byte each', () => {
    const files = readdirSync(`${ROOT}dist`).filter(name => name.endsWith('.cjs'));
    expect(files.filter(name => /[^\0-\u00FF]/.test(readFileSync(`${ROOT}dist/${name}`, 'utf8')))).toEqual([]);
  });

  test.each(['ics', 'csv', 'json', 'yaml', 'markdown', 'html', 'schedule-xml', 'schedule-json'])(
    'to write --%s',
    format => {
      expect(spawnIdm(['export', `--${format}`], WORLD)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/Swing|opening/i),
      });
    },
  );

  test('to write --docx into a pipe, the same bytes on another day and in another zone', () => {
    const bytes = (env: Readonly<Record<string, string>>) =>
      execFileSync(process.execPath, [`${ROOT}bin/idm.js`, 'export', '--docx', '-f', SHIPPED], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const here = bytes({ TZ: 'UTC' });
    expect(unzipped(here)).toContain('Swing');
    const later = bytes({ TZ: 'Pacific/Apia', NODE_OPTIONS: `--require ${ROOT}test/support/another-day.cjs` });
    expect(later.equals(here)).toBe(true);
  });
});
