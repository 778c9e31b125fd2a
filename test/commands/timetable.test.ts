import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';

const AGENDA = `id: x
title: X
timezone: Europe/Paris
language: en
rooms: {a: A, b: B}
days:
  - date: 2030-03-30
    sessions:
      - {id: coffee, time: 09:30-10:00, title: Coffee, type: break}
      - id: morning
        time: 10:00-12:00
        title: Morning
        room: b
        sessions:
          - {id: first, time: 10:00-11:00, title: First}
      - {id: open, time: 12:00-, title: Open end, room: a}
      - {id: evening, time: evening, title: Music}
`;
const run = (args: readonly string[], env = {}) =>
  idm(['timetable', ...args, '-f', '-'], { stdin: AGENDA, env, now: '2030-03-30T09:15:00Z' });

test('as JSON it has the days, with rooms, rows and cells', async () => {
  const { code, out } = await run(['--json', '--tz', 'UTC']);
  const rows = ['08:30', '09:00', '10:00', '11:00'].map(time => `2030-03-30T${time}:00+00:00`);
  const cells = [
    { session: 'coffee', rooms: [], from: 0, to: 1 },
    { session: 'morning', rooms: ['b'], from: 1, to: 3 },
    { session: 'first', rooms: ['b'], from: 1, to: 2 },
    { session: 'open', rooms: ['a'], from: 3, to: 4 },
    { session: 'evening', rooms: [], from: null, to: null },
  ];
  expect([code, JSON.parse(out)]).toEqual([0, [{ day: 1, date: '2030-03-30', rooms: ['a', 'b'], rows, cells }]]);
});

describe('it is drawn', () => {
  test.each([
    [{}, 80],
    [{ COLUMNS: '60' }, 60],
    [{ COLUMNS: '130' }, 130],
  ])('into a pipe with %j: no more than %i columns wide', async (env, columns) => {
    const { code, out } = await run([], env);
    const widest = Math.max(...out.split('\n').map(line => line.length));
    expect([code, widest > columns - 4, widest <= columns]).toEqual([0, true, true]);
  });

  test('below 60 columns as the list', async () => {
    const { stdin, columns, terminal } = { stdin: AGENDA, columns: 59, terminal: true };
    const [grid, list] = await Promise.all(
      ['timetable', 'list'].map(command => idm([command, '-f', '-'], { stdin, columns, terminal })),
    );
    expect(grid).toEqual(list);
  });

  test('of the sessions that pass filters', async () => {
    const { out } = await run(['--room', 'b', '--day', 'today']);
    expect(out).toContain('Morning');
    expect(out).not.toContain('Open end');
  });
});

test.each([
  [['--day', '9'], 2, 'there is no day "9"; '],
  [['--search', 'nothing'], 0, 'no session found\n'],
])('%j: exit code %i', async (args, code, message) => {
  const result = await run(args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toContain(message);
});
