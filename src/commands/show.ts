import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { type LoadedAgenda, mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { type OutputOptions, outputOptions, present } from '../cli/present.js';
import { Failure } from '../io.js';
import { fullSessionRecord } from '../query/records.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import { showTsv } from '../views/tsv.js';

export function configure(command: Command): void {
  outputOptions(command, 'a page');
  addNotes(command, [], ['idm show opening', 'idm show panel-1 --lang en', 'idm show session-3 --json']);
}

export async function run(invocation: Invocation<OutputOptions>): Promise<number> {
  const { io, globals, args } = invocation;
  const loaded = await openAgenda(io, globals);
  const { agenda, presentation } = loaded;
  const [id = ''] = args;
  const entry = scheduledSessions(agenda).find(({ session }) => session.id === id);
  if (entry === undefined) throw notFound(id, loaded);
  await present(invocation, {
    json: () => fullSessionRecord(entry, presentation),
    page: async page => (await import('../views/session-page.js')).sessionPage(entry, presentation, page),
    tsv: () => showTsv(entry, presentation),
  });
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}

function notFound(id: string, { agenda, validate }: LoadedAgenda): Failure {
  const ids = [...sessions(agenda)].map(({ session }) => session.id);
  if (ids.includes(id)) return new Failure(`the time of session "${id}" cannot be read: run ${validate}`, 1);
  const near = nearest(id, ids);
  return new Failure(`no session ${quote(id)}; ${suggest(near, 'idm list shows the ids')}`, 1);
}
