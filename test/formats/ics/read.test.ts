import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain as read } from '../../../src/formats/ics/read.js';
import { write } from '../../../src/formats/ics/write.js';
import type { Reading } from '../../../src/formats/source/read-result.js';
import { lint } from '../../../src/lint/lint.js';
import type { Session } from '../../../src/model/agenda.js';
import { formatTime } from '../../../src/model/time.js';
import { presentation } from '../../../src/query/presentation.js';
import { sessionRecord } from '../../../src/query/records.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { given, one, SHIPPED } from '../../given/exports.js';
import { agendas } from '../../given/table-agendas.js';
import { expectLinear } from '../../support/growth.js';
import { runs, SAMPLE } from '../../support/runs.js';

const MEETING = readFileSync(new URL('../../given/calendars/meeting.ics', import.meta.url));

/** A calendar of events, each a few lines. */
function calendar(events: readonly string[], head = ''): string {
  const bodies = events.map((event, i) => `BEGIN:VEVENT\nUID:u${i}@x\nSUMMARY:Talk ${i}\n${event}\nEND:VEVENT\n`);
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${head}${bodies.join('')}END:VCALENDAR\n`;
}

/** A calendar has titles on one line. */
const oneLine = (title: string) => title.replace(/\s*\n\s*/g, ' ');

function problems(reading: Reading): string[] {
  return lint(reading)
    .filter(({ severity }) => severity === 'error')
    .map(({ line, rule, message }) => `${line} ${rule}: ${message}`);
}

/** `2026-05-04 09:00-09:45 welcome`, parts indented. */
function programme({ agenda }: Reading): string[] {
  const lines = (date: string, list: readonly Session[], depth: string): string[] =>
    list.flatMap(({ id, time, sessions }) => [
      `${depth}${date} ${time ? formatTime(time) : '?'} ${id}`,
      ...lines(date, sessions, `${depth}  `),
    ]);
  return (agenda?.days ?? []).flatMap(({ date = '', sessions }) => lines(date, sessions, ''));
}

describe('a calendar of others', () => {
  const reading = read(MEETING, {});

  test('has its events as sessions, in the zone that most of them name', () => {
    expect(reading.agenda?.timezone).toBe('Europe/Berlin');
    expect(programme(reading)).toEqual([
      '2026-05-04 08:30-08:45 standup-2026-05-04',
      '2026-05-04 09:00-09:45 welcome',
      '  2026-05-04 09:00-09:20 first-half',
      '2026-05-04 10:00-11:00 tides-and-time',
      '2026-05-06 09:30-09:45 standup-2026-05-06',
      '2026-05-06 tbc fair-2026-05-06',
      '2026-05-07 08:30-08:45 standup-2026-05-07',
      '2026-05-07 tbc fair-2026-05-07',
    ]);
  });

  test('does not lose the others with one that is broken', () => {
    expect(problems(reading)).toEqual(['35 bad-time: DTSTART is no date or time that exists']);
  });

  test('knows rooms, types, tags, states and who speaks, not who is invited', () => {
    const [, welcome, tides] = reading.agenda?.days[0]?.sessions ?? [];
    expect(welcome).toMatchObject({ title: { en: 'Welcome' }, type: 'opening', tags: ['ships'], rooms: ['quay-hall'] });
    expect(tides).toMatchObject({ status: 'tentative', speakers: [{ person: 'ada-reef' }] });
    expect(reading.agenda?.people).toEqual([{ id: 'ada-reef', name: 'Ada Reef' }]);
    expect(reading.agenda?.days[1]?.sessions[1]?.tags).toEqual(['all-day']);
  });

  test('places what rules find at the event', () => {
    const both = calendar([
      'DTSTART:20260504T070000Z\nDURATION:PT1H\nLOCATION:A',
      'DTSTART:20260504T073000Z\nDURATION:PT1H\nLOCATION:A',
    ]);
    expect(lint(read(both, {})).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['13 room-clash']);
  });
});

describe('times', () => {
  test.each<[string, string, string, string]>([
    [
      'UTC by X-WR-TIMEZONE',
      'X-WR-TIMEZONE:America/New_York\n',
      'DTSTART:20260504T020000Z\nDTEND:20260504T030000Z',
      '2026-05-03 22:00-23:00 talk-0',
    ],
    ['an event without an end', '', 'DTSTART:20260504T020000Z', '2026-05-04 02:00- talk-0'],
    ['across midnight', '', 'DTSTART:20260504T230000Z\nDURATION:PT2H', '2026-05-04 23:00-01:00+1 talk-0'],
    [
      'a zone with _ for /',
      '',
      'DTSTART;TZID=Europe_London:20260504T100000\nDURATION:PT1H',
      '2026-05-04 10:00-11:00 talk-0',
    ],
    [
      'a zone that only its VTIMEZONE describes',
      'X-WR-TIMEZONE:UTC\nBEGIN:VTIMEZONE\nTZID:Ship\nBEGIN:STANDARD\nDTSTART:19701101T020000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700401T020000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n',
      'DTSTART;TZID=Ship:20260504T100000\nDURATION:PT1H',
      '2026-05-04 07:00-08:00 talk-0',
    ],
    ['a date without a length', 'X-WR-TIMEZONE:UTC\n', 'DTSTART;VALUE=DATE:20260504', '2026-05-04 tbc talk-0'],
    [
      'a week that begins on Monday',
      '',
      'DTSTART:20260504T100000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=SU,MO',
      '2026-05-04 10:00- talk-0-2026-05-04|2026-05-10 10:00- talk-0-2026-05-10|2026-05-18 10:00- talk-0-2026-05-18',
    ],
    [
      'the last Friday',
      '',
      'DTSTART:20260529T100000Z\nRRULE:FREQ=MONTHLY;COUNT=2;BYDAY=-1FR',
      '2026-05-29 10:00- talk-0-2026-05-29|2026-06-26 10:00- talk-0-2026-06-26',
    ],
    [
      'a weekday among days counted from the end of the year',
      '',
      'DTSTART:20251031T100000Z\nRRULE:FREQ=YEARLY;COUNT=2;BYDAY=FR;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61',
      '2025-10-31 10:00- talk-0-2025-10-31|2026-10-30 10:00- talk-0-2026-10-30',
    ],
    [
      'the hundredth day of the year',
      '',
      'DTSTART:20240409T100000Z\nRRULE:FREQ=YEARLY;COUNT=2;BYYEARDAY=100',
      '2024-04-09 10:00- talk-0-2024-04-09|2025-04-10 10:00- talk-0-2025-04-10',
    ],
    [
      'the last working day',
      '',
      'DTSTART:20260529T100000Z\nRRULE:FREQ=MONTHLY;COUNT=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-05-29 10:00- talk-0-2026-05-29|2026-06-30 10:00- talk-0-2026-06-30',
    ],
  ])('%s', (_, head, event, expected) => {
    const reading = read(calendar([event], head).replace('UID:u0@x', 'UID:'), {});
    expect(problems(reading)).toEqual([]);
    expect(programme(reading).join('|')).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['a floating time', 'DTSTART:20260504T100000', '6 bad-timezone: nothing says in which time zone this time is'],
    [
      'a zone nobody knows',
      'DTSTART;TZID=FOO:20260504T100000',
      '6 bad-timezone: nothing says what the time zone "FOO" is: its times are taken for the agenda\'s',
    ],
    [
      'a rule without end',
      'DTSTART:20260504T100000Z\nRRULE:FREQ=DAILY',
      '7 bad-time: RRULE recurs without end, in a calendar without another event to end with: only its first occurrence is read',
    ],
    [
      'a rule of seconds',
      'DTSTART:20260504T100000Z\nRRULE:FREQ=SECONDLY;BYHOUR=3;BYMONTH=2',
      '7 bad-time: RRULE recurs by what is not days, weeks, months or years: only its first occurrence is read',
    ],
    [
      'an end before the start',
      'DTSTART:20260504T100000Z\nDTEND:20260504T090000Z',
      '7 bad-time: DTEND is before the start',
    ],
    [
      'a change of all that follows',
      'DTSTART:20260504T100000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260504T090000Z',
      '7 bad-time: RECURRENCE-ID changes all that follows: only this occurrence is read as changed',
    ],
    [
      'a period',
      'DTSTART:20260504T100000Z\nRDATE;VALUE=PERIOD:20260505T120000Z/PT5H',
      '7 bad-time: RDATE has periods, which are read as long as the event',
    ],
    ['no start', 'DESCRIPTION:none', '3 missing-field: this event has no DTSTART'],
    ['a line that does not go on', 'DTSTART:20260504T100000Z\nlost words', '7 syntax: "lost words" is no property'],
  ])('%s is a fault at its line', (_, event, expected) => {
    expect(problems(read(calendar([event]), {}))[0]).toBe(expected);
  });

  test('asks for a zone where only a VTIMEZONE describes it', () => {
    const ship =
      'BEGIN:VTIMEZONE\nTZID:Ship\nBEGIN:STANDARD\nDTSTART:19701101T020000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n';
    const text = calendar(['DTSTART;TZID=Ship:20260504T100000'], ship);
    expect(problems(read(text, {}))).toEqual([
      '14 bad-timezone: the time zone "Ship" has no IANA name: its times are shown in UTC',
    ]);
    const assumed = read(text, { assumeTz: 'Asia/Tokyo' });
    expect([problems(assumed), programme(assumed)]).toEqual([[], ['2026-05-04 17:00- u0']]);
  });

  test('says that the zone of a calendar is none, where no other is', () => {
    const mars = 'X-WR-TIMEZONE:Mars/Base\n';
    expect(problems(read(calendar(['DTSTART:20260504T100000'], mars), {}))).toEqual([
      '3 bad-timezone: "Mars/Base" is not an IANA time zone',
    ]);
    const berlin = calendar(['DTSTART;TZID=Europe/Berlin:20260504T100000'], mars);
    expect([problems(read(berlin, {})), read(berlin, {}).agenda?.timezone]).toEqual([[], 'Europe/Berlin']);
  });

  test('keeps several events under one UID, and puts a changed occurrence in its place', () => {
    const same = (events: readonly string[]) => calendar(events).replace(/UID:u\d@x/g, 'UID:same@x');
    expect(programme(read(same(['DTSTART:20260504T100000Z', 'DTSTART:20260504T120000Z']), {}))).toEqual([
      '2026-05-04 10:00- same-2026-05-04-1000',
      '2026-05-04 12:00- same-2026-05-04-1200',
    ]);
    const series = [
      'DTSTART:20260504T100000Z\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20260506T100000Z',
      'RECURRENCE-ID:20260505T100000Z\nDTSTART:20260505T150000Z\nDURATION:PT2H',
    ];
    expect(programme(read(same(series), {}))).toEqual([
      '2026-05-04 10:00- same-2026-05-04',
      '2026-05-05 15:00-17:00 same-2026-05-05',
      '2026-05-07 10:00- same-2026-05-07',
    ]);
  });

  test('does not say the second 02:30 of the night when clocks go back', () => {
    const reading = read(calendar(['DTSTART:20261025T013000Z\nDURATION:PT15M'], 'X-WR-TIMEZONE:Europe/Berlin\n'), {});
    expect(problems(reading)).toEqual([expect.stringMatching(/^7 bad-time: DTSTART is the second 02:30 of a night/)]);
    expect(programme(reading)).toEqual(['2026-10-25 ? u0']);
  });

  test('ends for rules that never fit', () => {
    for (const rule of [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;INTERVAL=999999999',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    ])
      expect(programme(read(calendar([`DTSTART:20260504T100000Z\nRRULE:${rule};COUNT=9`]), {}))).toHaveLength(1);
  });
});

describe('lines', () => {
  test('are unfolded before they are decoded', () => {
    const [before, after] = [
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260504T100000Z\r\nSUMMARY:Caf',
      '\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ];
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 13, 10, 32, 0xa9]), Buffer.from(after)]);
    const reading = read(bytes, {});
    expect(reading.faults).toEqual([]);
    expect(reading.agenda?.days[0]?.sessions[0]?.title).toEqual({ und: 'Café' });
  });

  test('that are neither UTF-8 nor Windows-1252 are one fault, and the rest is read', () => {
    const bytes = Buffer.from(calendar(['DTSTART:20260504T100000Z\nLOCATION:Caf\u0081']), 'latin1');
    const reading = read(bytes, {});
    expect(problems(reading)).toEqual(['7 syntax: a byte that is not UTF-8']);
    expect(programme(reading)).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    ['nothing', '', /^1 wrong-type: this is no iCalendar: it is empty$/],
    ['something else', 'id: x\n', /^1 wrong-type: this is no iCalendar: it begins with "id: x"$/],
    [
      'an open component',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260504T100000Z\n',
      /^1 syntax: BEGIN:VCALENDAR has no END$/,
    ],
    [
      'an event that another begins in',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nDTSTART:20260504T100000Z\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n',
      /^2 syntax: BEGIN:VEVENT has no END$/,
    ],
    [
      'an event in a component that is not read',
      'BEGIN:VCALENDAR\nBEGIN:X-STAGE\nBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\nEND:X-STAGE\nEND:VCALENDAR\n',
      /^2 syntax: X-STAGE has an event in it, not read$/,
    ],
    [
      'events deep in a component that is not read, outside a calendar',
      `BEGIN:X\nBEGIN:Y\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(2)}END:Y\nEND:X\nBEGIN:VCALENDAR\nEND:VCALENDAR\n`,
      /^1 syntax: X has 2 events in it, not read$/,
    ],
    [
      'a calendar that another begins in',
      'BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n',
      /^1 syntax: BEGIN:VCALENDAR has no END$/,
    ],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty'].map(
      name =>
        [
          `a component called ${name}`,
          `BEGIN:VCALENDAR\nBEGIN:${name}\nSUMMARY:x\nUID:x\nEND:${name}\nEND:${name}\nEND:VCALENDAR\n`,
          new RegExp(`^6 syntax: END:${name} has no matching BEGIN$`),
        ] as [string, string, RegExp],
    ),
    ['many open components', 'BEGIN:VEVENT\n'.repeat(100_000 / SAMPLE), /^1 syntax: BEGIN:VEVENT has no END$/],
  ])('%s', (_, text, expected) => {
    const [found = ''] = problems(read(text, {})).filter(problem => !problem.includes('no-session'));
    expect(found).toMatch(expected);
  });

  test('that are no properties are shown up to twenty, and that there are more', () => {
    const found = problems(read(`BEGIN:VCALENDAR\n${'rubbish\n'.repeat(30)}END:VCALENDAR\n`, {}));
    expect(found.slice(-2)).toEqual([
      '21 syntax: "rubbish" is no property',
      '22 syntax: more than 20 lines are no iCalendar: this one and what follows are not shown',
    ]);
    expect(found).toHaveLength(21);
  });

  // One file is one conference: a stand of two months in an exported calendar would be sixty sessions.
  test.each([
    ['31', '20260604', 31, []],
    ['32', '20260605', 31, ['6 bad-time: DTSTART lasts 32 days: only the first 31 are read']],
  ])('of an event of %s whole days are read a month at most', (_, end, count, expected) => {
    const reading = read(calendar([`DTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:${end}`]), {});
    expect(programme(reading)).toHaveLength(count);
    expect(problems(reading).filter(problem => problem.includes('lasts'))).toEqual(expected);
  });

  test('of UTF-16 are refused', () => {
    const bytes = Buffer.from('\uFEFFBEGIN:VCALENDAR', 'utf16le');
    expect(problems(read(bytes, {}))).toEqual(['1 syntax: this is UTF-16, not UTF-8']);
  });

  test('of 10 MB take as long as ten of 1 MB', async () => {
    const large = (by: number) => calendar([`DTSTART:20260504T100000Z\nDESCRIPTION:${'a\\, '.repeat(2_500_000 / by)}`]);
    expect(programme(read(large(SAMPLE), {}))).toHaveLength(1);
    await expectLinear(large, text => read(text, {}));
  });
});

describe('RELATED-TO', () => {
  const event = (uid: string, time: string, parent = '') =>
    `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${uid}\nDTSTART:20260504T${time}00Z\nDURATION:PT1H\n${parent && `RELATED-TO:${parent}\n`}END:VEVENT\n`;
  const of = (...events: readonly string[]) => read(`BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR\n`, {});

  test('is a part of the occurrence that holds it, the one that ends last', () => {
    const [early, late] = [event('whole', '1000'), event('whole', '1000').replace('PT1H', 'PT3H')];
    expect(programme(of(early, late, event('part', '1030', 'whole')))).toEqual([
      '2026-05-04 10:00-11:00 whole-2026-05-04-1000',
      '2026-05-04 10:00-13:00 whole-2026-05-04-1000-2',
      '  2026-05-04 10:30-11:30 part',
    ]);
    expect(programme(of(event('part', '0930', 'whole'), early))).toEqual([
      '2026-05-04 09:30-10:30 part',
      '2026-05-04 10:00-11:00 whole',
    ]);
  });

  test('is found in time in proportion to the events, though all have one UID', async () => {
    const nested = (count: number) =>
      Array.from({ length: count }, (_, i) => `${event('same', '1000', 'same').replace('PT1H', `PT${i + 1}M`)}`);
    await expectLinear(
      by => `BEGIN:VCALENDAR\n${nested(10_000 / by).join('')}END:VCALENDAR\n`,
      text => read(text, {}),
    );
  });

  test('in a circle is reported, and cut where the first event of it stands', () => {
    const reading = of(event('a', '1000', 'b'), event('b', '1000', 'c'), event('c', '1000', 'a'));
    expect(problems(reading)).toEqual([
      '4 wrong-type: "a" is a part of "b", which is in turn within it: it is read as a session of its own (line 11)',
    ]);
    expect(programme(reading)).toEqual([
      '2026-05-04 10:00-11:00 a',
      '  2026-05-04 10:00-11:00 c',
      '    2026-05-04 10:00-11:00 b',
    ]);
    expect(problems(of(event('a', '1000', 'a')))).toEqual([
      '4 wrong-type: "a" is a part of itself: it is read as a session of its own',
    ]);
  });

  test('goes twenty parts deep; what is deeper is reported, and begins anew', () => {
    const chain = (length: number) =>
      of(...Array.from({ length }, (_, i) => event(`t${i}`, '1000', i === 0 ? '' : `t${i - 1}`)));
    expect(problems(chain(21))).toEqual([]);
    expect(problems(chain(22))).toEqual([
      expect.stringMatching(
        /^\d+ wrong-type: "t21" is a part of parts that are 20 deep: it is read as a session of its own/,
      ),
    ]);
    expect(programme(chain(22)).filter(line => !line.startsWith(' '))).toHaveLength(2);
    expect(problems(chain(70))).toHaveLength(3);
  });
});

describe('our own calendar', () => {
  test('has a session after midnight of its day on the next day', () => {
    const reading = read(write(given(one().replace('10:00-11:00', '00:30+1-01:30+1'))), {});
    expect(reading.faults).toEqual([]);
    expect(programme(reading)).toEqual(['2018-06-02 00:30-01:30 s']);
  });

  test.each([{}, { tzid: true }])('comes back: %o', options => {
    const { agenda, selection: before } = given(SHIPPED);
    const reading = read(write(given(SHIPPED, options)), {});
    expect(reading.faults).toEqual([]);
    if (reading.agenda === undefined) throw new Error('no agenda');
    const after = scheduledSessions(reading.agenda);
    const kept = (of: typeof before, look: ReturnType<typeof presentation>) =>
      of.map(entry => {
        const { id, type, title, start, end, rooms, parent, status } = sessionRecord(entry, look);
        return { id, type, title, start, end, rooms: rooms.map(({ name }) => name), parent, status };
      });
    expect(kept(after, presentation(reading.agenda))).toEqual(kept(before, presentation(agenda)));
    expect(reading.agenda).toMatchObject({ id: agenda.id, timezone: agenda.timezone, updated: agenda.updated });
    expect(Object.values(reading.agenda.venue ?? {})).toEqual([presentation(agenda).text(agenda.venue)]);
  });

  test('keeps ids, titles on one line, instants, rooms, states, types, tags and parents', () => {
    fc.assert(
      fc.property(agendas, yaml => {
        const { agenda, selection: before } = given(yaml);
        const reading = read(write(given(yaml)), {});
        expect(reading.faults).toEqual([]);
        if (reading.agenda === undefined) throw new Error('no agenda');
        const kept = (of: typeof before, look: ReturnType<typeof presentation>) =>
          of
            .map(entry => {
              const { id, type, title, start, end, rooms, parent, status, tags, track, url } = sessionRecord(
                entry,
                look,
              );
              const words = new Set([track, ...tags].filter(tag => tag !== null && tag !== type));
              return {
                id,
                type,
                title: oneLine(title ?? ''),
                start,
                end,
                rooms: rooms.map(({ name }) => name),
                parent,
                status,
                url: url && new URL(url).href,
                words: [...words],
              };
            })
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(kept(scheduledSessions(reading.agenda), presentation(reading.agenda))).toEqual(
          kept(before, presentation(agenda)),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
