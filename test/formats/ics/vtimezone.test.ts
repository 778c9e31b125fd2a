import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readPlain as readIcs } from '../../../src/formats/ics/read.js';
import { write } from '../../../src/formats/ics/write.js';
import { formatTime } from '../../../src/model/time.js';
import { given, NASTY, SHIPPED } from '../../given/exports.js';

/** Times round the clock, that begin and end on and over the turn of the hour. */
const TIMES = [
  '00:00-00:30',
  '00:30-01:30',
  '01:00-02:00',
  '01:30-03:30',
  '02:00-02:30',
  '02:30-04:00',
  '03:00-',
  '12:00-23:30',
];

/** An agenda of the same sessions on each of some days. */
function agenda(timezone: string, dates: readonly string[]): string {
  const days = dates.map((date, day) => ({
    date,
    sessions: TIMES.map((time, i) => ({ id: `s${day}-${i}`, time, title: `${date} ${time}` })),
  }));
  return JSON.stringify({ id: 'zones', title: 'Zones', timezone, days });
}

/** Start and end of every event in epoch seconds, as ical.js makes them of the calendar's own VTIMEZONE. */
function instants(calendar: string): Readonly<Record<string, readonly (number | undefined)[]>> {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const zones = new Map(
    root.getAllSubcomponents('vtimezone').map(component => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone];
    }),
  );
  const events = root.getAllSubcomponents('vevent').map(event => {
    const times = ['dtstart', 'dtend'].map(name => {
      const property = event.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (property === null || !(time instanceof ICAL.Time)) return undefined;
      const zone = property.getFirstParameter('tzid');
      const own = zone === undefined ? ICAL.Timezone.utcTimezone : zones.get(zone);
      if (own === undefined) throw new Error(`no VTIMEZONE of ${zone}`);
      time.zone = own;
      return time.toUnixTime();
    });
    return [String(event.getFirstPropertyValue('uid')), times];
  });
  return Object.fromEntries(events);
}

function zoneLines(calendar: string): string {
  return (/BEGIN:VTIMEZONE\r\n([\s\S]*)END:VTIMEZONE/.exec(calendar)?.[1] ?? '').replaceAll('\r\n', ' ').trim();
}

