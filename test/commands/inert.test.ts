import { describe, expect, test } from 'vitest';
import { WRITER_NAMES } from '../../src/formats/registry.js';
import { REPORTS, type ReportName } from '../../src/reports/index.js';
import { idm } from '../support/run.js';
import { TEXTS } from '../support/written.js';

/** Reorders text, or steers a terminal. */
const CONTROLS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

describe('on a terminal, controls and bidi characters are shown', () => {
  const NASTY = '\\u202E\\u2066\\u200F\\uFEFF\\u061C';
  const stdin = `id: a
title: "T${NASTY}"
timezone: UTC
rooms: {r: "R${NASTY}"}
people: {p: {name: "P${NASTY}", org: "O${NASTY}"}}
days: [{date: 2030-01-01, sessions: [{id: s, time: 10:00-11:00, title: "S${NASTY}", description: "D${NASTY}", room: r, speakers: [p]}]}]
`;
  const args = (name: string) => ['export', `--${name}`, '-f', '-'];

  test.each(TEXTS)('of export --%s', async name => {
    const { out } = await idm(args(name), { stdin, terminal: true, env: { NO_COLOR: '1' } });
    expect(out).not.toMatch(CONTROLS);
    expect(out).toMatch(/\\u\{?202e/i);
    expect(out.split('\n').length).toBe((await idm(args(name), { stdin })).out.split('\n').length);
  });

  test.each(['ics', 'csv', 'markdown'])('into a pipe and a file, export --%s is as it is', async name => {
    const { out } = await idm(args(name), { stdin });
    expect(out).toContain('\u202E');
    expect((await idm(args(name), { stdin, redirected: true })).out).toBe(out);
  });
});

describe('a typed value is quoted, on one line, with its controls shown', () => {
  const TYPED = 'x\u202E\u2066\u001B[31m\n"y';
  const SHOWN = '"x\\u202e\\u2066\\u001b[31m\\n\\"y"';

  test.each<[string, string[], number]>([
    ['--lang', ['list', '--lang', TYPED], 2],
    ['--tz', ['list', '--tz', TYPED], 2],
    ['--assume-tz', ['list', '--assume-tz', TYPED], 2],
    ['--from', ['list', '--from', TYPED], 2],
    ['--map', ['list', '--map', TYPED], 2],
    ['--day', ['list', '--day', TYPED], 2],
    ['--room', ['list', '--room', TYPED], 2],
    ['--type', ['list', '--type', TYPED], 2],
    ['--alarm', ['export', '--ics', '--alarm', TYPED], 2],
    ['--delimiter', ['export', '--csv', '--delimiter', TYPED], 2],
    ['-o', ['export', '-o', `a.${TYPED}`], 2],
    ['--format', ['validate', '--format', TYPED], 2],
    ['--max-warnings', ['validate', '--max-warnings', TYPED], 2],
    ['show', ['show', TYPED], 1],
    ['explain', ['explain', TYPED], 1],
    ['speaker', ['speaker', TYPED], 1],
  ])('of %s', async (name, args, code) => {
    const result = await idm(args);
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err).toContain(name === '-o' ? `".${SHOWN.slice(1)}` : SHOWN);
    expect(result.err).toMatch(/^idm: [^\n]+\n$/);
    expect(result.err.trimEnd()).not.toMatch(CONTROLS);
  });

  test.each<[string, string[]]>([
    ['-f', ['list', '-f', TYPED]],
    ['a file to validate', ['validate', TYPED]],
    ['a glob', ['validate', `${TYPED}*`]],
    ['-o in no folder', ['export', '--csv', '-o', `none/${TYPED}`]],
    ['init in no folder', ['init', `none/${TYPED}`]],
    ['a command', [TYPED]],
    ['an option', ['list', `--${TYPED}`]],
    ['--color', ['list', '--color', TYPED]],
  ])('or stands inert in the line: %s', async (_, args) => {
    const { code, err } = await idm(args);
    expect(code).toBe(2);
    expect(err).toMatch(/^idm: [^\n]+\n$/);
    expect(err.trimEnd()).not.toMatch(CONTROLS);
  });
});

/** The command in a line of a log, as the runner of GitHub Actions parses it (TryParseV2, then TryParse, in ActionCommand.cs). */
function commandIn(line: string): string | undefined {
  // What a comparison by culture passes over.
  const seen = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, c => (c === '\t' ? c : ''));
  const double = /^\s*::(.*?)::/.exec(seen)?.[1];
  const bracket = /##\[([^\]]*)\]/.exec(seen)?.[1];
  return (double ?? bracket)?.split(' ')[0];
}

