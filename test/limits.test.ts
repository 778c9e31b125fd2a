import { describe, expect, test } from 'vitest';
import { readAny } from '../src/formats/detect.js';
import type { ReaderName } from '../src/formats/registry.js';
import { LIMITS } from '../src/formats/source/limits.js';
import type { Reading } from '../src/formats/source/read-result.js';
import { isClock } from '../src/model/time.js';
import { sessions } from '../src/query/walk.js';
import { DEEP, SAMPLE } from './support/runs.js';

const many = (count: number, of: string | ((i: number) => string)) =>
  typeof of === 'string' ? of.repeat(count) : Array.from({ length: count }, (_, i) => of(i)).join('');
const two = (n: number) => String(n).padStart(2, '0');

const YAML = 'id: x\ntitle: X\ntimezone: UTC\n';
const HEAD = '<conference><title>T</title><time_zone_name>UTC</time_zone_name></conference>';
const xml = (day: string) => `<schedule>${HEAD}\n<day date="2024-01-01">${day}</day></schedule>`;
const inRoom = (events: string) => xml(`<room name="A">${events}</room>`);
const inEvent = (fields: string) => inRoom(`<event><title>t</title><start>10:00</start>${fields}</event>`);
const json = (days: string) =>
  `{"schedule": {"conference": {"title": "T", "time_zone_name": "UTC", "days": [\n${days}]}}}`;
const calendar = (events: string) => `BEGIN:VCALENDAR\nX-WR-TIMEZONE:UTC\n${events}END:VCALENDAR\n`;
const event = (lines: string, start = 'DTSTART:20240101T100000Z') =>
  `BEGIN:VEVENT\n${start}\nSUMMARY:x\n${lines}END:VEVENT\n`;
const ics = (lines: string) => calendar(event(lines));

/** An event with so many occurrences, one a minute: the first, and those of as many RDATE as it takes. */
const recurring = (count: number) => {
  const date = (i: number) => `202401${two(2 + Math.floor(i / 1440))}T${two(Math.floor(i / 60) % 24)}${two(i % 60)}00Z`;
  const dates = Array.from({ length: count - 1 }, (_, i) => date(i));
  return many(Math.ceil(dates.length / 500), i => `RDATE:${dates.slice(i * 500, (i + 1) * 500).join()}\n`);
};

/** An event in June, in a zone of so many observances before it, of which the last moves its clock by an hour. */
const observed = (count: number, rule: string) => {
  const observance = (i: number) =>
    `BEGIN:STANDARD\nDTSTART:${i === count - 1 ? 2020 : 1990}0101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0${i === count - 1 ? 1 : 0}00\n${rule}END:STANDARD\n`;
  const zone = `BEGIN:VTIMEZONE\nTZID:Ship\n${many(count, observance)}END:VTIMEZONE\n`;
  return calendar(zone + event('', 'DTSTART;TZID=Ship:20240615T100000'));
};

const firstStart = ({ agenda }: Reading) => {
  const time = agenda?.days[0]?.sessions[0]?.time;
  return time && isClock(time) ? time.start : time;
};
const sessionCount = ({ agenda }: Reading) => (agenda === undefined ? 0 : sessions(agenda).length);

/** The issues of a reading with their lines: `2 this row has more than …`. */
const messages = ({ faults, source }: Reading): readonly string[] =>
  faults.map(({ at, message }) => {
    const [start] = 'span' in at ? at.span : source.locate(at.path, at.on);
    return `${source.text.slice(0, start).split('\n').length} ${message}`;
  });

interface Crossing {
  readonly format: ReaderName;
  /** A text with so many of what is limited. */
  readonly text: (count: number) => string;
  /** What is said past the limit, after its line, and not at it. */
  readonly said?: RegExp;
  /** What differs in what was read: at the limit, and past it. */
  readonly seen?: readonly [of: (reading: Reading) => unknown, at: unknown, past: unknown];
  /** True where such a text takes long to read: it is tried in `npm run test:deep` alone. */
  readonly isHeavy?: boolean;
}

