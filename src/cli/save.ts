import { Failure, type Io } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { describeSystemError } from './failure.js';

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
};

/** Writes a file, whole or not at all; a failure says why in one line. */
export async function save(io: Io, file: string, content: string | Uint8Array): Promise<void> {
  try {
    await io.files.write(file, content);
  } catch (error) {
    throw notWritten(file, error);
  }
}

/** The same for a new file. False where there is one already, which stays as it is. */
export async function saveNew(io: Io, file: string, text: string): Promise<boolean> {
  try {
    await io.files.create(file, text);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw notWritten(file, error);
  }
}

/** True of two names of one file, by whatever path or link. */
export function isSameFile({ files }: Io, one: string, other: string): boolean {
  const identity = files.identity(one);
  return identity !== undefined && identity === files.identity(other);
}

function notWritten(file: string, error: unknown): unknown {
  const why = describeSystemError(error, MEANINGS);
  return why === undefined ? error : new Failure(`${escapeControlsOnLine(file)}: ${why}`, 2, { cause: error });
}
