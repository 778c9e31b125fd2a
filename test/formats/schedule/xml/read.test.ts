import { describe, expect, test } from 'vitest';
import { fixture, given, problems, sessions } from '../../../given/schedules.js';

/** A schedule of one day with these events in the room A, in Paris unless another zone is given. */
function xml(events: string, { zone = '<time_zone_name>Europe/Paris</time_zone_name>', day = '' } = {}): string {
  return `<schedule>
<conference><acronym>x</acronym><title>X</title>${zone}</conference>
<day date="2024-03-30"${day}><room name="A">
${events}
</room></day></schedule>`;
}

/** An event with a title, a start and a duration unless it says otherwise. */
function event(fields = '', { start = '<start>10:00</start>', length = '<duration>01:00</duration>' } = {}): string {
  return `<event><title>T</title>${start}${length}${fields}</event>`;
}

async function times(events: string, options: Parameters<typeof xml>[1] = {}): Promise<string[]> {
  const found = sessions(await given(xml(events, options)));
  return found.map(one => one.split(' ').slice(0, 2).join(' '));
}

describe('the dialects', () => {
  test('Pentabarf: no dates and no offsets, days that change in the morning, people without a name', async () => {
    const reading = await given(fixture('pentabarf.xml'), { assumeTz: 'Europe/Brussels' });
    expect(sessions(reading)).toEqual([
      '2019-05-04 09:30-09:55 keynotes_welcome keynote quay: harbour-staff rik-janssens',
      '2019-05-04 10:00-10:50 splices workshop cancelled lock: -',
      '2019-05-04 23:30-00:30+1 night_knots session [devroom] quay: rik-janssens',
      '2019-05-04 00:30+1-01:45+1 party social quay: -',
    ]);
    expect(reading.agenda).toMatchObject({
      id: 'harbour-days-2019',
      timezone: 'Europe/Brussels',
      title: { und: 'Harbour Days 2019' },
      venue: { und: 'Old Customs House, Antwerp' },
    });
    expect(problems(reading)).toEqual([
      '61:18 missing-field: a person needs a name | add the name: who has none is left out',
    ]);
  });

  test('frab: no dates, the span of the programme in the day, one id for two events', async () => {
    const reading = await given(fixture('frab.xml'));
    expect(sessions(reading)).toEqual([
      '2015-12-27 11:00-12:00 event-7001 session saal: shan-tian',
      '2015-12-27 12:00-12:15 late-show session [lightning_talk] saal: -',
      '2015-12-27 00:15+1-01:15+1 late-show panel saal: -',
    ]);
    expect(problems(reading)).toEqual([
      '4:3 bad-timezone: this schedule names no time zone | say which with --assume-tz, such as --assume-tz Europe/Paris (its times are at +01:00)',
      '27:15 duplicate-id: the id "late-show" is taken by another session (line 35) | give each session an id of its own: late-show-2',
    ]);
  });

  test('pretalx: dates with offsets and in UTC, days in durations, one talk at two times, two people of one name', async () => {
    const reading = await given(fixture('pretalx.xml'));
    expect(sessions(reading)).toEqual([
      '2024-07-12 09:00-09:30 offnung-der-schleuse-2024-07-12-0900 session main-stage: ada-ol sam-lee',
      '2024-07-12 09:15-09:45 offnung-der-schleuse-2024-07-12-0915 session side: ada-ol',
      '2024-07-12 10:00-12:30+1 exhibition session [Exhibit] main-stage: -',
      '2024-07-12 01:00+1-01:45+1 after-midnight session main-stage: sam-lee-2',
    ]);
    expect(reading.agenda?.days[0]?.sessions[0]).toMatchObject({
      title: { de: 'Öffnung der Schleuse' },
      description: { de: 'Kurz.\n\nLänger.' },
      track: { und: 'Wasser' },
      languages: ['de'],
      url: 'https://talks.example.org/tidal-24/talk/ABC/',
    });
    expect(problems(reading).map(one => one.split(':').slice(0, 2).join(':'))).toEqual([
      '43:16 over-a-day',
      '55:16 room-clash',
      '58:33 same-person-twice',
      '68:16 person-clash',
    ]);
  });

  test('wafer: dates and days in UTC beside local starts, events that are no talks', async () => {
    const reading = await given(fixture('wafer.xml'));
    expect(sessions(reading)).toEqual([
      '2023-10-05 09:00-09:45 sheep-at-scale session windmill: thandi-nkosi',
      '2023-10-05 10:00-10:30 tea session windmill: -',
    ]);
    expect(problems(reading)).toEqual([
      '16:14 contradiction: the day 2023-10-04 is the 2023-10-05 by its own start: that date is taken | ',
      '31:11 not-read: attribute twitter of <person> is not read | ',
      '31:11 not-read: attribute contact of <person> is not read | ',
    ]);
  });
});

