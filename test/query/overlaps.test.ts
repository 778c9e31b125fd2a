import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import type { Agenda, Session } from '../../src/model/agenda.js';
import { dateOf } from '../../src/model/date.js';
import { overlaps } from '../../src/query/overlaps.js';
import { day } from '../given/rule-agendas.js';
import { expectLinear } from '../support/growth.js';

const HEAD = `id: x
title: X
timezone: America/New_York
rooms:
  hall: Hall
  annex: Annex
  foyer: {name: Foyer, shared: true}
people:
  ann: {name: Ann}
  bob: {name: Bob}
`;

function problems(sessions: string, head = HEAD): string[] {
  const list = sessions
    .trim()
    .split('\n')
    .map(line => `      ${line}`)
    .join('\n');
  const reading = read(`${head}days:\n  - date: 2018-03-26\n    sessions:\n${list}\n`);
  expect(reading.faults).toEqual([]);
  return lint(reading, { kinds: ['overlap'], parallel: true }).map(
    ({ severity, rule, clash }) =>
      `${severity} ${rule} ${clash?.sessions.join(' ')} ${clash?.start.slice(11, 16)}-${clash?.end.slice(11, 16)} ${clash?.minutes}`,
  );
}

describe('what an overlap means', () => {
  test.each<[string, string, string[]]>([
    [
      'two sessions in one room clash',
      `- {id: a, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:30-11:30, title: B, room: hall}`,
      ['error room-clash a b 10:30-11:00 30'],
    ],
    [
      'one room of a list is enough',
      `- {id: a, time: 10:00-11:00, title: A, room: [hall, annex]}
- {id: b, time: 10:30-11:30, title: B, room: annex}`,
      ['error room-clash a b 10:30-11:00 30'],
    ],
    [
      'a session does not clash with itself in a room that it names twice',
      `- {id: a, time: 10:00-11:00, title: A, room: [hall, hall]}`,
      [],
    ],
    [
      'a room that both name twice is one clash',
      `- {id: a, time: 10:00-11:00, title: A, room: [hall, hall]}
- {id: b, time: 10:30-11:30, title: B, room: [hall, hall]}`,
      ['error room-clash a b 10:30-11:00 30'],
    ],
    [
      'of two pairs with the same ids, the graver one hides nothing of the other',
      `- {id: a, type: plenary, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:00-11:00, title: B, room: annex}
- {id: a, time: 14:00-15:00, title: A, room: hall}
- {id: b, time: 14:00-15:00, title: B, room: hall}`,
      ['warning plenary-overlap a b 10:00-11:00 60', 'error room-clash a b 14:00-15:00 60'],
    ],
    [
      'a shared room is never double-booked',
      `- {id: a, time: 10:00-11:00, title: A, room: foyer}
- {id: b, time: 10:30-11:30, title: B, room: foyer}`,
      ['info parallel a b 10:30-11:00 30'],
    ],
    [
      'one person in two sessions clashes, in any role',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, moderators: [ann]}
- {id: b, time: 10:00-10:20, title: B, room: annex, speakers: [bob, ann]}`,
      ['error person-clash a b 10:00-10:20 20'],
    ],
    [
      'one pair and two rules of one severity are two findings',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, moderators: [ann]}
- {id: b, time: 10:00-11:00, title: B, room: hall, speakers: [ann]}`,
      ['error room-clash a b 10:00-11:00 60', 'error person-clash a b 10:00-11:00 60'],
    ],
    [
      'a pair shows only the rules of its highest severity',
      `- {id: a, type: plenary, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:00-11:00, title: B, room: hall}`,
      ['error room-clash a b 10:00-11:00 60'],
    ],
    [
      'a session that ends when another starts does not overlap it',
      `- {id: a, time: 10:00-12:00, title: A, room: hall}
- {id: b, time: 12:00-13:00, title: B, room: hall}`,
      [],
    ],
    [
      'a session beside a plenary is a warning',
      `- {id: a, type: plenary, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:30-11:30, title: B, room: annex}`,
      ['warning plenary-overlap a b 10:30-11:00 30'],
    ],
    ...(['opening', 'closing', 'keynote'] as const).map((type): [string, string, string[]] => [
      `${type} is for everybody as a plenary is`,
      `- {id: a, time: 10:00-11:00, title: A, room: hall}
- {id: b, type: ${type}, time: 10:30-11:30, title: B, room: annex}`,
      ['warning plenary-overlap a b 10:30-11:00 30'],
    ]),
    [
      'a session during a break is a warning',
      `- {id: a, type: break, time: 13:00-15:00, title: A}
- {id: b, time: 14:30-15:30, title: B, room: annex}`,
      ['warning break-overlap a b 14:30-15:00 30'],
    ],
    ...(['side-event', 'social', 'registration'] as const).map((type): [string, string, string[]] => [
      `a ${type} during a break is there by design`,
      `- {id: a, type: break, time: 13:00-15:00, title: A}
- {id: b, type: ${type}, time: 13:15-14:30, title: B, room: annex}`,
      ['info during-break a b 13:15-14:30 75'],
    ]),
    [
      'other sessions side by side are parallel',
      `- {id: a, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:30-11:30, title: B, room: annex}`,
      ['info parallel a b 10:30-11:00 30'],
    ],
    [
      'a break beside a break is nothing, even in one room',
      `- {id: a, type: break, time: 13:00-15:00, title: A, room: hall}
- {id: b, type: break, time: 13:00-14:00, title: B, room: hall}`,
      [],
    ],
    [
      'a break beside a plenary is break-overlap',
      `- {id: a, type: plenary, time: 13:00-15:00, title: A, room: hall}
- {id: b, type: break, time: 13:00-14:00, title: B}`,
      ['warning break-overlap a b 13:00-14:00 60'],
    ],
    [
      'registration beside a plenary or a session is nothing',
      `- {id: a, type: registration, time: 09:00-12:00, title: A}
- {id: b, type: opening, time: 10:00-11:00, title: B, room: hall}
- {id: c, time: 11:00-12:00, title: C, room: hall}`,
      [],
    ],
    [
      'registration knows room and person clashes',
      `- {id: a, type: registration, time: 09:00-12:00, title: A, room: hall}
- {id: b, type: opening, time: 10:00-11:00, title: B, room: hall}`,
      ['error room-clash a b 10:00-11:00 60'],
    ],
    [
      'cancelled sessions conflict with nothing',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, status: cancelled}
- {id: b, time: 10:30-11:30, title: B, room: hall}`,
      [],
    ],
    [
      'the parts of a cancelled session are cancelled',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, status: cancelled, sessions: [{id: c, time: 10:00-11:00, title: C}]}
- {id: b, time: 10:30-11:30, title: B, room: hall}`,
      [],
    ],
    [
      'where one is tentative, errors become warnings',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, status: tentative}
- {id: b, time: 10:30-11:30, title: B, room: hall}`,
      ['warning room-clash a b 10:30-11:00 30'],
    ],
    [
      'a session without announced end is its first minute',
      `- {id: a, time: 10:00-, title: A, room: hall}
- {id: b, time: 10:00-11:00, title: B, room: hall}
- {id: c, time: 10:30-11:00, title: C, room: annex}`,
      ['error room-clash a b 10:00-10:01 1', 'info parallel b c 10:30-11:00 30'],
    ],
    [
      'a part outside its session, at its end',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, sessions: [{id: b, time: 10:30-11:20, title: B}]}`,
      ['error outside-parent a b 11:00-11:20 20'],
    ],
    [
      'a part outside its session, at its start',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, sessions: [{id: b, time: 09:30-10:20, title: B}]}`,
      ['error outside-parent a b 09:30-10:00 30'],
    ],
    [
      'a part wholly outside its session',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, sessions: [{id: b, time: 13:00-13:20, title: B}]}`,
      ['error outside-parent a b 13:00-13:20 20'],
    ],
    [
      'a session without announced end holds what starts after it does',
      `- {id: a, time: 19:00-, title: A, room: hall, sessions: [{id: b, time: 19:30-20:00, title: B}]}`,
      [],
    ],
    [
      'a session and its part do not overlap; parts of one session do',
      `- id: a
  time: 10:00-12:00
  title: A
  room: hall
  sessions:
    - {id: b, time: 10:00-11:00, title: B}
    - {id: c, time: 10:30-12:00, title: C}`,
      ['error room-clash b c 10:30-11:00 30'],
    ],
    [
      'a part has the rooms of its session unless it names its own',
      `- {id: a, time: 10:00-12:00, title: A, room: hall, sessions: [{id: b, time: 10:00-11:00, title: B, room: annex}]}
- {id: c, time: 10:00-12:00, title: C, room: hall}`,
      ['info parallel b c 10:00-11:00 60'],
    ],
    [
      'a part has the people of its session',
      `- {id: a, time: 10:00-12:00, title: A, room: hall, moderators: [ann], sessions: [{id: b, time: 10:00-11:00, title: B}]}
- {id: c, time: 10:00-12:00, title: C, room: annex, speakers: [ann]}`,
      ['error person-clash b c 10:00-11:00 60'],
    ],
    [
      'unless they are listed on a part themselves',
      `- id: a
  time: 10:00-12:00
  title: A
  room: hall
  speakers: [ann]
  sessions:
    - {id: b, time: 10:00-11:00, title: B, speakers: [ann]}
    - {id: c, time: 11:00-12:00, title: C}
- {id: d, time: 11:00-12:00, title: D, room: annex, speakers: [ann]}`,
      ['info parallel c d 11:00-12:00 60'],
    ],
    [
      'a part is plenary when its session is',
      `- {id: a, type: plenary, time: 10:00-12:00, title: A, room: hall, sessions: [{id: b, time: 10:00-11:00, title: B}]}
- {id: c, time: 10:30-12:00, title: C, room: annex}`,
      ['warning plenary-overlap b c 10:30-11:00 30'],
    ],
    [
      'sessions past midnight meet those of the next hours',
      `- {id: a, time: 23:00-01:00+1, title: A, room: hall}
- {id: b, time: 00:30+1-02:00+1, title: B, room: hall}`,
      ['error room-clash a b 00:30-01:00 30'],
    ],
  ])('%s', (_, sessions, found) => {
    expect(problems(sessions)).toEqual(found);
  });

  test('a session past midnight meets the sessions of the next day', () => {
    const reading = read(`${HEAD}days:
  - {date: 2018-03-26, sessions: [{id: a, time: 23:00-09:30+1, title: A, room: hall}]}
  - {date: 2018-03-27, sessions: [{id: b, time: 09:00-10:00, title: B, room: hall}]}
`);
    expect(lint(reading, { kinds: ['overlap'] }).map(({ rule, clash }) => [rule, clash?.minutes])).toEqual([
      ['room-clash', 30],
    ]);
  });

  test('minutes are real minutes when the clocks are set back meanwhile', () => {
    const reading = read(`${HEAD}days:
  - date: 2018-11-04
    sessions:
      - {id: a, time: 00:00-03:00, title: A, room: hall}
      - {id: b, time: 00:30-02:30, title: B, room: hall}
`);
    expect(lint(reading, { kinds: ['overlap'] }).map(({ rule, clash }) => [rule, clash?.minutes])).toEqual([
      ['room-clash', 180],
    ]);
  });

  test.each([
    ['both from a gap to its end', '02:15-03:00', '02:15-03:00', '03:15:00+02:00', '04:00:00+02:00', 45],
    ['one from a gap to after it', '02:15-04:30', '02:30-03:00', '03:30:00+02:00', '04:00:00+02:00', 30],
    ['one in a gap', '01:00-05:00', '02:15-02:45', '03:15:00+02:00', '03:45:00+02:00', 30],
    ['from before a gap into it', '01:00-02:30', '01:30-02:30', '01:30:00+01:00', '03:30:00+02:00', 60],
  ])('minutes are never less than none, %s', (_, a, b, start, end, minutes) => {
    const reading = read(`${HEAD.replace(/timezone: .*/, 'timezone: Europe/Paris')}days:
  - date: 2018-03-25
    sessions:
      - {id: a, time: "${a}", title: A, room: hall}
      - {id: b, time: "${b}", title: B, room: hall}
`);
    const [problem] = lint(reading, { kinds: ['overlap'] });
    expect(problem?.clash).toMatchObject({ start: `2018-03-25T${start}`, end: `2018-03-25T${end}`, minutes });
  });

  test('parallel is no rule of validate', () => {
    const reading = read(
      `${HEAD}days: [{date: 2018-03-26, sessions: [{id: a, time: 10:00-11:00, title: A, room: hall}, {id: b, time: 10:00-11:00, title: B, room: annex}]}]`,
    );
    expect(lint(reading, { kinds: ['overlap'] })).toEqual([]);
  });

  test('the severity that the author gives a rule holds, and decides what is gravest', () => {
    const sessions = `- {id: a, type: plenary, time: 10:00-11:00, title: A, room: hall}
- {id: b, time: 10:30-11:30, title: B, room: hall}`;
    expect(problems(sessions, `lint: {room-clash: off}\n${HEAD}`)).toEqual([
      'warning plenary-overlap a b 10:30-11:00 30',
    ]);
    expect(problems(sessions, `lint: {plenary-overlap: error}\n${HEAD}`)).toEqual([
      'error room-clash a b 10:30-11:00 30',
      'error plenary-overlap a b 10:30-11:00 30',
    ]);
  });

  /** Sessions all day long, ten halls side by side, in which nothing clashes but every thousandth with its neighbour. */
  function large(count: number): Agenda {
    const session = (i: number): Session => ({
      id: `s${i}`,
      time: { start: (i % 20) * 60 - (i % 1000 === 1 ? 30 : 0), end: (i % 20) * 60 + 60 },
      title: { en: 'S' },
      type: 'session',
      rooms: [`r${Math.floor((i % 200) / 20)}`],
      moderators: [],
      speakers: [{ person: `p${i}` }],
      items: [],
      links: [],
      tags: [],
      languages: [],
      sessions: [],
    });
    const days = Array.from({ length: count / 200 }, (_, d) => ({
      date: dateOf(20_000 + d),
      sessions: Array.from({ length: 200 }, (_, i) => session(d * 200 + i)),
    }));
    return { id: 'x', title: {}, timezone: 'UTC', links: [], room: [], rooms: [], people: [], days, lint: {} };
  }

  test('sessions are swept, not compared: ten times as many take about ten times as long', async () => {
    expect(overlaps(large(10_000))).toHaveLength(10);
    await expectLinear(by => large(100_000 / by), overlaps);
  });
});

