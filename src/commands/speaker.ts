import type { Command } from 'commander';
import { Failure } from '../io.js';
import { inertLine } from '../model/inert.js';
import { safeJson } from '../model/json.js';
import { appearances, findPeople, nearestPeople } from '../query/people.js';
import { personRecord } from '../query/records.js';
import { mentionErrors, openAgenda } from './agenda.js';
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
Each word begins a word of the name, the organisation or the function, whatever its case, accents and apostrophes.
Without a name: everyone.

Examples:
  $ idm speaker Arbour
  $ idm speaker leitao marques
  $ idm speaker unicef --lang en
  $ idm speaker "Grainne O'Hara" --json
`,
    );
}

export async function run({ io, shared, args, options }: Call<Options>): Promise<number> {
  const opened = await openAgenda(io, shared);
  const { agenda, lens } = opened;
  const query = args.join(' ');
  const people = query.trim() === '' ? agenda.people : findPeople(agenda, query);
  if (people.length === 0 && query.trim() !== '') {
    const near = nearestPeople(agenda, query);
    throw new Failure(
      inertLine(
        `no one found for ${JSON.stringify(query)}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`,
      ),
      1,
    );
  }
  const where = appearances(agenda);
  const found = people.map(person => ({ person, appearances: where.get(person.id) ?? [] }));
  if (options.json) await io.stdout.write(safeJson(found.map(one => personRecord(one.person, one.appearances, lens))));
  else if (io.stdout.isTerminal || options.table) {
    const { peoplePage, peopleTable } = await import('../views/people-page.js');
    const page = { width: width(io), paint: await paint(io, shared) };
    await io.stdout.write((query.trim() === '' ? peopleTable : peoplePage)(found, lens, page));
  } else {
    const { appearancesTsv, peopleTsv } = await import('../views/tsv.js');
    await io.stdout.write((query.trim() === '' ? peopleTsv : appearancesTsv)(found, lens));
  }
  if (people.length === 0) await io.stderr.write('no one is in this agenda\n');
  return (await mentionErrors(io, opened, ['shape'])) ? 1 : 0;
}
