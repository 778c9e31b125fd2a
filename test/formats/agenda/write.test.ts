import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { write } from '../../../src/formats/agenda/write.js';
import { Unwritable } from '../../../src/formats/export-limits.js';
import { lint } from '../../../src/lint/lint.js';
import type { Agenda, Room, Session } from '../../../src/model/agenda.js';
import { FIELDS } from '../../../src/model/fields.js';
import { presentation } from '../../../src/query/presentation.js';
import { fullSessionRecord } from '../../../src/query/records.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { anyAgenda } from '../../given/random-agendas.js';
import { runs } from '../../support/runs.js';

function read(yaml: string): Agenda {
  const { agenda } = readYaml(yaml);
  if (agenda === undefined) throw new Error(`no agenda:\n${yaml}`);
  return agenda;
}

/** The sessions as JSON gives them, in each of some languages. */
function records(agenda: Agenda): unknown {
  return ['fr', 'en', 'ar'].map(lang => {
    const look = presentation(agenda, { lang });
    return scheduledSessions(agenda).map(entry => fullSessionRecord(entry, look));
  });
}

/** Everything that a round trip has to keep. */
function check(yaml: string): string {
  const before = read(yaml);
  const canonical = write(given(yaml));
  const { agenda, faults } = readYaml(canonical);
  expect(faults).toEqual([]);
  expect(agenda).toEqual(before);
  expect(records(agenda ?? before)).toEqual(records(before));
  expect(write(given(canonical))).toBe(canonical);
  return canonical;
}

describe('the canonical agenda', () => {
  test.each([
    ['the shipped agenda', SHIPPED],
    ['a nasty one', NASTY.replace('\\0', '')],
  ])('%s, read again, is the same agenda, and written again the same text', (_, yaml) => {
    check(yaml);
  });

  test('adds no problem', () => {
    const count = (yaml: string) => lint(readYaml(yaml)).filter(({ severity }) => severity !== 'info').length;
    expect(count(write(given(SHIPPED)))).toBe(count(SHIPPED));
  });

  test('any agenda, read again, is the same, and written again the same text', () => {
    fc.assert(
      fc.property(anyAgenda, raw => {
        check(JSON.stringify(raw));
      }),
      { numRuns: runs(200) },
    );
  });

  test('and any is of every field', () => {
    const { inlinePerson, ...tables } = FIELDS;
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, one] of Object.entries(value)) {
        names.add(name);
        collect(one);
      }
    };
    for (const raw of fc.sample(anyAgenda, { numRuns: 200, seed: 1 })) collect(raw);
    expect([...names]).toEqual(expect.arrayContaining(Object.values(tables).flatMap(Object.keys)));
    expect([...names]).toEqual(expect.arrayContaining(Object.keys(inlinePerson)));
  });

  test('has every field, in the order of the format, laid out for a diff', () => {
    expect(write(given(EVERYTHING))).toBe(CANONICAL);
  });
});

