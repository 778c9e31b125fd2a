import { join, normalize, resolve } from 'node:path';
import { Failure, type Io } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';

/** Files to check, each once and sorted, and what led to none. */
export interface AgendaFiles {
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/** What arguments lead to: files (`-` is standard input), the agendas below folders, and what globs match. */
export async function agendaFiles(io: Io, args: readonly string[]): Promise<AgendaFiles> {
  const files = new Map<string, string>();
  const failures: Failure[] = [];
  for (const arg of args) {
    const { found, nothing } = await expand(io, arg);
    if (found.length === 0) failures.push(new Failure(`${escapeControlsOnLine(arg)}: ${nothing}`));
    for (const file of found) {
      const key = file === '-' ? file : resolve(io.cwd, file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return { files: [...files.values()].sort(), failures };
}

interface Expanded {
  readonly found: readonly string[];
  /** Said when nothing was found. */
  readonly nothing: string;
}

/** A name with brackets or stars in it that exists is a file, as a shell sees it. */
async function expand(io: Io, arg: string): Promise<Expanded> {
  if (arg !== '' && io.files.isFolder(arg)) {
    const found = await io.files.find('**/*.{yaml,yml}', arg);
    return { found: found.map(file => join(arg, file)), nothing: 'no .yaml or .yml file below this folder' };
  }
  if (/[*?[{]/.test(arg) && !io.files.exists(arg)) {
    return { found: await io.files.find(arg), nothing: 'no file matches' };
  }
  return { found: [arg === '-' ? arg : normalize(arg)], nothing: '' };
}