const LARGE = /^1 this is larger than 16 million characters, and was not read as /;
const cut = (format: string, why: string) => new RegExp(`^\\d+ this was read as ${format} up to here: ${why}$`);

const ROWS: Readonly<Record<keyof typeof LIMITS, { readonly value: number; readonly crossings: readonly Crossing[] }>> =
  {
    agendaCharacters: {
      value: 64_000_000,
      crossings: [
        {
          format: 'yaml',
          text: n => 'x'.repeat(n),
          said: /^1 this is larger than 64 million characters$/,
          isHeavy: true,
        },
      ],
    },
    unlikelyCharacters: {
      value: 1_000_000,
      crossings: [
        { format: 'yaml', text: n => `x: ${'x'.repeat(n - 3)}`, said: /^1 this has neither timezone nor days/ },
      ],
    },
    yamlErrors: {
      value: 1000,
      crossings: [
        {
          format: 'yaml',
          text: n => `${YAML}days: []\nroom:\n${many(n, '- @x\n')}`,
          seen: [({ agenda }) => agenda?.id, 'x', undefined],
        },
      ],
    },
    yamlLevels: {
      value: 300,
      crossings: [
        {
          format: 'yaml',
          text: n => `${YAML}x: ${'['.repeat(n - 1)}x`,
          said: /^4 this is nested too deep to be read$/,
        },
      ],
    },
    aliasValues: {
      value: 1_000_000,
      crossings: [
        {
          format: 'yaml',
          // The map, a zone, a list of 999, a list that fills up, and a list of 998 aliases of the first.
          text: n =>
            `timezone: UTC\nx: &x [${many(999, 'x,')}]\nfill: [${many(n - 999_004, 'x,')}]\ny: [${many(998, '*x,')}]\n`,
          said: /^4 the aliases of this file expand to more than a million values$/,
        },
      ],
    },
    aliasCharacters: {
      value: 16_000_000,
      crossings: [
        {
          format: 'yaml',
          text: n =>
            `timezone: UTC\nx: &x ${'x'.repeat(1_000_000)}\nz: &z x\ny: [${many(16, '*x,')}${many(n - 16_000_000, '*z,')}]\n`,
          said: /^4 the aliases of this file expand to more than 16 million characters$/,
        },
      ],
    },
    agendaParts: {
      value: 100,
      crossings: [
        {
          format: 'yaml',
          text: n =>
            `${YAML}days:\n- {date: 2024-01-01, sessions: ${many(n, '[{id: a, title: A, time: 10:00-, sessions: ')}[]${many(n, '}]')}}\n`,
          said: /^5 parts of parts, 100 deep: what is deeper is not read$/,
        },
      ],
    },
    importedSize: {
      value: 16_000_000,
      crossings: [
        { format: 'schedule-xml', text: n => 'x'.repeat(n), said: LARGE },
        { format: 'schedule-json', text: n => `"${'x'.repeat(n - 2)}"`, said: LARGE },
        { format: 'csv', text: n => 'x'.repeat(n), said: LARGE },
        {
          format: 'ics',
          text: n => 'é'.repeat(n / 2) + 'x'.repeat(n % 2),
          said: /^1 this is larger than 16 million bytes, and was not read as iCalendar$/,
        },
      ],
    },
    events: {
      value: 20_000,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => {
            const first = many(12_500, '<event><title>T</title></event>');
            return xml(`<room name="A">${first}</room><room name="B">${first.slice(0, (n - 12_500) * 31)}</room>`);
          },
          said: /^2 this schedule has more than 20,000 events: what follows is not read$/,
          isHeavy: true,
          seen: [sessionCount, 20_000, 20_000],
        },
        {
          format: 'ics',
          text: n => calendar(many(n, event(''))),
          said: /^80003 this calendar has more than 20,000 events: what follows is not read$/,
          seen: [sessionCount, 20_000, 20_000],
          isHeavy: true,
        },
        {
          format: 'csv',
          text: n => `date,time,title\n${many(n, '2024-01-01,10:00,T\n')}`,
          said: /^20003 this table has more than 20,000 rows: what follows is not read$/,
          isHeavy: true,
        },
        {
          format: 'document',
          text: n => `1 January 2024\n${many(n, '10:00-11:00 T\n')}`,
          said: /^20002 this text has more than 20,000 sessions: what follows is not read$/,
          seen: [sessionCount, 20_000, 20_000],
          isHeavy: true,
        },
      ],
    },
    values: {
      value: 1000,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => inEvent(`<persons>${many(n, i => `<person>P ${i}</person>`)}</persons>`),
          said: /^2 this event has more than 1,000 people: what follows is not read$/,
        },
        {
          format: 'schedule-xml',
          text: n => xml(many(n - 1, '</day><day date="2024-01-01">')),
          said: /^2 this schedule has more than 1,000 days: what follows is not read$/,
        },
        {
          format: 'schedule-xml',
          text: n => xml(many(n, i => `<room name="R${i}"><event><title>t</title></event></room>`)),
          said: /^2 this day has more than 1,000 rooms: what follows is not read$/,
        },
        {
          format: 'ics',
          text: n => ics(`CATEGORIES:${many(n - 1, i => `a${i},`)}a\n`),
          said: /^6 CATEGORIES has more than 1,000 values: what follows is not read$/,
        },
        {
          format: 'ics',
          text: n => ics(many(n - 2, i => `ATTENDEE;CN=P ${i}:x\n`)),
          said: /^1004 this VEVENT has more than 1,000 lines: what follows is not read$/,
        },
        {
          format: 'csv',
          text: n => `date,time,title,speakers\n2024-01-01,10:00,T,"${many(n - 1, i => `P ${i}; `)}P"\n`,
          said: /^2 this cell has more than 1,000 values: what follows is not read$/,
        },
      ],
    },
    importedParts: {
      value: 20,
      crossings: [
        {
          format: 'ics',
          text: n =>
            calendar(many(n + 1, i => event(`UID:e${i}\nDURATION:PT1H\n${i === 0 ? '' : `RELATED-TO:e${i - 1}\n`}`))),
          said: /^151 .* is a part of parts that are 20 deep: it is read as a session of its own$/,
        },
      ],
    },
    tableCells: {
      value: 1000,
      crossings: [
        {
          format: 'csv',
          text: n => `date,time,title\n2024-01-01,10:00,T${many(n - 3, ',')}\n`,
          said: /^2 this row has more than 1,000 cells: what follows is not read$/,
        },
      ],
    },
    tableTime: {
      value: 100,
      crossings: [
        {
          format: 'csv',
          text: n => `date,time,title\n2024-01-01,10:00${' '.repeat(n - 7)}am,T\n`,
          said: /^2 "10:00 .*…" is not a time of day$/,
        },
      ],
    },
    calendarLines: {
      value: 1_000_000,
      crossings: [
        {
          format: 'ics',
          text: n => `${ics('')}${many(n - 7, 'x:\n')}`,
          said: /^1000001 this calendar has more than a million lines: what follows is not read$/,
          isHeavy: true,
        },
      ],
    },
    calendarErrors: {
      value: 20,
      crossings: [
        {
          format: 'ics',
          text: n => ics(many(n, 'x\n')),
          said: /^26 more than 20 lines are no iCalendar: this one and what follows are not shown$/,
        },
      ],
    },
    componentLevels: {
      value: 20,
      crossings: [
        {
          format: 'ics',
          text: n => `BEGIN:VCALENDAR\n${many(n - 1, 'BEGIN:A\n')}${many(n - 1, 'END:A\n')}END:VCALENDAR\n`,
          said: /^21 this was read as iCalendar up to here: it is nested too deep$/,
        },
      ],
    },
    propertyParameters: {
      value: 100,
      crossings: [
        {
          format: 'ics',
          text: n => ics(`LOCATION${many(n, ';X=1')}:${'A'.repeat(10_000)}\n`),
          said: /^6 "LOCATION;X=1;.*" is no property$/,
        },
      ],
    },
    propertyCharacters: {
      value: 10_000,
      crossings: [
        {
          format: 'ics',
          text: n => ics(`LOCATION${many(101, ';X=1')}:${'A'.repeat(n - 413)}\n`),
          said: /^6 "LOCATION;X=1;.*" is no property$/,
        },
      ],
    },
    eventRules: {
      value: 10,
      crossings: [
        {
          format: 'ics',
          text: n => ics(many(n, 'RRULE:FREQ=DAILY;COUNT=2\n')),
          said: /^16 this event has more than 10 rules: what follows is not read$/,
        },
      ],
    },
    eventOccurrences: {
      value: 1000,
      crossings: [
        {
          format: 'ics',
          text: n => ics(recurring(n)),
          said: /^4 DTSTART occurs more than 1,000 times: the rest is left out$/,
          seen: [sessionCount, 1000, 1000],
        },
      ],
    },
    seriesDays: {
      value: 366,
      crossings: [
        {
          format: 'ics',
          text: n => ics(`RRULE:FREQ=DAILY;COUNT=${n + 1}\n`),
          said: /^6 RRULE goes on for more than a year: the rest is left out$/,
          seen: [sessionCount, 367, 367],
        },
      ],
    },
    wholeDays: {
      value: 31,
      crossings: [
        {
          format: 'ics',
          text: n => calendar(event(`DTEND;VALUE=DATE:202402${two(n - 30)}\n`, 'DTSTART;VALUE=DATE:20240101')),
          said: /^4 DTSTART lasts 32 days: only the first 31 are read$/,
          seen: [sessionCount, 31, 31],
        },
      ],
    },
    occurrences: {
      value: 20_000,
      crossings: [
        {
          format: 'ics',
          text: n => calendar(many(20, event(recurring(1000))) + (n === 20_000 ? '' : event('UID:last\n'))),
          said: /^\d+ this has more than 20,000 occurrences of events: what follows is not read$/,
          seen: [sessionCount, 20_000, 20_000],
          isHeavy: true,
        },
      ],
    },
    observances: {
      value: 200,
      crossings: [
        {
          format: 'ics',
          text: n => observed(n, ''),
          said: /^1005 this VTIMEZONE has more than 200 observances: what follows is not read$/,
          seen: [firstStart, 540, 600],
        },
        {
          format: 'ics',
          text: n => observed(1, `RDATE:20200101T000000${many(n - 1, ',20200101T000000')}\n`),
          said: /^5 this STANDARD has more than 200 dates: what follows is not read$/,
        },
      ],
    },
    recurringObservances: {
      value: 20,
      crossings: [
        {
          format: 'ics',
          text: n => observed(n, 'RRULE:FREQ=YEARLY;UNTIL=20210101T000000Z\n'),
          said: /^125 this VTIMEZONE has more than 20 observances that recur: what follows is not read$/,
          seen: [firstStart, 540, 600],
        },
      ],
    },
    scheduleIssues: {
      value: 1000,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => inRoom(many(n, '<event><title>t</title><start>x</start></event>')),
          said: /^2 this file has more than 1,000 faults: what follows is not read$/,
        },
      ],
    },
    xmlTags: {
      value: 1_000_000,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => inRoom(many(n - inRoom('').split('<').length + 1, '<event/>')),
          said: cut('schedule.xml', 'it has more than a million tags'),
          isHeavy: true,
        },
      ],
    },
    xmlEntities: {
      value: 20,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => inEvent(many(n, i => `&a${i};`)),
          seen: [({ faults }) => faults.filter(({ rule }) => rule === 'syntax').length, 20, 20],
        },
      ],
    },
    xmlLevels: {
      value: 100,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => `<schedule>${many(n - 1, '\n<a>')}${many(n - 1, '</a>')}</schedule>`,
          said: /^101 this was read as schedule.xml up to here: it is nested too deep$/,
        },
      ],
    },
    jsonValues: {
      value: 1_000_000,
      crossings: [
        {
          format: 'schedule-json',
          // Six values are around those of the list.
          text: n => json(`${many(n - 7, '1,')}1`),
          said: cut('schedule.json', 'it has more than a million values'),
          isHeavy: true,
        },
      ],
    },
    jsonLevels: {
      value: 100,
      crossings: [
        {
          format: 'schedule-json',
          text: n => json(`${'['.repeat(n - 4)}${']'.repeat(n - 4)}`),
          said: cut('schedule.json', 'it is nested too deep'),
        },
      ],
    },
    jsonErrors: {
      value: 20,
      crossings: [
        {
          format: 'schedule-json',
          text: n => json(`{"date": "2024-01-01", "rooms": {}}${many(n, ' x')}`),
          seen: [({ faults }) => faults.filter(({ rule }) => rule === 'syntax').length, 20, 20],
        },
      ],
    },
    // An archive past it is tried in the tests of documents.
    unpackedSize: { value: 32_000_000, crossings: [] },
    // Those of sheets are tried in the tests of sheets.
    sheetCells: { value: 200_000, crossings: [] },
    sheetRows: { value: 50_000, crossings: [] },
    documentLines: {
      value: 100_000,
      crossings: [
        {
          format: 'document',
          text: n => `1 January 2024\n10:00-11:00 T\n${many(n - 2, 'a\n')}`,
          said: /^100001 this text has more than 100,000 lines: what follows is not read$/,
          isHeavy: true,
        },
        {
          format: 'document',
          text: n => `<p>1 January 2024<p>10:00-11:00 T<p>${many(n - 2, 'a<br>')}`,
          said: /^1 this web page has more than 100,000 lines: what follows is not read$/,
          isHeavy: true,
        },
      ],
    },
    htmlElements: {
      value: 200_000,
      crossings: [
        {
          format: 'document',
          // Besides html, head and body, and the paragraphs of a day and a session.
          text: n => `<p>1 January 2024<p>10:00-11:00 T${many(n - 5, '<br>')}`,
          said: /^1 this web page cannot be read: it has more than 200,000 elements$/,
          seen: [sessionCount, 1, 0],
          isHeavy: true,
        },
      ],
    },
    // Of files that are no text: test/formats/document/word.test.ts.
    wordTags: { value: 400_000, crossings: [] },
    eventLanguages: {
      value: 50,
      crossings: [
        {
          format: 'schedule-xml',
          text: n => inEvent(`<language>${many(n, 'q9 ')}</language>`),
          said: /^2 "q9 q9 .*…" is not a language tag$/,
        },
      ],
    },
  };

