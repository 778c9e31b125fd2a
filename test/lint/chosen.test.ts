import { describe, expect, test } from 'vitest';
import { hotspots } from '../../src/lint/hotspots.js';
import type { Problem } from '../../src/lint/problem.js';
import { idm, SHIPPED } from '../support/run.js';

const AGENDA = `id: harbour
title: Harbour Days
timezone: Europe/Paris
rooms: {a: Hall A, b: Hall B, c: Hall C}
people: {nobody: {name: Nobody, org: NGO}}
days:
  - date: 2030-05-14
    sessions:
      - {id: one, time: 10:00-11:00, title: One (TBC), room: a}
      - {id: two, time: 10:30-11:30, title: Two, room: a}
      - {id: three, time: 10:30-11:30, title: Three (TBC), room: b}
      - {id: four, time: 11:00-12:00, title: Four, room: b}
      - {id: lost, time: soon, title: Lost, room: b}
`;

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
${['A 10 TBC', 'A 10 Two', 'B 10 TBC', 'B 10 Four']
  .map((text, i) => {
    const [room, hour, title] = text.split(' ');
    return `BEGIN:VEVENT\nUID:talk-${i}\nSUMMARY:${title}\nLOCATION:Hall ${room}\nDTSTART:20300514T${hour}0000Z\nDURATION:PT1H\nURL:here\nEND:VEVENT\n`;
  })
  .join('')}END:VCALENDAR
`;

async function lines(command: readonly string[], stdin: string) {
  const { code, out, err } = await idm([...command, '-f', '-'], { stdin });
  return { code, out: out.trim().split('\n').filter(Boolean), err };
}

async function found(stdin: string, ...options: readonly string[]) {
  const { code, out } = await idm(['validate', '-', '--json', ...options], { stdin });
  const list: { line: number; rule: string }[] = JSON.parse(out);
  return { code, found: list.map(({ line, rule }) => `${line} ${rule}`) };
}

describe('validate takes the filters of list', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'an agenda: a room, and what is in no session or in one without a time',
      AGENDA,
      ['--room', 'Hall A'],
      ['4 unused-room', '5 unused-person', '9 placeholder-text', '10 room-clash', '13 bad-time'],
    ],
    [
      'an agenda: one session of a clash',
      AGENDA,
      ['--search', 'One'],
      ['4 unused-room', '5 unused-person', '9 placeholder-text', '10 room-clash', '13 bad-time'],
    ],
    [
      'a calendar: what its reader finds, too',
      CALENDAR,
      ['--room', 'Hall B'],
      ['22 placeholder-text', '26 bad-url', '32 room-clash', '34 bad-url'],
    ],
  ])('%s', async (_, text, options, expected) => {
    expect((await found(text, ...options)).found.toSorted()).toEqual(expected.toSorted());
  });

  test('and names the choices where there is none', async () => {
    const { code, err } = await idm(['validate', '-', '--room', 'Hall X'], { stdin: AGENDA });
    expect([code, err]).toEqual([2, expect.stringContaining('there is no room "Hall X"; choose from: a, b, c')]);
  });

  test('and the file as well, where several are given', async () => {
    const { code, err } = await idm(['validate', SHIPPED, '-', '--room', 'cr2'], { stdin: AGENDA });
    expect([code, err]).toEqual([2, expect.stringMatching(/^idm: <stdin>: there is no room "cr2"; [^\n]*\n$/)]);
  });

  test('--ignore leaves rules out, and the exit code counts what is left', async () => {
    const options = ['--ignore', 'room-clash,bad-url', '--ignore', 'placeholder-text'];
    expect(await found(CALENDAR, ...options)).toEqual({ code: 0, found: [] });
    expect((await found(AGENDA, ...options)).code).toBe(1);
  });

  test('--ignore refuses what is no rule', async () => {
    for (const command of ['validate', 'conflicts']) {
      const { code, err } = await idm([command, '--ignore', 'room-clsh']);
      expect([code, err]).toEqual([2, expect.stringContaining('"room-clsh"; did you mean room-clash?')]);
    }
  });
});

describe('conflicts takes them as well', () => {
  test.each<[readonly string[], readonly string[]]>([
    [[], ['one two', 'three four']],
    [['--room', 'b'], ['three four']],
    [['--search', 'Four'], ['three four']],
    [['--ignore', 'room-clash'], []],
  ])('%j', async (options, pairs) => {
    const { out } = await lines(['conflicts', ...options], AGENDA);
    expect(out.map(line => line.split('\t').slice(6, 8).join(' '))).toEqual(pairs);
  });
});

describe('what many findings have in common', () => {
  const clash = (room: string, person: string): Problem =>
    ({ rule: 'room-clash', clash: { rooms: [room], people: [person] } }) as unknown as Problem;

  test('is said by rule, room and person', () => {
    const problems = [
      ...Array.from({ length: 30 }, (_, i) => clash(i < 20 ? 'workshop' : `r${i}`, `p${i % 3}`)),
      { rule: 'bad-url' } as unknown as Problem,
    ];
    expect(hotspots(problems)).toEqual([
      'by rule: 30 room-clash, 1 bad-url',
      'by room: 20 workshop, 1 r20, 1 r21, 1 r22, 1 r23, 6 more',
      'by person: 10 p0, 10 p1, 10 p2',
    ]);
  });

  test('is not said of few', () => {
    expect(hotspots(Array.from({ length: 19 }, () => clash('a', 'b')))).toEqual([]);
  });

  test('stands before the last line of the report, and on standard error of conflicts', async () => {
    const sessions = Array.from({ length: 8 }, (_, i) => `      - {id: s${i}, time: 10:00-11:00, title: S, room: a}`);
    const text = `${AGENDA.split('      - {id: one')[0]}${sessions.join('\n')}\n`;
    const { out } = await idm(['validate', '-', '--ignore', 'unused-room', '--ignore', 'unused-person'], {
      stdin: text,
    });
    expect(out.trim().split('\n').slice(-3)).toEqual([
      'by rule: 28 room-clash',
      'by room: 28 Hall A',
      '<stdin>: 28 errors',
    ]);
    expect((await lines(['conflicts'], text)).err).toBe('by rule: 28 room-clash\nby room: 28 Hall A\n');
  });
});

describe('remedies for files in other formats', () => {
  test('do not speak of the fields of an agenda', async () => {
    const { out } = await idm(['validate', '-', '--json', '--info'], { stdin: CALENDAR });
    const hints: (string | null)[] = JSON.parse(out).map(({ hint }: { hint: string | null }) => hint);
    expect(hints.filter(Boolean).join('\n')).not.toMatch(/\b(?:shared|people|idm-ignore|lint|status:)/);
    expect(hints).toContain('move one of them, in time or to another room');
  });
});
