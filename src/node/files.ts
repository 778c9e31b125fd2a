import { type BigIntStats, existsSync, fstatSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';
import type { Files } from '../io.js';
import { decodePath, encodePath } from './path-bytes.js';
import { readWhole } from './read-file.js';

/** The files of this machine. `folder` gives the working folder: asked for where a path is relative. */
export function processFiles(folder: () => string): Files {
  // Not `resolve`, which takes `..` from the text: behind a link to a folder, the system finds another one.
  const absolute = (path: string) => (isAbsolute(path) ? path : folder() + sep + path);
  const at = (path: string) => encodePath(absolute(path));
  return {
    read: async path => readWhole(at(path)),
    exists: path => existsSync(at(path)),
    isFolder: path => statSync(at(path), { throwIfNoEntry: false })?.isDirectory() ?? false,
    names: path => {
      try {
        return readdirSync(at(path), { encoding: 'buffer' }).map(decodePath).sort();
      } catch {
        return [];
      }
    },
    identity: path => {
      const found = stats(path === '-' ? 0 : at(path));
      return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
    },
    find: async (glob, within = '.') => (await import('./find-files.js')).findFiles(glob, absolute(within)),
    write: async (path, content) => (await import('./write-file.js')).replaceFile(absolute(path), content),
    create: async (path, text) => (await import('./write-file.js')).createFile(absolute(path), text),
  };
}

/** Of a path or an open file; undefined where the system tells nothing of it. */
function stats(file: string | Buffer | number): BigIntStats | undefined {
  try {
    return typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
