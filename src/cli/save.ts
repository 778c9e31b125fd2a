import { Failure, type Io } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { why } from './open-agenda.js';

const MEANING: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  EISDIR: 'a folder, not a file',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
  EROFS: 'a read-only place',
  ENOSPC: 'no space left on the device',
};

/** Writes a file, whole or not at all; a failure says why in one line. */
export async function save(io: Io, file: string, text: string): Promise<void> {
  try {
    await io.files.write(file, text);
  } catch (error) {
    throw new Failure(`${escapeControlsOnLine(file)}: ${why(error, MEANING)}`);
  }
}