describe('a text', () => {
  const hostile = [
    'two\nlines',
    'two\n\nparagraphs',
    '\nfirst',
    'last\n',
    'last\n\n',
    ' first',
    'last ',
    'a \nb',
    'a\n  b\nc',
    '  a\nb',
    'a\n\tb',
    'a\n \nb',
    '- a',
    '-',
    '? a',
    '# a',
    'a # b',
    'a #b',
    'a#b',
    'a: b',
    'a:',
    ':a',
    'a:b',
    '::',
    '"a"',
    "'a'",
    'a"b',
    "l'été",
    '\\',
    '\\n',
    '{a}',
    '[a]',
    'a, b',
    '&a',
    '*a',
    '!a',
    '|',
    '>-',
    '%a',
    '@a',
    '`a`',
    '=',
    '<<',
    '~',
    '---',
    '...',
    '--- a',
    'no',
    'No',
    'y',
    'on',
    'off',
    'true',
    'null',
    'Null',
    '007',
    '1.10',
    '1e3',
    '0x1F',
    '0o17',
    '0b1',
    '10:30',
    '1_000',
    '.5',
    '.inf',
    '2018-03-26',
    '2018-03-26 10:00:00',
    '+1',
    '-1',
    '\t',
    'a\tb',
    '\u001b[31mred',
    '\u0007',
    'a\rb',
    'a\r\nb',
    'a\u0085b',
    'a\u2028b',
    '\u202eabc\u202c',
    '\ufeffa',
    '\u007f',
    '\ufffe',
    '\ud800',
    'a\udc00b',
    '\u00a0',
    'a\u00a0: b',
    '« a »',
    '« a\u00a0»\u00a0: b',
    '👩🏽‍🚀',
    '会議室',
    'الحوار',
    'word '.repeat(60).trim(),
    `a  ${'word '.repeat(60).trim()}  b`,
    'x'.repeat(300),
    `${'x'.repeat(200)} ${'y'.repeat(200)}`,
    `${'word '.repeat(60)}\n${'word '.repeat(60).trim()}`,
    `${'- a '.repeat(60).trim()}`,
    `${'# : '.repeat(60).trim()}`,
    `${'a\u00a0b '.repeat(60).trim()}`,
    `${'word '.repeat(60)}\u001b[0m`,
    '# a\n# b',
    'a\n\u00a0b',
    'a\n  \u00a0b',
    `${'word \u00a0'.repeat(60)}x`,
    '- a\n- b',
    '--- \na',
    '---\na: b',
    '\ue000\ue001\ue002',
  ];

  test.each(hostile)('%j comes back, wherever it stands', text => {
    const raw = {
      id: 'x',
      title: { en: text, fr: 'un' },
      language: 'fr',
      timezone: 'UTC',
      venue: text,
      rooms: { r: text, s: { name: { fr: text, en: text }, capacity: 1 } },
      people: { p: { name: text, title: text, country: text } },
      days: [
        {
          date: '2018-03-26',
          title: text,
          sessions: [
            {
              id: 's',
              time: '10:00-11:00',
              title: text,
              description: { fr: text, en: text },
              tags: [text, 'b'],
              speakers: [
                { person: 'p', note: text },
                { name: `${text}x`, org: text },
              ],
              sessions: [{ id: 't', time: '10:00-11:00', title: text }],
            },
          ],
        },
      ],
    };
    check(JSON.stringify(raw));
  });

  test.each(hostile.filter(text => !/[\u2028\u0085\ufeff\ufffe\ud800-\udfff]/.test(text)))(
    '%j is the same to a reader of the YAML core schema',
    text => {
      const canonical = write(
        given(JSON.stringify({ id: 'x', title: text, timezone: 'UTC', venue: { fr: text, no: text }, days: [] })),
      );
      expect(parse(canonical)).toMatchObject({ title: text, venue: { fr: text, no: text } });
    },
  );

  test.each([
    ['plain where nothing speaks against it', 'Le « bilan » de l’année, enfin', 'Le « bilan » de l’année, enfin'],
    ['in quotes with a colon', 'Session 1 : le bilan', '"Session 1 : le bilan"'],
    ['in quotes where an older reader sees a truth value', 'no', '"no"'],
    ['in quotes with a control character', '\u001b[31m', '"\\u001b[31m"'],
    ['in quotes with what turns a line round', '\u202eabc', '"\\u202eabc"'],
  ])('is %s', (_, text, written) => {
    expect(write(given(one('', `, description: ${JSON.stringify(text)}`)))).toContain(
      `        description: ${written}\n`,
    );
  });

  test('goes on over several lines when it is long, and keeps its own lines', () => {
    const long = 'Où que l’on se tourne, la gouvernance des migrations demande de la patience. '.repeat(2).trim();
    expect(write(given(one('', `, description: ${JSON.stringify(long)}, subtitle: "un\\n\\ndeux"`)))).toContain(
      [
        '        subtitle: |-',
        '          un',
        '',
        '          deux',
        '        description: >-',
        '          Où que l’on se tourne, la gouvernance des migrations demande de la patience. Où que l’on se tourne,',
        '          la gouvernance des migrations demande de la patience.',
        '',
      ].join('\n'),
    );
  });

  test('in Norwegian stands under a key in quotes', () => {
    expect(write(given(one('venue: {no: Oslo, fr: Oslo}')))).toContain('venue: { "no": Oslo, fr: Oslo }\n');
  });
});

