import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A repository of git in a folder of its own. */
export interface RealRepository {
  readonly folder: string;
  /** Runs git in it; gives what it prints. */
  git(...args: readonly string[]): string;
  /** Writes files and commits all that there is; the day of March 2018 is the date of the commit. */
  commit(day: number, files?: Readonly<Record<string, string>>): void;
  remove(): void;
}

const WHO = { NAME: 'Secretariat', EMAIL: 'secretariat@example.org' };

/** Makes an empty repository, or a clone of another with these options. Nothing of the machine's own settings holds in it. */
export function realRepository(clone?: {
  readonly of: RealRepository;
  readonly options: readonly string[];
}): RealRepository {
  const folder = mkdtempSync(join(tmpdir(), 'idm git '));
  const env = (day = 1) => ({
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap(role => [
        ...Object.entries(WHO).map(([key, value]) => [`GIT_${role}_${key}`, value]),
        [`GIT_${role}_DATE`, `2018-03-${String(day).padStart(2, '0')}T10:00:00+01:00`],
      ]),
    ),
  });
  const run = (args: readonly string[], day?: number) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env: env(day), encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  if (clone === undefined) run(['init', '--quiet', '--initial-branch=main']);
  else run(['clone', '--quiet', ...clone.options, `file://${clone.of.folder}`, '.']);
  return {
    folder,
    git: (...args) => run(args),
    commit: (day, files = {}) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      run(['add', '--all'], day);
      run(['commit', '--quiet', '--no-verify', '--message', `${day} March`], day);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
