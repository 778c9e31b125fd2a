import type { Command } from 'commander';
import { Failure } from '../io.js';
import { inertLine } from '../model/inert.js';
import { safeJson } from '../model/json.js';
import { nearest } from '../model/nearest.js';
import { entries } from '../query/entries.js';
import { fullSessionRecord } from '../query/records.js';
import { sessions } from '../query/walk.js';
import { mentionErrors, type Opened, openAgenda } from './agenda.js';
import type { Call } from './command.js';
import { paint, width } from './page.js';

interface Options {
  readonly json?: boolean;
  readonly table?: boolean;
}

export function define(command: Command): void {
  command
    .option('--json', 'as JSON')
    .option('--table', 'as a page, also into a pipe')
    .addHelpText(
      'after',
      `
Examples:
  $ idm show opening
  $ idm show panel-1 --lang en
  $ idm show session-3 --json
`,
    );
}

export async function run({ io, shared, args, options }: Call<Options>): Promise<number> {
  const opened = await openAgenda(io, shared);
  const { agenda, lens } = opened;
  const [id = ''] = args;
  const entry = entries(agenda).find(({ session }) => session.id === id);
  if (entry === undefined) throw notFound(id, opened);
  if (options.json) await io.stdout.write(safeJson(fullSessionRecord(entry, lens)));
  else if (io.stdout.isTerminal || options.table) {
    const { sessionPage } = await import('../views/session-page.js');
    await io.stdout.write(sessionPage(entry, lens, { width: width(io), paint: await paint(io, shared) }));
  } else {
    const { showTsv } = await import('../views/tsv.js');
    await io.stdout.write(showTsv(entry, lens));
  }
  return (await mentionErrors(io, opened, ['shape'])) ? 1 : 0;
}

function notFound(id: string, { agenda, file }: Opened): Failure {
  const ids = [...sessions(agenda)].map(({ session }) => session.id);
  if (ids.includes(id))
    return new Failure(`the time of session "${id}" cannot be read: run idm validate ${inertLine(file)}`, 1);
  const near = nearest(id, ids);
  return new Failure(
    `no session ${JSON.stringify(id)}${near === undefined ? '; idm list shows the ids' : `; did you mean ${near}?`}`,
    1,
  );
}
