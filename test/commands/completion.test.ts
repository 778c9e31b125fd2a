import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { idm, ROOT, SHIPPED } from '../support/run.js';

const words = async (...typed: readonly string[]) => {
  const { code, out, err } = await idm(['__complete', 'bash', ...typed]);
  expect([code, err]).toEqual([0, '']);
  return out.split('\n').slice(0, -1);
};

describe('what may stand at the cursor', () => {
  test.each([
    ['commands', ['val'], ['validate']],
    ['commands behind options', ['--lang', 'en', 'sh'], ['show']],
    ['options', ['list', '--ro'], ['--room']],
    ['global options behind a command', ['list', '--assume'], ['--assume-tz']],
    ['options before a command', ['--col'], ['--color']],
    ['no option behind --', ['show', '--', '--ro'], []],
    ['choices of an option', ['list', '--color', 'a'], ['auto', 'always']],
    ['languages of the agenda', ['list', '--lang', ''], ['fr', 'en']],
    ['types', ['list', '--type', 'pl'], ['plenary']],
    ['days', ['list', '--day', ''], ['1', '2', '2018-03-26', '2018-03-27']],
    ['rooms', ['list', '--room', 'cr'], ['cr2', 'cr7']],
    ['the last of several values', ['list', '--room', 'cr2,cr7'], ['cr2,cr7']],
    ['people', ['list', '--speaker', 'arb'], ['arbour']],
    ['people as arguments, in any case', ['speaker', 'ARB'], ['arbour']],
    ['sessions', ['show', 'panel'], ['panel-1', 'panel-2']],
    ['sessions of another file', ['-f', `${ROOT}test/given/six-languages.yaml`, 'show', 'sat'], ['satellites']],
    ['rules', ['explain', 'room-cl'], ['room-clash']],
    ['rules to ignore, several', ['validate', '--ignore', 'markup,room-cl'], ['markup,room-clash']],
    ['reports', ['validate', '--format', 'ju'], ['junit']],
    ['formats', ['list', '--from', 'cs'], ['csv']],
    ['zones', ['list', '--tz', 'Europe/Par'], ['Europe/Paris']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['commands to help with', ['help', 'conf'], ['conflicts']],
    ['values behind =', ['list', '--room=cr7'], ['cr7']],
    ['values behind = as bash divides them', ['list', '--room', '=', 'cr7'], ['cr7']],
    ['files of an option', ['list', '-f', ''], [':files']],
    ['files of a command', ['validate', 'dr'], [':files']],
    ['nothing for what is free', ['list', '--search', ''], []],
    ['nothing behind an unknown command', ['nothing', ''], []],
    ['nothing where the agenda cannot be read', ['-f', 'none.yaml', 'show', ''], []],
  ])('%s', async (_, typed, expected) => expect(await words(...typed)).toEqual(expected));

  test('every command', async () => {
    expect(await words('')).toEqual([...COMMANDS.map(({ name }) => name), 'help']);
  });

  test('with what it is, for zsh and fish', async () => {
    expect((await idm(['__complete', 'zsh', 'show', 'panel-1', '--lang', 'en'])).out).toBe('en\n');
    expect((await idm(['__complete', 'zsh', 'list', '--room', 'cr2'])).out).toBe('cr2\tSalle de conférence 2\n');
    expect((await idm(['__complete', 'fish', 'list', '--room=cr2'])).out).toBe('--room=cr2\tSalle de conférence 2\n');
  });

  test('nothing that would steer the terminal', async () => {
    const stdin = 'id: a\ntitle: A\ntimezone: UTC\nrooms: {r: "\\e[5mRoom"}\ndays: []\n';
    const { out } = await idm(['__complete', 'zsh', 'list', '--room', ''], {
      stdin,
      env: { IDM_AGENDA: `${ROOT}test/given/nasty.yaml` },
    });
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('the scripts', () => {
  test.each(['bash', 'zsh', 'fish'])('for %s can be parsed', async shell => {
    const { code, out } = await idm(['completion', shell]);
    expect([code, out]).toEqual([0, expect.stringContaining(`__complete ${shell} `)]);
    const folder = mkdtempSync(join(tmpdir(), 'idm-completion-'));
    writeFileSync(join(folder, shell), out);
    const { status, error, stderr } = spawnSync(shell, ['-n', join(folder, shell)], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    if (error === undefined) expect([status, stderr]).toEqual([0, '']);
  });

  test('another shell is told which there are', async () => {
    expect(await idm(['completion', 'zhs'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/did you mean zsh\?\n$/),
    });
  });

  test('bash completes with it', async () => {
    const { out } = await idm(['completion', 'bash']);
    const { stdout } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `${out}\nidm() { node ${ROOT}bin/idm.js "$@"; }\nCOMP_WORDS=(idm show pan); COMP_CWORD=2; _idm idm; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8', env: { ...process.env, IDM_AGENDA: SHIPPED } },
    );
    expect(stdout).toBe('panel-1\npanel-2\n');
  });
});
