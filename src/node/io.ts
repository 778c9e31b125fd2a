import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, type Io } from '../io.js';
import { localZone } from './clock.js';
import { processFiles } from './files.js';
import { output } from './output.js';
import { workingFolder } from './path-bytes.js';
import { readStream, readWhole } from './read-file.js';

/**
 * The running process as an {@link Io}. The agenda that ships with the tool lies in `data/` of the tool's own folder. Without
 * `cwd`, the working folder of the process, which is looked up when it is asked for.
 */
export function processIo(folder: string, cwd?: string): Io {
  let known = cwd;
  const current = () => {
    known ??= folderOfProcess();
    return known;
  };
  return {
    get cwd() {
      return current();
    },
    env: process.env,
    stdout: output(1),
    stderr: output(2),
    files: processFiles(current),
    bundledAgenda: join(folder, 'data/idm-2018.yaml'),
    stdin: async () => {
      // A stream gives a folder as an empty file.
      const stats = fstatSync(0);
      if (stats.isFile() || stats.isDirectory()) return readWhole(0);
      return readStream(process.stdin);
    },
    zone: localZone,
    now: Date.now,
    zoneData: process.versions.tz ?? 'of the system',
    git: async () => (await import('./git.js')).processGit(current),
    page: async text => (await import('./pager.js')).throughPager(text),
    colors: async () => (await import('./colors.js')).colors,
  };
}

function folderOfProcess(): string {
  try {
    return workingFolder();
  } catch {
    throw new Failure('the working folder was deleted or cannot be reached: change to another one');
  }
}
