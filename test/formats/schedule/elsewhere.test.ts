import { describe, expect, test } from 'vitest';
import { write as writeXml } from '../../../src/formats/schedule/xml/write.js';
import { given as agendaGiven } from '../../given/exports.js';
import { given, problems, sessions } from '../../given/schedules.js';
import { idm } from '../../support/run.js';

const HEAD = '<conference><title>Demo</title><time_zone_name>Europe/Paris</time_zone_name></conference>';

/** A schedule of 14 May 2030 with these events in room A, and whatever stands beside the room in the day. */
function xml(events: string, { head = HEAD, day = 'date="2030-05-14"', beside = '' } = {}): string {
  return `<schedule>${head}<day ${day}>${beside}<room name="A">${events}</room></day></schedule>`;
}

function event(fields: string, { id = '1', time = '<start>10:00</start><duration>00:30</duration>' } = {}): string {
  return `<event id="${id}">${time}${fields}</event>`;
}

const json = (conference: object, beside: object = {}) =>
  JSON.stringify({
    schedule: { conference: { title: 'Demo', time_zone_name: 'Europe/Paris', ...conference }, ...beside },
  });

/** The problems without their places. */
async function found(text: string): Promise<readonly string[]> {
  return problems(await given(text)).map(one => one.replace(/^\d+:\d+ /, ''));
}

describe('a schedule of another dialect is no empty agenda', () => {
  /** As EuroPython writes it: no conference, and the zone nowhere. */
  const ENTRY =
    '<entry id="1"><category>Keynote</category><audience/><topics><topic>Other</topic></topics><start>0930</start><duration>30</duration><room id="1">A</room><title>Welcome</title><description/><speakers><speaker id="7"><name>Ada Roe</name></speaker></speakers></entry>';
  test.each<[string, string, RegExp]>([
    [
      'EuroPython: entries in days',
      `<schedule created="2030-05-13T11:40:02.693714"><day date="2030-05-14">${ENTRY}${ENTRY}</day><day date="2030-05-15">${ENTRY}</day></schedule>`,
      /no-session: this schedule\.xml has 3 <entry> in 2 <day>, and no event: it is that of EuroPython \| export/,
    ],
    [
      'Giggity: lines of items',
      '<schedule id="x" title="Demo" xmlns="http://gaa.st/giggity#sched"><linkType icon="https://example.org/a.png" id="web"/><line id="a" title="A"><item id="1" startTime="1905058800" endTime="1905062400" title="Welcome"><itemDescription>Hello</itemDescription><itemLink type="web" href="https://example.org/1"/></item></line><line id="b" title="B"><item id="2" startTime="1905058800" endTime="1905062400" title="Tea"/></line></schedule>',
      /no-session: .* 2 <line>, and no event: it is that of Giggity/,
    ],
    [
      'rooms in an element of their own',
      `<schedule>${HEAD}<day date="2030-05-14"><rooms><room name="A">${event('<title>T</title>')}</room></rooms></day></schedule>`,
      /no-session: .* 1 <rooms> in 1 <day>/,
    ],
    [
      'JSON with talks for rooms',
      json({ days: [{ date: '2030-05-14', talks: [{ start: '09:30', title: 'Welcome' }] }] }),
      /no-session: this schedule\.json has 1 object in "talks" of a day, and no event: it is that of another program/,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await found(text)).join('\n')).toMatch(expected);
    const files = { stdin: text };
    expect(await idm(['list', '-f', '-'], files)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/no event/),
    });
    expect(await idm(['export', '--ics', '-f', '-'], files)).toMatchObject({ code: 2, out: '' });
    expect((await idm(['validate', '-'], files)).code).toBe(1);
  });

  test('a schedule that has no events yet is an agenda without sessions, and an export says that it is empty', async () => {
    const reading = await given(xml(''));
    expect(await idm(['export', '--ics', '-f', '-'], { stdin: xml('') })).toMatchObject({
      code: 0,
      err: 'standard input has no session with a time: the export is empty\n',
    });
    expect([reading.agenda?.days.map(({ date }) => date), problems(reading)]).toEqual([['2030-05-14'], []]);
  });
});

