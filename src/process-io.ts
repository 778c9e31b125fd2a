import { existsSync, statSync } from 'node:fs';
import { chmod, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files, Io, Output } from './io.js';

/** The running process as an {@link Io}: the one place that touches it. */
export function processIo(cwd = process.cwd()): Io {
  return {
    cwd,
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    files: files(cwd),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    paint: async () => (await import('./colours.js')).colours,
  };
}

function output(stream: NodeJS.WriteStream): Output {
  // Failures come back from each write; without a listener the same one would end the process.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
  return {
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY ? { columns: stream.columns } : {}),
    write: text => new Promise((done, fail) => stream.write(text, error => (error ? fail(error) : done()))),
  };
}

function files(cwd: string): Files {
  return {
    read: path => readFile(resolve(cwd, path)),
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
