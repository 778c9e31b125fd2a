import { describe, expect, test } from 'vitest';
import { instant, isoInstant, minutesIn, timeZones } from '../../src/model/zone.js';

const zones = timeZones();

describe('a local time is one instant', () => {
  test.each([
    ['an ordinary summer time', '2018-03-26', 600, 'America/New_York', '2018-03-26T10:00:00-04:00', 'once'],
    ['the hour before a gap', '2018-03-11', 119, 'America/New_York', '2018-03-11T01:59:00-05:00', 'once'],
    [
      'in a gap, with the offset before it',
      '2018-03-11',
      150,
      'America/New_York',
      '2018-03-11T03:30:00-04:00',
      'never',
    ],
    ['the end of a gap', '2018-03-11', 180, 'America/New_York', '2018-03-11T03:00:00-04:00', 'once'],
    ['in a fold, the first occurrence', '2018-11-04', 90, 'America/New_York', '2018-11-04T01:30:00-04:00', 'twice'],
    ['the end of a fold', '2018-11-04', 120, 'America/New_York', '2018-11-04T02:00:00-05:00', 'once'],
    [
      'after midnight of the day before a fold',
      '2018-11-03',
      1530,
      'America/New_York',
      '2018-11-04T01:30:00-04:00',
      'twice',
    ],
    ['a zone of half an hour', '2018-03-26', 600, 'Asia/Kolkata', '2018-03-26T10:00:00+05:30', 'once'],
    ['a gap of half an hour', '2018-10-07', 135, 'Australia/Lord_Howe', '2018-10-07T02:45:00+11:00', 'never'],
    ['a day that a zone left out', '2011-12-30', 600, 'Pacific/Apia', '2011-12-31T10:00:00+14:00', 'never'],
    ['before 1970', '1951-12-10', 600, 'Europe/Paris', '1951-12-10T10:00:00+01:00', 'once'],
  ])('%s', (_, date, minutes, name, iso, occurs) => {
    const zone = zones.get(name);
    const { ms, occurs: found } = instant(date, minutes, zone);
    expect([isoInstant(ms, zone), found]).toEqual([iso, occurs]);
  });
});

test('a clock elsewhere counts from midnight of the same day', () => {
  const { ms } = instant('2018-03-26', 13 * 60, zones.get('America/New_York'));
  expect(minutesIn(ms, '2018-03-26', zones.get('Asia/Tokyo'))).toBe(26 * 60);
  expect(minutesIn(ms, '2018-03-26', zones.get('America/Los_Angeles'))).toBe(10 * 60);
});
