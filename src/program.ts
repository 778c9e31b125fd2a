import { main } from './cli.js';
import { processIo } from './process-io.js';
import { offsetByClock } from './process-zone.js';

/** Runs the command line of this process, which is all that the process is for; gives the exit code. */
export function run(): Promise<number> {
  return main(process.argv.slice(2), { ...processIo(), offsets: offsetByClock });
}
