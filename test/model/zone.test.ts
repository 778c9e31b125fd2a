import { describe, expect, test } from 'vitest';
import {
  instant,
  instants,
  isoInstant,
  minutesIn,
  type Offsets,
  timeZones,
  transitions,
} from '../../src/model/zone.js';

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
    ['a link that winter time is an hour of', '2018-01-10', 600, 'Eire', '2018-01-10T10:00:00+00:00', 'once'],
    ['a minute before a change at 00:01', '2020-10-04', 0, 'Antarctica/Casey', '2020-10-04T00:00:00+08:00', 'once'],
    ['the first minute of a gap from 00:01', '2020-10-04', 1, 'Antarctica/Casey', '2020-10-04T03:01:00+11:00', 'never'],
    ['the end of a gap from 00:01', '2020-10-04', 181, 'Antarctica/Casey', '2020-10-04T03:01:00+11:00', 'once'],
    ['in a fold that ends at 00:01', '2010-11-06', 1440, 'America/St_Johns', '2010-11-07T00:00:00-02:30', 'twice'],
    ['the end of a fold at 00:01', '2010-11-07', 1, 'America/St_Johns', '2010-11-07T00:01:00-03:30', 'once'],
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

/** Where clocks change off the hour: the local times of a day around it, and the changes that others make of them. */
test.each([
  ['Antarctica/Casey', '2020-10-04'],
  ['America/St_Johns', '2010-11-07'],
  ['America/Goose_Bay', '2009-03-08'],
  ['Pacific/Kiritimati', '1979-10-01'],
  ['Africa/Monrovia', '1972-01-07'],
  ['Australia/Lord_Howe', '2018-10-07'],
])('the instants of %s on %s are the same in whatever order they are asked', (name, date) => {
  const minutes = Array.from({ length: 1440 }, (_, i) => i);
  const ask = (order: readonly number[]) => {
    const zone = timeZones().get(name);
    return new Map(order.map(minute => [minute, instant(date, minute, zone)]));
  };
  const inOrder = ask(minutes);
  const shuffled = ask(minutes.toSorted((a, b) => ((a * 7919) % 1440) - ((b * 7919) % 1440)));
  expect(minutes.filter(minute => inOrder.get(minute)?.ms !== shuffled.get(minute)?.ms)).toEqual([]);
  expect(minutes.filter(minute => inOrder.get(minute)?.occurs !== shuffled.get(minute)?.occurs)).toEqual([]);
});

test('a change belongs to what begins with it, and not to what ends with it', () => {
  const zone = zones.get('Europe/Paris');
  const at = Date.UTC(2018, 2, 25, 1);
  expect(transitions(zone, at, at + 1)).toEqual([{ at, before: 60, after: 120 }]);
  expect(transitions(zone, at - 86_400_000, at)).toEqual([]);
  expect(transitions(zone, at - 1, at + 86_400_000)).toHaveLength(1);
});

test('the changes of a year are looked for at every third midnight', () => {
  const asked: number[] = [];
  const offsets: Offsets = (_, ms) => {
    asked.push(ms);
    return 60;
  };
  expect(transitions(timeZones(offsets).get('Europe/Paris'), Date.UTC(2018, 0), Date.UTC(2019, 0))).toEqual([]);
  expect(asked.length).toBeLessThan(366 / 3 + 5);
});

test('an offset is looked up twice a day, and a change of it in a few steps', () => {
  const asked: number[] = [];
  const offsets: Offsets = (_, ms) => {
    asked.push(ms);
    return ms < Date.UTC(2018, 2, 25, 1) ? 60 : 120;
  };
  const zone = timeZones(offsets).get('Europe/Paris');
  const each = (day: number) =>
    Array.from({ length: 1440 }, (_, i) => zone.offsetAt(Date.UTC(2018, 2, day) + i * 60_000));
  expect(new Set(each(24))).toEqual(new Set([60]));
  expect(asked).toHaveLength(2);
  expect(each(25).indexOf(120)).toBe(60);
  expect(asked.length).toBeLessThan(32);
});

