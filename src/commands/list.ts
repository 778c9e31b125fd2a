import type { Command } from 'commander';
import { safeJson } from '../model/json.js';
import { sessionRecord } from '../query/records.js';
import type { Filters } from '../query/select.js';
import { mentionErrors, openAgenda } from './agenda.js';
import type { Call } from './command.js';
import { chosen, filterOptions } from './filters.js';
import { paint, width } from './page.js';

interface Options extends Filters {
  readonly json?: boolean;
  readonly table?: boolean;
}

export function define(command: Command): void {
  filterOptions(command);
  command
    .option('--json', 'as JSON')
    .option('--table', 'as a table, also into a pipe')
    .addHelpText(
      'after',
      `
Filters combine with and; the values of one filter, with commas or repeated, with or.
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

export async function run({ io, shared, options }: Call<Options>): Promise<number> {
  const opened = await openAgenda(io, shared);
  const { lens } = opened;
  const entries = chosen(opened, options);
  if (options.json) await io.stdout.write(safeJson(entries.map(entry => sessionRecord(entry, lens))));
  else if (entries.length > 0 && (io.stdout.isTerminal || options.table)) {
    const { sessionList } = await import('../views/session-list.js');
    await io.stdout.write(sessionList(entries, lens, { width: width(io), paint: await paint(io, shared) }));
  } else {
    const { sessionTsv } = await import('../views/tsv.js');
    await io.stdout.write(sessionTsv(entries, lens));
  }
  if (entries.length === 0) await io.stderr.write('no session found\n');
  return (await mentionErrors(io, opened, ['shape'])) ? 1 : 0;
}
