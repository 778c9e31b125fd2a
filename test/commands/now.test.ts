import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';

/** Clocks are set forward at 02:00 on 31 March 2030 and back at 03:00 on 27 October. */
const AGENDA = `id: x
title: X
timezone: Europe/Paris
lint: {out-of-order: off}
rooms: {a: A, b: B}
days:
  - date: 2030-03-30
    sessions:
      - {id: coffee, time: 09:30-10:00, title: Coffee, type: break}
      - id: morning
        time: 10:00-12:00
        title: Morning
        room: a
        sessions:
          - {id: first, time: 10:00-11:00, title: First}
          - {id: second, time: 11:00-12:00, title: Second}
      - {id: beside, time: 10:30-11:30, title: Beside, room: b}
      - {id: dropped, time: 10:00-11:00, title: Dropped, room: b, status: cancelled}
      - {id: open, time: 14:00-, title: Open end, room: a}
      - {id: after, time: 15:00-16:00, title: After, room: a}
      - {id: reception, time: 20:00-, title: Reception, room: b}
      - {id: party, time: 23:00-04:00+1, title: Party, room: a}
  - date: 2030-10-27
    sessions:
      - {id: night, time: 01:00-02:30, title: Night, room: a}
      - {id: late, time: 03:00-04:00, title: Late, room: a}
`;

const ids = async (...args: readonly string[]) => {
  const { out, code } = await idm([...args, '--json', '-f', '-'], { stdin: AGENDA, now: '2030-03-30T09:15:00Z' });
  return [
    code,
    JSON.parse(out)
      .map(({ id }: { readonly id: string }) => id)
      .join(' '),
  ];
};

test.each([
  ['before the first day', '2030-03-29T12:00', '', 'coffee first morning beside'],
  ['during a break', '2030-03-30T09:30', 'coffee', 'first morning beside'],
  ['at the end of one and the start of another', '2030-03-30T10:00', 'first morning', 'night beside second'],
  ['a part before the session that holds it', '2030-03-30T10:45', 'first morning beside', 'second night reception'],
  ['between two parts', '2030-03-30T11:00', 'second morning beside', 'open night reception'],
  ['at noon', '2030-03-30T12:00', '', 'open night reception'],
  ['an open end, until the next in its room', '2030-03-30T14:59', 'open', 'after reception'],
  ['when that begins', '2030-03-30T15:00', 'after', 'reception party'],
  ['an open end, until midnight', '2030-03-30T23:59', 'reception party', 'night'],
  ['over midnight', '2030-03-31T00:00', 'party', 'night'],
  ['after the clocks were set forward', '2030-03-31T03:59', 'party', 'night'],
  ['an instant with an offset', '2030-03-31T02:00:00Z', '', 'night'],
  ['a blank in place of the T', '2030-03-30 11:45', 'second morning', 'open reception'],
  ['the first of a clock that comes twice', '2030-10-27T02:15', 'night', 'late'],
  ['its second, by its offset', '2030-10-27T02:15+01:00', '', 'late'],
  ['after the last', '2030-10-28T10:00', '', ''],
])('%s, %s: on is "%s"', async (_, at, on) => {
  expect(await ids('now', '--at', at)).toEqual([0, on]);
});

test.each([
  ['of each room, and of what has none', ['2030-03-29T12:00'], 'coffee first morning beside'],
  ['two of each', ['2030-03-30T09:45', '2'], 'first morning beside second reception'],
  ['a session and its first part are one', ['2030-03-30T09:45', '1'], 'first morning beside'],
  ['those of another day', ['2030-03-30T23:30'], 'night'],
  ['none after the last', ['2030-10-28T10:00'], ''],
])('next: %s', async (_, [at = '', ...count], expected) => {
  const [code, found] = await ids('next', ...count, '--at', at);
  expect([code, found]).toEqual([0, expected]);
});

describe('without --at, and with a clock alone, it is the day of the agenda’s zone', () => {
  // 10:15 in Paris.
  test.each([
    [['now'], 'first morning'],
    [['now', '--at', '9:45'], 'coffee'],
    [['next', '--at', '15:30'], 'reception party'],
  ])('%j', async (args, expected) => expect(await ids(...args)).toEqual([0, expected]));

  test('though it is another day in UTC, and whatever SOURCE_DATE_EPOCH says', async () => {
    const world = { stdin: AGENDA, now: '2030-03-30T23:30:00Z', env: { SOURCE_DATE_EPOCH: '0' } };
    const { out } = await idm(['now', '--at', '01:00', '-f', '-'], world);
    expect(out.split('\t')[3]).toBe('party');
  });
});

