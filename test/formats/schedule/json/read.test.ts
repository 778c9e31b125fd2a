import { describe, expect, test } from 'vitest';
import { readAny } from '../../../../src/formats/detect.js';
import { fixture, given, problems, sessions } from '../../../given/schedules.js';
import { expectLinear } from '../../../support/growth.js';

describe('the versions', () => {
  test('the first: events under days and rooms', async () => {
    const reading = await given(fixture('first.json'));
    expect(sessions(reading)).toEqual([
      '2022-03-01 09:00-09:30 wind session crest: lena-berg',
      '2022-03-01 09:15-09:45 grains workshop trough: lena-berg',
    ]);
    expect(reading.agenda).toMatchObject({
      id: 'dunes22',
      timezone: 'Europe/Paris',
      url: 'https://dunes.example.org/2022/',
      rooms: [
        { id: 'crest', name: { und: 'Crest' }, capacity: 80 },
        { id: 'trough', name: { und: 'Trough' } },
      ],
      people: [{ id: 'lena-berg', name: 'Lena Berg', bio: { und: 'Counts.' } }],
    });
    expect(reading.agenda?.days[0]?.sessions[1]?.description).toEqual({ en: 'One by one.\nAnd then the next.' });
    expect(problems(reading)).toEqual([
      '29:27 person-clash: Lena Berg is in "grains" and in "wind", 09:15-09:30 (line 53) | move one of the sessions, or take the person off one',
      '58:19 missing-field: a person needs a name | add the name: who has none is left out',
    ]);
  });

  test('the second: events in one list, texts by language, states and roles', async () => {
    const reading = await given(fixture('second.json'));
    expect(sessions(reading)).toEqual([
      '2025-02-01 11:00-12:00 torf session cancelled [DISCUSSION] steg: jo-moos* kim-ried',
      '2025-02-01 00:30+1-01:30+1 nacht break steg: -',
    ]);
    expect(reading.agenda).toMatchObject({
      language: 'de',
      title: { de: 'Moor' },
      description: { en: 'Wet.', de: 'Nass.' },
    });
    expect(reading.agenda?.days[0]?.sessions[0]).toMatchObject({
      description: { de: 'Braun.', en: 'Brown.' },
      track: { de: 'Boden' },
    });
    expect(problems(reading)).toEqual([]);
  });
});

test('a room or a track is what is listed under its GUID or slug', async () => {
  const reading = await given(
    JSON.stringify({
      schedule: {
        conference: {
          title: 'T',
          time_zone_name: 'UTC',
          rooms: [{ guid: 'r1', slug: 'gross', name: 'Große Halle' }],
          tracks: [{ slug: 'w', name: 'Water' }],
        },
        events: [
          { title: 'a', start: '2024-01-01T10:00:00Z', room: { guid: 'r1', slug: 'x' }, track: { slug: 'w' } },
          { title: 'b', start: '2024-01-01T11:00:00Z', room: { slug: 'gross' }, track: { slug: 'unknown' } },
        ],
      },
    }),
  );
  expect(reading.agenda?.days[0]?.sessions.map(({ rooms, track }) => [rooms, track])).toEqual([
    [['grosse-halle'], { und: 'Water' }],
    [['grosse-halle'], { und: 'unknown' }],
  ]);
});