describe('a part of an agenda', () => {
  const only = (...ids: readonly string[]) => ({
    only: ({ session }: { readonly session: { readonly id: string } }) => ids.includes(session.id),
  });

  test('has the chosen sessions and the rooms and people that they need', () => {
    const canonical = write(given(SHIPPED, only('closing')));
    const agenda = read(canonical);
    expect(readYaml(canonical).faults).toEqual([]);
    expect(agenda.days.map(({ date, sessions }) => [date, sessions.map(({ id }) => id)])).toEqual([
      ['2018-03-27', ['closing']],
    ]);
    expect([agenda.rooms.map(({ id }) => id), agenda.people.map(({ id }) => id)]).toEqual([
      ['cr2'],
      ['swing', 'arbour'],
    ]);
  });

  test.each([
    ['part-1', 'confirmed', ['a', 'b']],
    ['part-2', 'confirmed', []],
    ['cancelled-part', 'cancelled', []],
  ])('%s without its session keeps the rooms and the status that it had', (id, status, rooms) => {
    const [entry] = scheduledSessions(read(write(given(NASTY, only(id)))));
    expect([entry?.session.id, entry?.parent, entry?.status, entry?.rooms]).toEqual([id, undefined, status, rooms]);
  });

  test('keeps parts under their session, and leaves out the sessions with parts when told', () => {
    const ids = (choice: object) =>
      scheduledSessions(read(write(given(NASTY, choice)))).map(({ session, parent }) => [
        session.id,
        parent?.session.id,
      ]);
    expect(ids(only('parent', 'part-2'))).toEqual([
      ['parent', undefined],
      ['part-2', 'parent'],
    ]);
    expect(ids({ ...only('parent', 'part-2'), parents: false })).toEqual([['part-2', undefined]]);
  });

  test('takes the default room away with the sessions that stand in it', () => {
    const agenda = read(write(given(SHIPPED, only('rural-development'))));
    expect([agenda.room, agenda.rooms.map(({ id }) => id)]).toEqual([[], ['cr7']]);
  });

  test('may be nothing', () => {
    const { agenda, faults } = readYaml(write(given(SHIPPED, only())));
    expect([agenda?.days, faults]).toEqual([[], []]);
  });
});

describe('people', () => {
  test('who stand where they speak stay there; whoever appears twice goes to people', () => {
    const yaml = one('', ', speakers: [{name: Zoé}, {name: Max, org: OIT, role: Rapporteur}]');
    expect(write(given(yaml))).toContain(
      'speakers:\n          - name: Zoé\n          - name: Max\n            org: OIT\n            role: Rapporteur\n',
    );
    const { agenda, options } = given(yaml);
    const [zoe] = agenda.people;
    const people = agenda.people.map(person => (person === zoe ? { ...person, id: 'other-id' } : person));
    const days = agenda.days.map(day => ({
      ...day,
      sessions: day.sessions.map(session => ({
        ...session,
        speakers: [{ person: 'other-id' }, ...session.speakers.slice(1)],
      })),
    }));
    const changed = { ...agenda, people, days };
    const canonical = write({
      presentation: presentation(changed),
      selection: scheduledSessions(changed),
      options,
    });
    expect(canonical).toContain('people:\n  other-id:\n    name: Zoé\n');
    expect(canonical).toContain('- other-id\n');
  });
});

describe('--lang', () => {
  test('makes an agenda of one language, and says where a text has another', () => {
    const canonical = write(given(SHIPPED, { lang: 'en' }));
    expect(canonical).toContain('title: International Dialogue on Migration 2018\n');
    expect(canonical).toContain('language: en\n');
    expect(canonical).not.toContain('fr:');
    expect(write(given(one(), { lang: 'en' }))).toContain('title: { fr: Une }\nlanguage: en\n');
  });
});

const EVERYTHING = `
lint: {room-clash: "off", parallel: off}
days:
  - sessions:
    - {title: {en: A, fr: B}, time: 9h – 10h30, id: a, type: session, tags: ["a,b", c], languages: [fr, ar], status: tentative,
       url: "https://example.org", track: T, speakers: [p, q], moderators: [{person: p, org: X, role: Chair}], room: [],
       sessions: [{id: b, time: 23:00-24:00+1, title: C, room: [r, s], subtitle: S, description: D, type: panel}]}
    - {id: c, time: 19h-, title: "no", room: [r], speakers: [{name: Zoé, note: Note}]}
    title: Lundi
    date: 2018-03-26
  - {date: 2018-03-27, sessions: []}
people: {q: {name: Q}, p: {bio: B, url: "mailto:p@example.org", country: "NO", org: O, title: T, honorific: {fr: Mme, en: Ms.}, name: P}}
rooms: {s: {shared: true, floor: 1er, capacity: 90, name: S}, r: {en: Room, fr: Salle}}
room: [r, s]
revision: 3
updated: 2018-03-20T09:00:00+02:00
status: draft
url: https://example.org/a
organizer: {en: Us}
venue: V
timezone: Europe/Paris
language: FR
description: "Une : deux"
subtitle: Sous-titre
title: {fr: Titre, ar: عنوان}
id: x1
`;

