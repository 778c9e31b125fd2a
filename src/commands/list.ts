import type { Command } from 'commander';
import type { Call } from '../cli/command.js';
import { chosen, filterOptions } from '../cli/filters.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { each, type OutputOptions, outputOptions, present } from '../cli/output.js';
import { sessionRecord } from '../query/records.js';
import type { Filters } from '../query/select.js';
import { sessionTsv } from '../views/tsv.js';

type Options = Filters & OutputOptions;

export function define(command: Command): void {
  filterOptions(command);
  outputOptions(command, 'a table').addHelpText(
    'after',
    `
Filters combine with and; the values of one filter, with commas or repeated, with or. A value that has a comma itself is
tried as a whole first.
A terminal gets a table, a pipe gets lines of date, start, end, id, type, rooms and title with tabs between.

Examples:
  $ idm list --day 1
  $ idm list --day 2018-03-27 --lang en
  $ idm list --type panel,side-event
  $ idm list --speaker "Leitão Marques" --json
  $ idm list --tz Europe/Paris
`,
  );
}

export async function run(call: Call<Options>): Promise<number> {
  const { io, shared, options } = call;
  const opened = await openAgenda(io, shared);
  const { presentation } = opened;
  const entries = chosen(opened, options);
  await present(call, {
    json: () => each(entries, entry => sessionRecord(entry, presentation)),
    page: async page => (await import('../views/session-list.js')).sessionList(entries, presentation, page),
    tsv: () => sessionTsv(entries, presentation),
  });
  if (entries.length === 0) await io.stderr.write('no session found\n');
  return (await mentionErrors(io, opened, ['shape'])) ? 1 : 0;
}
