import { fstatSync, type Stats, writeSync } from 'node:fs';
import type { Output } from '../io.js';

/** Characters of a long text that are handed to the system at once. */
const PIECE = 1 << 16;

/**
 * The standard output (1) or error (2) of the process. Only a terminal gets a stream of Node's own: for a pipe or a file
 * it would take longer to load than many a command to run. So it is asked for when it is wanted.
 */
export function output(fd: 1 | 2): Output {
  let known: Stats | undefined;
  let terminal: boolean | undefined;
  let hasReader = true;
  const stats = () => {
    known ??= fstatSync(fd);
    return known;
  };
  const isTerminal = () => {
    terminal ??= stats().isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
    return terminal;
  };
  return {
    get isTerminal() {
      return isTerminal();
    },
    get isFile() {
      return stats().isFile();
    },
    get columns() {
      return isTerminal() ? stream(fd).columns : undefined;
    },
    get rows() {
      return isTerminal() ? stream(fd).rows : undefined;
    },
    write: async content => {
      const write = isTerminal() ? writeStream : writeWhole;
      for (const piece of pieces(content)) {
        if (!hasReader) return;
        hasReader = await isRead(write(fd, piece));
      }
    },
  };
}

/** False when the reader of a pipe has closed it. */
async function isRead(written: Promise<void>): Promise<boolean> {
  try {
    await written;
    return true;
  } catch (error) {
    if (isError(error, 'EPIPE')) return false;
    throw error;
  }
}

function stream(fd: 1 | 2): NodeJS.WriteStream {
  const found = fd === 1 ? process.stdout : process.stderr;
  // Failures come back from each write; without a listener the same one would end the process.
  if (found.listenerCount('error') === 0) found.on('error', () => {});
  return found;
}

function writeStream(fd: 1 | 2, piece: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => stream(fd).write(piece, error => (error ? fail(error) : done())));
}

async function writeWhole(fd: number, piece: string | Uint8Array): Promise<void> {
  for (let rest = typeof piece === 'string' ? Buffer.from(piece) : piece; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      // A pipe that is full, and that the other end told not to wait.
      if (!isError(error, 'EAGAIN')) throw error;
      await new Promise(again => setTimeout(again, 5));
    }
  }
}

function isError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Texts in pieces of some size; what comes whole stays so. */
function* pieces(content: string | Uint8Array | Iterable<string>): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) return yield content;
  let piece = '';
  for (const text of content) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
