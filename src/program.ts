import { join } from 'node:path';
import { main } from './main.js';
import { offsetByClock } from './node/clock.js';
import { processIo } from './node/io.js';
import { typedArguments } from './node/path-bytes.js';

/** Runs the command line of this process, which is all that the process is for; gives the exit code. */
export function run(): Promise<number> {
  const io = Object.assign(processIo(join(import.meta.dirname, '..')), { offsets: offsetByClock });
  return main(typedArguments(), io);
}

/** The help of a command, or of the whole, as for a terminal of any width; the pages of the manual are made of it. */
export async function help(command?: string): Promise<string> {
  let text = '';
  const io = processIo(join(import.meta.dirname, '..'));
  const write = async (chunk: string | Uint8Array | Iterable<string>) => {
    text += chunk;
  };
  const argv = command === undefined ? ['--help'] : [command, '--help'];
  await main(argv, { ...io, stdout: { ...io.stdout, columns: Infinity, write } });
  return text;
}
