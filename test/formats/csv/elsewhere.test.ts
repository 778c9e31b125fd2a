import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, readPlain } from '../../../src/formats/csv/read.js';
import { lint } from '../../../src/lint/lint.js';
import { formatTime } from '../../../src/model/time.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { slug } from '../../../src/text/fold.js';
import { runs } from '../../support/runs.js';

async function of(table: string | Uint8Array, map: Readonly<Record<string, string>> = {}) {
  const { agenda, ...reading } = await read(table, { assumeTz: 'Europe/London', map });
  const entries = agenda === undefined ? [] : scheduledSessions(agenda);
  const names = new Map(agenda === undefined ? [] : agenda.people.map(({ id, name }) => [id, name]));
  return {
    programme: entries.map(({ date, session: { id, time } }) => `${date} ${time ? formatTime(time) : '?'} ${id}`),
    sessions: entries.map(({ session }) => session),
    speakers: entries.map(({ session }) =>
      [...session.moderators, ...session.speakers].map(({ person }) => names.get(person)),
    ),
    told: lint({ ...reading, ...(agenda && { agenda }) })
      .filter(({ rule }) => !['no-affiliation', 'missing-translation', 'room-change'].includes(rule))
      .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
    hints: reading.faults.map(({ hint }) => hint),
  };
}

describe('tables as other programs have them', () => {
  test.each<[string, string, string, readonly (readonly string[])[]]>([
    [
      'SCALE-Planning#41, of Guidebook',
      'Session Title,Date,Time Start,Time End,Room/Location,Schedule Track (Optional),Description (Optional)\nOpening,5/14/2030,9:00 AM,9:30 AM,Main Hall,Keynotes,All welcome',
      '2030-05-14 09:00-09:30 opening',
      [[]],
    ],
    [
      'of Whova',
      '*Date,*Time Start,*Time End,*Session Title,Room/Location,Description,Speakers,Tracks (Optional)\n05/14/2030,9:00 AM,9:30 AM,Opening,Main Hall,,Ada Lind; Bo Roe,',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind', 'Bo Roe']],
    ],
    [
      'SCALE-Planning#41, speakers first',
      'Speaker Name,Session Title,Date,Time Start,Time End,Room/Location\nAda Lind,Opening,5/14/2030,9:00,9:30,Main Hall',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'of Sessionize',
      'Session Id,Title,Description,Room,Scheduled At,Scheduled Duration,Speakers\n712345,Opening,,Hall,14 May 2030 09:00,30,"Ada Lind, Bo Roe"',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind', 'Bo Roe']],
    ],
    [
      'of Sched',
      'Event Name,Event Start Date,Event Start Time,Event End Time,Event Type,Venue,Speakers\nOpening,2030-05-14,09:00,09:30,Panel,Hall,Ada Lind',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'of symposion',
      'session_title,start_date,start_time,end_time,room\nOpening,2030-05-14,09:00,09:30,Hall',
      '2030-05-14 09:00-09:30 opening',
      [[]],
    ],
    [
      'IIIF/website#664, of ConfTool',
      'Session Start,Session End,Session Title,Session Room,Presenter Name\n2030-05-14 09:00,2030-05-14 09:30,Opening,Hall,Ada Lind',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'indico#4148, whose date has the clock',
      'Id,Title,Date,Duration,Type,Presenters\n12,Opening,2030-05-14 09:00,0:30:00,,Ada Lind',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'open-event-frontend#6924',
      'Title,Date,Start Time,End Time,Speaker(s),Location Name\nOpening,2030-05-14,09:00,09:30,Ada Lind,Hall',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'openfoodfacts-server#12556, with numbers',
      'Title,Date,Start,Speaker 1,Speaker 2\nOpening,2030-05-14,09:00,Ada Lind,Bo Roe',
      '2030-05-14 09:00- opening',
      [['Ada Lind', 'Bo Roe']],
    ],
    [
      'cable-planner#711, with a person before a stroke',
      'Title,Date,Start,Moderator/Chair,Primary Speaker,Panelists\nOpening,2030-05-14,09:00,Cy Vale,Ada Lind,Bo Roe',
      '2030-05-14 09:00- opening',
      [['Cy Vale', 'Ada Lind', 'Bo Roe']],
    ],
    [
      'of a Dutch office',
      'Titel,Datum,Begin,Eind,Zaal,Spreker\nOpening,14-05-2030,09:00,09:30,Zaal 1,Ada Lind',
      '2030-05-14 09:00-09:30 opening',
      [['Ada Lind']],
    ],
    [
      'of a Chinese office',
      '标题,日期,开始时间,结束时间,地点,发言人\n开幕,2030年5月14日,09:00,09:30,大厅,王芳',
      '2030-05-14 09:00-09:30 kai-mu',
      [['王芳']],
    ],
    [
      'freeCodeCamp/conference-for-good#72, first and last names',
      'Title,Date,Start,Speaker First Name,Speaker Last Name\nOpening,2030-05-14,09:00,Ada,Lind',
      '2030-05-14 09:00- opening',
      [['Ada Lind']],
    ],
    [
      'with first and last names by number',
      'Title,Date,Start,Speaker 1 First Name,Speaker 1 Last Name,Speaker 2 First Name,Speaker 2 Last Name\nOpening,2030-05-14,09:00,Ada,Lind,Bo,Roe',
      '2030-05-14 09:00- opening',
      [['Ada Lind', 'Bo Roe']],
    ],
    [
      'with a title above its header',
      'Programme of Harbour Days,,\n,,\nTitle,Date,Start\nOpening,2030-05-14,09:00',
      '2030-05-14 09:00- opening',
      [[]],
    ],
  ])('%s', async (_, table, expected, speakers) => {
    const found = await of(table);
    expect([found.programme, found.speakers]).toEqual([[expected], speakers]);
    expect(found.told.filter(told => !told.startsWith('info'))).toEqual([]);
  });

  test('indico#4148: without a clock in any date, a start is asked for', async () => {
    const { told } = await of('Id,Title,Date\n12,Opening,2030-05-14');
    expect(told).toEqual([expect.stringMatching(/^error missing-field: this table has no column for start/)]);
  });

  test.each([
    [
      'of Google Calendar',
      'Subject,Start Date,Start Time,End Date,End Time,All Day Event\nFair,05/14/2030,,05/15/2030,,True',
    ],
    [
      'of Outlook',
      'Subject,Start Date,Start Time,End Date,End Time,All day event\nFair,5/14/2030,12:00 AM,5/15/2030,12:00 AM,TRUE',
    ],
    ['without clocks at all', 'Titel;Datum;Enddatum;Ganztägig\nFair;14.05.2030;15.05.2030;ja'],
  ])('whole days %s', async (_, table) => {
    const { programme, sessions, told } = await of(table);
    expect(programme).toEqual(['2030-05-14 tbc fair-2030-05-14', '2030-05-15 tbc fair-2030-05-15']);
    expect(sessions.map(({ tags }) => tags)).toEqual([['all-day'], ['all-day']]);
    expect(told.filter(one => !one.includes('time-to-come'))).toEqual([]);
  });
});