test.each([
  ['::error::x', 'error'],
  ['  \u00A0::stop-commands::x', 'stop-commands'],
  ['\u00AD:\u200B:error file=a::x', 'error'],
  ['a ##[group]x', 'group'],
  ['a ::error::x', undefined],
  ['::error', undefined],
])('the runner finds in %j: %j', (line, command) => {
  expect(commandIn(line)).toBe(command);
});

describe('in the log of a GitHub workflow', () => {
  const HOSTILE = [
    '::error::x',
    '  ::stop-commands::x',
    '\u3000::warning::x',
    '\u00AD:\u200B:debug::x',
    'a ##[error]x',
  ];
  const text = JSON.stringify(HOSTILE.flatMap(line => [line, 'and', line]).join('\n'));
  const [first = '', , , , last = ''] = HOSTILE.map(line => JSON.stringify(line));
  const stdin = `id: a
title: ${last}
timezone: UTC
rooms: {r: ${first}}
people: {p: {name: ${first}, org: ${last}, title: ${first}}}
days:
  - date: 2030-01-01
    sessions:
      - {id: s, time: 10:00-11:00, title: ${first}, subtitle: ${last}, description: ${text}, room: r, speakers: [p]}
      - {id: t, time: 10:30-11:00, title: ${last}, track: ${first}, room: r, speakers: [p], moderators: ["##[error]x"]}
`;
  const log = { stdin, env: { GITHUB_ACTIONS: 'true' } };
  const commands = (printed: string) => printed.split(/\r\n?|\n/).flatMap(line => commandIn(line) ?? []);

  test.each<string[]>([
    ['list'],
    ['list', '--table'],
    ['list', '--json'],
    ['show', 's'],
    ['show', 's', '--table'],
    ['show', 's', '--json'],
    ['speaker', '--table'],
    ['speaker', 'x', '--table'],
    ['speaker'],
    ['conflicts'],
    ['conflicts', '--table'],
    ['list', '--room', '##[error]x'],
    ['show', '##[error]x'],
    ['export', '--json', '--force'],
  ])('%s %s %s prints no command', async (...args) => {
    const typed = args.filter(arg => arg !== undefined);
    const { out, err } = await idm([...typed, '-f', '-'], log);
    expect(out + err).toMatch(/error/);
    expect(commands(out + err)).toEqual([]);
    // As it would be without the escapes.
    const plain = await idm([...typed, '-f', '-'], { stdin });
    expect(out.split('\n').length).toBe(plain.out.split('\n').length);
  });

  test.each(Object.keys(REPORTS) as ReportName[])('validate --format %s prints only its own', async format => {
    const { out, err } = await idm(['validate', '-', '--format', format, '--info'], log);
    expect(out).toContain('unknown-person');
    const own = format === 'github' ? out.split('\n').filter(line => line.startsWith('::')).length : 0;
    expect(commands(out + err)).toHaveLength(own);
  });

  test.each(WRITER_NAMES)('export --%s prints nothing or no command; into a file, as it is', async name => {
    const { code, out, err } = await idm(['export', `--${name}`, '--force', '-f', '-'], log);
    expect(commands(out)).toEqual([]);
    expect(commands(err)).toEqual([]);
    if (code === 2)
      expect([out, err.split('\n').at(-2)]).toEqual(['', expect.stringContaining('write to a file, with -o or >')]);
    const plain = await idm(['export', `--${name}`, '--force', '-f', '-'], { stdin });
    expect((await idm(['export', `--${name}`, '--force', '-f', '-'], { ...log, redirected: true })).out).toBe(
      plain.out,
    );
    expect(code === 2).toBe(commands(plain.out).length > 0);
  });

  test('data in JSON are the same', async () => {
    const args = ['show', 's', '--json', '-f', '-'];
    expect(JSON.parse((await idm(args, log)).out).description).toContain('a ##[error]x');
  });

  test('what is harmless stays as it is', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    for (const args of [
      ['list', '--table'],
      ['show', 'opening', '--table'],
      ['speaker'],
      ['export', '--ics'],
      ['export', '--yaml'],
    ])
      expect(await idm(args, { env })).toEqual(await idm(args));
  });
});
