import type { Io } from '../io.js';

/** Bytes or characters of a source that takes a second or so to work on. */
const LONG = 4_000_000;

/** Does some work on a source of a size. Where that takes long, a terminal's standard error says meanwhile what goes on. */
export async function withProgress<T>(io: Io, size: number, what: string, work: () => T | Promise<T>): Promise<T> {
  const long = size >= LONG && io.stderr.isTerminal;
  if (long) await io.stderr.write(`${what} …`);
  try {
    return await work();
  } finally {
    if (long) await io.stderr.write('\r\u001B[K');
  }
}