describe('dates as spreadsheets show them', () => {
  const column = (...dates: readonly string[]) =>
    `Title,Date,Start\n${dates.map((date, i) => `Talk ${i},${date},09:00\n`).join('')}`;
  test.each([
    ['otm-core#3035, Excel', ['14-May-30'], ['2030-05-14']],
    ['SORMAS#1966', ['14-May-2030'], ['2030-05-14']],
    ['short, month first', ['5/14/30'], ['2030-05-14']],
    ['short, day first', ['27/12/14'], ['2014-12-27']],
    ['with words', ['14 May 30'], ['2030-05-14']],
    ['German and short', ['14.05.30'], ['2030-05-14']],
    ['of the last century', ['06.08.99'], ['1999-08-06']],
    ['judged by the whole column, day first', ['03/04/30', '27/04/30'], ['2030-04-03', '2030-04-27']],
    ['judged by the whole column, month first', ['03/04/30', '03/27/30'], ['2030-03-04', '2030-03-27']],
    ['Chinese', ['2030年5月14日'], ['2030-05-14']],
    ['Russian', ['14 мая 2030'], ['2030-05-14']],
  ])('%s: %j', async (_, dates, expected) => {
    const { programme, told } = await of(column(...dates));
    expect([programme.map(line => line.slice(0, 10)), told]).toEqual([expected, []]);
  });

  test('that are the same fault in many rows are one finding', async () => {
    const { told } = await of(column('2030-05-14', 'soon', 'later', 'never', 'some day'));
    expect(told).toEqual(['error bad-date: "soon" is no date, and so it is with 3 more cells (lines 4, 5)']);
  });

  test('whose order only the header shows are told', async () => {
    const { programme, told } = await of('Título,Fecha,Inicio\nApertura,03/04/2030,09:00\nCierre,04/04/2030,09:00');
    expect(programme.map(line => line.slice(0, 10))).toEqual(['2030-04-03', '2030-04-04']);
    expect(told).toEqual([expect.stringMatching(/^info read-as: "03\/04\/2030" is read as 2030-04-03/)]);
  });
});