const CANONICAL = `id: x1
title: { fr: Titre, ar: عنوان }
subtitle: Sous-titre
description: "Une : deux"
language: fr
timezone: Europe/Paris
venue: V
organizer: { en: Us }
url: https://example.org/a
status: draft
updated: 2018-03-20T09:00:00+02:00
revision: 3
room: [r, s]

rooms:
  s:
    name: S
    capacity: 90
    floor: 1er
    shared: true
  r: { en: Room, fr: Salle }

people:
  q:
    name: Q

  p:
    name: P
    honorific: { fr: Mme, en: Ms. }
    title: T
    org: O
    country: "NO"
    url: mailto:p@example.org
    bio: B

days:
  - date: 2018-03-26
    title: Lundi
    sessions:
      - id: a
        time: 09:00-10:30
        title: { en: A, fr: B }
        room: []
        moderators:
          - person: p
            role: Chair
            org: X
        speakers: [p, q]
        track: T
        tags: ["a,b", c]
        languages: [fr, ar]
        status: tentative
        url: https://example.org
        sessions:
          - id: b
            time: 23:00-24:00+1
            type: panel
            title: C
            subtitle: S
            description: D
            room: [r, s]

      - id: c
        time: 19:00-
        title: "no"
        room: r
        speakers:
          - name: Zoé
            note: Note

  - date: 2018-03-27
    sessions: []

lint:
  room-clash: "off"
  parallel: "off"
`;

describe('what would not be read again as it stands is not written', () => {
  const withDay = (agenda: Agenda, session: Partial<Session>, rooms: readonly Room[] = []): Agenda => ({
    ...agenda,
    rooms,
    days: [{ date: '2018-03-26', sessions: [{ ...(agenda.days[0]?.sessions[0] as Session), ...session }] }],
  });
  const agenda = read(
    'id: x\ntitle: X\ntimezone: UTC\ndays: [{date: 2018-03-26, sessions: [{id: s, time: 10:00-11:00, title: T}]}]\n',
  );
  const written = (changed: Agenda) =>
    write({ presentation: presentation(changed), selection: scheduledSessions(changed), options: {} });

  test.each<[string, Partial<Session>, readonly Room[] | undefined, string]>([
    [
      'a session three days after its day',
      { time: { start: 3 * 1440, end: 3 * 1440 + 60 } },
      [],
      'the time of "s" is neither on its day nor on the next one',
    ],
    [
      'one before its day',
      { time: { start: -420, end: 60 } },
      [],
      'the time of "s" is neither on its day nor on the next one',
    ],
    [
      'one that ends on the day after the next',
      { time: { start: 600, end: 2881 } },
      [],
      'the time of "s" is neither on its day nor on the next one',
    ],
    [
      'a room with a long id',
      {},
      [{ id: 'r'.repeat(1025), name: {} }],
      `the id "${'r'.repeat(57)}…" is longer than YAML takes`,
    ],
    [
      'a room for too many',
      {},
      [{ id: 'r', name: { en: 'R' }, capacity: 1e21 }],
      'the room "r" has a capacity of 1e+21',
    ],
  ])('%s', (_, session, rooms, message) => {
    expect(() => written(withDay(agenda, session, rooms))).toThrow(new Unwritable(message));
  });

  test.each<[string, Partial<Session>, readonly Room[]]>([
    ['a session until midnight of the next day', { time: { start: 1440, end: 2880 } }, []],
    ['a session without an end', { time: { start: 2879 } }, []],
    ['an end before the start', { time: { start: 600, end: 540 } }, []],
    ['a room with an id of 1024 characters', {}, [{ id: 'r'.repeat(1024), name: { en: 'R' } }]],
  ])('%s is', (_, session, rooms) => {
    const changed = withDay(agenda, session, rooms);
    expect(readYaml(written(changed)).agenda).toEqual(changed);
  });
});
