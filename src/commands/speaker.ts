import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { mapLazily, type OutputOptions, outputOptions, present } from '../cli/present.js';
import { Failure } from '../io.js';
import { appearances, findPeople, nearestPeople, sortedPeople } from '../query/people.js';
import { personRecord } from '../query/records.js';
import { escapeControlsOnLine, quote } from '../text/escape.js';
import { suggest } from '../text/nearest.js';
import { appearancesTsv, peopleTsv } from '../views/tsv.js';

export function configure(command: Command): void {
  outputOptions(command, 'a page');
  addNotes(
    command,
    [
      'A person is found when each word that is typed begins a word of the name, the organisation or the function. Case, accents and apostrophes do not matter. Without a name, everyone is listed.',
    ],
    [
      'idm speaker Arbour',
      'idm speaker leitao marques',
      'idm speaker unicef --lang en',
      `idm speaker "Grainne O'Hara" --json`,
    ],
  );
}

export async function run(invocation: Invocation<OutputOptions>): Promise<number> {
  const { io, globals, args, options } = invocation;
  const loaded = await openAgenda(io, globals, options);
  const { agenda, presentation, recorded } = loaded;
  const query = args.join(' ');
  const matching = query.trim() === '' ? agenda.people : findPeople(agenda, query);
  const people = sortedPeople(matching, person => person, presentation);
  if (people.length === 0 && query.trim() !== '') {
    const near = nearestPeople(agenda, query);
    throw new Failure(
      escapeControlsOnLine(
        `no one found for ${quote(query)}${near.length === 0 ? '' : `; ${suggest(near.join(', '))}`}`,
      ),
      1,
    );
  }
  const where = appearances(agenda);
  const found = people.map(person => ({ person, appearances: where.get(person.id) ?? [] }));
  const everyone = query.trim() === '';
  await present(invocation, {
    json: () => mapLazily(found, one => personRecord(one.person, one.appearances, recorded)),
    page: async page => {
      const { peoplePage, peopleTable } = await import('../views/people-page.js');
      return (everyone ? peopleTable : peoplePage)(found, presentation, page);
    },
    tsv: () => (everyone ? peopleTsv : appearancesTsv)(found, presentation),
  });
  if (people.length === 0) await io.stderr.write('no one is in this agenda\n');
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}