describe('what is not read is told once a kind', () => {
  const good = event('<title>T</title>');
  test.each<[string, string, readonly string[]]>([
    [
      'events with a misspelt name are lost, which is an error',
      xml(`${good}<evnt id="2"><title>U</title></evnt><evnt id="3"><title>V</title></evnt>`),
      ['not-read: <evnt> in <room> (2) is not read (line 1) | did you mean <event>?'],
    ],
    [
      'an event in another is lost, which is an error',
      xml(event('<title>T</title><event id="2"><title>U</title></event>')),
      ['not-read: <event> in <event> is not read | '],
    ],
    [
      'rooms in an element that is not known are lost',
      xml(good, { beside: `<rooms><room name="B">${event('<title>U</title>', { id: '2' })}</room></rooms>` }),
      ['not-read: <rooms> in <day> is not read | did you mean <room>?'],
    ],
    [
      'an element of an event, of which empty ones say nothing',
      xml(
        `${event('<title>T</title><podcast>yes</podcast>')}${event('<title>U</title><podcast/>', { id: '2', time: '<start>12:00</start>' })}`,
      ),
      ['not-read: <podcast> in <event> is not read | '],
    ],
    [
      'attributes',
      xml('<event id="1" colour="red"><title lang="en">T</title><start>10:00</start></event>'),
      ['not-read: attribute colour of <event> is not read | ', 'not-read: attribute lang of <title> is not read | '],
    ],
    [
      'a second title, unless it is the same',
      xml(event('<title>T</title><title>T</title><title>U</title>')),
      ['not-read: another <title> in <event> is not read | '],
    ],
    ['text between elements', xml(`${good} and more `), ['not-read: text in <room> is not read | ']],
    ['what is left out by design', xml(event('<title>T</title><logo>x.png</logo><license>CC0</license>')), []],
    [
      'fields of JSON',
      json({
        days: [{ date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00', podcast: 'yes', notes: '' }] } }],
      }),
      ['not-read: field "podcast" of an event is not read | '],
    ],
    [
      'objects of JSON where events stand are lost, which is an error',
      json({
        days: [{ date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00' }] }, talks: [{ title: 'U' }] }],
      }),
      ['not-read: field "talks" of a day is not read | '],
    ],
    [
      'a room that has a capacity in words',
      json({
        rooms: [{ name: 'A', capacity: 'many' }],
        days: [{ date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00' }] } }],
      }),
      ['not-read: the capacity "many" is not read | write a whole number'],
    ],
  ])('%s', async (_, text, expected) => {
    const reading = await given(text);
    expect(reading.agenda?.days.flatMap(day => day.sessions).length).toBeGreaterThan(0);
    expect(await found(text)).toEqual(expected);
    const isLost = /lost/.test(_);
    expect(reading.faults.map(({ severity }) => severity ?? 'warning')).toEqual(
      expected.map(() => (isLost ? 'error' : 'warning')),
    );
  });
});

describe('values are read whole', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['voc/schedule#129: no day of zero', ['0:20:00'], ['10:00-10:20'], []],
    [
      'voc/schedule#129: a leading zero',
      ['01:00:00', '2:00:00', '0:10'],
      ['10:00-10:10', '10:00-11:00', '10:00-12:00'],
      [],
    ],
    ['a day has no 24 hours', ['0:30', '1:24:00', '1:00:00'], ['10:00-10:30', '10:00-11:00', '10:00-11:24'], []],
    [
      'voc/schedule#129: in a file with one of zero days, all are hours',
      ['0:20:00', '1:00:00'],
      ['10:00-10:20', '10:00-11:00'],
      [],
    ],
    ['more hours than a day has are minutes', ['1:45:00', '2:00:00'], ['10:00-11:45', '10:00-12:00'], []],
    [
      'voc/schedule#129: one that may be either is told',
      ['1:00:00'],
      ['10:00-11:00'],
      ['read-as: the duration "1:00:00" is read as 1 h 0 min | write 25:30 for a day and more'],
    ],
    [
      'beside durations of two fields, three are of days',
      ['0:30', '1:02:00'],
      ['10:00-10:30', '10:00-12:00+1'],
      ['read-as: the duration "1:02:00" is read as 1 d 2 h | write 01:30 for hours and minutes'],
    ],
    ['a length of zero', ['00:00'], ['10:00-'], ['read-as: the length "00:00" is read as no announced end | ']],
  ])('%s: %j', async (_, durations, times, expected) => {
    const events = durations.map((one, i) =>
      event(`<title>T${i}</title><room>${i}</room>`, {
        id: String(i),
        time: `<start>10:00</start><duration>${one}</duration>`,
      }),
    );
    const text = `<schedule>${HEAD}<day date="2030-05-14">${events.map((one, i) => `<room name="${i}">${one}</room>`).join('')}</day></schedule>`;
    const reading = await given(text);
    expect(
      sessions(reading)
        .map(one => one.split(' ')[1])
        .toSorted(),
    ).toEqual(times);
    expect((await found(text)).filter(one => !one.startsWith('over-a-day'))).toEqual(expected);
  });

  test('pretalx, which says so, has days in three fields', async () => {
    const generator = '<generator name="pretalx" version="1"/>';
    const text = xml(event('<title>T</title>', { time: '<start>10:00</start><duration>1:00:00</duration>' }), {
      head: generator + HEAD,
    });
    expect(sessions(await given(text))[0]).toContain(' 10:00-10:00+1 ');
  });

  test('seconds are told', async () => {
    const text = xml(event('<title>T</title>', { time: '<start>10:00:30</start>' }));
    expect(await found(text)).toEqual(['read-as: "10:00:30" is read without its seconds | ']);
  });

  test.each([
    ['frab/frab#729: a name of Rails', 'Berlin', 'Europe/Berlin'],
    ['frab/frab#729: another', 'Eastern Time (US &amp; Canada)', 'America/New_York'],
    ['a name of Windows', 'W. Europe Standard Time', 'Europe/Berlin'],
  ])('%s: %s', async (_, zone, expected) => {
    const head = `<conference><title>Demo</title><time_zone_name>${zone}</time_zone_name></conference>`;
    const reading = await given(xml(event('<title>T</title>'), { head }));
    expect(reading.agenda?.timezone).toBe(expected);
    expect(reading.faults).toEqual([]);
  });

  test('an abbreviation may be several zones', async () => {
    const head = '<conference><title>Demo</title><time_zone_name>IST</time_zone_name></conference>';
    expect((await given(xml(event('<title>T</title>'), { head }))).faults.map(({ rule }) => rule)).toEqual([
      'bad-timezone',
    ]);
  });
});

describe('the end of an event in JSON', () => {
  test.each<[string, object, string, readonly string[]]>([
    ['an instant', { end: '2030-05-14T11:00:00+02:00' }, '10:00-11:00', []],
    ['a clock', { end: '11:00' }, '10:00-11:00', []],
    ['a clock after midnight', { end: '01:00' }, '10:00-01:00+1', []],
    ['a duration that says the same', { end: '11:00', duration: '01:00' }, '10:00-11:00', []],
    [
      'a duration that says another',
      { end: '11:00', duration: '02:00' },
      '10:00-11:00',
      ['contradiction: the duration is "02:00", but the end is "11:00": the end is taken | mend the one that is wrong'],
    ],
    [
      'what is neither',
      { end: 'late' },
      '10:00-',
      ['bad-time: the end "late" is not a date and time | it wants 2018-03-26T11:00:00-04:00'],
    ],
  ])('%s', async (_, fields, time, expected) => {
    const text = json({ days: [{ date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00', ...fields }] } }] });
    expect(sessions(await given(text)).map(one => one.split(' ')[1])).toEqual([time]);
    expect(await found(text)).toEqual(expected);
  });

  test('a value in several languages where an agenda has one is told', async () => {
    const text = json({
      days: [
        { date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00', type: { en: 'Talk', de: 'Vortrag' } }] } },
      ],
    });
    expect(await found(text)).toEqual(['not-read: field "type" of an event in more than one language is not read | ']);
  });
});

describe('a day is that of its own start', () => {
  const night = event('<title>T</title>', {
    time: '<date>2030-05-14T05:00:00+00:00</date><start>10:30</start><duration>00:30</duration>',
  });
  const kolkata = '<conference><title>Demo</title><time_zone_name>Asia/Kolkata</time_zone_name></conference>';
  const morningAfter = (clock: string) =>
    event('<title>T</title>', { id: '1', time: '<date>2030-05-14T09:00:00+02:00</date>' }) +
    event('<title>T</title>', { id: '2', time: `<date>2030-05-15T${clock}:00+02:00</date>` });
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a day dated by UTC',
      xml(night, {
        head: kolkata,
        day: 'date="2030-05-13" start="2030-05-13T21:30:00+00:00" end="2030-05-14T21:29:59+00:00"',
      }),
      ['2030-05-14 10:30-11:00'],
      ['contradiction: the day 2030-05-13 is the 2030-05-14 by its own start: that date is taken | '],
    ],
    [
      'a day without start, all of whose events are on the next',
      xml(night, { head: kolkata, day: 'date="2030-05-13"' }),
      ['2030-05-14 10:30-11:00'],
      ['contradiction: the day 2030-05-13 is the 2030-05-14 by all its events: that date is taken | '],
    ],
    [
      'an evening that goes on after midnight stays',
      xml(event('<title>T</title>', { time: '<date>2030-05-15T00:30:00+02:00</date><duration>00:30</duration>' })),
      ['2030-05-14 00:30+1-01:00+1'],
      [],
    ],
    // Whoever looks for what begins at noon looks under the date of that noon.
    [
      'what begins in the morning after may be of the day before, and stays with it',
      xml(morningAfter('11:59')),
      ['2030-05-14 09:00-', '2030-05-14 11:59+1-'],
      [],
    ],
    [
      'what begins at noon is of its own date',
      xml(morningAfter('12:00')),
      ['2030-05-14 09:00-', '2030-05-15 12:00-'],
      [
        'contradiction: the event is on 2030-05-15, but stands under the day 2030-05-14: its own date is taken | mend the one that is wrong',
      ],
    ],
    [
      'a day whose start is wrong, but whose events are on its date, stays',
      xml(event('<title>T</title>', { time: '<date>2030-05-14T10:00:00+02:00</date>' }), {
        day: 'date="2030-05-14" start="2030-05-13T10:00:00+02:00"',
      }),
      ['2030-05-14 10:00-'],
      [],
    ],
  ])('%s', async (_, text, expected, told) => {
    const reading = await given(text);
    expect(sessions(reading).map(one => one.split(' ').slice(0, 2).join(' '))).toEqual(expected);
    expect(await found(text)).toEqual(told);
  });
});

describe('a contradiction that was resolved blocks nothing', () => {
  test('of rooms, each pair is told once', async () => {
    const two = [1, 2].map(i =>
      event('<title>T</title><room>B</room>', {
        id: String(i),
        time: `<start>1${i}:00</start><duration>00:30</duration>`,
      }),
    );
    const reading = await given(xml(two.join('')));
    expect(problems(reading).map(one => one.replace(/^\d+:\d+ /, ''))).toEqual([
      'contradiction: 2 events name the room "B", but stand under "A": their own is taken (line 1) | mend the one that is wrong',
    ]);
    expect(reading.agenda?.rooms.map(({ id }) => id)).toEqual(['b']);
    expect((await idm(['export', '--csv', '-f', '-'], { stdin: xml(two.join('')) })).code).toBe(0);
  });

  test('FOSDEM/website#227: a slug in one place and a name in the other are one room', async () => {
    const reading = await given(
      `<schedule>${HEAD}<day date="2030-05-14"><room name="Main Hall">${event('<title>T</title><room>main-hall</room>')}</room></day></schedule>`,
    );
    expect(reading.agenda?.rooms.map(({ name }) => name)).toEqual([{ und: 'Main Hall' }]);
    expect(reading.faults).toEqual([]);
  });

  test('an event that stands twice is one, and one finding', async () => {
    const one =
      '<event id="1" guid="g"><title>T</title><start>10:00</start><persons><person id="1">Ann</person></persons></event>';
    const reading = await given(xml(one + one));
    expect(sessions(reading)).toHaveLength(1);
    expect(problems(reading).map(found => found.replace(/^\d+:\d+ /, ''))).toEqual([
      'duplicate-id: the event "T" stands twice (line 1) | take one of them out: it is read once',
    ]);
  });
});

describe('what stands twice with a difference stays', () => {
  const one = (time: string, title = 'T') =>
    `<event id="1" guid="g"><title>${title}</title><start>${time}</start></event>`;
  test.each([
    ['in its start', one('10:00') + one('11:00')],
    ['in its title', one('10:00') + one('10:00', 'U')],
  ])('%s', async (_, events) => {
    const reading = await given(xml(events));
    expect(sessions(reading)).toHaveLength(2);
    expect((await found(xml(events))).join('\n')).toContain(
      'duplicate-id: the id "event-1" is taken by another session',
    );
  });
});

describe('status', () => {
  test.each<[string, string, string]>([
    ['GAS-ICS-Sync#218', '<title>Canceled: Harbour tour</title>', 'cancelled'],
    ['with two l', '<title>Cancelled: x</title>', 'cancelled'],
    ['in German', '<title>Abgesagt: x</title>', 'cancelled'],
    ['in French', '<title>Annulé : x</title>', 'cancelled'],
    ['in capitals', '<title>CANCELLED x</title>', 'cancelled'],
    ['a title about it', '<title>Cancelling old permits</title>', 'undefined'],
    ['open-event-server#5519', '<title>x</title><state>rejected</state>', 'cancelled'],
    ['open-event-server#5519: pending', '<title>x</title><state>pending</state>', 'tentative'],
    ['one that takes place', '<title>x</title><state>confirmed</state>', 'undefined'],
    ['one that is not known', '<title>x</title><state>on ice</state>', 'tentative'],
  ])('%s: %s', async (_, fields, status) => {
    const reading = await given(xml(event(fields)));
    expect(String(reading.agenda?.days[0]?.sessions[0]?.status)).toBe(status);
    expect(reading.faults.map(({ rule }) => rule)).toEqual(fields.includes('on ice') ? ['unknown-status'] : []);
  });
});

describe('texts are text', () => {
  test('PonyConf#85: HTML and entities in a schedule.xml, escaped or as elements', async () => {
    const fields = [
      '<title>R&amp;amp;D &amp;lt;1&amp;gt;</title>',
      '<abstract>&lt;p&gt;One&lt;br&gt;two &lt;a href="https://example.org"&gt;here&lt;/a&gt;&lt;/p&gt;</abstract>',
      '<description><p>Three</p><p>four</p></description>',
    ].join('');
    const [session] = (await given(xml(event(fields)))).agenda?.days[0]?.sessions ?? [];
    expect(session?.title).toEqual({ und: 'R&D <1>' });
    expect(session?.description).toEqual({ und: 'One\ntwo here (https://example.org)\n\nThree\n\nfour' });
  });

  test('sunflower#250: entities in a schedule.json, in every language', async () => {
    const text = json({
      days: [{ date: '2030-05-14', rooms: { A: [{ title: { en: 'R&amp;D', de: 'F&amp;E' }, start: '10:00' }] } }],
    });
    expect((await given(text)).agenda?.days[0]?.sessions[0]?.title).toEqual({ en: 'R&D', de: 'F&E' });
  });

  test('character data beside elements of HTML is read', async () => {
    const fields = '<title>T</title><description><p>One</p><![CDATA[two]]></description>';
    const [session] = (await given(xml(event(fields)))).agenda?.days[0]?.sessions ?? [];
    expect(session?.description?.und).toContain('two');
  });

  test('a track by language is no reference to a track', async () => {
    const text = json({
      days: [
        { date: '2030-05-14', rooms: { A: [{ title: 'T', start: '10:00', track: { en: 'Soil', de: 'Boden' } }] } },
      ],
    });
    expect((await given(text)).agenda?.days[0]?.sessions[0]?.track).toEqual({ en: 'Soil', de: 'Boden' });
  });

  test('of what idm wrote, nothing is mark-up', async () => {
    const agenda =
      'id: x\ntitle: X\ntimezone: UTC\ndays: [{date: 2030-05-14, sessions: [{id: a, time: 10:00-11:00, title: "<b>&amp;</b>"}]}]\n';
    const reading = await given(writeXml(agendaGiven(agenda)));
    expect(reading.agenda?.days[0]?.sessions[0]?.title).toEqual({ und: '<b>&amp;</b>' });
  });
});

describe('an id follows its session', () => {
  const TALKS = [
    ['Открытие', '10:00'],
    ['开幕', '11:00'],
    ['افتتاح', '12:00'],
    ['Panel', '13:00'],
    ['Panel', '14:00'],
  ] as const;
  const ids = async (talks: readonly (readonly [string, string])[]) => {
    const events = talks.map(([title, start]) => `<event><title>${title}</title><start>${start}</start></event>`);
    const { agenda } = await given(xml(events.join('')));
    return agenda?.days[0]?.sessions.map(({ id }) => id);
  };

  test('gt-scheduler#141: whatever the order of the file, in any script', async () => {
    const expected = [
      'otkrytie',
      'kai-mu',
      expect.stringMatching(/^[a-z]+$/),
      'panel-2030-05-14-1300',
      'panel-2030-05-14-1400',
    ];
    expect(await ids(TALKS)).toEqual(expected);
    expect(await ids(TALKS.toReversed())).toEqual(expected);
  });

  test.each(['talk_', 'a', 'b-', 'part_1-', 'long-name'])('the id %s comes back out of a schedule', async id => {
    const agenda = `id: world-forum\ntitle: X\ntimezone: UTC\ndays: [{date: 2030-05-14, sessions: [{id: "${id}", time: 10:00-11:00, title: T}]}]\n`;
    const reading = await given(writeXml(agendaGiven(agenda)));
    expect([reading.agenda?.id, reading.agenda?.days[0]?.sessions[0]?.id]).toEqual(['world-forum', id]);
  });
});
