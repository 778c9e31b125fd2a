import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { lint } from '../../src/lint/lint.js';
import { dateOf, dayNumber, instantOf, isDate } from '../../src/model/date.js';
import { presentation } from '../../src/query/presentation.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';

test.each([
  ['1970-01-01', 0],
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['0100-01-01', -683_003],
  ['9999-12-31', 2_932_896],
  ['1900-02-29', undefined],
  ['2018-02-29', undefined],
  ['2018-04-31', undefined],
  ['2018-00-10', undefined],
  ['2018-13-10', undefined],
  ['2018-01-00', undefined],
  ['2018-01-32', undefined],
  ['0099-12-31', undefined],
  ['2018-1-1', undefined],
  ['2018-01-01T', undefined],
  ['', undefined],
])('%j is day %s', (date, day) => {
  expect(dayNumber(date)).toBe(day);
  if (day !== undefined) expect(dateOf(day)).toBe(date);
});

describe('the last date of an agenda', () => {
  test('is that of the year 9998', () => {
    expect([isDate('9998-12-31'), isDate('9999-01-01'), isDate('9998-12-32')]).toEqual([true, false, false]);
    expect([instantOf('9998-12-31'), instantOf('9999-01-01')]).toEqual([
      (dayNumber('9998-12-31') as number) * 86_400_000,
      undefined,
    ]);
  });

  test.each([
    [
      'yaml',
      'id: a\ntitle: A\ntimezone: America/New_York\ndays: [{date: 9999-12-31, sessions: [{id: s, time: 23:00-01:00+1, title: S}]}]\n',
    ],
    ['yaml, updated', 'id: a\ntitle: A\ntimezone: UTC\nupdated: 9999-12-31T23:00:00-05:00\ndays: []\n'],
    ['csv', 'title,date,start,end,timezone\nS,9999-12-31,23:00,23:30,UTC\n'],
    ['ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nSUMMARY:S\nDTSTART:99991231T230000Z\nEND:VEVENT\nEND:VCALENDAR\n'],
    [
      'schedule-xml',
      '<schedule><conference><title>A</title><time_zone_name>UTC</time_zone_name></conference><day date="9999-12-31"><room name="R"><event id="1"><title>S</title><start>10:00</start><duration>01:00</duration></event></room></day></schedule>',
    ],
  ])('is told where a text has a later one: %s', async (_, text) => {
    const errors = lint(await readAny(text)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toContainEqual(expect.stringMatching(/^bad-(date|time)$/));
  });

  test('has an end on the next one, in whatever zone', async () => {
    const text =
      'id: a\ntitle: A\ntimezone: Etc/GMT+12\ndays: [{date: 9998-12-31, sessions: [{id: s, time: 23:00-23:59+1, title: S}]}]\n';
    const { agenda } = await readAny(text);
    if (agenda === undefined) throw new Error('no agenda');
    const [session] = scheduledSessions(agenda);
    if (session === undefined) throw new Error('no session');
    expect(presentation(agenda, { tz: 'Pacific/Kiritimati' }).instants(session)).toEqual({
      start: '9999-01-02T01:00:00+14:00',
      end: '9999-01-03T01:59:00+14:00',
      minutes: 1499,
    });
  });
});
