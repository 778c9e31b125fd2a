import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { momentOption } from '../cli/moment.js';
import { type MomentOptions, printAt } from '../cli/outlook.js';
import { outputOptions } from '../cli/present.js';
import { sessionsAt } from '../query/now.js';

export function configure(command: Command): void {
  momentOption(command);
  outputOptions(command, 'a table');
  addNotes(
    command,
    [
      'Parts come before the sessions that hold them, and what is cancelled is left out. A session without an announced end is on until the next one in its room begins, or until midnight. Where nothing is on, standard error says what comes next.',
    ],
    [
      'idm now',
      'idm now --at 13:30',
      'idm now --at "2018-03-26 16:15" --lang en',
      'idm now --at 2018-03-26T20:15Z --json',
    ],
  );
}

export function run(invocation: Invocation<MomentOptions>): Promise<number> {
  return printAt(invocation, 'nothing is on', sessionsAt);
}
