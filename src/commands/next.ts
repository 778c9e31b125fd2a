import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { momentOption } from '../cli/moment.js';
import { type MomentOptions, printAt } from '../cli/outlook.js';
import { outputOptions } from '../cli/present.js';
import { Failure } from '../io.js';
import { nextSessions } from '../query/now.js';
import { quote } from '../text/escape.js';

export function configure(command: Command): void {
  momentOption(command);
  outputOptions(command, 'a table');
  addNotes(
    command,
    [
      'Of each room, the next session, or the next n. Those that start at the same time in one room, such as a session and its first part, count as one, and the part comes first. What is cancelled is left out. Where nothing follows, standard error says so.',
    ],
    ['idm next', 'idm next 3', 'idm next --at 2018-03-26T12:00', 'idm next 2 --at 13:30 --json'],
  );
}

export async function run(invocation: Invocation<MomentOptions>): Promise<number> {
  const count = countOf(invocation.args[0] ?? '1');
  return printAt(invocation, 'nothing follows', (presentation, at) => nextSessions(presentation, at, count));
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Failure(`next takes a number from 1, not ${quote(text)}`);
}
