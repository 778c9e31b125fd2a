import { existsSync, promises, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files, Io } from '../io.js';
import { localZone } from './clock.js';
import { output } from './output.js';

/** The running process as an {@link Io}. The agenda that ships with the tool lies in `data/` of the tool's own folder. */
export function processIo(folder: string, cwd = process.cwd()): Io {
  return {
    cwd,
    env: process.env,
    stdout: output(1),
    stderr: output(2),
    files: files(cwd),
    shipped: join(folder, 'data/idm-2018.yaml'),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    zone: localZone,
    paint: async () => (await import('./colors.js')).colours,
  };
}

function files(cwd: string): Files {
  return {
    read: async path => readFileSync(resolve(cwd, path)),
    exists: path => existsSync(resolve(cwd, path)),
    isFolder: path => statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() ?? false,
    find: async (glob, folder = '.') => {
      const search = await import('tinyglobby');
      const within = { cwd: resolve(cwd, folder), ignore: '**/node_modules/**' };
      return (await search.glob(glob, { ...within, expandDirectories: false, followSymbolicLinks: false })).sort();
    },
    write: (path, text) => writeWhole(resolve(cwd, path), text),
  };
}

/** Writes beside the file and renames, so that a reader sees the old text or the new one. A link stays, the mode too. */
async function writeWhole(path: string, text: string): Promise<void> {
  const { chmod, open, realpath, rename, rm, stat, writeFile } = promises;
  const before = await stat(path).catch(error => (error.code === 'ENOENT' ? undefined : Promise.reject(error)));
  if (before && !before.isFile()) return writeFile(path, text);
  if (before) await (await open(path, 'r+')).close();
  const target = before ? await realpath(path) : path;
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    if (before) await chmod(draft, before.mode & 0o7777);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