describe('the instants of a time', () => {
  test.each([
    ['an ordinary one', '2018-03-26', 600, 660, '2018-03-26T10:00:00+02:00', '2018-03-26T11:00:00+02:00'],
    ['over a gap', '2018-03-25', 60, 240, '2018-03-25T01:00:00+01:00', '2018-03-25T04:00:00+02:00'],
    ['from before a gap into it', '2018-03-25', 60, 150, '2018-03-25T01:00:00+01:00', '2018-03-25T03:30:00+02:00'],
    ['in a gap', '2018-03-25', 135, 165, '2018-03-25T03:15:00+02:00', '2018-03-25T03:45:00+02:00'],
    ['from a gap to its end', '2018-03-25', 135, 180, '2018-03-25T03:15:00+02:00', '2018-03-25T04:00:00+02:00'],
    [
      'from a gap to as long after it',
      '2018-03-25',
      120,
      180,
      '2018-03-25T03:00:00+02:00',
      '2018-03-25T04:00:00+02:00',
    ],
    ['from a gap to long after it', '2018-03-25', 135, 300, '2018-03-25T03:15:00+02:00', '2018-03-25T05:00:00+02:00'],
    ['in a fold, both the first', '2018-10-28', 135, 165, '2018-10-28T02:15:00+02:00', '2018-10-28T02:45:00+02:00'],
    ['from a fold to its end', '2018-10-28', 135, 180, '2018-10-28T02:15:00+02:00', '2018-10-28T03:00:00+01:00'],
    [
      'an end before the start, as it is',
      '2018-03-26',
      660,
      600,
      '2018-03-26T11:00:00+02:00',
      '2018-03-26T10:00:00+02:00',
    ],
  ])('%s', (_, date, start, end, from, to) => {
    const zone = zones.get('Europe/Paris');
    const found = instants(date, { start, end }, zone);
    expect([isoInstant(found.start.ms, zone), isoInstant(found.end?.ms ?? 0, zone)]).toEqual([from, to]);
  });
});

test.each([
  [
    'a summer of six days and 23 hours',
    'America/Noronha',
    2000,
    ['2000-02-27T01:00Z -60 -120', '2000-10-08T02:00Z -120 -60', '2000-10-15T01:00Z -60 -120'],
  ],
  [
    'Ramadan',
    'Africa/Casablanca',
    2018,
    ['2018-03-25T02:00Z 0 60', '2018-05-13T02:00Z 60 0', '2018-06-17T02:00Z 0 60'],
  ],
  ['a change that is not on a minute', 'Africa/Monrovia', 1972, ['1972-01-07T00:44Z -44.5 0']],
  ['none', 'Asia/Kolkata', 2018, []],
])('the changes of a year: %s', (_, name, year, changes) => {
  const found = transitions(zones.get(name), Date.UTC(year, 0), Date.UTC(year + 1, 0));
  const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
  expect(found.map(({ at, before, after }) => `${iso(at)} ${before} ${after}`)).toEqual(changes);
});

test.each(['PST', 'Paris', '/etc/passwd', ''])('%j is no zone to have', name => {
  expect(() => zones.get(name)).toThrow(new RangeError(`${JSON.stringify(name)} is not an IANA time zone`));
});

test('a link without a region is looked up by its zone, and keeps its name', () => {
  const asked = new Set<string>();
  const offsets: Offsets = name => {
    asked.add(name);
    return 0;
  };
  const zone = timeZones(offsets).get('eire');
  expect([zone.name, zone.offsetAt(0), ...asked]).toEqual(['Eire', 0, 'Europe/Dublin']);
});

test('a zone has its name in IANA’s spelling', () => {
  expect(zones.get('europe/paris').name).toBe('Europe/Paris');
});
