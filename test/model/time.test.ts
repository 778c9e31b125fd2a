import { describe, expect, test } from 'vitest';
import { likelyInterval } from '../../src/model/likely-time.js';
import { clock, formatInterval, spokenInterval, spokenSides } from '../../src/model/time.js';
import { isUnparsed, parseInterval } from '../../src/model/written-time.js';

test.each([
  [{ start: 540, end: 600 }, '09:00-10:00', ['09:00', '10:00']],
  [{ start: 1380, end: 1440 }, '23:00-24:00', ['23:00', '24:00']],
  [{ start: 1380, end: 1500 }, '23:00-Thu 01:00', ['23:00', 'Thu 01:00']],
  [{ start: 1440, end: 1500 }, 'Thu 00:00-01:00', ['Thu 00:00', 'Thu 01:00']],
  [{ start: -180, end: -90 }, 'Tue 21:00-22:30', ['Tue 21:00', 'Tue 22:30']],
  [{ start: -180, end: 0 }, 'Tue 21:00-24:00', ['Tue 21:00', 'Tue 24:00']],
  [{ start: -60, end: 30 }, 'Tue 23:00-Wed 00:30', ['Tue 23:00', '00:30']],
  [{ start: -60 }, 'Tue 23:00-', ['Tue 23:00', '']],
  [{ start: 540 }, '09:00-', ['09:00', '']],
])('%j on a Wednesday is told as %s', (interval, told, sides) => {
  const weekday = (days: number) => ['Tue', 'Wed', 'Thu'][days + 1] ?? '';
  expect([spokenInterval(interval, weekday), spokenSides(interval, weekday)]).toEqual([told, sides]);
});

describe('a time is read generously and written canonically', () => {
  test.each([
    ['10:00-10:30', '10:00-10:30'],
    ['9h – 10h', '09:00-10:00'],
    ['10h30 – 12h', '10:30-12:00'],
    ['11h30– 13h', '11:30-13:00'],
    ['17h -17h30', '17:00-17:30'],
    ['16.30-17.00', '16:30-17:00'],
    ['9:05—10:10', '09:05-10:10'],
    ['9:05 − 10:10', '09:05-10:10'],
    ['9 h 30 - 10 h', '09:30-10:00'],
    ['9h\u00A0–\u202F10h', '09:00-10:00'],
    ['9am-1pm', '09:00-13:00'],
    ['9:30 a.m. - 1:15 P.M.', '09:30-13:15'],
    ['12:00 am - 12:30 pm', '00:00-12:30'],
    ['22:00-24:00', '22:00-24:00'],
    ['23:00-01:00+1', '23:00-01:00+1'],
    ['00:30+1-02:00+1', '00:30+1-02:00+1'],
    ['23:00-00:00+1', '23:00-24:00'],
    ['19:00-', '19:00-'],
    ['19h –', '19:00-'],
    // am or pm at the end alone holds for both sides, unless the start would not be before the end then.
    ['3-4 PM', '15:00-16:00'],
    ['9:30 – 11 a.m.', '09:30-11:00'],
    ['11-1 PM', '11:00-13:00'],
    ['12-1 pm', '12:00-13:00'],
    ['11-12 pm', '11:00-12:00'],
    ['12-3 am', '00:00-03:00'],
  ])('%s is %s', (written, canonical) => {
    const time = parseInterval(written);
    expect(isUnparsed(time) ? time : formatInterval(time)).toBe(canonical);
  });

  test('an end before the start comes back as written, for a rule to judge', () => {
    expect(parseInterval('11:40-1:10')).toEqual({ start: 700, end: 70 });
  });
});

