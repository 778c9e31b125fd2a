import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { type MomentOption, momentOf, momentOption } from '../cli/moment.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { sayOutlook } from '../cli/outlook.js';
import { type OutputOptions, outputOptions, present } from '../cli/present.js';
import { Failure } from '../io.js';
import { nextSessions } from '../query/now.js';
import { sessionRecord } from '../query/records.js';
import { quote } from '../text/escape.js';
import { sessionTsv } from '../views/tsv.js';

type Options = MomentOption & OutputOptions;

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

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, args, options } = invocation;
  const count = countOf(args[0] ?? '1');
  const loaded = await openAgenda(io, globals);
  const { agenda, presentation } = loaded;
  const at = momentOf(options, presentation.zones.get(agenda.timezone), io.now());
  const entries = nextSessions(presentation, at, count);
  await present(invocation, {
    json: () => entries.map(entry => sessionRecord(entry, presentation)),
    page: async page => (await import('../views/session-listing.js')).sessionList(entries, presentation, page),
    tsv: () => sessionTsv(entries, presentation),
  });
  if (entries.length === 0) await sayOutlook(io, 'nothing follows', presentation, at);
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Failure(`next takes a number from 1, not ${quote(text)}`);
}
