import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idm, ROOT, SHIPPED } from '../support/run.js';
import { type Program, withProgram } from './programs.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'idm-completion-'));
  symlinkSync(`${ROOT}bin/idm.js`, join(folder, 'idm'));
  for (const shell of ['bash', 'zsh']) writeFileSync(join(folder, shell), (await idm(['completion', shell])).out);
});
afterAll(() => rmSync(folder, { recursive: true }));

const SHELLS = {
  bash: { start: 'bash --norc --noprofile -i', load: 'source ./bash' },
  zsh: { start: 'zsh -f -i', load: 'autoload -Uz compinit; compinit -u -D; source ./zsh' },
} as const;

/** Types into a shell in a pseudo-terminal, a line after the other, each when what the one before leads to was seen; gives what was shown last. */
async function typed(shell: keyof typeof SHELLS, keys: string, until: string): Promise<string> {
  const { start, load } = SHELLS[shell];
  const env = {
    ...process.env,
    IDM_AGENDA: SHIPPED,
    TERM: 'dumb',
    PS1: '> ',
    PATH: `${folder}${delimiter}${process.env.PATH}`,
  };
  const child = spawn('script', ['-qfec', start, '/dev/null'], { cwd: folder, env });
  let shown = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', data => {
    // A space that the next word may take back is written twice.
    shown = (shown + data).replace(/.\u0008/g, '');
    for (const again of waiting) again();
  });
  const seen = (text: string) =>
    new Promise<void>(done => {
      const look = () => {
        if (shown.includes(text)) done();
      };
      waiting.push(look);
      look();
    });
  child.stdin.write(`${load}; echo rea''dy\n`);
  await seen('ready\r\n');
  shown = '';
  child.stdin.write(keys);
  await seen(until);
  child.kill();
  return shown;
}

const program = (name: string): Program => ({ name, install: `apt-get install ${name}`, version: [name, '--version'] });

for (const shell of ['bash', 'zsh'] as const)
  withProgram(program(shell), () => {
    test.each([
      ['an id of a session', 'idm show openi\t', 'idm show opening '],
      ['a command', 'idm conf\t', 'idm conflicts '],
      ['an option and its value', 'idm list --roo\tcr7\t', 'idm list --room cr7 '],
      ['a file', 'idm validate zs\t', 'idm validate zsh '],
    ])(`${shell} completes %s`, async (_, keys, until) => {
      expect(await typed(shell, keys, until)).toContain(until);
    });
  });
