// Agendas of any number of sessions as YAML, as a secretariat writes them: block style, one field a line.
import { FAULTS } from './faults.js';

/** Sessions of one day, the parts of others among them. More sessions are more days. */
export const A_DAY = 100;
const ROOMS = 10;
/** A session as it is written: fields that faults change, so nothing here is readonly. */
export interface MadeSession {
  id: string;
  time: string;
  title?: string;
  room?: string | string[];
  speakers?: (string | MadePerson)[];
  [field: string]: unknown;
}

export interface MadePerson {
  readonly name: string;
  readonly honorific: string;
  readonly title: string;
  readonly org: string;
}

/** Two sessions at one time in neighbouring rooms. */
type Site = readonly [session: MadeSession, other: MadeSession];

const SLOTS = [570, 660, 840, 930, 1020];
const SLOT = 90;
const PARTS = 3;
/** The rooms from which no session has parts. Every second of them has faults; the one after it is its other half. */
const WHOLE = 4;

/**
 * The YAML of an agenda of `count` sessions, a multiple of 100, in which the tool finds no problem; or, with `faults`, as
 * many errors and warnings. A hundred faults need a thousand sessions.
 */
export function agenda(count: number, faults = 0): string {
  const days = Array.from({ length: count / A_DAY }, (_, number) => day(number));
  const sites = days.flatMap(({ sites }) => sites);
  if (!Number.isInteger(count / A_DAY) || faults > sites.length)
    throw new RangeError(`no agenda of ${count} sessions with ${faults} faults`);
  for (let i = 0; i < faults; i++) {
    const site = sites[Math.floor((i * sites.length) / faults)];
    if (site !== undefined) FAULTS[i % FAULTS.length]?.(...site);
  }
  return lines({
    id: 'bench',
    title: 'Congrès européen des sciences de l’été',
    language: 'fr',
    timezone: 'Europe/Paris',
    venue: 'Palais des congrès, Besançon',
    organizer: 'Société européenne d’échanges',
    status: 'final',
    rooms: Object.fromEntries(
      Array.from({ length: ROOMS }, (_, room) => [roomId(room), { name: `Salle n° ${room + 1}`, capacity: 80 + room }]),
    ),
    people: Object.assign({}, ...days.map(({ people }) => people)),
    days: days.map(({ date, sessions }) => ({ date, sessions })),
  });
}

/** A day with its people, and the pairs of sessions at one time in neighbouring rooms that can take a fault. */
function day(number: number) {
  const name = names(number);
  const date = new Date(Date.UTC(2030, 0, 1 + number)).toISOString().slice(0, 10);
  const id = (what: string, ...rest: readonly number[]) => [what, number + 1, ...rest].join('-');
  const people: Record<string, MadePerson> = {};
  const staff = Array.from({ length: ROOMS }, (_, room) => {
    const known = (letter: string) => {
      const key = id(letter, room + 1);
      people[key] = person(name(), room);
      return key;
    };
    return { moderator: known('m'), speakers: [known('a'), known('b')] as const };
  });
  const opening = session(id('ouverture'), 540, 30, number, {
    type: 'plenary',
    room: roomId(0),
    speakers: [person(name(), number)],
  });
  const pause = session(id('pause'), 750, 90, number, { type: 'break' });
  const slots = SLOTS.map((start, slot) =>
    staff.map(({ moderator, speakers }, room) => {
      const own = id('s', slot + 1, room + 1);
      const seed = number * 50 + slot * ROOMS + room;
      const talk = (part: string, from: number, length: number, more: Partial<MadeSession>) =>
        session(part, from, length, seed, {
          ...more,
          speakers: [speakers[slot % 2 === 0 ? 0 : 1], person(name(), seed)],
        });
      const where = { room: roomId(room), moderators: [moderator] };
      if (room >= WHOLE || (room === WHOLE - 1 && slot > 0)) return talk(own, start, SLOT, where);
      const length = SLOT / PARTS;
      const part = (_: unknown, i: number) => talk(`${own}-${i + 1}`, start + i * length, length, {});
      return session(own, start, SLOT, seed, { ...where, sessions: Array.from({ length: PARTS }, part) });
    }),
  );
  const pairs = slots.flatMap(rooms =>
    [WHOLE, WHOLE + 2, WHOLE + 4].flatMap((room): Site[] => {
      const [session, other] = rooms.slice(room);
      return session === undefined || other === undefined ? [] : [[session, other]];
    }),
  );
  const [before, after] = [slots.slice(0, 2), slots.slice(2)];
  return { date, people, sites: pairs, sessions: [opening, ...before.flat(), pause, ...after.flat()] };
}