describe.each(Object.entries(ROWS))('the limit %s', (name, { value, crossings }) => {
  test('is what it says', () => {
    expect(LIMITS[name as keyof typeof LIMITS]).toBe(value);
  });

  test.each(crossings.filter(({ isHeavy }) => DEEP || !isHeavy))(
    'of $format: what is past it is told or left out',
    async crossing => {
      const { format, text, said, seen: [of, at, past] = [] } = crossing;
      const beyond = await readAny(text(value + 1), {}, format);
      if (said !== undefined) expect(messages(beyond)).toContainEqual(expect.stringMatching(said));
      expect(of?.(beyond)).toEqual(past);
      const within = await readAny(text(value), {}, format);
      if (said !== undefined) expect(messages(within)).not.toContainEqual(expect.stringMatching(said));
      expect(of?.(within)).toEqual(at);
    },
  );
});

test.each<[ReaderName, string, () => string, number, number]>([
  ['ics', 'components in one another', () => `BEGIN:VCALENDAR\n${many(900_000 / SAMPLE, 'BEGIN:A\n')}`, 1, 0],
  ['ics', '5,000 rules', () => ics(many(5000, 'RRULE:FREQ=DAILY;COUNT=1000000\n')), 4010, 367],
  [
    'schedule-json',
    '100,000 fields of one name',
    () => json(`{${many(100_000, '"a":1,')}"date":"2024-01-01"}`),
    1000,
    0,
  ],
])('%s, %s: the issues and the sessions are few', async (format, _, text, issues, count) => {
  const reading = await readAny(text(), {}, format);
  expect(reading.faults.length).toBeLessThanOrEqual(issues + 22);
  expect(sessionCount(reading)).toBe(count);
});
