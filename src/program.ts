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
