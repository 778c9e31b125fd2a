import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { type LoadedAgenda, mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { type OutputOptions, outputOptions, present } from '../cli/present.js';
import { Failure } from '../io.js';
import { fullSessionRecord } from '../query/records.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import { sessionsTitled } from '../query/titles.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import { sessionTsv, showTsv } from '../views/tsv.js';

export function configure(command: Command): void {
  outputOptions(command, 'a page');
  addNotes(
    command,
    [
      'Takes an id, or words of the title in any language: each begins a word of it. Where several sessions have them all, standard error lists those.',
    ],
    ['idm show opening', 'idm show panel-1 --lang en', 'idm show session-3 --json'],
  );
}

export async function run(invocation: Invocation<OutputOptions>): Promise<number> {
  const { io, globals, args, options } = invocation;
  const loaded = await openAgenda(io, globals, options);
  const { agenda, presentation, recorded } = loaded;
  const query = args.join(' ');
  const entries = scheduledSessions(agenda);
  const exact = entries.find(({ session }) => session.id === query);
  const [entry, ...others] = exact === undefined ? sessionsTitled(entries, query) : [exact];
  if (entry === undefined) throw notFound(query, loaded);
  if (others.length > 0) {
    if (options.json) await io.stdout.write('[]\n');
    await io.stderr.write(`several sessions have ${quote(query)} in their title:\n`);
    for (const line of sessionTsv([entry, ...others], presentation)) await io.stderr.write(`  ${line}`);
    return 1;
  }
  await present(invocation, {
    json: () => fullSessionRecord(entry, recorded),
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
