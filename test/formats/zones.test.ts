import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { lint } from '../../src/lint/lint.js';
import { isClock } from '../../src/model/time.js';

/** A text in each format that says in its way in which zone it is: 10:00 on 1 July 2018 is all that happens. */
const FORMATS = {
  yaml: zone =>
    `id: a\ntitle: A\ntimezone: ${JSON.stringify(zone)}\ndays: [{date: 2018-07-01, sessions: [{id: s, time: 10:00-11:00, title: S}]}]\n`,
  csv: zone => `title,date,start,end,timezone\nS,2018-07-01,10:00,11:00,"${zone}"\n`,
  'ics, the calendar': zone =>
    `BEGIN:VCALENDAR\nX-WR-TIMEZONE:${zone}\nBEGIN:VEVENT\nUID:s@a\nSUMMARY:S\nDTSTART:20180701T100000\nDTEND:20180701T110000\nEND:VEVENT\nEND:VCALENDAR\n`,
  'ics, the event': zone =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s@a\nSUMMARY:S\nDTSTART;TZID="${zone}":20180701T100000\nEND:VEVENT\nEND:VCALENDAR\n`,
  'schedule-xml': zone =>
    `<schedule><conference><title>A</title><time_zone_name>${zone.replace('&', '&amp;')}</time_zone_name></conference><day index="1" date="2018-07-01"><room name="R"><event id="1"><title>S</title><start>10:00</start><duration>01:00</duration></event></room></day></schedule>`,
  'schedule-json': zone =>
    JSON.stringify({
      schedule: {
        conference: {
          title: 'A',
          time_zone_name: zone,
          days: [{ date: '2018-07-01', rooms: { R: [{ id: 1, title: 'S', start: '10:00', duration: '01:00' }] } }],
        },
      },
    }),
} as const satisfies Record<string, (zone: string) => string>;

async function found(text: string, assumeTz?: string) {
  const reading = await readAny(text, assumeTz === undefined ? {} : { assumeTz });
  const time = reading.agenda?.days[0]?.sessions[0]?.time;
  const zones = lint(reading).filter(({ rule }) => rule.endsWith('zone'));
  return {
    zone: reading.agenda?.timezone,
    time: time && isClock(time) ? time.start : time,
    problems: zones.map(({ rule, hint }) => [rule, hint]),
  };
}

describe.each(Object.entries(FORMATS))('%s', (format, text) => {
  test.each([
    ['an exact name stays', 'Europe/Paris', 'Europe/Paris'],
    ['an exact link stays', 'Asia/Calcutta', 'Asia/Calcutta'],
    ['a link without a region stays', 'Eire', 'Eire'],
    ['another case is spelled as IANA does', 'europe/PARIS', 'Europe/Paris'],
    ['a link in another case too', 'gb', 'GB'],
  ])('%s: %s', async (_, zone, name) => {
    expect(await found(text(zone))).toEqual({ zone: name, time: 600, problems: [] });
  });

  test.each([
    ['PST', 'America/Los_Angeles'],
    ['IST', 'Asia/Kolkata'],
    ['ACT', 'Australia/Darwin'],
    ['GMT+5', 'Asia/Karachi'],
  ])('%s is none, and %s is likely', async (zone, likely) => {
    const { zone: taken, problems } = await found(text(zone));
    expect(problems).toContainEqual(['bad-timezone', expect.stringContaining(likely)]);
    expect(taken).toBe('UTC');
  });

  test.each(['EST', 'GMT', 'etc/gmt+5'])('%s has no summer time', async zone => {
    const { problems } = await found(text(zone));
    expect(problems).toEqual([
      ['fixed-offset-zone', expect.stringMatching(/^write the zone of the place, such as \w+\/\w+$/)],
    ]);
  });

  test.each([
    ['Romance Standard Time', 'Europe/Paris'],
    ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Paris'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Berlin', 'Europe/Berlin'],
  ])('%s is read in a file of another program, and has its zone in the hint in an agenda', async (name, zone) => {
    const { zone: taken, problems } = await found(text(name));
    if (format === 'yaml') expect([taken, problems]).toEqual(['UTC', [['bad-timezone', expect.any(String)]]]);
    else expect([taken, problems]).toEqual([zone, []]);
  });
});

test('rows of a table may spell one zone in several cases', async () => {
  const rows = ['Europe/Paris', 'europe/paris', 'EUROPE/PARIS'].map(
    (zone, i) => `S,2018-07-01,1${i}:00,1${i}:30,${zone}\n`,
  );
  expect(await found(`title,date,start,end,timezone\n${rows.join('')}`)).toMatchObject({
    zone: 'Europe/Paris',
    problems: [],
  });
});

describe('the zone of a source that names none', () => {
  const NONE = 'title,date,start,end\nS,2018-07-01,10:00,11:00\n';

  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
  ])('%s is %s', async (assumed, zone) => {
    expect(await found(NONE, assumed)).toEqual({ zone, time: 600, problems: [] });
  });

  test('is an error of the caller where it is none', async () => {
    await expect(found(NONE, 'PST')).rejects.toThrow(RangeError);
  });

  test('is asked for once, without a word about what was taken instead', async () => {
    const schedule = `<schedule><conference><title>A</title></conference><day index="1" date="2018-07-01"><room name="R"><event id="1"><title>S</title><date>2018-07-01T10:00:00+02:00</date><duration>01:00</duration></event></room></day></schedule>`;
    const { zone, problems } = await found(schedule);
    expect(zone).toBe('Etc/GMT-2');
    expect(problems).toEqual([['bad-timezone', expect.stringContaining('--assume-tz')]]);
  });
});
