import { normalize, resolve } from 'node:path';
import { Failure, type FoundFiles, type Io } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { describeSystemError } from './failure.js';

/** Files to check, each once and sorted, and what led to none. */
export interface AgendaFiles {
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/**
 * What arguments lead to: files (`-` is standard input), the agendas below folders, and what globs match; without the files
 * that `exclude` leads to.
 */
export async function agendaFiles(
  io: Io,
  args: readonly string[],
  exclude: readonly string[] = [],
): Promise<AgendaFiles> {
  const keyOf = (file: string) => (file === '-' ? file : (io.files.identity(file) ?? resolve(io.cwd, file)));
  const excluded = new Set<string>();
  for (const arg of exclude) for (const file of (await expand(io, arg)).found) excluded.add(keyOf(file));
  const files = new Map<string, string>();
  const failures: Failure[] = [];
  for (const arg of args) {
    const { found, unreadable = [], nothing } = await expand(io, arg);
    for (const { folder, error } of unreadable) failures.push(notSearched(folder, error));
    if (found.length + unreadable.length === 0) failures.push(new Failure(`${escapeControlsOnLine(arg)}: ${nothing}`));
    for (const file of found) {
      const key = keyOf(file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  for (const key of excluded) files.delete(key);
  if (files.size === 0 && excluded.size > 0 && failures.length === 0)
    failures.push(new Failure('nothing to check: --exclude leaves no file'));
  return { files: [...files.values()].sort(), failures };
}

interface Expanded {
  readonly found: readonly string[];
  readonly unreadable?: FoundFiles['unreadable'];
  /** Said when nothing was found. */
  readonly nothing: string;
}

/** A name with brackets or stars in it that exists is a file, as a shell sees it. */
async function expand(io: Io, arg: string): Promise<Expanded> {
  if (arg !== '' && io.files.isFolder(arg)) {
    const { files, unreadable } = await io.files.find('**/*.{yaml,yml}', arg);
    return {
      found: files.map(file => tidy(`${arg}/${file}`)),
      unreadable: unreadable.map(({ folder, error }) => ({ folder: tidy(`${arg}/${folder}`), error })),
      nothing: 'no .yaml or .yml file below this folder',
    };
  }
  if (/[*?[{]/.test(arg) && !io.files.exists(arg)) {
    const { files, unreadable } = await io.files.find(arg);
    return { found: files, unreadable, nothing: 'no file matches' };
  }
  return { found: [arg === '-' ? arg : tidy(arg)], nothing: '' };
}

/** A folder and then `..`: where the folder is a link, that is not the folder beside it. */
const CLIMBS = /(?:^|\/)(?!\.{1,2}\/)[^/]+\/+(?:\.\/+)*\.\.(?:\/|$)/;

/** A path without detours. */
function tidy(path: string): string {
  return CLIMBS.test(path) ? path : normalize(path);
}

function notSearched(folder: string, error: Error): Failure {
  const meanings = { EACCES: 'no permission to search it', EPERM: 'no permission to search it' };
  const why = describeSystemError(error, meanings) ?? error.message;
  return new Failure(`${escapeControlsOnLine(folder || '.')}: ${why}`, 2, { cause: error });
}
