import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { filterOptions, selectedSessions } from '../cli/filters.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { mapLazily, type OutputOptions, outputOptions, present } from '../cli/present.js';
import { sessionRecord } from '../query/records.js';
import type { Filters } from '../query/select.js';
import { sessionTsv } from '../views/tsv.js';

type Options = Filters & OutputOptions;

export function configure(command: Command): void {
  filterOptions(command);
  outputOptions(command, 'a table');
  addNotes(
    command,
    [
      'A session is listed when it passes every filter. The values of one filter, repeated or with commas between them, are alternatives; a value that contains a comma is tried as a whole first.',
      'A terminal gets a table; a pipe gets tab-separated lines: date, start, end, id, type, rooms, title.',
    ],
    [
      'idm list --day 1',
      'idm list --day 2018-03-27 --lang en',
      'idm list --type panel,side-event',
      'idm list --speaker "Leitão Marques" --json',
      'idm list --tz Europe/Paris',
    ],
  );
}

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, options } = invocation;
  const loaded = await openAgenda(io, globals, options);
  const { presentation, recorded } = loaded;
  const entries = selectedSessions(loaded, options, io);
  await present(invocation, {
    json: () => mapLazily(entries, entry => sessionRecord(entry, recorded)),
    page: async page => (await import('../views/session-listing.js')).sessionList(entries, presentation, page),
    tsv: () => sessionTsv(entries, presentation),
  });
  if (entries.length === 0) await io.stderr.write('no session found\n');
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}
