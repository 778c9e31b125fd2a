import { describe, expect, test } from 'vitest';
import { documentText, generated, table, update, withGenerated } from '../support/readme.js';
import { AGENDAS, type Event, events } from './agendas.js';
import { CLIENTS } from './clients.js';
import { versionOf } from './programs.js';
import type { Client } from './readers/client.js';
import { AGENDA_NAMES, FORM_NAMES, type Form, take, times } from './survey.js';

const DOCUMENT = 'docs/clients.md';
const COUNTED = {
  instants: times,
  titles: ({ title }: Event) => title,
  places: ({ place }: Event) => place,
  statuses: ({ status }: Event) => status,
};
const HEAD = ['client', 'version', 'export', 'events', ...Object.keys(COUNTED)];

const pairs = CLIENTS.flatMap(client => FORM_NAMES.map(form => ({ client, form, name: client.name })));
const agendas = table(
  ['agenda', 'sessions'],
  await Promise.all(AGENDA_NAMES.map(async name => [name, String((await events(AGENDAS[name])).size)])),
);
const notes = table(
  ['client', 'what to know'],
  CLIENTS.map(({ name, notes }) => [name, notes.join('; ') || 'nothing: it shows all']),
);

if (process.env.UPDATE_CLIENTS === '1') {
  const rows: string[][] = [];
  for (const { client, form } of pairs) rows.push((await row(client, form)) ?? before(client, form) ?? []);
  await update(DOCUMENT, text =>
    Object.entries({
      agendas,
      clients: table(
        HEAD,
        rows.filter(cells => cells.length > 0),
      ),
      notes,
    }).reduce((all, [name, content]) => withGenerated(all, name, content), text),
  );
}

describe('docs/clients.md', () => {
  const again = 'UPDATE_CLIENTS=1 npx vitest run --config test/clients/vitest.config.ts';

  test.for(pairs)('has what $name shows of $form', async ({ client, form }, { skip }) => {
    const written = before(client, form);
    expect(written, again).toBeDefined();
    const found = await row(client, form);
    if (found === undefined) skip(`${client.name} is not installed`);
    if (found?.[1] !== written?.[1]) skip(`it is about ${client.name} ${written?.[1]}, and here is ${found?.[1]}`);
    expect(written, again).toEqual(found);
  });

  test.each(Object.entries({ agendas, notes }))('has the %s that are tested', (name, content) => {
    expect(generated(documentText(DOCUMENT), name), again).toBe(content);
  });
});

/** The row of the document. */
function before(client: Client, form: Form): string[] | undefined {
  const rows = (generated(documentText(DOCUMENT), 'clients') ?? '').split('\n').map(line => line.split(' | '));
  const cells = rows.map(row => row.map(cell => cell.replace(/^\| | \|$/g, '')));
  return cells.find(([name, , by]) => name === client.name && by === form);
}

/** The row as it is to be; undefined where the client is missing. */
async function row(client: Client, form: Form): Promise<string[] | undefined> {
  const version = versionOf(client);
  if (version === undefined) return undefined;
  const all = await Promise.all(AGENDA_NAMES.map(agenda => take(client, form, agenda)));
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const total = sum(all.map(({ said }) => said.length));
  const counts = Object.values(COUNTED).map(of =>
    sum(all.map(({ said, shown }) => inCommon(said.map(of), shown.map(of)))),
  );
  const shown = sum(all.map(({ shown }) => shown.length));
  return [client.name, version, form, ...[shown, ...counts].map(count => `${count} of ${total}`)];
}

/** How many values of one list are in the other, each counted once. */
function inCommon(values: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return values.filter(value => {
    const at = left.indexOf(value);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}
