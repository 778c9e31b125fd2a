import { describe, expect, test } from 'vitest';
import type { Agenda, Session } from '../../src/model/agenda.js';
import { timeZones } from '../../src/model/zone.js';
import { roomChange } from '../../src/rules/room-change.js';
import { day, found } from '../given/rule-agendas.js';
import { expectLinear } from '../support/growth.js';

const HEAD = `rooms:
  hall: Hall
  annex: Annex
people:
  ann: {name: Ann Berg, org: IOM}
  bob: {name: Bob Dahl, org: IOM}
`;

describe('people change rooms without a minute between', () => {
  test.each<[string, string, string[]]>([
    [
      'one finding for all who do',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ann, bob]}
- {id: b, time: 11:00-12:00, title: B, room: annex, moderators: [bob], speakers: [ann]}`,
      ['11:00-12:00 → "Bob Dahl" and "Ann Berg" have no minute to come from "hall" ("a") to "annex" (line 13)'],
    ],
    [
      'also at midnight',
      `- {id: a, time: 23:00-24:00, title: A, room: hall, speakers: [ann]}
- {id: b, time: 00:00+1-01:00+1, title: B, room: annex, speakers: [ann]}`,
      ['00:00+1-01:00+1 → "Ann Berg" has no minute to come from "hall" ("a") to "annex" (line 13)'],
    ],
    [
      'a part has the people and the room of its session',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ann], sessions: [{id: b, time: 10:30-11:00, title: B}]}
- {id: c, time: 11:00-12:00, title: C, room: annex, speakers: [ann]}`,
      ['11:00-12:00 → "Ann Berg" has no minute to come from "hall" ("b") to "annex" (line 13)'],
    ],
    [
      'a minute is enough to be silent',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ann]}
- {id: b, time: 11:01-12:00, title: B, room: annex, speakers: [ann]}`,
      [],
    ],
    [
      'a room in common is no change',
      `- {id: a, time: 10:00-11:00, title: A, room: [hall, annex], speakers: [ann]}
- {id: b, time: 11:00-12:00, title: B, room: annex, speakers: [ann]}`,
      [],
    ],
    [
      'nor is a session without a room',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ann]}
- {id: b, time: 11:00-12:00, title: B, room: [], speakers: [ann]}`,
      [],
    ],
    [
      'a cancelled session has nobody',
      `- {id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ann], status: cancelled}
- {id: b, time: 11:00-12:00, title: B, room: annex, speakers: [ann]}`,
      [],
    ],
    [
      'without an announced end, nobody knows',
      `- {id: a, time: 10:00-, title: A, room: hall, speakers: [ann]}
- {id: b, time: 10:01-12:00, title: B, room: annex, speakers: [ann]}`,
      [],
    ],
  ])('%s', (_, sessions, problems) => expect(found('room-change', day(sessions, HEAD))).toEqual(problems));

  test('of very many sessions of one person that end at one time, only the first ten are looked at', () => {
    const ending = Array.from(
      { length: 12 },
      (_, i) => `- {id: s${i}, time: 10:00-11:00, title: A, room: hall, speakers: [ann]}`,
    );
    const next = '- {id: b, time: 11:00-12:00, title: B, room: annex, speakers: [ann]}';
    expect(found('room-change', day([...ending, next].join('\n'), HEAD))).toHaveLength(10);
  });

  test('ten thousand sessions back to back are looked up, not compared', async () => {
    const session = (i: number): Session => ({
      id: `s${i}`,
      time: { start: i % 1440, end: (i % 1440) + 1 },
      title: { en: 'S' },
      type: 'session',
      rooms: [`r${i % 2}`],
      moderators: [],
      speakers: [{ person: `p${Math.floor(i / 1440)}` }],
      items: [],
      links: [],
      tags: [],
      languages: [],
      sessions: [],
    });
    const agenda = (count: number): Agenda => {
      const days = [{ date: '2018-03-26', sessions: Array.from({ length: count }, (_, i) => session(i)) }];
      return { id: 'x', title: {}, timezone: 'UTC', links: [], room: [], rooms: [], people: [], days, lint: {} };
    };
    const check = (given: Agenda) => [...(roomChange.check?.(given, timeZones()) ?? [])];
    expect(check(agenda(10_080))).toHaveLength(10_080 - 7);
    await expectLinear(by => agenda(100_800 / by), check);
  });
});