describe('times that are half read', () => {
  test.each([
    ['an end that is no time', 'Title,Date,Start,End\nx,2030-05-14,09:30,tbd', '09:30-', 'bad-time'],
    ['a range without an end', 'Title,Date,Time\nx,2030-05-14,10:00-tbd', '10:00-', 'bad-time'],
    ['an end days later', 'Title,Start,End\nx,2030-05-14 10:00,2030-05-18 10:00', '10:00-', 'bad-time'],
    ['a length that is none', 'Title,Date,Start,Length\nx,2030-05-14,10:00,short', '10:00-', 'bad-time'],
    ['a length of zero', 'Title,Date,Start,Length\nx,2030-05-14,10:00,0:00', '10:00-', 'read-as'],
    ['midnight of the clock of twelve hours', 'Title,Date,Start\nx,2030-05-14,0:00 a.m.', '00:00-', ''],
  ])('%s: the start stays', async (_, table, time, rule) => {
    const { programme, told } = await of(table);
    expect(programme).toEqual([`2030-05-14 ${time} x`]);
    expect(told.map(line => line.split(/[ :]/)[1] ?? '')).toEqual(rule === '' ? [] : [rule]);
  });

  test('an end and a length that differ are told', async () => {
    const { programme, told } = await of('Title,Date,Start,End,Length\nx,2030-05-14,09:00,10:00,30 min');
    expect(programme).toEqual(['2030-05-14 09:00-10:00 x']);
    expect(told).toEqual(['warning contradiction: the length "30 min" contradicts the end "10:00": the end counts']);
  });
});