describe('the instants of local times are those in UTC', () => {
  test.each<[string, string[]]>([
    [
      'America/New_York',
      ['2018-01-01', '2018-03-10', '2018-03-11', '2018-03-26', '2018-11-03', '2018-11-04', '2018-12-31'],
    ],
    ['America/New_York', ['2006-04-02', '2006-10-29', '2007-03-11', '2007-11-04']],
    ['Europe/Paris', ['2019-03-31', '2019-07-01', '2019-10-27', '2020-03-29', '2020-10-25', '2021-01-01']],
    ['Europe/London', ['2018-03-25', '2018-10-28']],
    ['Europe/Dublin', ['2018-01-15', '2018-03-25', '2018-06-01', '2018-10-28', '1971-10-31']],
    ['Asia/Kolkata', ['2018-03-26', '2018-12-31']],
    ['Australia/Lord_Howe', ['2018-04-01', '2018-10-07', '2018-01-01']],
    ['Australia/Sydney', ['2018-04-01', '2018-10-07', '2019-01-01']],
    [
      'Africa/Casablanca',
      ['2018-05-13', '2018-06-17', '2018-10-28', '2019-05-05', '2019-06-09', '2024-03-10', '2024-04-14'],
    ],
    ['America/Sao_Paulo', ['2017-02-19', '2017-10-15', '2018-02-18', '2018-11-04', '2019-02-17', '2019-11-03']],
    [
      'Pacific/Apia',
      ['2011-04-02', '2011-09-24', '2011-12-29', '2011-12-31', '2012-04-01', '2012-09-30', '2013-01-01'],
    ],
    ['America/Caracas', ['2007-12-09', '2016-05-01']],
    ['Asia/Jerusalem', ['2018-03-23', '2018-10-28', '2025-03-28']],
    ['America/Santiago', ['2018-05-13', '2018-08-12', '2019-04-07', '2022-09-11']],
    ['Asia/Kathmandu', ['1985-12-31', '1986-01-01', '2018-06-01']],
    ['Africa/Cairo', ['2014-05-16', '2014-06-27', '2014-08-01', '2014-09-26', '2018-06-01']],
    ['UTC', ['2018-03-11']],
    ['Etc/GMT+5', ['2018-03-11']],
    ['America/Nuuk', ['2018-03-25', '2018-10-28']],
    ['America/Nuuk', ['2023-03-25', '2024-03-30', '2024-03-31', '2024-10-27', '2031-03-29']],
    ['America/Scoresbysund', ['2025-03-29', '2025-10-26', '2040-03-24']],
    ['Asia/Jerusalem', ['2024-03-29', '2024-10-27', '2035-03-23']],
    ['America/Santiago', ['2023-04-02', '2023-09-03', '2034-04-02', '2035-09-02']],
    ['Africa/Cairo', ['2022-07-01', '2023-04-28', '2024-10-31', '2024-11-01', '2029-10-26', '2030-11-01']],
    ['Europe/Moscow', ['2005-03-27', '2005-10-30', '2011-03-27', '2014-10-26']],
    ['Antarctica/Troll', ['2018-03-25', '2018-10-28']],
    ['America/New_York', ['1999-06-01', '2018-11-04', '2100-07-01']],
  ])('%s %j', (zone, dates) => {
    const yaml = agenda(zone, dates);
    const local = write(given(yaml, { tzid: true }));
    expect(local.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(local).toContain(`DTSTART;TZID=${zone}:`);
    expect(instants(local)).toEqual(instants(write(given(yaml))));
  });

  test.each([
    ['the shipped agenda', SHIPPED],
    ['a nasty one', NASTY],
  ])('%s', (_, yaml) => {
    expect(instants(write(given(yaml, { tzid: true })))).toEqual(instants(write(given(yaml))));
  });
});

describe('idm itself reads a zone of which only the VTIMEZONE is known', () => {
  test.each<[string, string[]]>([
    ['Africa/Cairo', ['2024-04-26', '2024-10-31', '2024-11-01', '2029-10-26', '2030-11-01']],
    ['Asia/Jerusalem', ['2024-03-29', '2024-10-27', '2035-03-23']],
    ['America/Santiago', ['2024-04-07', '2024-09-08', '2034-04-02']],
    ['America/Nuuk', ['2023-03-25', '2024-03-31', '2024-10-27']],
    ['Africa/Casablanca', ['2024-03-10', '2024-04-14']],
  ])('%s %j', (zone, dates) => {
    const hidden = write(given(agenda(zone, dates), { tzid: true })).replaceAll(zone, 'Hidden');
    const starts = (calendar: string) => {
      const { agenda: read, faults } = readIcs(calendar.replace(/X-WR-TIMEZONE:.*/, 'X-WR-TIMEZONE:UTC'), {});
      expect(faults).toEqual([]);
      const days = read?.days ?? [];
      return days
        .flatMap(({ date, sessions }) => sessions.map(({ id, time }) => `${date} ${time && formatTime(time)} ${id}`))
        .sort();
    };
    expect(starts(hidden)).toEqual(starts(write(given(agenda(zone, dates)))));
  });
});

describe('a VTIMEZONE', () => {
  test.each<[string, string, string[], string]>([
    [
      'has two rules without end where they hold',
      'America/New_York',
      ['2018-03-26'],
      'TZID:America/New_York BEGIN:DAYLIGHT DTSTART:20170312T020000 TZOFFSETFROM:-0500 TZOFFSETTO:-0400 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU END:DAYLIGHT BEGIN:STANDARD DTSTART:20171105T020000 TZOFFSETFROM:-0400 ' +
        'TZOFFSETTO:-0500 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU END:STANDARD',
    ],
    [
      'tells the last from the fourth',
      'Europe/Paris',
      ['2018-06-01'],
      'TZID:Europe/Paris BEGIN:DAYLIGHT DTSTART:20170326T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU END:DAYLIGHT BEGIN:STANDARD DTSTART:20171029T030000 TZOFFSETFROM:+0200 ' +
        'TZOFFSETTO:+0100 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD',
    ],
    [
      'calls the summer of Dublin daylight saving, as readers expect',
      'Europe/Dublin',
      ['2018-06-01'],
      'TZID:Europe/Dublin BEGIN:DAYLIGHT DTSTART:20170326T010000 TZOFFSETFROM:+0000 TZOFFSETTO:+0100 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU END:DAYLIGHT BEGIN:STANDARD DTSTART:20171029T020000 TZOFFSETFROM:+0100 ' +
        'TZOFFSETTO:+0000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD',
    ],
    [
      'is one part where nothing changes',
      'Asia/Kolkata',
      ['2018-06-01', '2031-06-01'],
      'TZID:Asia/Kolkata BEGIN:STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0530 TZOFFSETTO:+0530 END:STANDARD',
    ],
    [
      'is one STANDARD where nothing changes since the offset rose in 1982',
      'Asia/Singapore',
      ['2018-06-01'],
      'TZID:Asia/Singapore BEGIN:STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0800 TZOFFSETTO:+0800 END:STANDARD',
    ],
    [
      'names the seven dates of a weekday that is neither the nth nor the last',
      'Asia/Jerusalem',
      ['2026-06-01'],
      'TZID:Asia/Jerusalem BEGIN:DAYLIGHT DTSTART:20250328T020000 TZOFFSETFROM:+0200 TZOFFSETTO:+0300 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20251026T020000 TZOFFSETFROM:+0300 TZOFFSETTO:+0200 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD',
    ],
    [
      'counts seven dates of two months from the end of the year',
      'Africa/Cairo',
      ['2026-06-01'],
      'TZID:Africa/Cairo BEGIN:DAYLIGHT DTSTART:20250425T000000 TZOFFSETFROM:+0200 TZOFFSETTO:+0300 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20251031T000000 TZOFFSETFROM:+0300 TZOFFSETTO:+0200 ' +
        'RRULE:FREQ=YEARLY;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR END:STANDARD',
    ],
    [
      'has each change before the rules hold by itself, and then the rules',
      'America/Nuuk',
      ['2023-06-01', '2024-06-01'],
      'TZID:America/Nuuk BEGIN:STANDARD DTSTART:20221231T210000 TZOFFSETFROM:-0300 TZOFFSETTO:-0300 END:STANDARD ' +
        'BEGIN:STANDARD DTSTART:20230325T220000 TZOFFSETFROM:-0300 TZOFFSETTO:-0200 END:STANDARD ' +
        'BEGIN:DAYLIGHT DTSTART:20240330T230000 TZOFFSETFROM:-0200 TZOFFSETTO:-0100 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20241027T000000 TZOFFSETFROM:-0100 TZOFFSETTO:-0200 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD',
    ],
    [
      'says what holds when the first year begins where the rules came with it',
      'America/Nuuk',
      ['2024-06-01'],
      'TZID:America/Nuuk BEGIN:STANDARD DTSTART:20231231T220000 TZOFFSETFROM:-0200 TZOFFSETTO:-0200 END:STANDARD ' +
        'BEGIN:DAYLIGHT DTSTART:20240330T230000 TZOFFSETFROM:-0200 TZOFFSETTO:-0100 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20241027T000000 TZOFFSETFROM:-0100 TZOFFSETTO:-0200 ' +
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD',
    ],
    [
      'has no rule that is given up within the next years',
      'Europe/Moscow',
      ['2005-06-01'],
      'TZID:Europe/Moscow BEGIN:STANDARD DTSTART:20050101T030000 TZOFFSETFROM:+0300 TZOFFSETTO:+0300 END:STANDARD ' +
        'BEGIN:DAYLIGHT DTSTART:20050327T020000 TZOFFSETFROM:+0300 TZOFFSETTO:+0400 END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20051030T030000 TZOFFSETFROM:+0400 TZOFFSETTO:+0300 END:STANDARD',
    ],
    [
      'has offsets to the second',
      'Africa/Monrovia',
      ['1960-06-01'],
      'TZID:Africa/Monrovia BEGIN:STANDARD DTSTART:19590101T000000 TZOFFSETFROM:-004430 TZOFFSETTO:-004430 END:STANDARD',
    ],
    [
      'has each change by itself where no rule goes on',
      'America/Sao_Paulo',
      ['2018-06-01', '2017-06-01'],
      'TZID:America/Sao_Paulo BEGIN:DAYLIGHT DTSTART:20161231T220000 TZOFFSETFROM:-0200 TZOFFSETTO:-0200 END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20170219T000000 TZOFFSETFROM:-0200 TZOFFSETTO:-0300 END:STANDARD ' +
        'BEGIN:DAYLIGHT DTSTART:20171015T000000 TZOFFSETFROM:-0300 TZOFFSETTO:-0200 END:DAYLIGHT ' +
        'BEGIN:STANDARD DTSTART:20180218T000000 TZOFFSETFROM:-0200 TZOFFSETTO:-0300 END:STANDARD ' +
        'BEGIN:DAYLIGHT DTSTART:20181104T000000 TZOFFSETFROM:-0300 TZOFFSETTO:-0200 END:DAYLIGHT',
    ],
  ])('%s: %s', (_, zone, dates, lines) => {
    expect(zoneLines(write(given(agenda(zone, dates), { tzid: true })))).toBe(lines);
  });

  test.each([
    ...['Asia/Kuala_Lumpur', 'Europe/Istanbul', 'Asia/Kathmandu', 'Asia/Amman', 'Africa/Algiers', 'America/Cancun'],
    ...['America/Santo_Domingo', 'America/Asuncion', 'Pacific/Apia', 'Pacific/Kanton', 'Asia/Tokyo', 'Etc/GMT-14'],
  ])('of %s, which no longer changes its clocks, is one STANDARD', zone => {
    const calendar = write(given(agenda(zone, ['2026-01-15', '2026-07-15']), { tzid: true }));
    expect(calendar.match(/BEGIN:(?:STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
  });

  test('is before the events, and not there without events or local times', () => {
    const order = (calendar: string) => [...new Set(calendar.match(/BEGIN:V(?:TIMEZONE|EVENT)/g))];
    expect(order(write(given(SHIPPED, { tzid: true })))).toEqual(['BEGIN:VTIMEZONE', 'BEGIN:VEVENT']);
    expect(order(write(given(SHIPPED)))).toEqual(['BEGIN:VEVENT']);
    expect(zoneLines(write(given(SHIPPED, { tzid: true, only: () => false })))).toMatch(/^TZID:Etc\/UTC /);
  });
});