describe('what is no schedule, or a faulty one', () => {
  test.each([
    ['nothing', '', '1:1 syntax: this is not JSON here: value expected | '],
    [
      'an agenda of idm',
      '{"id": "x", "title": "X", "days": []}',
      '1:1 wrong-type: this is JSON without a schedule and its conference: it is not a schedule.json | idm formats lists what is read',
    ],
    [
      'nesting',
      `{"schedule":{"conference":${'['.repeat(10_000)}`,
      '1:125 syntax: this was read as schedule.json up to here: it is nested too deep | ',
    ],
  ])('%s', async (_, input, expected) => {
    const reading = await given(input, { file: 'schedule.json' });
    expect(reading.agenda).toBeUndefined();
    expect(problems(reading)).toEqual([expected]);
  });

  test('one bad event does not lose the others', async () => {
    const reading = await given(`{"schedule": {"conference": {"title": "T", "time_zone_name": "UTC", "days": [
      1,
      {"date": "2024-13-01", "rooms": []},
      {"date": "2024-01-01", "rooms": {"A": [
        {"title": "x", "start": "25:00", "duration": "x", "url": "javascript:alert(1)", "state": "constructor"},
        7,
        {"title": "ok", "start": "9:05", "duration": "0:30", "persons": ["Bob", {"public_name": ""}]}
      ]}}]}}}`);
    expect(sessions(reading)).toEqual([
      '2024-01-01 09:05-09:35 ok session a: bob',
      '2024-01-01 - x session tentative a: -',
    ]);
    expect(problems(reading).map(one => one.replace(/ \|.*/, ''))).toEqual([
      '2:7 wrong-type: "1" where a day belongs',
      '3:17 bad-date: "2024-13-01" is not a date',
      '3:39 wrong-type: a map of rooms to their events belongs here',
      '5:34 bad-time: the start "25:00" is not a time of the day',
      '5:55 bad-time: the duration "x" is not hours and minutes',
      '5:67 bad-url: "javascript:alert(1)" is not a web or mail address',
      '5:99 unknown-status: the status "constructor" is not known: the session counts as tentative',
      '6:9 wrong-type: "7" where an event belongs',
    ]);
  });

  test('a comma too many is a fault, and what stands round it is read', async () => {
    const reading = await given(
      '{"schedule": {"conference": {"title": "T", "time_zone_name": "UTC", "days": [{"date": "2024-01-01", "rooms": {"A": [{"title": "x", "start": "10:00",}]}}]}}}',
    );
    expect(sessions(reading)).toEqual(['2024-01-01 10:00- x session a: -']);
    expect(reading.faults.map(({ rule }) => rule)).toContain('syntax');
  });
});

describe('events of dates that the file has no day of', () => {
  const schedule = (days: readonly string[], events: readonly object[]) =>
    JSON.stringify({
      schedule: {
        conference: {
          title: 'T',
          acronym: 'tttt',
          time_zone_name: 'UTC',
          days: days.map(date => ({ date, rooms: {} })),
        },
        events: events.map((event, id) => ({ id, title: 'T', duration: '01:00', ...event })),
      },
    });

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['between days', ['01', '05'], ['04', '02', '02'], ['01', '02', '04', '05']],
    ['before and behind them', ['03'], ['09', '01', '04'], ['01', '03', '04', '09']],
    ['days in no order', ['05', '01'], ['06', '02'], ['05', '01', '02', '06']],
    ['no days', [], ['03', '01', '02'], ['01', '02', '03']],
  ])('get a day where it belongs: %s', async (_, days, events, expected) => {
    const dates = (list: readonly string[]) => list.map(day => `2024-01-${day}`);
    const text = schedule(
      dates(days),
      dates(events).map(date => ({ date: `${date}T10:00:00Z` })),
    );
    const { agenda } = await readAny(text);
    expect(agenda?.days.map(({ date }) => date)).toEqual(dates(expected));
    expect(agenda?.days.flatMap(({ sessions }) => sessions)).toHaveLength(events.length);
  });

  test('an event without a date comes last', async () => {
    const { agenda } = await readAny(schedule(['2024-01-01'], [{ start: '10:00' }, { date: '2024-01-02T10:00:00Z' }]));
    expect(agenda?.days.map(({ date }) => date)).toEqual(['2024-01-01', '2024-01-02', undefined]);
  });

  test('are found in time that grows with their number and that of the days', async () => {
    const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    const text = (by: number) =>
      schedule(
        Array.from({ length: 1000 / by }, (_, i) => date(i * 3)),
        Array.from({ length: 10_000 / by }, (_, i) => ({ date: `${date((i * 7919) % 30_000)}T10:00:00Z` })),
      );
    await expectLinear(text, input => readAny(input));
  });
});
