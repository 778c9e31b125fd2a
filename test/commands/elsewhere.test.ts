import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';

const TASKS = 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\nUID:a\nSUMMARY:Sweep\nEND:VTODO\nEND:VCALENDAR\n';
const LATER = 'Title,Date,Start\nOpening,soon,09:00\n';
const TABLE = 'Title,Date,Start,Podcast,Seats,Food,Note\nOpening,2030-05-14,09:00,yes,20,cake,x\n';

describe('a file with content and no session', () => {
  test.each([
    ['a calendar', TASKS, 'idm: standard input:3:1: this calendar has no event (VEVENT), but 1 VTODO\n'],
    ['a table', LATER, 'idm: standard input:1:1: this table has 1 row, but no session that can be read\n'],
  ])('%s: list and export fail with 2, validate with 1', async (_, stdin, message) => {
    const options = ['-f', '-', '--assume-tz', 'Europe/Paris'];
    for (const command of [['list'], ['list', '--json'], ['export', '--ics'], ['export', '--ics', '--force']])
      expect(await idm([...command, ...options], { stdin })).toEqual({ code: 2, out: '', err: message });
    const { code, out } = await idm(['validate', '-', '--assume-tz', 'Europe/Paris'], { stdin });
    expect([code, out]).toEqual([1, expect.stringContaining('[no-session]')]);
  });

  test('and not an empty one', async () => {
    const { code, out } = await idm(['list', '--json', '-f', '-'], {
      stdin: 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n',
    });
    expect([code, out]).toEqual([0, '[]\n']);
  });
});

describe('a session without a title that can be read', () => {
  const head = (rest: string) => `id: a\ntitle: A\ntimezone: Europe/Paris\n${rest}`;
  test.each([
    ['an agenda', head('days: [{date: 2030-05-14, sessions: [{id: one, time: 09:00-10:00}]}]\n'), 'one'],
    ['a table', 'Title,Date,Start,End\n,2030-05-14,09:00,10:00\n', 'session'],
    [
      'a calendar',
      'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one@x\nDTSTART:20300514T070000Z\nDTEND:20300514T080000Z\nEND:VEVENT\nEND:VCALENDAR\n',
      'one',
    ],
    [
      'a schedule.json',
      '{"schedule":{"conference":{"title":"A","time_zone_name":"Europe/Paris","days":[{"date":"2030-05-14","rooms":{"Hall":[{"id":1,"start":"09:00","duration":"01:00","title":null}]}}]}}}',
      'event-1',
    ],
    [
      'a schedule.xml',
      '<schedule><conference><title>A</title><time_zone_name>Europe/Paris</time_zone_name></conference><day date="2030-05-14"><room name="Hall"><event id="1"><start>09:00</start><duration>01:00</duration><title/></event></room></day></schedule>',
      'event-1',
    ],
  ])('has none in the JSON, and is listed by its id: %s', async (_, stdin, id) => {
    const options = ['-f', '-', '--assume-tz', 'Europe/Paris'];
    const [session] = JSON.parse((await idm(['list', '--json', ...options], { stdin })).out);
    expect([session.id, session.title]).toEqual([id, null]);
    expect((await idm(['list', ...options], { stdin })).out).toContain(`\t${id}\n`);
    expect((await idm(['validate', '-', ...options.slice(2)], { stdin })).out).toContain('[missing-field]');
  });
});

test('of a time that is half read, the start is that of the session', async () => {
  const stdin =
    'id: a\ntitle: A\ntimezone: Europe/Paris\ndays: [{date: 2030-05-14, sessions: [{id: one, time: 10:00-tbd, title: One}]}]\n';
  expect((await idm(['list', '-f', '-'], { stdin })).out).toBe('2030-05-14\t10:00\t\tone\tsession\t\tOne\n');
  expect((await idm(['validate', '-'], { stdin })).out).toContain(
    'the time "10:00-tbd" has no time that can be read after the dash [bad-time]',
  );
});

describe('what is not read', () => {
  const told =
    'column "Podcast" (1 cell) is not read; column "Seats" (1 cell) is not read; column "Food" (1 cell) is not read; 1 more: see idm validate - --assume-tz Europe/Paris --info\n';

  test.each([['list'], ['show', 'opening'], ['conflicts'], ['export', '--csv']])(
    'is one line on stderr of %s %s',
    async (...command) => {
      const { err } = await idm([...command, '-f', '-', '--assume-tz', 'Europe/Paris'], { stdin: TABLE });
      expect(err.split('\n').filter(line => line.includes('is not read'))).toEqual([told.trim()]);
    },
  );

  test('is a warning of validate, which changes no exit code', async () => {
    const { code, out } = await idm(['validate', '-', '--assume-tz', 'Europe/Paris', '--format', 'github'], {
      stdin: TABLE,
    });
    expect([code, out.match(/^::warning .*title=not-read/gm)?.length]).toEqual([0, 4]);
  });

  test('is not said of what changes nothing that is shown', async () => {
    const { err } = await idm(['list', '-f', '-'], {
      stdin:
        'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a@x\nSUMMARY:A\nDTSTART:20300514T080000Z\nCLASS:PUBLIC\nEND:VEVENT\nEND:VCALENDAR\n',
    });
    expect(err).toBe('');
  });
});

test('a rule about files in other formats has no place in lint', async () => {
  const stdin = 'id: a\ntitle: A\ntimezone: Europe/Paris\nlint: {not-read: off}\ndays: []\n';
  const { out } = await idm(['validate', '-'], { stdin });
  expect(out).toContain('the rule not-read is about files in other formats: it finds nothing in an agenda');
});
