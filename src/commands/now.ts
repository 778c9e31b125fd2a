import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { type MomentOption, momentOf, momentOption } from '../cli/moment.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { sayOutlook } from '../cli/outlook.js';
import { type OutputOptions, outputOptions, present } from '../cli/present.js';
import { sessionsAt } from '../query/now.js';
import { sessionRecord } from '../query/records.js';
import { sessionTsv } from '../views/tsv.js';

type Options = MomentOption & OutputOptions;

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

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, options } = invocation;
  const loaded = await openAgenda(io, globals);
  const { agenda, presentation } = loaded;
  const at = momentOf(options, presentation.zones.get(agenda.timezone), io.now());
  const entries = sessionsAt(presentation, at);
  await present(invocation, {
    json: () => entries.map(entry => sessionRecord(entry, presentation)),
    page: async page => (await import('../views/session-listing.js')).sessionList(entries, presentation, page),
    tsv: () => sessionTsv(entries, presentation),
  });
  if (entries.length === 0) await sayOutlook(io, 'nothing is on', presentation, at);
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}