describe('a time that cannot be read says what was probably meant', () => {
  test.each([
    ['13h', 'has no end', '13:00-14:00'],
    ['19:00', 'has no end', '19:00-'],
    ['1O:00-11:00', 'before the dash', '10:00-11:00'],
    ['10:00-l1:00', 'after the dash', '10:00-11:00'],
    ['9-10', 'before the dash', '09:00-10:00'],
    ['10:00:00-11:00:00', 'before the dash', '10:00-11:00'],
    ['0930-1030', 'before the dash', '09:30-10:30'],
    ['9pm-11', 'one side only', '21:00-23:00'],
    ['10-2 am', 'one side only', '10:00-10:30'],
    ['9-1 am+1', 'one side only', '09:00-01:00+1'],
    ['15:00-4 PM', 'one side only', '15:00-16:00'],
    ['24:00-25:00', 'starts at 24:00', '00:00+1'],
    ['10:00-11:00-12:00', 'more than one range', 'a session for each range'],
    ['10:00-11:00, 14:00-15:00', 'more than one range', 'a session for each range'],
    ['10:75-11:00', 'before the dash', 'minutes go to 59'],
    ['25:00-26:00', 'before the dash', 'hours go to 24'],
    ['noon', 'has no end', '12:00-13:00'],
    ['from noon', 'has no end', '12:00-'],
    ['soon', 'is not a time range', '10:00-10:30'],
    ['09:00 to 09:30', 'is not a time range', '09:00-09:30'],
    ['de 9h à 9h30', 'is not a time range', '09:00-09:30'],
    ['noon-1 pm', 'before the dash', '12:00-13:00'],
    ['22:00 till midnight', 'is not a time range', '22:00-24:00'],
    ['с 9:00 до 10:00', 'is not a time range', '09:00-10:00'],
    ['من ٩:٠٠ إلى ١٠:٠٠', 'is not a time range', '09:00-10:00'],
    ['9时-10时30分', 'before the dash', '09:00-10:30'],
    ['9:00 + 2 hours', 'is not a time range', '09:00-11:00'],
    ['9:00-10:00 UTC+2', 'after the dash', '09:00-10:00'],
    ['2031-02-11T09:00/2031-02-11T10:00', 'more than one range', '09:00-10:00'],
    ['', 'is not a time range', '10:00-10:30'],
  ])('%s %s: %s', (written, problem, hint) => {
    const time = parseInterval(written);
    expect(isUnparsed(time) && time.problem).toContain(problem);
    expect(isUnparsed(time) && time.hint).toContain(hint);
  });
});

describe('of a time that cannot be read, a start that can be is the start', () => {
  test.each<[string, number | undefined]>([
    ['10:00-tbd', 600],
    ['10h – ?', 600],
    ['19:00', 1140],
    ['9 pm-late', 1260],
    ['10:00-11:00-12:00', 600],
    ['00:30+1-x', 1470],
    ['1:30-? pm', undefined],
    ['9-10', undefined],
    ['24:00-25:00', undefined],
    ['25:00-26:00', undefined],
    ['10:00:00-11:00:00', undefined],
    ['tbd-11:00', undefined],
    ['', undefined],
  ])('%s: %s', (written, start) => {
    const time = parseInterval(written);
    expect(isUnparsed(time) ? time.start : 'read').toBe(start);
  });
});

describe('an end that is not after its start has a likely meaning', () => {
  test.each([
    ['11:40-1:10', '11:40-13:10'],
    ['10:30-10:00', '10:00-10:30'],
    ['23:00-01:00', '23:00-01:00+1'],
    ['00:30+1-02:00', '00:30+1-02:00+1'],
    ['16:00-15:00', '15:00-16:00'],
    // Four hours are a long afternoon, and a long session the other way round; of more, an hour is likelier to be wrong.
    ['10:00-2:00', '10:00-14:00'],
    ['10:00-2:01', undefined],
    ['14:00-10:00', '10:00-14:00'],
    ['15:15-10:40', undefined],
    ['18:00-5:30', '18:00-05:30+1'],
    ['17:59-5:30', undefined],
    ['18:30-6:00', '18:30-06:00+1'],
    ['18:30-6:15', undefined],
    ['10:00-10:00', undefined],
    ['10:00-11:00', undefined],
    ['10:00-', undefined],
  ])('%s means %s', (written, likely) => {
    const time = parseInterval(written);
    expect(isUnparsed(time) ? time : likelyInterval(time)).toBe(likely);
  });
});

test.each([
  [0, 'start', '00:00'],
  [1440, 'start', '00:00+1'],
  [1440, 'end', '24:00'],
  [1470, 'end', '00:30+1'],
  [-30, 'start', '23:30-1'],
  [2900, 'start', '00:20+2'],
] as const)('%d minutes as %s are %s on the clock', (minutes, as, shown) => {
  expect(clock(minutes, as)).toBe(shown);
});
