import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain as read } from '../../../src/formats/csv/read.js';
import { write } from '../../../src/formats/csv/write.js';
import { readAny } from '../../../src/formats/detect.js';
import type { Reading } from '../../../src/formats/source/read-result.js';
import { lint } from '../../../src/lint/lint.js';
import { formatTime } from '../../../src/model/time.js';
import { presentation } from '../../../src/query/presentation.js';
import { fullSessionRecord } from '../../../src/query/records.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { withoutControls } from '../../../src/text/escape.js';
import { given, NASTY, SHIPPED } from '../../given/exports.js';
import { agendas } from '../../given/table-agendas.js';
import { expectLinear } from '../../support/growth.js';
import { runs, SAMPLE } from '../../support/runs.js';

const TABLE = readFileSync(new URL('../../given/tables/hafentage.csv', import.meta.url));
/** Two rooms in one cell are two names between semicolons, of which none may hold one. */
const ROOMY = NASTY.replace('Salle A; aile', 'Salle A, aile');
const BERLIN = { assumeTz: 'Europe/Berlin' };

/** `2:5 bad-time: "tbd" is not a time of day`. */
function problems(reading: Reading): string[] {
  return lint(reading)
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`);
}

function programme({ agenda }: Reading): string[] {
  return (agenda?.days ?? []).flatMap(({ date, sessions }) =>
    sessions.map(({ id, time }) => `${date} ${time ? formatTime(time) : '?'} ${id}`),
  );
}

/** Every session as JSON gives it; people are known by name alone. */
function sessions(yaml: string, table?: string): unknown[] {
  const agenda = table === undefined ? given(yaml).agenda : read(table, {}).agenda;
  if (agenda === undefined) throw new Error('no agenda');
  const named = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);
  return scheduledSessions(agenda).map(entry => {
    const record = fullSessionRecord(entry, presentation(agenda));
    return { ...record, moderators: named(record.moderators), speakers: named(record.speakers) };
  });
}

describe('our own table', () => {
  test.each<[string, string, object]>([
    ['the shipped agenda', SHIPPED, {}],
    ['nasty texts', ROOMY, {}],
    ['with a byte order mark', SHIPPED, { bom: true }],
    ['between semicolons', ROOMY, { delimiter: ';' }],
    ['between tabs', ROOMY, { delimiter: '\t' }],
    ['between other characters', ROOMY, { delimiter: '^' }],
  ])('comes back: %s', (_, yaml, options) => {
    const table = write(given(yaml, options));
    expect(read(table, {}).faults).toEqual([]);
    const written = withoutControls(
      JSON.stringify(sessions(yaml))
        .replace(/\\u00[01789][\da-f]|\\b|\\f/g, '')
        .replace(/\\r(?:\\n)?/g, '\\n'),
    );
    expect(sessions(yaml, table)).toEqual(JSON.parse(written));
  });

  test('of chosen sessions has parts without their session', () => {
    const table = write(given(SHIPPED, { only: ({ parent }) => parent !== undefined }));
    expect(read(table, {}).faults).toEqual([]);
    expect(read(table, {}).agenda?.days.flatMap(day => day.sessions)).not.toEqual([]);
  });

  test('keeps everything that its columns hold', () => {
    fc.assert(
      fc.property(agendas, fc.constantFrom(',', ';', '\t'), (yaml, delimiter) => {
        const table = write(given(yaml, { delimiter }));
        expect(read(table, {}).faults).toEqual([]);
        expect(sessions(yaml, table)).toEqual(sessions(yaml));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a table of others', () => {
  const reading = read(TABLE, { ...BERLIN, file: 'programm/Hafentage 2026.csv' });

  test('is read by the names of its columns', () => {
    expect(reading.faults.map(({ message }) => message)).toEqual(['column "Notiz" (1 cell) is not read']);
    expect(reading.agenda).toMatchObject({
      id: 'hafentage-2026',
      title: { und: 'Hafentage 2026' },
      timezone: 'Europe/Berlin',
    });
    expect(programme(reading)).toEqual([
      '2026-05-04 09:00-09:45 begrussung',
      '2026-05-04 09:50-10:30 gezeiten-und-zeit',
      '2026-05-05 23:00-01:00+1 nacht-der-lichter',
    ]);
    const [opening, tides] = reading.agenda?.days[0]?.sessions ?? [];
    expect(opening).toMatchObject({ type: 'opening', rooms: ['kaisaal'], languages: ['de'], tags: [] });
    expect(tides).toMatchObject({ title: { und: 'Gezeiten\nund "Zeit"' }, type: 'session', tags: ['Vortrag'] });
    expect(reading.agenda?.people).toEqual([
      { id: 'ada-reef', name: 'Ada Reef' },
      { id: 'ben-ohara', name: 'Ben O’Hara', inline: true },
    ]);
  });

  test('is known by its header, whatever it is called', async () => {
    expect((await readAny(TABLE, BERLIN)).agenda?.days).toHaveLength(2);
  });

  test.each<[string, string]>([
    ['jour,début,fin,titre,salle\n26/03/2018,9h30,10h,Ouverture,A', '2018-03-26 09:30-10:00 ouverture'],
    ['Fecha,Inicio,Duración,Título\n26 de marzo de 2018,9:30,1:30,Apertura', '2018-03-26 09:30-11:00 apertura'],
    ['date,start,duration,title\n3/26/2018,9:30 AM,90 min,Opening', '2018-03-26 09:30-11:00 opening'],
    ['date,time,title\n2018-03-26,10:00-10:30,Opening', '2018-03-26 10:00-10:30 opening'],
    ['date,time,title\n"Monday, March 26, 2018",10:00 - 24:00,Opening', '2018-03-26 10:00-24:00 opening'],
    [
      'Subject,Start Date,Start Time,End Date,End Time\nNight,03/26/2018,10:00 PM,03/27/2018,11:00 AM',
      '2018-03-26 22:00-11:00+1 night',
    ],
    ['date,time,title\n2018-03-26,von 9 bis 10.30 Uhr,Opening', '2018-03-26 09:00-10:30 opening'],
    ['date,time,title\n2018-03-26,de 9h à 10h,Opening', '2018-03-26 09:00-10:00 opening'],
    ['id,date,start,title\n17,2018-03-26,10:00,Opening', '2018-03-26 10:00- opening'],
    ['id,date,start,title\nday-1,2018-03-26,10:00,Opening', '2018-03-26 10:00- day-1'],
    ['sep=;\r\ndate;start;title\r\n2018-03-26;10:00;a,b', '2018-03-26 10:00- a-b'],
    ['start,end,title\n2018-03-26T10:00:00Z,2018-03-26 13:00,Opening', '2018-03-26 12:00-13:00 opening'],
    ['Date,Start,End,Title\r2018-03-26,10:00,10:30,Opening\r', '2018-03-26 10:00-10:30 opening'],
    ['id|date|start|title\nA 1|20180326|10|x', '2018-03-26 10:00- a-1'],
  ])('%j', (table, expected) => {
    const result = read(table, BERLIN);
    expect(problems(result)).toEqual([]);
    expect(programme(result)).toEqual([expected]);
  });

  test.each([
    ['Abgesagt', 'cancelled'],
    ['annulée', 'cancelled'],
    ['Cancelado', 'cancelled'],
    ['vorläufig', 'tentative'],
    ['confirmed', undefined],
    ['ausgebucht', undefined],
  ])('the status %s', (written, status) => {
    const result = read(`date,start,title,status\n2018-03-26,10:00,x,${written}`, BERLIN);
    expect(result.agenda?.days[0]?.sessions[0]?.status).toBe(status);
  });

  test.each<[string, readonly string[]]>([
    ['Ada Reef  ;  Ben Quay', ['Ada Reef', 'Ben Quay']],
    [' Ada Reef\n Ben Quay ', ['Ada Reef', 'Ben Quay']],
    ['Ada Reef|Ben Quay|', ['Ada Reef', 'Ben Quay']],
    ['Ada Reef , Ben Quay', ['Ada Reef', 'Ben Quay']],
    ['Reef, Ada', ['Reef, Ada']],
    ['1: Ada Reef; 2:Ben Quay', ['Ada Reef', 'Ben Quay']],
    ['Ada\u00A0Reef;Ada\u00A0Reef', ['Ada\u00A0Reef']],
  ])('the speakers of %j', (written, names) => {
    const { agenda } = read(`date,start,title,speakers\n2018-03-26,10:00,x,"${written}"`, BERLIN);
    expect(agenda?.people.map(({ name }) => name)).toEqual(names);
  });

  test('takes columns by --map', () => {
    const table = 'Was,Wann,Tag\nx,10:00-11:00,2018-03-26';
    expect(programme(read(table, { ...BERLIN, map: { title: 'Was', time: 'wann' } }))).toEqual([
      '2018-03-26 10:00-11:00 x',
    ]);
  });
});

describe('what a table gets wrong has its line and column', () => {
  const HEAD = 'date,start,end,title\n';
  test.each<[string, string]>([
    [`${HEAD}2018-03-26,tbd,10:00,x`, '2:12 bad-time: "tbd" is not a time of day'],
    [`${HEAD}2018-03-26,24:00,10:00,x`, '2:12 bad-time: "24:00" is not a start'],
    [`${HEAD}2018-03-26,10:00,25:00,x`, '2:18 bad-time: "25:00" is not a time of day'],
    [`${HEAD}2018-03-26,10:00,24:30,x`, '2:18 bad-time: "24:30" is not a time of day'],
    [
      'date,start,end date,end,title\n2018-03-26,10:00,2018-03-28,11:00,x',
      '2:29 bad-time: "11:00" ends later than the next day',
    ],
    [`${HEAD}2018-02-30,10:00,11:00,x`, '2:1 bad-date: "2018-02-30" is no day that exists'],
    [
      `${HEAD}03/04/2018,10:00,11:00,x`,
      '2:1 bad-date: "03/04/2018" may be 2018-04-03 or 2018-03-04, and no other date tells',
    ],
    [`${HEAD}43185,10:00,11:00,x`, '2:1 bad-date: "43185" is no date'],
    [`${HEAD},10:00,11:00,x`, '2:1 missing-field: this row has no date'],
    [`${HEAD}2018-03-26,10:00,11:00,`, '2:1 missing-field: this row has no title'],
    [`${HEAD}2018-03-26,10:00,11:00,\u0001\u0002`, '2:1 missing-field: this row has no title'],
    [`${HEAD}2018-03-26,10:00,11:00,\u200B\u00A0`, '2:1 missing-field: this row has no title'],
    [`${HEAD}2018-03-26,,11:00,x`, '2:12 missing-field: this row has no start'],
    [`${HEAD}2018-03-26,10:00,11:00,x,y`, '2:26 syntax: this row has 5 cells, and the header 4'],
    [`${HEAD}2018-03-26,10:00,11:00,"x\ny" z`, '3:3 syntax: there is text after the closing quote of a cell'],
    [`${HEAD}2018-03-26,10:00,11:00,"x`, '2:24 syntax: this quote is never closed'],
    [
      'date,start,title,url\n2018-03-26,10:00,x,example.org',
      '2:20 bad-url: "example.org" is not a web or mail address',
    ],
    [
      'date,start,title,id\n2018-03-26,10:00,x,a\n2018-03-26,11:00,y,a',
      '3:20 duplicate-id: the id "a" stands twice: the other session is "x"',
    ],
    [
      'date,start,title,timezone\n2018-03-26,10:00,x,Europe/Pariss',
      '2:20 bad-timezone: "Europe/Pariss" is not an IANA time zone',
    ],
    [
      'Datum,Zeit,Name des Vortrags\n2018-03-26,10:00,x',
      '1:1 missing-field: this table has no column for title; its columns are "Datum", "Zeit", "Name des Vortrags"',
    ],
    ['id,name,moderates,speaks\na,A,,s', '1:1 wrong-type: this is a table of people: it has no sessions'],
    ['', '1:1 wrong-type: this table is empty: it has no header'],
  ])('%j', (table, expected) => {
    const [first] = problems(read(table, BERLIN)).filter(problem => !problem.includes('no-session'));
    expect(first).toContain(expected.startsWith('3:20') ? '3:20 duplicate-id' : expected);
  });

  test('a zone is asked for where none is named', () => {
    const reading = read(`${HEAD}2018-03-26,10:00,11:00,x`, {});
    expect(problems(reading)).toEqual([
      '1:1 bad-timezone: nothing says in which time zone the times of this table are',
    ]);
    expect(programme(reading)).toEqual(['2018-03-26 10:00-11:00 x']);
  });

  test('a wrong --map says what columns there are', () => {
    const [fault] = read(`${HEAD}`, { map: { title: 'titel' } }).faults;
    expect(fault).toMatchObject({
      message: '--map title: this table has no column "titel"',
      hint: 'did you mean title?',
    });
  });
});