describe('times', () => {
  test.each([
    ['hours of one digit', { start: '<start>9:05:00</start>' }, '2024-03-30 09:05-10:05'],
    ['a duration of one digit', { length: '<duration>1:30</duration>' }, '2024-03-30 10:00-11:30'],
    [
      'a duration of a day and more, of real hours',
      { length: '<duration>1:00:30</duration>' },
      '2024-03-30 10:00-11:30+1',
    ],
    ['a duration with seconds', { length: '<duration>00:45:00</duration>' }, '2024-03-30 10:00-10:45'],
    ['no duration', { length: '' }, '2024-03-30 10:00-'],
    ['an instant alone', { start: '<date>2024-03-30T09:00:00Z</date>' }, '2024-03-30 10:00-11:00'],
    ['an instant after midnight', { start: '<date>2024-03-31T00:15:00+01:00</date>' }, '2024-03-30 00:15+1-01:15+1'],
    [
      'until the moment when clocks are set forward',
      { start: '<date>2024-03-31T01:00:00+01:00</date>' },
      '2024-03-30 01:00+1-03:00+1',
    ],
    ['over a clock set forward', { start: '<date>2024-03-31T01:30:00+01:00</date>' }, '2024-03-30 01:30+1-03:30+1'],
    ['a date without offset', { start: '<date>2024-03-30T10:00</date>' }, '2024-03-30 10:00-11:00'],
    ['a date alone', { start: '<date>2024-03-31</date><start>00:10</start>' }, '2024-03-30 00:10+1-01:10+1'],
    // A night goes on until the next noon; what starts then stands under the wrong day.
    [
      'the last minute of a night',
      { start: '<date>2024-03-31</date><start>11:59</start>' },
      '2024-03-30 11:59+1-12:59+1',
    ],
  ])('%s', async (_, options, expected) => {
    const reading = await given(xml(event('', options)));
    expect(await times(event('', options))).toEqual([expected]);
    expect(reading.faults).toEqual([]);
  });

  test.each([
    [
      'a start that is none',
      '<start>25:00</start>',
      '-',
      ['bad-time: the start "25:00" is not a time of the day | it wants 09:30'],
    ],
    ['no start', '', '-', ['missing-field: an event needs start | add start with the time of day, such as 09:30']],
    [
      'an end after the next day',
      '<start>10:00</start><duration>50:00</duration>',
      '10:00-',
      ['bad-time: the event ends later than the next day | a session is a part of its day: write one for each day'],
    ],
    [
      'a start that the date contradicts',
      '<date>2024-03-30T10:00:00+01:00</date><start>19:00</start>',
      '10:00-11:00',
      [
        'contradiction: the start is 19:00, but the date of the event says 10:00: the date is taken | mend the one that is wrong',
      ],
    ],
    [
      'a date under another day',
      '<date>2024-04-02T10:00:00+02:00</date><start>10:00</start>',
      '10:00-11:00',
      [
        'contradiction: the event is on 2024-04-02, but stands under the day 2024-03-30: its own date is taken | mend the one that is wrong',
      ],
    ],
  ])('%s is a fault of its event alone', async (_, start, time, expected) => {
    const length = start.includes('<duration>') ? '' : '<duration>01:00</duration>';
    const reading = await given(
      xml(`${event('', { start, length })}\n${event('', { start: '<start>12:00</start>' })}`),
    );
    expect(sessions(reading).map(one => one.split(' ')[1])).toContain(time);
    expect(sessions(reading).map(one => one.split(' ')[1])).toContain('12:00-13:00');
    expect(problems(reading).map(one => one.replace(/^\d+:\d+ /, ''))).toEqual(expected);
  });

  test('a zone that is not the one of the file moves the clock and never the instant', async () => {
    const reading = await given(
      xml(event('', { start: '<date>2024-03-30T02:00:00+01:00</date><start>02:00</start>' }), {
        zone: '<time_zone_name>America/New_York</time_zone_name>',
      }),
    );
    expect(sessions(reading)[0]).toMatch(/^2024-03-29 21:00-22:00 /);
    expect(reading.agenda?.days.map(({ date }) => date)).toEqual(['2024-03-29', '2024-03-30']);
    expect(reading.faults).toEqual([]);
  });
});