describe('encodings', () => {
  const TABLE = 'Titel;Datum;Beginn\nCafé;14.05.2030;09:00\n';
  test.each([
    [
      'snipe-it#16518, Windows-1252',
      Buffer.from(TABLE, 'latin1'),
      ['info read-as: this table is not in UTF-8: it is read as Windows-1252'],
    ],
    [
      'nc-userimporter#21, quotes of Windows',
      Buffer.from(TABLE.replace('Café', '\x93Café\x94'), 'latin1'),
      ['info read-as: this table is not in UTF-8: it is read as Windows-1252'],
    ],
    ['yform#237, UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TABLE}`), []],
  ])('%s', async (_, bytes, told) => {
    const found = await of(bytes);
    expect([found.programme, found.told]).toEqual([['2030-05-14 09:00- cafe'], told]);
  });

  test.each([
    ['damaged UTF-8', Buffer.concat([Buffer.from(TABLE), Buffer.from([0xe9, 0x0a])])],
    ['bytes that are no text', Buffer.concat([Buffer.from(TABLE, 'latin1'), Buffer.from([0x81, 0x8d])])],
  ])('%s is an error', async (_, bytes) => {
    expect((await of(bytes)).told).toContainEqual(expect.stringMatching(/^error syntax: a byte that is not UTF-8/));
  });
});

describe('rows', () => {
  test('cfpio#83, one for each speaker of a session', async () => {
    const found = await of(
      'Title,Date,Start,Room,First name,Last name,Email\nOpening,2030-05-14,09:00,A,Ada,Lind,a@x\nOpening,2030-05-14,09:00,A,Bo,Roe,b@x\nClosing,2030-05-14,10:00,A,Ada,Lind,a@x',
    );
    expect(found.programme).toEqual(['2030-05-14 09:00- opening', '2030-05-14 10:00- closing']);
    expect(found.speakers).toEqual([['Ada Lind', 'Bo Roe'], ['Ada Lind']]);
    expect(found.told).toEqual([
      'warning not-read: column "Email" (3 cells) is not read',
      'info read-as: 2 rows differ in their people alone: they are read as one session',
    ]);
  });

  test('that stand twice are one finding, and one session', async () => {
    const found = await of('Title,Date,Start,Room\nOpening,2030-05-14,09:00,A\nOpening,2030-05-14,09:00,A');
    expect(found.programme).toEqual(['2030-05-14 09:00- opening']);
    expect(found.told).toEqual(['warning duplicate-id: this row stands in the table before: it is read once']);
  });

  test('in whatever order, each session has its id; one whose title stands once, that of its title', () => {
    const row = fc.record({
      title: fc.constantFrom('Opening', 'Coffee break', 'Panel 2', 'Café', '开幕', 'Открытие'),
      start: fc.constantFrom('09:00', '10:00', '11:30'),
      room: fc.constantFrom('A', 'B', ''),
      note: fc.integer({ min: 0, max: 99 }),
    });
    const idsByNote = (rows: readonly (typeof row extends fc.Arbitrary<infer T> ? T : never)[]) => {
      const lines = rows.map(({ title, start, room, note }) => `${title},2030-05-14,${start},${room},note ${note}`);
      const { agenda } = readPlain(`Title,Date,Start,Room,Description\n${lines.join('\n')}`, {
        assumeTz: 'Europe/London',
      });
      const sessions = agenda?.days.flatMap(day => day.sessions) ?? [];
      return new Map(sessions.map(({ id, description }) => [description?.und, id]));
    };
    fc.assert(
      fc.property(
        fc
          .uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ note }) => note })
          .chain(rows => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, sorted]) => {
          const ids = idsByNote(rows);
          expect(idsByNote(sorted)).toEqual(ids);
          for (const { title, note } of rows)
            if (rows.filter(other => other.title === title).length === 1 && /^[\w é]+$/.test(title))
              expect(ids.get(`note ${note}`)).toBe(slug(title));
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('gt-scheduler#141, sorted anew have the same ids', async () => {
    const head = 'Title,Date,Start,Room\n';
    const rows = [
      '开幕,2030-05-14,09:00,A',
      'Открытие,2030-05-14,10:00,A',
      'Coffee,2030-05-14,11:00,A',
      'Coffee,2030-05-14,11:00,B',
      'Coffee,2030-05-14,15:00,A',
      'Talk,2030-05-14,16:00,A',
    ];
    const { programme } = await of(head + rows.join('\n'));
    expect(programme).toEqual([
      '2030-05-14 09:00- kai-mu',
      '2030-05-14 10:00- otkrytie',
      '2030-05-14 11:00- coffee-2030-05-14-1100-a',
      '2030-05-14 11:00- coffee-2030-05-14-1100-b',
      '2030-05-14 15:00- coffee-2030-05-14-1500',
      '2030-05-14 16:00- talk',
    ]);
    expect((await of(head + rows.toReversed().join('\n'))).programme.toSorted()).toEqual(programme);
  });

  test('a table without any session that can be read is an error', async () => {
    const found = await of('Title,Date,Start\nOpening,soon,09:00\nClosing,soon,10:00');
    expect(found.programme).toEqual([]);
    expect(found.told).toContain('error no-session: this table has 2 rows, but no session that can be read');
  });

  test('a table of a header alone is an empty agenda', async () => {
    expect((await of('Title,Date,Start\n')).told).toEqual([]);
  });
});

describe('the status', () => {
  test.each([
    ['open-event-server#5519', 'Status', 'rejected', 'cancelled', []],
    ['open-event-server#3572', 'Status', 'pending', 'tentative', []],
    ['declined', 'Status', 'declined', 'cancelled', []],
    ['postponed', 'Status', 'Postponed', 'cancelled', []],
    ['EMS, a column of yes and no', 'Canceled', 'True', 'cancelled', []],
    ['EMS, no', 'Canceled', 'False', undefined, []],
    [
      'not known',
      'Status',
      'on ice',
      'tentative',
      ['warning unknown-status: the status "on ice" is not known: the session counts as tentative'],
    ],
  ])('%s', async (_, column, word, status, told) => {
    const found = await of(`Title,Date,Start,${column}\nOpening,2030-05-14,09:00,${word}`);
    expect([found.sessions.map(session => session.status), found.told]).toEqual([[status], told]);
  });

  test('in a title', async () => {
    const { sessions } = await of('Title,Date,Start\nAnnulé : visite,2030-05-14,09:00');
    expect(sessions[0]?.status).toBe('cancelled');
  });
});

describe('columns that are not read are told', () => {
  test('with how many cells have something, and what to do', async () => {
    const found = await of(
      'Titel,Datum,Beginn,Teilnehmer,Podcast,,$(x)\nA,14.05.2030,09:00,Ada,,z,y\nB,14.05.2030,10:00,Bo,ja,,\n',
    );
    expect(found.told).toEqual([
      'warning not-read: column 6, which has no name (1 cell) is not read',
      'warning not-read: column "Teilnehmer" (2 cells) is not read',
      'warning not-read: column "Podcast" (1 cell) is not read',
      'warning not-read: column "$(x)" (1 cell) is not read',
    ]);
    expect(found.hints).toContain('if a session has a field for it, name it: --map FIELD="Teilnehmer"');
    expect(found.hints.join()).not.toContain('--map FIELD="$');
  });

  test('of two columns for one field, the one counts whose name says it best', async () => {
    const found = await of('Session,Title,Weekday,Date,Time,Start\nHall day,Opening,Tuesday,2030-05-14,all day,09:00');
    expect(found.programme).toEqual(['2030-05-14 09:00- opening']);
    expect(found.told).toEqual([
      'warning not-read: column "Session" (1 cell) is not read',
      'warning not-read: column "Time" (1 cell) is not read',
    ]);
  });

  test.each([
    ['Name des Vortrags,Datum,Zeit', 'if it is meant, name it: --map title="Name des Vortrags"'],
    ['Owner,Date,Start', 'say which columns hold them: --map title="NAME OF THE COLUMN"'],
    ['Owner,Session Speaker,Remarks', 'say which columns hold them: --map title="NAME OF THE COLUMN"'],
    [
      'Topic of the hour,Which day,Clock time',
      'if it is meant, name it: --map title="Topic of the hour" --map start="Clock time" --map date="Which day"',
    ],
    ['<Veranstaltungsname>,Datum,Zeit', 'if it is meant, name it: --map title="<Veranstaltungsname>"'],
    ['$(reboot) of title,Datum,Zeit', 'say which columns hold them: --map title="NAME OF THE COLUMN"'],
  ])('a hint for --map names the column that is meant, or none: %s', async (header, hint) => {
    expect((await of(`${header}\na,b,c`)).hints).toEqual([hint]);
  });
});

describe('a column of weekdays beside ambiguous dates', () => {
  const table = (...rows: readonly string[]) => `Title,Weekday,Date,Start\n${rows.join('\n')}`;
  test.each([
    ['Wednesday', '2030-06-05'],
    ['Mo.', '2030-05-06'],
    ['lundi', '2030-05-06'],
    ['星期三', '2030-06-05'],
  ])('%s shows the order of day and month: %s', async (weekday, date) => {
    const { programme, told } = await of(table(`x,${weekday},05/06/2030,09:00`));
    expect([programme, told]).toEqual([[`${date} 09:00- x`], []]);
  });

  test('that contradicts a date is told, once, and the date counts', async () => {
    const { programme, told } = await of(
      table('x,Monday,2030-05-14,09:00', 'y,Sun,2030-05-14,10:00', 'z,Tue,2030-05-14,11:00'),
    );
    expect(programme).toEqual(['2030-05-14 09:00- x', '2030-05-14 10:00- y', '2030-05-14 11:00- z']);
    expect(told).toEqual([
      'warning contradiction: the weekday "Monday" contradicts the date, Tuesday 14 May 2030, and 1 more do: the date counts (line 3)',
    ]);
  });

  test('that decides nothing leaves the dates ambiguous', async () => {
    const { told } = await of(table('x,Friday,05/06/2030,09:00', 'y,Tuesday,2030-05-14,10:00'));
    expect(told).toEqual(['error bad-date: "05/06/2030" may be 2030-06-05 or 2030-05-06, and no other date tells']);
  });
});

test('HTML of other programs becomes text, and no cell of idm does', async () => {
  const found = await of('Title,Date,Start,Description\nR&amp;D,2030-05-14,09:00,<p>One</p><p>two &lt;3</p>');
  expect(found.sessions[0]).toMatchObject({ title: { und: 'R&D' }, description: { und: 'One\n\ntwo <3' } });
  const own = 'id,day,date,start,timezone,room_ids,parent,title\na,1,2030-05-14,09:00,Europe/Paris,,,R&amp;D';
  expect((await of(own)).sessions[0]?.title).toEqual({ und: 'R&amp;D' });
});
