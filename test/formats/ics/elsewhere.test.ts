import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, readPlain } from '../../../src/formats/ics/read.js';
import { lint } from '../../../src/lint/lint.js';
import type { Session } from '../../../src/model/agenda.js';
import { formatTime } from '../../../src/model/time.js';
import { runs } from '../../support/runs.js';

/** A calendar of events, each with these lines. */
function calendar(...events: readonly string[]): string {
  const head = (event: string, i: number) =>
    `${/^UID:/m.test(event) ? '' : `UID:talk-${i}@example.org\n`}${/^SUMMARY/m.test(event) ? '' : `SUMMARY:Talk ${i}\n`}`;
  const bodies = events.map((event, i) =>
    event.startsWith('BEGIN:') ? `${event}\n` : `BEGIN:VEVENT\n${head(event, i)}${event}\nEND:VEVENT\n`,
  );
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\n${bodies.join('')}END:VCALENDAR\n`;
}

async function of(text: string | Uint8Array, assumeTz = 'Europe/Paris') {
  const reading = await read(text, { assumeTz });
  const sessions = (reading.agenda?.days ?? []).flatMap(({ date, sessions: list }) =>
    list.map(session => ({ date, session })),
  );
  const line = (date: string | undefined, { id, time, status }: Session) =>
    `${date} ${time ? formatTime(time) : '?'} ${id}${status ? ` ${status}` : ''}`;
  return {
    zone: reading.agenda?.timezone,
    programme: sessions.map(({ date, session }) => line(date, session)),
    sessions: sessions.map(({ session }) => session),
    told: lint(reading)
      .filter(({ rule }) => rule !== 'missing-translation' && rule !== 'no-affiliation')
      .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
  };
}

const AT_TEN = 'DTSTART:20300514T080000Z\nDTEND:20300514T090000Z';
const BERLIN = `BEGIN:VTIMEZONE
TZID:%
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

describe('a date and time is read whole, or told', () => {
  test.each([
    ['ical4j#50, milliseconds before Z', '20300514T130000.000Z', '2030-05-14 15:00- talk-0', []],
    ['ical4j#50, milliseconds without a point', '20300514T130000975Z', '2030-05-14 15:00- talk-0', []],
    ['ical4j#50, an offset', '20300514T130000+0900', '2030-05-14 06:00- talk-0', []],
    ['ical4j#50, an offset west of Greenwich', '20300514T230000-0500', '2030-05-15 06:00- talk-0', []],
    [
      'a date with Z, as Google writes it',
      '20300514Z',
      '2030-05-14 tbc talk-0',
      ['info time-to-come: "talk-0" has no time yet'],
    ],
    ['with the marks of ISO 8601', '2030-05-14T13:00:00', '2030-05-14 13:00- talk-0', []],
  ])('%s', async (_, value, expected, told) => {
    const found = await of(calendar(`DTSTART:${value}`));
    expect([found.programme, found.told]).toEqual([[expected], told]);
  });

  test.each(['20300514T130000EST', '20300514T130000 or so', '20300514T250000', '20300230', 'tomorrow'])(
    'ical4j#50, %s is an error, and no other hour',
    async value => {
      const found = await of(calendar(AT_TEN, `DTSTART;TZID=Europe/Paris:${value}`));
      expect(found.programme).toEqual(['2030-05-14 10:00-11:00 talk-0']);
      expect(found.told).toEqual([expect.stringMatching(/^error bad-time: DTSTART is no date or time that exists/)]);
    },
  );

  test.each([
    ['allenporter/ical#576', 'DTSTART;VALUE=DATE:20300920T080000\nDTEND;VALUE=DATE:20300920T100000'],
    ['lfos/calcurse#517', 'DTSTART;VALUE=DATE:20300920T080000\nDURATION:PT2H'],
  ])('%s, VALUE=DATE with a clock has the clock', async (_, lines) => {
    const found = await of(calendar(lines));
    expect(found.programme).toEqual(['2030-09-20 08:00-10:00 talk-0']);
    expect(found.told).toEqual([expect.stringMatching(/^info read-as: DTSTART is VALUE=DATE with a clock/)]);
  });

  test('a start that can be read is a session, with an open end', async () => {
    const found = await of(
      calendar('DTSTART:20300514T080000Z\nDTEND:20300518T080000Z', 'DTSTART:20300514T090000Z\nDTEND:soon'),
    );
    expect(found.programme).toEqual(['2030-05-14 10:00- talk-0', '2030-05-14 11:00- talk-1']);
    expect(found.told.map(told => told.slice(0, 14))).toEqual(['error bad-time', 'error bad-time']);
  });

  test('a length of zero is told', async () => {
    const { told } = await of(calendar('DTSTART:20300514T080000Z\nDTEND:20300514T080000Z'));
    expect(told).toEqual(['warning read-as: this event has a length of zero: no end is announced']);
  });

  test('collective/icalendar#894, an empty EXDATE changes nothing', async () => {
    const { told, programme } = await of(calendar(`${AT_TEN}\nEXDATE:\nRDATE:`));
    expect(programme).toHaveLength(1);
    expect(told.every(one => one.startsWith('info read-as'))).toBe(true);
  });

  test('sabre-io/vobject#58, the day of an all-day series that is changed is there once', async () => {
    const found = await of(
      calendar(
        'UID:fair@x\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20300819\nRRULE:FREQ=DAILY;COUNT=3',
        'UID:fair@x\nSUMMARY:Fair, indoors\nRECURRENCE-ID:20300820T000000Z\nDTSTART;VALUE=DATE:20300820',
      ),
    );
    expect(found.sessions.map(({ title }) => title.und)).toEqual(['Fair', 'Fair, indoors', 'Fair']);
  });
});

describe('zones as other programs name them', () => {
  const SHOWN = '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna';
  test.each([
    ['peterbraden/ical.js#100, with a VTIMEZONE', `TZID="${SHOWN}"`, BERLIN.replace('%', SHOWN)],
    ['MMM-CalendarExt#68, without one', `TZID="${SHOWN}"`, undefined],
    [
      'OzzyCzech/icalparser#27, unquoted',
      `TZID=${SHOWN.replaceAll(',', '\\,')}`,
      BERLIN.replace('%', SHOWN.replaceAll(',', '\\,')),
    ],
  ])('%s', async (_, parameter, zone) => {
    const found = await of(calendar(...(zone ? [zone] : []), `DTSTART;${parameter}:20300514T130000`));
    expect([found.zone, found.programme, found.told]).toEqual([
      'Europe/Berlin',
      [`2030-05-14 13:00- talk-${zone ? 1 : 0}`],
      [],
    ]);
  });

  test.each([
    ['node-ical#221, unquoted', 'TZID=tzone://Microsoft/Custom', 'tzone://Microsoft/Custom'],
    ['node-ical#56, quoted', 'TZID="tzone://Microsoft/Custom"', 'tzone://Microsoft/Custom'],
    ['node-ical#478', 'TZID=Customized Time Zone', 'Customized Time Zone'],
  ])('%s is what its VTIMEZONE says', async (_, parameter, tzid) => {
    const found = await of(calendar(BERLIN.replace('%', tzid), `DTSTART;${parameter}:20300514T130000`), 'Asia/Tokyo');
    expect([found.programme, found.told]).toEqual([['2030-05-14 20:00- talk-1'], []]);
  });

  test('libical#152, an offset with a colon, unquoted', async () => {
    const found = await of(
      calendar('DTSTART;TZID=GMT+05:30:20300514T020000\nDTEND;TZID=GMT+05:30:20300514T030000'),
      'Asia/Kolkata',
    );
    expect([found.programme, found.told]).toEqual([['2030-05-14 02:00-03:00 talk-0'], []]);
  });
});

describe('what does not take place is cancelled', () => {
  test.each([
    ['nextcloud/calendar#3053', 'STATUS:CANCELED', 'cancelled', []],
    ['ietf-tools/datatracker#11394', 'STATUS:RESCHEDULED TO FRIDAY', 'cancelled', []],
    ['GAS-ICS-Sync#218', 'STATUS:CONFIRMED\nSUMMARY:Canceled: Harbour tour', 'cancelled', []],
    ['GAS-ICS-Sync#218, not a title that begins so', 'SUMMARY:Cancelling old permits', undefined, []],
    [
      'a status that is not known',
      'STATUS:ON ICE',
      'tentative',
      ['warning unknown-status: the status "ON ICE" is not known: the session counts as tentative'],
    ],
  ])('%s: %s', async (_, lines, status, told) => {
    const found = await of(calendar(`${AT_TEN}\n${lines}`));
    expect([found.sessions.map(session => session.status), found.told]).toEqual([[status], told]);
  });
});

describe('one UID is one session', () => {
  const version = (sequence: number, hour: string, title = 'Talk') =>
    `UID:talk-7@x\nSUMMARY:${title}\nSEQUENCE:${sequence}\nDTSTART:20300514T${hour}0000Z\nDURATION:PT1H\nLOCATION:A`;

  test.each([
    ['nextcloud/calendar#4580', [version(0, '10'), version(1, '11')]],
    ['nextcloud/calendar#511, the older one behind', [version(2, '11'), version(1, '10')]],
  ])('%s: the highest SEQUENCE counts', async (_, events) => {
    const found = await of(calendar(...events));
    expect(found.programme).toEqual(['2030-05-14 13:00-14:00 talk-7']);
    expect(found.told).toEqual([expect.stringMatching(/^info read-as: this event is an older version of another/)]);
  });

  test('calendarize#799, an event that is entered twice is one finding', async () => {
    const found = await of(calendar(version(0, '10'), version(0, '10'), version(0, '10')));
    expect(found.programme).toEqual(['2030-05-14 12:00-13:00 talk-7']);
    expect(found.told).toEqual([expect.stringMatching(/^warning duplicate-id: 2 events are copies/)]);
  });

  test('obsidian-full-calendar#309, events that differ are all read, and told', async () => {
    const events = [version(0, '10'), version(0, '14', 'Other')];
    const found = await of(calendar(...events));
    expect(found.programme).toEqual([
      '2030-05-14 12:00-13:00 talk-7-2030-05-14-1200',
      '2030-05-14 16:00-17:00 talk-7-2030-05-14-1600',
    ]);
    expect(found.told).toEqual([expect.stringMatching(/^warning duplicate-id: the UID "talk-7@x" is that of another/)]);
    expect((await of(calendar(...events.reverse()))).programme).toEqual(found.programme);
  });
});

describe('texts are plain', () => {
  test('PonyConf#85, open-event-server#8444, sunflower#250: HTML and entities', async () => {
    const html =
      'SUMMARY:Talk &amp\\; more\nDESCRIPTION:<p>First &lt\\;line&gt\\;<br>second</p><ul><li>one</li><li>two <a href="https://example.org/x">here</a></li></ul>';
    const [session] = (await of(calendar(`${AT_TEN}\n${html}`))).sessions;
    expect(session?.title).toEqual({ und: 'Talk & more' });
    expect(session?.description).toEqual({
      und: 'First <line>\nsecond\n\n- one\n- two here (https://example.org/x)',
    });
  });

  test.each(['a < b and c > d', 'call it <branch-name>', 'R&D; and more', '<quote> me'])(
    'what only looks like it stays: %s',
    async text => {
      const [session] = (await of(calendar(`${AT_TEN}\nDESCRIPTION:${text.replaceAll(';', '\\;')}`))).sessions;
      expect(session?.description).toEqual({ und: text });
    },
  );

  test.each([
    ['spatie/calendar-links#157', '', 'First second'],
    ['spatie/calendar-links#136, beside a description', 'DESCRIPTION:Plain\n', 'Plain'],
  ])('%s: X-ALT-DESC', async (_, lines, expected) => {
    const alternative = 'X-ALT-DESC;FMTTYPE=text/html:<html><body><b>First</b> second</body></html>';
    const { sessions, told } = await of(calendar(`${AT_TEN}\n${lines}${alternative}`));
    expect([sessions[0]?.description, told]).toEqual([{ und: expected }, []]);
  });

  test('u01jmg3/ics-parser#106: quoted-printable of vCalendar 1.0', async () => {
    const lines =
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 =\nau lait\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo';
    const [session] = (await of(calendar(`${AT_TEN}\n${lines}`))).sessions;
    expect([session?.title, session?.description]).toEqual([{ und: 'Café au lait' }, { und: 'one\ntwo' }]);
  });

  test('a CR before a line break that is written out is none', async () => {
    const [session] = (await of(calendar(`${AT_TEN}\nDESCRIPTION:first\r\r\n \\n\r\n second`))).sessions;
    expect(session?.description).toEqual({ und: 'first\nsecond' });
  });
});

describe('what is not read is told, once a kind', () => {
  test('properties, components and organizers of single events', async () => {
    const found = await of(
      calendar(
        `${AT_TEN}\nCONTACT:Ada Lind\nORGANIZER;CN=Ada Lind:mailto:a@x\nX-TRACK:Sea\nCLASS:PUBLIC\nX-APPLE-NOTE:x`,
        `${AT_TEN}\nCONTACT:Bo Roe\nORGANIZER;CN=Bo Roe:mailto:b@x\nCOMMENT:\nGEO:1\\;2`,
        'BEGIN:VTODO\nUID:t@x\nSUMMARY:Sweep\nEND:VTODO',
      ),
    );
    expect(found.told).toEqual([
      'warning not-read: property CONTACT (2 lines) is not read (line 20)',
      'warning not-read: property ORGANIZER (2 events) is not read (line 21)',
      'warning not-read: property X-TRACK (1 line) is not read',
      'warning not-read: component VTODO is not read',
    ]);
  });

  test.each([
    ['BEGIN:VTODO\nEND:VTODO', 'error no-session: this calendar has no event (VEVENT), but 1 VTODO'],
    [
      'BEGIN:VEVENT\nUID:a\nEND:VEVENT',
      'error no-session: this calendar has 1 VEVENT, and none of them can be read as a session',
    ],
  ])('a calendar with content and no session is an error: %j', async (content, expected) => {
    const found = await of(calendar(content));
    expect(found.zone).toBeUndefined();
    expect(found.told).toContain(expected);
  });

  test('an empty calendar is an empty agenda', async () => {
    expect(await of(calendar(BERLIN.replace('%', 'x')))).toMatchObject({
      programme: [],
      told: [],
      zone: 'Europe/Paris',
    });
  });
});

describe('ids follow the session', () => {
  const talk = (uid: string, title: string, hour: number) =>
    `UID:${uid}\nSUMMARY:${title}\nDTSTART:20300514T${hour}0000Z\nDURATION:PT1H`;
  const events = [
    talk('0e4bdd04-0d24-4b3c-9d6d-9c6b7d8a0a01', '开幕式', 10),
    talk('0e4bdd04-0d24-4b3c-9d6d-9c6b7d8a0a02', 'Открытие', 11),
    talk('0e4bdd04-0d24-4b3c-9d6d-9c6b7d8a0a03', 'الافتتاح', 12),
    talk('0e4bdd04-0d24-4b3c-9d6d-9c6b7d8a0a04', 'Coffee', 13),
    talk('0e4bdd04-0d24-4b3c-9d6d-9c6b7d8a0a05', 'Coffee', 15),
    talk('welcome@x', '开幕式', 16),
  ];

  test('hyperschedule#114, in any script and any order', async () => {
    const { programme } = await of(calendar(...events));
    expect(programme).toEqual([
      '2030-05-14 12:00-13:00 kai-mu-shi',
      '2030-05-14 13:00-14:00 otkrytie',
      '2030-05-14 14:00-15:00 lftth',
      '2030-05-14 15:00-16:00 coffee-2030-05-14-1500',
      '2030-05-14 17:00-18:00 coffee-2030-05-14-1700',
      '2030-05-14 18:00-19:00 welcome',
    ]);
    expect((await of(calendar(...events.toReversed()))).programme).toEqual(programme);
  });
});

test('in whatever order its events stand, each has its id', () => {
  const event = fc.record({
    uid: fc.integer({ min: 1, max: 99 }),
    title: fc.constantFrom('Opening', 'Panel', '开幕'),
    hour: fc.constantFrom('08', '09'),
    room: fc.constantFrom('A', 'B'),
  });
  const idsByUid = (events: readonly { uid: number; title: string; hour: string; room: string }[]) => {
    const text = calendar(
      ...events.map(
        ({ uid, title, hour, room }) =>
          `UID:${uid}@example.org\nSUMMARY:${title}\nURL:https://example.org/${uid}\nDTSTART:20300514T${hour}0000Z\nDURATION:PT1H\nLOCATION:${room}`,
      ),
    );
    const sessions = readPlain(text, {}).agenda?.days.flatMap(day => day.sessions) ?? [];
    return new Map(sessions.map(({ id, url }) => [url, id]));
  };
  fc.assert(
    fc.property(
      fc
        .uniqueArray(event, { minLength: 1, maxLength: 8, selector: ({ uid }) => uid })
        .chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
      ([events, sorted]) => {
        const ids = idsByUid(events);
        expect(idsByUid(sorted)).toEqual(ids);
        expect(new Set(ids.values()).size).toBe(events.length);
      },
    ),
    { numRuns: runs(500) },
  );
});

describe('a calendar that is not in UTF-8', () => {
  const latin = (summary: string) => Buffer.from(calendar(`SUMMARY:${summary}\n${AT_TEN}`), 'latin1');
  test.each([
    ['Caf\xe9 Z\xfcrich', 'Café Zürich'],
    ['\x93Caf\xe9\x94 \x96 5 \x80', '“Café” – 5 €'],
  ])('is read as Windows-1252, which is told: %j is %s', async (summary, title) => {
    const { sessions, told } = await of(latin(summary));
    expect([Object.values(sessions[0]?.title ?? {}), told]).toEqual([
      [title],
      ['info read-as: this calendar is not in UTF-8: it is read as Windows-1252'],
    ]);
  });

  test.each([
    ['a byte that Windows-1252 has not', latin('Caf\xe9 \x81')],
    [
      'characters in UTF-8 beside the byte',
      Buffer.concat([Buffer.from(calendar(`SUMMARY:Zürich\n${AT_TEN}`)), Buffer.from([0x20, 0xe9])]),
    ],
  ])('and is damaged where it has %s', async (_, bytes) => {
    expect((await of(bytes)).told).toContain('error syntax: a byte that is not UTF-8');
  });

  test('a fold inside a character of UTF-8 is none of these', async () => {
    const [before, after] = Buffer.from(calendar(`SUMMARY:Caf|é Zürich\n${AT_TEN}`))
      .toString('latin1')
      .split('|');
    const folded = Buffer.from(`${before}${after?.slice(0, 1)}\n ${after?.slice(1)}`, 'latin1');
    const { sessions, told } = await of(folded);
    expect([Object.values(sessions[0]?.title ?? {}), told]).toEqual([['Café Zürich'], []]);
  });
});
