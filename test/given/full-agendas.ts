import fc from 'fast-check';
import { SESSION_STATUSES, SESSION_TYPES } from '../../src/model/agenda.js';
import { TIME_WORDS } from '../../src/model/time.js';

const word = fc.constantFrom('Öffnung', 'migrants', '=SUM', "'-x", 'a,b', 'c;d', 'say "hi"', '<b>&amp;', '中文', '🍕');
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '));
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map(all => all.join('\n'));
/** Names have no mark that a list of names would be divided at. */
const name = fc.constantFrom('Salle A', 'Großer Saal', 'Annex & Co', 'O’Hara <1>', '中文');
const plain = fc.stringMatching(/^[a-z]{3,8}$/);
const web = fc.constantFrom('https://example.org/a,b;c?d="e"&f', 'http://example.net/é');

/** Names of the language of the agenda: an entry may have the name in another script besides. */
const PEOPLE = { ada: 'Ada Reef', ben: 'Ben O’Hara', celik: 'Çelik Ünal', no: 'Dr. No', zoe: 'Zoé & Co' };
type Key = keyof typeof PEOPLE;
const KEYS = Object.keys(PEOPLE) as readonly Key[];

/** One of them has a name in two scripts. */
function named(key: Key): string | Readonly<Record<string, string>> {
  return key === 'ada' ? { ar: 'آدا ريف', fr: PEOPLE.ada } : PEOPLE[key];
}

function some<T extends Record<string, fc.Arbitrary<unknown>>>(fields: T, required: readonly (keyof T & string)[]) {
  return fc.record(fields, { requiredKeys: [...required] });
}

const appearance = fc
  .constantFrom(...KEYS)
  .chain(key =>
    some({ person: fc.constant(key), role: text, note: text, remote: fc.boolean(), title: text, org: text }, [
      'person',
    ]),
  );
const cast = fc.uniqueArray(appearance, { maxLength: 2, selector: ({ person }) => person });

const links = fc.uniqueArray(fc.record({ title: lines, url: web }), {
  minLength: 1,
  maxLength: 2,
  selector: ({ title, url }) => `${title} ${url}`,
});
const item = fc.oneof(lines, some({ title: lines, speakers: cast, note: text, url: web }, ['title']));
const interpretation = fc.subarray(['ar', 'en', 'pt-BR']);

const fields = {
  title: lines,
  type: fc.constantFrom(...SESSION_TYPES),
  subtitle: text,
  description: lines,
  room: fc.subarray(['r1', 'r2']),
  moderators: cast,
  speakers: cast,
  track: text,
  items: fc.array(item, { maxLength: 2 }),
  organizer: lines,
  links,
  interpretation,
  tags: fc.uniqueArray(plain, { maxLength: 2 }),
  languages: fc.subarray(['fr', 'en', 'pt-BR']),
  status: fc.constantFrom(...SESSION_STATUSES),
  url: web,
};

/** Quarters of an hour: when it starts, how long it takes (none is no announced end), and which of its parts do. */
const when = fc.record({
  start: fc.nat(90),
  length: fc.nat(30),
  parts: fc.nat(2),
  day: fc.nat(1),
  word: fc.option(fc.constantFrom(...TIME_WORDS), { freq: 4 }),
});
const session = fc.tuple(when, some(fields, ['title']));

const clock = (minutes: number) => {
  const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}${minutes >= 1440 ? '+1' : ''}`;
};

const agenda = {
  title: lines,
  subtitle: text,
  description: lines,
  venue: fc.constantFrom('Palais', 'Pier 7'),
  organizer: text,
  url: web,
  links,
  interpretation,
  status: fc.constantFrom('draft', 'final', 'cancelled'),
  updated: fc.constantFrom('2026-03-20', '2026-03-20T09:30:00+02:00'),
  revision: fc.integer({ min: 1, max: 99 }),
  timezone: fc.constantFrom('America/New_York', 'Europe/Paris', 'Asia/Kolkata'),
  lint: fc.constant({ 'room-clash': 'off' }),
};
const room = {
  name,
  capacity: fc.integer({ min: 1, max: 900 }),
  floor: text,
  shared: fc.boolean(),
  url: web,
  interpretation,
};
const person = { sort: text, honorific: text, title: text, org: text, country: text, url: web, bio: lines };

/**
 * Agendas of two days with any field of the format, in one language, as JSON, which is YAML. Each room has a session to
 * itself, which no one can be in the way of; names tell people and rooms apart.
 */
export const fullAgendas = fc
  .tuple(
    some(agenda, ['title', 'timezone', 'venue']),
    fc.uniqueArray(some(room, ['name']), { minLength: 2, maxLength: 2, selector: one => one.name }),
    fc.array(some(person, []), { minLength: KEYS.length, maxLength: KEYS.length }),
    fc.array(session, { minLength: 1, maxLength: 6 }),
    fc.option(text, { nil: undefined }),
    fc.option(fc.constantFrom('r1', 'r2'), { nil: undefined }),
  )
  .map(([head, rooms, people, list, dayTitle, dayRoom]) => {
    const ids = ['r1', 'r2'];
    const alone = ids.map((id, i) => ({ id: `alone-${i}`, time: '08:00-08:10', title: `Alone ${i}`, room: id }));
    const made = list.map(([{ start, length, parts, day, word }, rest], i) => {
      const [from, to] = [start * 15, (start + length) * 15];
      const time = word ?? `${clock(from)}-${length === 0 ? '' : clock(to)}`;
      const part = (n: number) => ({ id: `s${i}-part-${n}`, time, title: `Part ${n} of ${i}` });
      const sessions = Array.from({ length: parts }, (_, n) => part(n));
      return { day, session: { id: `s${i}_x`, time, ...rest, ...(parts > 0 && { sessions }) } };
    });
    const days = [0, 1].map(day => ({
      date: `2026-05-0${day + 4}`,
      ...(day === 0 && dayTitle !== undefined && { title: dayTitle }),
      ...(day === 1 && dayRoom !== undefined && { room: dayRoom }),
      sessions: [alone[day], ...made.flatMap(one => (one.day === day ? [one.session] : []))],
    }));
    return JSON.stringify({
      id: 'made-2026',
      language: 'fr',
      ...head,
      rooms: Object.fromEntries(rooms.map((one, i) => [ids[i], one])),
      people: Object.fromEntries(KEYS.map((key, i) => [key, { name: named(key), ...people[i] }])),
      days,
    });
  });
