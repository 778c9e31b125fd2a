import { join } from 'node:path';
import { main } from './main.js';
import { offsetByClock } from './node/clock.js';
import { processIo } from './node/io.js';

/** Runs the command line of this process, which is all that the process is for; gives the exit code. */
export function run(): Promise<number> {
  return main(process.argv.slice(2), { ...processIo(join(import.meta.dirname, '..')), offsets: offsetByClock });
}