const TOPICS = ['L’énergie à l’école', 'Où mène la forêt', 'Çà et là, l’été', 'Œuvrer à deux', 'Naïveté et métier'];
const TEXT = [
  'Ce que des villes, des écoles et des hôpitaux ont déjà essayé, et ce qu’il en reste après dix ans.',
  'Les intervenants présentent chacun un exemple ; la salle pose ensuite ses questions.',
  'Une traduction simultanée est assurée, et les supports sont envoyés après la séance.',
];

function session(id: string, start: number, length: number, seed: number, more: Partial<MadeSession>): MadeSession {
  return {
    id,
    time: `${clock(start)}-${clock(start + length)}`,
    title: `${nth(TOPICS, seed)}${seed % 3 === 0 ? ' : débat' : ','} n° ${seed + 1}`,
    ...(seed % 5 === 0 ? { description: TEXT } : {}),
    ...more,
  };
}

function person(name: string, seed: number): MadePerson {
  return {
    name,
    honorific: seed % 2 === 0 ? 'Mme' : 'M.',
    title: nth(['Chargée de mission', 'Maître de conférences', 'Secrétaire général'], seed),
    org: nth(['Université d’Évora', 'Ville de Liège', 'Institut für Völkerkunde'], seed),
  };
}

const GIVEN = ['Hélène', 'José', 'Zoë', 'Łukasz', 'Anaïs', 'Björn', 'Inês', 'Noé', 'Søren', 'Françoise'];
const SYLLABLES = [...'bcdfglmnprstvz'].flatMap(consonant => [...'aeiou'].map(vowel => consonant + vowel));

const COUNT = SYLLABLES.length;

/** Names of one day. The last syllable is the sum of the three others: so no two names differ in a single letter. */
function names(day: number) {
  let next = day * 200;
  return () => {
    const code = (next * 7919) % COUNT ** 3;
    const digits = [code % COUNT, Math.floor(code / COUNT) % COUNT, Math.floor(code / COUNT ** 2)];
    const sum = digits.reduce((a, b) => a + b) % COUNT;
    const family = [...digits, sum].map(digit => nth(SYLLABLES, digit)).join('');
    return `${nth(GIVEN, next++)} ${family.slice(0, 1).toUpperCase()}${family.slice(1)}`;
  };
}

const roomId = (room: number) => `salle-${room + 1}`;
const two = (number: number) => String(number).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The fields of a map as lines. A text of several lines is folded, what is no plain scalar quoted, `[]` written out. */
function lines(fields: object, indent = ''): string {
  return Object.entries(fields)
    .map(([key, value]) => `${indent}${key}:${field(value, indent)}`)
    .join('');
}

function field(value: unknown, indent: string): string {
  if (value === TEXT) return ` >-\n${TEXT.map(line => `${indent}  ${line}\n`).join('')}`;
  if (Array.isArray(value)) return `\n${value.map(item => entry(item, `${indent}  `)).join('')}`;
  return typeof value === 'object' && value !== null
    ? `\n${lines(value, `${indent}  `)}`
    : ` ${scalar(String(value))}\n`;
}

function entry(item: unknown, indent: string): string {
  if (typeof item !== 'object' || item === null) return `${indent}- ${item}\n`;
  return lines(item, `${indent}  `).replace(/^ *(?=\S)/, `${indent}- `);
}

function scalar(value: string): string {
  return /: | #/.test(value) ? `"${value}"` : value;
}

/** The item of a list at a number, beginning again at its end. */
function nth<T>(list: readonly T[], number: number): T {
  const item = list[number % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}
