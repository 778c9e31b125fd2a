import { type Dirent, readdir } from 'node:fs';
import { relative } from 'node:path';
import { glob as search } from 'tinyglobby';
import type { FoundFiles } from '../io.js';
import { decodePath, encodePath } from './path-bytes.js';

/** The files below a folder that a glob matches, by the contract of `Files.find`. tinyglobby walks and matches. */
export async function findFiles(glob: string, folder: string): Promise<FoundFiles> {
  const unreadable: { folder: string; error: Error }[] = [];
  const files = await search(glob, {
    cwd: folder,
    ignore: '**/node_modules/**',
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: {
      readdir: reader((path, error) => {
        // A glob may begin with folders that are not there.
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
          unreadable.push({ folder: relative(folder, path), error });
      }),
    },
  });
  return { files: files.sort(), unreadable };
}

/**
 * Reads a folder as `readdir` does for tinyglobby, which passes over failures: `failed` is told of them. Names that are not
 * UTF-8 come as {@link decodePath} gives them, where Node would give U+FFFD.
 */
function reader(failed: (folder: string, error: NodeJS.ErrnoException) => void): typeof readdir {
  const read = (folder: string, _: object, done: (error: Error | null, found?: readonly Dirent[]) => void) =>
    readdir(encodePath(folder), { withFileTypes: true, encoding: 'buffer' }, (error, found) => {
      if (error === null) done(null, found.map(withDecodedName));
      else {
        failed(folder, error);
        done(error);
      }
    });
  return read as typeof readdir;
}

function withDecodedName(entry: Dirent<Buffer>): Dirent {
  return Object.assign(entry, { name: decodePath(entry.name) }) as unknown as Dirent;
}
