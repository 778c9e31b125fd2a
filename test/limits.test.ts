import { expect, test } from 'vitest';
import { readAny } from '../src/formats/detect.js';
import type { ReaderName } from '../src/formats/registry.js';
import { lint } from '../src/lint/lint.js';

const many = (count: number, of: string | ((i: number) => string)) =>
  typeof of === 'string' ? of.repeat(count) : Array.from({ length: count }, (_, i) => of(i)).join('');

const HEAD = '<conference><title>T</title><time_zone_name>UTC</time_zone_name></conference>';
const xml = (day: string) => `<schedule>${HEAD}\n<day date="2024-01-01">${day}</day></schedule>`;
const inRoom = (events: string) => xml(`<room name="A">${events}</room>`);
const json = (days: string) =>
  `{"schedule": {"conference": {"title": "T", "time_zone_name": "UTC", "days": [${days}]}}}`;
const ics = (lines: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101T100000Z\nSUMMARY:x\n${lines}END:VEVENT\nEND:VCALENDAR\n`;
const event = (of: (i: number) => string) => (i: number) =>
  `BEGIN:VEVENT\nUID:e${i}\nSUMMARY:x\n${of(i)}\nEND:VEVENT\n`;

/** Format, what it is, the text; then a problem, and how many sessions were read. */
const HOSTILE: readonly (readonly [ReaderName, string, () => string, RegExp, number])[] = [
  [
    'schedule-xml',
    '17 MB',
    () => xml(many(17_000_000, ' ')),
    /^1:1 this is larger than 16 million characters, and was not read as schedule\.xml$/,
    0,
  ],
  [
    'schedule-xml',
    'a million tags',
    () => inRoom(many(1_000_000, '<event/>')),
    /^2:\d+ this was read as schedule\.xml up to here: it has more than a million tags$/,
    0,
  ],
  [
    'schedule-xml',
    '25,000 events in two rooms',
    () => {
      const room = many(12_500, '<event><title>T</title></event>');
      return xml(`<room name="A">${room}</room><room name="B">${room}</room>`);
    },
    /^2:\d+ this schedule has more than 20,000 events: what follows is not read$/,
    20_000,
  ],
  [
    'schedule-xml',
    '200,000 days',
    () => xml(many(200_000, '</day><day date="2024-01-01">')),
    /^2:\d+ this schedule has more than 1,000 days/,
    0,
  ],
  [
    'schedule-xml',
    '200,000 people in an event',
    () =>
      inRoom(
        `<event><title>t</title><start>10:00</start><persons>${many(200_000, i => `<person>P ${i}</person>`)}</persons></event>`,
      ),
    /^2:\d+ this event has more than 1,000 people/,
    1,
  ],
  [
    'schedule-xml',
    '100,000 languages',
    () => inRoom(`<event><title>t</title><start>10:00</start><language>${many(100_000, 'q9 ')}</language></event>`),
    /^2:\d+ "q9 q9 .*…" is not a language tag$/,
    1,
  ],
  [
    'schedule-json',
    'a million and a half numbers',
    () => json(many(1_500_000, '1,')),
    /^1:\d+ this was read as schedule\.json up to here: it has more than a million values$/,
    0,
  ],
  ['schedule-json', '100,000 days that are none', () => json(`${many(100_000, '1,')}1`), /^1:\d+ "1" where a day/, 0],
  [
    'schedule-json',
    '100,000 fields of one name',
    () => json(`{${many(100_000, '"a":1,')}"date":"2024-01-01"}`),
    /^1:\d+ the field "a" stands twice$/,
    0,
  ],
  [
    'ics',
    '17 MB',
    () => ics(many(17_000_000, 'x')),
    /^1:1 this is larger than 16 million bytes, and was not read as iCalendar$/,
    0,
  ],
  [
    'ics',
    '300,000 components in one another',
    () => `BEGIN:VCALENDAR\n${many(300_000, 'BEGIN:A\n')}${many(300_000, 'END:B\n')}`,
    /^21:1 this was read as iCalendar up to here: it is nested too deep$/,
    0,
  ],
  [
    'ics',
    'two million lines',
    () => ics(many(2_000_000, 'x:\n')),
    /^1000001:1 this calendar has more than 1,000,000 lines/,
    1,
  ],
  [
    'ics',
    '200,000 categories',
    () => ics(`CATEGORIES:${many(200_000, 'a,')}\n`),
    /^5:1 CATEGORIES has more than 1,000 values/,
    1,
  ],
  [
    'ics',
    '100,000 attendees',
    () => ics(many(100_000, i => `ATTENDEE;CN=P ${i}:x\n`)),
    /^1003:1 this VEVENT has more than 1,000 lines/,
    1,
  ],
  [
    'ics',
    '500,000 parameters',
    () => ics(`LOCATION${many(500_000, ';X=1')}:A\n`),
    /^5:1 "LOCATION;X=1;.*" is no property$/,
    1,
  ],
  [
    'ics',
    '5,000 rules',
    () => ics(many(5000, 'RRULE:FREQ=DAILY;COUNT=1000000\n')),
    /^5:1 RRULE goes on for more than a year/,
    366 + 1,
  ],
  [
    'ics',
    '20,000 rules that never fit',
    () =>
      `BEGIN:VCALENDAR\n${many(
        20_000,
        event(() => 'DTSTART:20240101T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9'),
      )}END:VCALENDAR\n`,
    /^6:1 RRULE goes on for more than a year/,
    20_000,
  ],
  [
    'ics',
    'a zone of 5,000 observances',
    () =>
      `BEGIN:VCALENDAR\nX-WR-TIMEZONE:UTC\nBEGIN:VTIMEZONE\nTZID:Ship\n${many(5000, 'BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:STANDARD\n')}END:VTIMEZONE\n${many(
        2000,
        event(i => `DTSTART;TZID=Ship:2024${String((i % 12) + 1).padStart(2, '0')}01T100000`),
      )}END:VCALENDAR\n`,
    /^$/,
    2000,
  ],
];

test.each(HOSTILE)('%s, %s: ends in time, in one place', async (format, _, text, expected, count) => {
  const reading = await readAny(text(), {}, format);
  const errors = lint(reading).filter(({ severity }) => severity === 'error');
  const said = errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
  expect(said.find(one => expected.test(one)) ?? said[0] ?? '').toMatch(expected);
  expect(reading.agenda?.days.flatMap(({ sessions }) => sessions) ?? []).toHaveLength(count);
  expect(reading.faults.length).toBeLessThan(50_000);
});
