import fc from 'fast-check';
import { SESSION_STATUSES, SESSION_TYPES } from '../../src/model/agenda.js';
import { TIME_WORDS } from '../../src/model/time.js';

/** Pieces that texts of YAML and of people trip over. */
const PIECES = [
  'a',
  'Zoé',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  ': ',
  ' #',
  '- ',
  '"',
  "'",
  '\\',
  'no',
  '007',
  '{',
  ']',
  ',',
  '\u00a0',
  '👩🏽‍🚀',
  '\u001b',
  '\r',
  '\u2028',
  '|',
  '>',
  '&',
  'word word word word word word word word word word ',
];

/** Text that is not nothing, without NUL. */
const text = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  )
  .map(string => string.replaceAll('\0', ''))
  .filter(string => string !== '');

const texts = fc.oneof(
  text,
  fc
    .uniqueArray(fc.constantFrom('fr', 'en', 'no', 'pt-BR', 'und'), { minLength: 1, maxLength: 3 })
    .chain(tags => fc.tuple(...tags.map(tag => text.map(string => [tag, string] as const))))
    .map(pairs => Object.fromEntries(pairs)),
);

const ROOMS = ['r', '1', 'no', 'hall_2'];
const PEOPLE = ['p', '007', 'null', 'o-hara'];
const rooms = fc.oneof(fc.constantFrom(...ROOMS), fc.subarray(ROOMS));
const time = fc
  .tuple(fc.nat(1439), fc.option(fc.nat(1440), { nil: undefined }), fc.boolean())
  .map(([start, end, next]) => `${clock(start)}-${end === undefined ? '' : `${clock(end)}${next ? '+1' : ''}`}`);

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function some<T extends Record<string, fc.Arbitrary<unknown>>>(fields: T, required: readonly (keyof T & string)[]) {
  return fc.record(fields, { requiredKeys: [...required] });
}

const url = fc.constantFrom('https://example.org/#a', 'mailto:a@example.org');
/** A text in several languages, which a name may be. */
const names = fc.oneof(text, fc.record({ ar: fc.constantFrom('سامر المصري', 'ليلى'), en: text }));
const interpretation = fc.subarray(['ar', 'en', 'no']);
const links = fc.array(some({ title: texts, url }, ['title', 'url']), { maxLength: 2 });
const person = { name: names, sort: text, honorific: texts, title: texts, org: texts, country: names, url, bio: texts };

const remote = fc.boolean();

const appearance = fc.oneof(
  fc.constantFrom(...PEOPLE),
  some({ person: fc.constantFrom(...PEOPLE), role: texts, note: texts, remote, title: texts, org: texts }, ['person']),
  some({ ...person, role: texts, note: texts, remote }, ['name']),
);

const item = fc.oneof(
  texts,
  some({ title: texts, speakers: fc.array(appearance, { maxLength: 2 }), note: texts, url }, ['title']),
);

const session: (depth: number) => fc.Arbitrary<unknown> = depth =>
  some(
    {
      id: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/),
      time: fc.oneof({ arbitrary: time, weight: 4 }, fc.constantFrom(...TIME_WORDS)),
      title: texts,
      type: fc.constantFrom(...SESSION_TYPES),
      subtitle: texts,
      description: texts,
      room: rooms,
      moderators: fc.array(appearance, { maxLength: 2 }),
      speakers: fc.array(appearance, { maxLength: 3 }),
      items: fc.array(item, { maxLength: 2 }),
      organizer: texts,
      track: texts,
      tags: fc.array(text, { maxLength: 3 }),
      languages: fc.subarray(['fr', 'no', 'pt-BR']),
      interpretation,
      status: fc.constantFrom(...SESSION_STATUSES),
      url,
      links,
      ...(depth > 0 && { sessions: fc.array(session(depth - 1), { maxLength: 2 }) }),
    },
    ['id', 'time', 'title'],
  );

/** Any agenda without a fault of shape, as plain data. */
export const anyAgenda = some(
  {
    id: fc.constantFrom('x', '007', 'no'),
    title: texts,
    subtitle: texts,
    description: texts,
    url,
    language: fc.constantFrom('fr', 'no', 'en'),
    timezone: fc.constantFrom('Europe/Paris', 'UTC'),
    venue: texts,
    organizer: texts,
    interpretation,
    links,
    status: fc.constantFrom('draft', 'final', 'cancelled'),
    updated: fc.constantFrom('2018-03-20', '2018-03-20 09:00+02:00'),
    revision: fc.nat(1000),
    room: rooms,
    rooms: fc
      .tuple(
        ...ROOMS.map(() =>
          fc.oneof(
            texts,
            some(
              {
                name: texts,
                capacity: fc.nat(900),
                floor: texts,
                shared: fc.boolean(),
                url: fc.constant('https://example.org/'),
                interpretation,
              },
              ['name'],
            ),
          ),
        ),
      )
      .map(all => new Map(ROOMS.map((id, i) => [id, all[i]])))
      .map(all => Object.fromEntries(all)),
    people: fc
      .tuple(...PEOPLE.map(() => some(person, ['name'])))
      .map(all => Object.fromEntries(PEOPLE.map((id, i) => [id, all[i]]))),
    days: fc.array(
      some(
        {
          date: fc.constantFrom('2018-03-26', '2018-03-27'),
          title: texts,
          room: rooms,
          sessions: fc.array(session(2), { maxLength: 4 }),
        },
        ['date', 'sessions'],
      ),
      { maxLength: 2 },
    ),
    lint: fc.dictionary(fc.constantFrom('room-clash', 'parallel'), fc.constantFrom('off', 'info', 'warning', 'error')),
  },
  ['id', 'title', 'timezone', 'rooms', 'people', 'days'],
);