test.each([
  ['now', '2030-03-29T12:00', 'nothing is on: next is Coffee (coffee) at 09:30 on Saturday 30 March 2030\n'],
  ['now', '2030-03-30T12:30', 'nothing is on: next is Open end (open) at 14:00 on Saturday 30 March 2030\n'],
  ['now', '2030-10-28T00:00', 'nothing is on: it was over at 04:00 on Sunday 27 October 2030\n'],
  ['next', '2030-10-27T03:30', 'nothing follows: it was over at 04:00 on Sunday 27 October 2030\n'],
])('%s at %s says what is to come, and exits 0', async (command, at, err) => {
  expect(await idm([command, '--at', at, '-f', '-'], { stdin: AGENDA })).toEqual({ code: 0, out: '', err });
  expect((await idm([command, '--at', at, '--json', '-f', '-'], { stdin: AGENDA })).out).toBe('[]\n');
});

test('in another zone, what is to come has its clocks', async () => {
  const { err } = await idm(['now', '--at', '2030-03-29T12:00', '--tz', 'UTC', '-f', '-'], { stdin: AGENDA });
  expect(err).toBe('nothing is on: next is Coffee (coffee) at 08:30 on Saturday 30 March 2030\n');
});

test('an agenda without sessions has none', async () => {
  const stdin = AGENDA.slice(0, AGENDA.indexOf('  - date')).replace('days:', 'days: []');
  const { err } = await idm(['now', '-f', '-'], { stdin, now: '2030-03-30T09:15:00Z' });
  expect(err).toBe('nothing is on: no session takes place at a time\n');
});

test('a title that steers a terminal does not', async () => {
  const stdin = AGENDA.replace('title: Coffee', 'title: "a\\e[2Jb"');
  const { err } = await idm(['now', '--at', '2030-03-29T12:00', '-f', '-'], { stdin });
  expect(err).toContain('next is a\\u{1b}[2Jb (coffee)');
});

const FORMS = 'write 13:30, 2018-03-26T13:30 or 2018-03-26T13:30-04:00';
test.each([
  [['now', '--at', '25:00'], `--at "25:00" is not a time; ${FORMS}`],
  [['now', '--at', '10:60'], `--at "10:60" is not a time; ${FORMS}`],
  [['now', '--at', 'noon'], `--at "noon" is not a time; ${FORMS}`],
  [['next', '--at', '2030-02-30T10:00'], `--at "2030-02-30T10:00" is not a time; ${FORMS}`],
  [['now', '--at', '2030-02-30T10:00Z'], `--at "2030-02-30T10:00Z" is not a time; ${FORMS}`],
  [['now', '--at', ''], `--at "" is not a time; ${FORMS}`],
  [
    ['now', '--at', '2030-03-31T02:30'],
    '--at "2030-03-31T02:30": the clocks of Europe/Paris skip that time on 2030-03-31',
  ],
  [['next', '0'], 'next takes a number from 1, not "0"'],
  [['next', 'two'], 'next takes a number from 1, not "two"'],
])('%j is exit 2 and one line', async (args, message) => {
  expect(await idm([...args, '-f', '-'], { stdin: AGENDA })).toEqual({ code: 2, out: '', err: `idm: ${message}\n` });
});

test('a terminal gets the table of list', async () => {
  const { out } = await idm(['now', '--at', '2030-03-30T10:45', '-f', '-'], { stdin: AGENDA, terminal: true });
  expect(out).toContain('Day 1 · Saturday 30 March 2030');
  expect(out.indexOf('First')).toBeLessThan(out.indexOf('Morning'));
});

test('errors of shape are told, and the code is 1', async () => {
  const stdin = AGENDA.replace('time: 15:00-16:00', 'time: x');
  const { code, err } = await idm(['now', '--at', '2030-03-30T10:45', '-f', '-'], { stdin });
  expect([code, err]).toEqual([1, '1 error: run idm validate -\n']);
});
