import { type Dirent, readdir } from 'node:fs';
import { glob as search } from 'tinyglobby';
import { decodePath, encodePath } from './path-bytes.js';

/** The files below a folder that a glob matches, by the contract of `Files.find`. tinyglobby walks and matches. */
export async function findFiles(glob: string, folder: string): Promise<readonly string[]> {
  const found = await search(glob, {
    cwd: folder,
    ignore: '**/node_modules/**',
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: { readdir: readExactly },
  });
  return found.sort();
}

/** Reads a folder; names that are not UTF-8 come as {@link decodePath} gives them, where Node would give U+FFFD. */
const readExactly = ((folder: string, _: object, done: (error: Error | null, found?: readonly Dirent[]) => void) =>
  readdir(encodePath(folder), { withFileTypes: true, encoding: 'buffer' }, (error, found) => {
    if (error) done(error);
    else
      done(
        null,
        found.map(entry => Object.assign(entry, { name: decodePath(entry.name) })),
      );
  })) as typeof readdir;
