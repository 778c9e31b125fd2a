import { getSystemErrorMap } from 'node:util';
import { Failure } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';

/**
 * What an error of the system means to who called: by its code where `meanings` has it, else in the system's own words, which
 * name no path. Undefined of any other error.
 */
export function describeSystemError(
  error: unknown,
  meanings: Readonly<Record<string, string>> = {},
): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const told = meanings[String(error.code)] ?? MEANINGS[String(error.code)];
  if (told !== undefined) return told;
  return 'errno' in error ? (getSystemErrorMap().get(Number(error.errno))?.[1] ?? error.message) : undefined;
}

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder, not a file',
  ELOOP: 'links that lead to one another',
  ENAMETOOLONG: 'too long a name',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'no space left in the quota',
  EFBIG: 'too large a file',
  EROFS: 'a read-only place',
  EIO: 'the device failed',
};

/** Works on a file; an error that no input should cause is told of that file, so that the others can go on. */
export async function onFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure(`${escapeControlsOnLine(file)}: ${describeUnexpected(error)}`, 2, { cause: error });
  }
}

/** An error that nothing foresees: most likely a bug of idm. */
export function describeUnexpected(error: unknown): string {
  const known = describeSystemError(error);
  if (known !== undefined) return known;
  return `internal error: ${error instanceof Error ? error.message : String(error)} (--debug shows where)`;
}