describe('people of one name with two ids', () => {
  const people = (...names: string[]) => `people:\n${names.map((name, i) => `  p${i}: {name: ${name}}\n`).join('')}`;
  const both = (rest: string) => `- {id: a, time: 10:00-11:00, title: A, speakers: [p0]}
- {id: b, time: 10:30-11:30, title: B, speakers: [${rest}]}`;
  const clashes = (names: readonly string[], sessions: string) =>
    lint(read(day(sessions, people(...names))), { kinds: ['overlap'] }).map(({ rule, severity, message, clash }) => [
      `${severity} ${rule}`,
      message,
      clash?.people,
    ]);

  test.each([
    ['Ada Roe', 'Ada Roe'],
    ['Ada Roe', 'ROE, Ada'],
    ['Dr. Ada Roe', 'Ada Roe'],
  ])('%s and %s may be one person, who is in two places', (one, other) => {
    expect(clashes([one, other], both('p1'))).toEqual([
      [
        'warning person-clash',
        `perhaps one person: ${one} is in "b" and in "a", 10:30-11:00, with another id in each (line 7)`,
        ['p0', 'p1'],
      ],
    ]);
  });

  test.each<[string, readonly string[], string]>([
    ['other names', ['Ada Roe', 'Ida Roe'], both('p1')],
    ['placeholders', ['N.N.', 'N.N.'], both('p1')],
    [
      'two of one name in one session',
      ['Ada Roe', 'Ada Roe', 'Bo'],
      '- {id: a, time: 10:00-11:00, title: A, speakers: [p0, p1]}',
    ],
    ['sessions one after the other', ['Ada Roe', 'Ada Roe'], both('p1').replace('10:30', '11:00')],
  ])('not %s', (_, names, sessions) => expect(clashes(names, sessions)).toEqual([]));

  test('who is in both says enough, and a clash of rooms as well', () => {
    expect(clashes(['Ada Roe', 'Ada Roe'], both('p0, p1')).map(([what]) => what)).toEqual(['error person-clash']);
    const inOneRoom = both('p1').replaceAll('title', 'room: hall, title');
    expect(
      lint(read(day(inOneRoom, `${people('Ada Roe', 'Ada Roe')}rooms: {hall: Hall}\n`)), { kinds: ['overlap'] }).map(
        ({ rule }) => rule,
      ),
    ).toEqual(['room-clash']);
  });
});