describe('the zone', () => {
  test.each([
    ['none and no offsets', event(), 'UTC', undefined],
    ['none, one offset', event('', { start: '<date>2024-03-30T10:00:00-05:00</date>' }), 'Etc/GMT+5', undefined],
    ['none, half an hour', event('', { start: '<date>2024-03-30T10:00:00+05:30</date>' }), 'UTC', undefined],
    ['none, one to assume', event(), 'Asia/Tokyo', 'Asia/Tokyo'],
  ])('%s', async (_, events, zone, assumeTz) => {
    const reading = await given(xml(events, { zone: '' }), assumeTz === undefined ? {} : { assumeTz });
    expect(reading.agenda?.timezone).toBe(zone);
    expect(reading.faults.map(({ rule }) => rule)).toEqual(assumeTz === undefined ? ['bad-timezone'] : []);
  });

  test('a name that is none is said at its place, with the nearest', async () => {
    const reading = await given(xml(event(), { zone: '<time_zone_name>Europe/Pariss</time_zone_name>' }));
    expect(problems(reading)).toEqual([
      '2:65 bad-timezone: "Europe/Pariss" is not an IANA time zone | did you mean Europe/Paris?',
    ]);
  });
});

describe('what is no schedule, or a hostile one', () => {
  test.each([
    ['nothing', '', '1:1 syntax: this was read as schedule.xml up to here: root element is missing or invalid | '],
    ['other XML', '<kml/>', '1:1 wrong-type: this is XML, but <kml> is not a <schedule> | '],
    [
      'a tag left open',
      '<schedule>\n<day>🍕</dya></schedule>',
      '2:8 syntax: this was read as schedule.xml up to here: missing end tag for element day | ',
    ],
    [
      'a declaration that is not at the beginning',
      '\n<?xml version="1.0"?><schedule/>',
      "2:1 syntax: this was read as schedule.xml up to here: XML declaration isn't allowed here | ",
    ],
    [
      'nesting',
      `<schedule>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</schedule>`,
      '1:308 syntax: this was read as schedule.xml up to here: it is nested too deep | ',
    ],
    [
      'a hundred levels and one more, which no parser overflows',
      `<schedule>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</schedule>`,
      '1:308 syntax: this was read as schedule.xml up to here: it is nested too deep | ',
    ],
    [
      'an encoding that nobody knows',
      Buffer.from('<?xml version="1.0" encoding="klingon"?><schedule/>'),
      '1:31 syntax: the encoding "klingon" is not known | save it in UTF-8',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from('<schedule>é</schedule>', 'latin1'),
      '1:11 syntax: a byte that is not UTF-8 | save the file in UTF-8',
    ],
  ])('%s', async (_, input, expected) => {
    const reading = await given(input, { file: 'schedule.xml' });
    expect(reading.agenda).toBeUndefined();
    expect(problems(reading)).toEqual([expected]);
  });

  test('entities are never expanded', async () => {
    const declared = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const reading = await given(`${declared}${xml(event('<subtitle>&b; &c; &amp; &#233;</subtitle>'))}`);
    expect(reading.agenda?.days[0]?.sessions[0]?.subtitle).toEqual({ und: '&b; &c; & é' });
    expect(problems(reading).map(one => one.replace(/ \|.*/, ''))).toEqual([
      '4:80 syntax: the entity &b; is not one of XML: it stays as it is written',
      '4:84 syntax: the entity &c; is not one of XML: it stays as it is written',
    ]);
  });

  const declared = (label: string, subtitle: string) =>
    `<?xml version="1.0" encoding="${label}"?>${xml(event(`<subtitle>${subtitle}</subtitle>`))}`;
  test.each([
    ['of the declaration', Buffer.from(declared('ISO-8859-1', 'été'), 'latin1'), 'été'],
    ['of Windows, with its quotes', Buffer.from(declared('windows-1252', '\x84été\x93 \x80'), 'latin1'), '„été“ €'],
    ['of two bytes after a mark', Buffer.from(`\uFEFF${declared('UTF-16', 'été 🍕')}`, 'utf16le'), 'été 🍕'],
    ['of two bytes the other way round', Buffer.from(declared('UTF-16', 'été'), 'utf16le').swap16(), 'été'],
  ])('the encoding %s holds', async (_, bytes, subtitle) => {
    const reading = await given(bytes, { file: 'schedule.xml' });
    expect(reading.agenda?.days[0]?.sessions[0]?.subtitle).toEqual({ und: subtitle });
    expect(reading.faults).toEqual([]);
  });

  test.each([
    ['text', '<start>26:00</start>', 8],
    ['CDATA', '<start><![CDATA[26:00]]></start>', 8],
    ['text after a comment', '<!-- 🍕 > --><start><!-- x -->26:00</start>', 31],
    ['text behind references', '<subtitle>&lt;&#x1F355;&gt;</subtitle><start>26:00</start>', 46],
  ])('what is wrong in %s stands there, whatever the lines end with', async (_, start, column) => {
    const text = xml(`<event>\n${start}</event>`).replace('<title>X', '<title><![CDATA[🍕]]> &amp; X');
    for (const ending of ['\n', '\r\n', '\r']) {
      const found = problems(await given(`\uFEFF${text.replaceAll('\n', ending)}`));
      expect(found.find(one => one.includes('bad-time'))).toMatch(new RegExp(`^5:${column} `));
    }
  });

  test.each([
    ['a day without a date', xml(event()).replace(' date="2024-03-30"', ''), '3:1 missing-field: a day needs date', 0],
    [
      'an event in no day',
      xml('').replace('</schedule>', `${event()}</schedule>`),
      '5:14 missing-field: an event that stands in no day needs date',
      0,
    ],
    [
      'an event in no day with a date of its own',
      xml('').replace('</schedule>', `${event('', { start: '<date>2024-03-31T10:00:00+02:00</date>' })}</schedule>`),
      '',
      1,
    ],
  ])('%s is not lost without a word', async (_, text, expected, count) => {
    const reading = await given(text);
    const said = problems(reading).map(one => one.replace(/ \|.*/, ''));
    expect(said.filter(one => !one.includes('unused-room'))).toEqual(expected === '' ? [] : [expected]);
    const days = (reading.agenda?.days ?? []).filter(({ date }) => date !== undefined);
    expect(days.flatMap(day => day.sessions)).toHaveLength(count);
  });

  test('no days are no fault', async () => {
    const reading = await given(
      '<schedule><conference><title>X</title><time_zone_name>UTC</time_zone_name></conference></schedule>',
    );
    expect(reading.agenda?.days).toEqual([]);
    expect(problems(reading)).toEqual([]);
  });

  test('a room that an event names against the one it stands under is said', async () => {
    const reading = await given(xml(event('<room>B</room>')));
    expect(sessions(reading)[0]).toContain(' b: ');
    expect(reading.faults.map(({ message }) => message)).toEqual([
      'the event names the room "B", but stands under "A": its own is taken',
    ]);
  });
});