describe('hostile tables end in time', () => {
  test.each<[string, (length: number) => string]>([
    ['names with blanks between', length => `"Ada${' '.repeat(length)}Reef"`],
    ['a name of letters and blanks, over and over', length => `"${'a  '.repeat(length / 3)}"`],
    ['an id of letters', length => `,${'a'.repeat(length)}`],
  ])('%s', async (_, cells) => {
    await expectLinear(
      by => `date,start,title,speakers,id\n2018-03-26,10:00,x,${cells(200_000 / by)}`,
      text => read(text, BERLIN),
    );
  });

  test.each<[string, () => string | Uint8Array, RegExp]>([
    [
      'a byte that is not UTF-8',
      () => Buffer.from('date,start,title\n2018-03-26,10:00,\xc3\xa9\xff', 'latin1'),
      /^2:19 syntax: a byte/,
    ],
    ['nothing but such bytes', () => new Uint8Array(100_000).fill(0xff), /^1:1 syntax: this is|^1:1 syntax: a byte/],
    ['15 MB in one cell', () => `date,start,title\n2018-03-26,10:00,"${'a'.repeat(15_000_000)}"`, /^$/],
    [
      'many rows',
      () => `date,start,title\n${'2018-03-26,10:00,x\n'.repeat(750_000 / SAMPLE)}`,
      /^20003:1 syntax: this table has more than 20,000 rows/,
    ],
    [
      '15 MB of delimiters',
      () => `date,start,title\n${','.repeat(15_000_000)}`,
      /^2:\d+ syntax: this row has more than 1,000 cells/,
    ],
    [
      'a header of 15 MB',
      () => `date,start,title${',x'.repeat(7_000_000)}`,
      /^1:\d+ syntax: this row has more than 1,000 cells: what follows is not read$/,
    ],
    [
      'a time with 100,000 blanks in it',
      () => `date,start,title\n2018-03-26,"10:00${' '.repeat(100_000)}x",x`,
      /^2:12 bad-time: "10:00 {52}…" is not a time of day/,
    ],
    [
      'a million speakers in one cell',
      () => `date,start,title,speakers\n2018-03-26,10:00,x,"${'Ada Reef;'.repeat(1_000_000 / SAMPLE)}Bo Quay"`,
      /^$/,
    ],
    [
      'a million tags in one cell',
      () => `date,start,title,tags\n2018-03-26,10:00,x,"${'a,'.repeat(1_000_000 / SAMPLE)}"`,
      /^2:20 syntax: this cell has more than 1,000 values/,
    ],
    [
      '17 MB',
      () => 'date,start,title\n'.repeat(1_000_000),
      /^1:1 syntax: this is larger than 16 million characters, and was not read as a table$/,
    ],
    ['5 MB of quotes', () => `date,start,title\n${'"'.repeat(5_000_001)}`, /^2:1 syntax: this quote is never closed/],
  ])('%s', (_, table, expected) => {
    const faults = read(table(), BERLIN);
    const shown = { ...faults, agenda: undefined };
    expect(problems(shown as unknown as Reading)[0] ?? '').toMatch(expected);
  });
});
