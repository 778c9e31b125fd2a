import { expect, test } from 'vitest';
import { likelyEnd, readDuration, readEnd, readRange, readStart } from '../../../src/formats/csv/times.js';

test.each([
  ['9:30', 570],
  ['09:30:00', 570],
  ['9h30', 570],
  ['9h', 540],
  ['9.30 Uhr', 570],
  ['9:30 AM', 570],
  ['12 a.m.', 0],
  ['1 pm', 780],
  ['9', 540],
  ['00:30+1', 1470],
])('the start %s', (written, value) => {
  expect(readStart(written)).toEqual({ value });
});

test.each(['tbd', '24:00', '9:60', 'noon', '', '25', '13 pm'])('%j is not a start', written => {
  expect(readStart(written)).toHaveProperty('problem');
});

test('an end may be 24:00, and nothing later', () => {
  expect(readEnd('24:00')).toEqual({ value: 1440 });
  expect(readEnd('01:00+1')).toEqual({ value: 1500 });
  expect(readEnd('24:01')).toHaveProperty('problem');
});

test.each([
  ['10:00-10:30', { start: 600, end: 630 }],
  ['10h – 10h30', { start: 600, end: 630 }],
  ['10:00 bis 10:30 Uhr', { start: 600, end: 630 }],
  ['9:30 am to 1 pm', { start: 570, end: 780 }],
])('the range %s', (written, value) => {
  expect(readRange(written)).toEqual({ value });
});

test.each(['9:30', ' 19:00 ', '19:00:00'])('%j is a clock, and no range', written => {
  expect(readRange(written)).toBeUndefined();
});

test.each([
  ['1:30', 90],
  ['01:30:00', 90],
  ['90', 90],
  ["90'", 90],
  ['90 min', 90],
  ['90 Minuten', 90],
  ['1h30', 90],
  ['1.5 h', 90],
  ['1,5 Stunden', 90],
  ['PT1H30M', 90],
])('the duration %s', (written, value) => {
  expect(readDuration(written)).toEqual({ value });
});

test.each(['', 'long', '1:75', 'PT', '-30'])('%j is not a duration', written => {
  expect(readDuration(written)).toHaveProperty('problem');
});

// A party from 18:00 to 06:00 ends the next day; what ends before it starts at any other hour is a slip of the finger.
test.each([
  ['after the start', 10, 11, 11],
  ['midnight', 14, 0, 24],
  ['at night', 23, 1, 25],
  ['of the longest night', 18, 6, 30],
  ['of a start too early for a night', 17.75, 1, 1],
  ['too late for a night', 22, 6.25, 6.25],
  ['by day', 10, 9, 9],
])('an end that is not after the start is of the next day only at night: %s', (_, start, end, meant) => {
  expect(likelyEnd(start * 60, end * 60)).toBe(meant * 60);
});
