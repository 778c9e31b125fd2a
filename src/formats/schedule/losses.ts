import type { Agenda, Appearance, Person, Room, Session } from '../../model/agenda.js';
import type { Entry } from '../../query/entries.js';
import type { Lens } from '../../query/lens.js';
import { listed } from '../../query/naming.js';
import { type Export, written } from '../writer.js';
import { above, elsewhere, scheduled } from './grid-events.js';
import { webAddress } from './write-text.js';

/** The formats of the family, which differ a little in what they have room for. */
type Family = 'xml' | 'json';

/** What of an export a schedule cannot say, in short sentences without end: docs/formats.md says the same by field. */
export function losses(given: Export, family: Family): readonly string[] {
  const { agenda, lens } = given;
  const events = scheduled(given);
  const kept = new Set(events);
  const gone = written(given).filter(entry => !kept.has(entry));
  const of = (what: string, names: readonly string[]) => (names.length === 0 ? [] : [`of ${what}: ${listed(names)}`]);
  return [
    ...OF_GONE.flatMap(([has, sentence]) => said(gone.filter(has), sentence, lens)),
    ...OF_EVENTS.flatMap(([has, sentence]) => said(events.filter(has), sentence, lens)),
    ...of('people', named(OF_PEOPLE, events, family, lens)),
    ...of('rooms', named(OF_ROOMS, agenda.rooms, family, lens)),
    ...of('the agenda', named(OF_AGENDA, [agenda], family, lens)),
  ];
}

/** What is lost of the entries that have something. `n` is “1 session” or “2 sessions”, `one` tells which. */
type Sentence = readonly [has: (entry: Entry) => boolean, sentence: (n: string, one: boolean, lens: Lens) => string];

/** Of what is no event. */
const OF_GONE: readonly Sentence[] = [
  [({ status }) => status === 'cancelled', n => `${n}, cancelled`],
  [({ status }) => status !== 'cancelled', n => `${n} with parts, as the parts are there`],
  [
    ({ status, session }) => status !== 'cancelled' && session.description !== undefined,
    n => `the description of ${n} with parts`,
  ],
];

const OF_EVENTS: readonly Sentence[] = [
  [({ status }) => status === 'tentative', (n, one) => `that ${n} ${one ? 'is' : 'are'} tentative`],
  [({ end }) => end === undefined, (n, one) => `that ${n} ${one ? 'has' : 'have'} no announced end`],
  [({ rooms }) => rooms.length > 1, n => `the other rooms of ${n}`],
  [
    ({ rooms }) => rooms.length === 0,
    (n, one, lens) => `that ${n} ${one ? 'has' : 'have'} no room: “${elsewhere(lens)}” stands for it`,
  ],
  [
    entry => above(entry).length > (entry.session.subtitle === undefined ? 1 : 0),
    (n, one) => `what ${n} ${one ? 'is' : 'are'} part of`,
  ],
  [entry => chain(entry).some(({ tags }) => tags.length > 0), n => `the tags of ${n}`],
  [
    entry => (chain(entry).find(({ languages }) => languages.length > 0)?.languages.length ?? 0) > 1,
    n => `the other languages of ${n}`,
  ],
  [
    entry => chain(entry).some(({ url }) => url !== undefined && webAddress(url) === undefined),
    n => `the mail address of ${n}`,
  ],
];

function said({ length }: readonly Entry[], sentence: Sentence[1], lens: Lens): readonly string[] {
  return length === 0 ? [] : [sentence(`${length} ${length === 1 ? 'session' : 'sessions'}`, length === 1, lens)];
}

/** What is lost of something, by name; of the family's formats only where one is named. */
type Part<T> = readonly [name: string, has: (of: T, lens: Lens) => boolean, only?: Family];

const OF_PEOPLE: readonly Part<Entry>[] = [
  ['who moderates', entry => chain(entry).some(({ moderators }) => moderators.length > 0)],
  ['roles', someone(({ role }) => role)],
  ['notes', someone(({ note }) => note)],
  ['honorifics', someone(({ person: { honorific } }) => honorific)],
  ['functions', someone(({ person: { title } }) => title)],
  ['organisations', someone(({ person: { org } }) => org)],
  ['countries', someone(({ person: { country } }) => country)],
  ['biographies', someone(({ person: { bio } }) => bio), 'xml'],
  ['addresses', someone(({ person: { url } }) => url), 'xml'],
];

const OF_ROOMS: readonly Part<Room>[] = [
  ['which are shared', ({ shared }) => shared === true],
  ['capacities', ({ capacity }) => capacity !== undefined, 'xml'],
  ['floors', ({ floor }) => floor !== undefined, 'xml'],
];

const OF_AGENDA: readonly Part<Agenda>[] = [
  ['subtitle', ({ subtitle }) => subtitle !== undefined],
  ['description', ({ description }) => description !== undefined, 'xml'],
  ['venue', ({ venue }) => venue !== undefined],
  ['organizer', ({ organizer }) => organizer !== undefined],
  ['status', ({ status }) => status !== undefined],
  ['titles of days', ({ days }) => days.some(({ title }) => title !== undefined)],
];

function named<T>(parts: readonly Part<T>[], of: readonly T[], family: Family, lens: Lens): readonly string[] {
  return parts
    .filter(([, has, only = family]) => only === family && of.some(one => has(one, lens)))
    .map(([name]) => name);
}

/** True when one of the people of a session, or their appearance in it, has something. */
function someone(has: (of: Pick<Appearance, 'role' | 'note'> & { readonly person: Person }) => unknown) {
  return (entry: Entry, lens: Lens) =>
    chain(entry)
      .flatMap(({ moderators, speakers }) => [...moderators, ...speakers])
      .some(appearance => has({ ...appearance, person: lens.appearing(appearance) }) !== undefined);
}

/** A session and those that it is part of: a part takes from them what it does not have itself. */
function chain(entry: Entry): readonly Session[] {
  return [entry, ...above(entry)].map(({ session }) => session);
}
