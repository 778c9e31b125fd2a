import { describe, expect, test } from 'vitest';
import type { Agenda, Session } from '../../src/model/agenda.js';
import { dateOf } from '../../src/model/date.js';
import { overlaps, overlapsAreCut } from '../../src/query/overlaps.js';
import { idm } from '../support/run.js';

describe('of more pairs than are looked at', () => {
  const session = (id: string, time: Session['time'], room: string, person: string): Session => ({
    id,
    ...(time && { time }),
    title: {},
    type: 'session',
    rooms: [room],
    moderators: [],
    speakers: [{ person }],
    items: [],
    links: [],
    tags: [],
    languages: [],
    sessions: [],
  });
  const agendaOf = (...days: readonly (readonly Session[])[]): Agenda => ({
    id: 'x',
    title: {},
    timezone: 'UTC',
    links: [],
    room: [],
    rooms: [],
    people: [],
    days: days.map((sessions, d) => ({ date: dateOf(20_000 + d), sessions })),
    lint: {},
  });
  const crowd = (name: string, count: number, start: number, end: number) =>
    Array.from({ length: count }, (_, i) => session(`${name}${i}`, { start, end }, name, `${name}${i}`));
  const clash = (name: string) => [
    session(`${name}1`, { start: 600, end: 660 }, `${name}1`, name),
    session(`${name}2`, { start: 630, end: 690 }, `${name}2`, name),
  ];
  const kinds = (agenda: Agenda) => {
    const counts = new Map<string, number>();
    for (const { kinds, b } of overlaps(agenda)) {
      const key = `${kinds[0]} ${b.session.id.replace(/\d+$/, '')}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };

  test.each<[string, Agenda, Record<string, number>]>([
    [
      'those of the days before and after a crowded one are found',
      agendaOf(clash('p'), crowd('c', 700, 600, 660), clash('q')),
      { 'person-clash p': 1, 'room-clash c': 199_998, 'person-clash q': 1 },
    ],
    [
      'two crowded days share',
      agendaOf(crowd('c', 700, 600, 660), crowd('d', 700, 600, 660)),
      { 'room-clash c': 100_000, 'room-clash d': 100_000 },
    ],
    [
      'a crowd over midnight counts for the day on which it starts',
      agendaOf(crowd('c', 700, 1380, 1500), [...clash('p'), session('late', { start: 30, end: 40 }, 'c', 'late')]),
      { 'person-clash p': 1, 'room-clash late': 700, 'room-clash c': 199_299 },
    ],
  ])('%s', (_, agenda, expected) => {
    expect(kinds(agenda)).toEqual(expected);
    expect(overlapsAreCut(agenda)).toBe(true);
  });

  test('as many as are looked at are all found', () => {
    const agenda = agendaOf(crowd('c', 632, 600, 660), crowd('d', 34, 600, 660));
    expect(kinds(agenda)).toEqual({ 'room-clash c': (632 * 631) / 2, 'room-clash d': (34 * 33) / 2 });
    expect(overlapsAreCut(agenda)).toBe(false);
  });
});

test.each([
  ['conflicts', ['conflicts', '-f', '-'], 'only 200000 pairs of sessions at one time were looked at\nno conflicts\n'],
  ['validate', ['validate', '-'], '<stdin>: only 200000 pairs of sessions at one time were looked at\n'],
])('%s says that it did not look at all pairs of a crowd', async (_, args, err) => {
  const crowd = Array.from({ length: 640 }, (_, i) => `      - {id: s${i}, time: 10:00-11:00, title: S, room: hall}\n`);
  const head = 'id: a\ntitle: A\ntimezone: UTC\nlint: {room-clash: off}\nrooms: {hall: Hall}\n';
  const stdin = `${head}days:\n  - date: 2018-03-26\n    sessions:\n${crowd.join('')}`;
  expect(await idm(args, { stdin })).toMatchObject({ code: 0, err });
});
