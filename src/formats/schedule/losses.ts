import type { Agenda, Appearance, Person, Room, Session } from '../../model/agenda.js';
import { joinTexts } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import type { ExportRequest } from '../format.js';
import { exportedSessions } from '../selection.js';
import { above, elsewhere, overlapping, scheduled } from './grid-events.js';
import { webAddress } from './write-text.js';

/** The formats of the family, which differ a little in what they have room for. */
type Family = 'xml' | 'json';

/** What of an export a schedule cannot say, in short sentences without end: docs/formats.md says the same by field. */
export function losses(request: ExportRequest, family: Family): readonly string[] {
  const { presentation } = request;
  const { agenda } = presentation;
  const events = scheduled(request);
  const kept = new Set(events);
  const gone = exportedSessions(request).filter(entry => !kept.has(entry));
  const of = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`of ${what}: ${joinTexts(names)}`];
  return [
    ...OF_GONE.flatMap(([has, sentence]) => said(gone.filter(has), sentence, presentation)),
    ...OF_EVENTS.flatMap(([has, sentence]) => said(events.filter(has), sentence, presentation)),
    ...said(overlapping(events, presentation), OVERLAPPING, presentation),
    ...of('people', named(OF_PEOPLE, events, family, presentation)),
    ...of('rooms', named(OF_ROOMS, agenda.rooms, family, presentation)),
    ...of('the agenda', named(OF_AGENDA, [agenda], family, presentation)),
  ];
}

/** What is lost of the entries that have something. `n` is “1 session” or “2 sessions”, `one` tells which. */
type Sentence = readonly [
  has: (entry: ScheduledSession) => boolean,
  sentence: (n: string, one: boolean, presentation: Presentation) => string,
];

/** Of what is no event. */
const OF_GONE: readonly Sentence[] = [
  [({ status }) => status === 'cancelled', n => `${n}, cancelled`],
  [({ status }) => status !== 'cancelled', n => `${n} with parts (the parts are exported)`],
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
    (n, one, presentation) => `that ${n} ${one ? 'has' : 'have'} no room: “${elsewhere(presentation)}” stands for it`,
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

const OVERLAPPING: Sentence[1] = n => `that ${n} overlap in one room: an app may show one over the other`;

function said(
  { length }: readonly ScheduledSession[],
  sentence: Sentence[1],
  presentation: Presentation,
): readonly string[] {
  return length === 0
    ? []
    : [sentence(`${length} ${length === 1 ? 'session' : 'sessions'}`, length === 1, presentation)];
}

/** What is lost of something, by name; of the family's formats only where one is named. */
type Part<T> = readonly [name: string, has: (of: T, presentation: Presentation) => boolean, only?: Family];

const OF_PEOPLE: readonly Part<ScheduledSession>[] = [
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

function named<T>(
  parts: readonly Part<T>[],
  of: readonly T[],
  family: Family,
  presentation: Presentation,
): readonly string[] {
  return parts
    .filter(([, has, only = family]) => only === family && of.some(one => has(one, presentation)))
    .map(([name]) => name);
}

/** True when one of the people of a session, or their appearance in it, has something. */
function someone(has: (of: Pick<Appearance, 'role' | 'note'> & { readonly person: Person }) => unknown) {
  return (entry: ScheduledSession, presentation: Presentation) =>
    chain(entry)
      .flatMap(({ moderators, speakers }) => [...moderators, ...speakers])
      .some(appearance => has({ ...appearance, person: presentation.personOf(appearance) }) !== undefined);
}

/** A session and those that it is part of: a part takes from them what it does not have itself. */
function chain(entry: ScheduledSession): readonly Session[] {
  return [entry, ...above(entry)].map(({ session }) => session);
}
