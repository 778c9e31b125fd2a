import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { ROOT } from '../support/run.js';

const AGENDA =
  '{"id": "a", "title": "A", "timezone": "UTC", "days": [{"date": "2018-03-26", "sessions": [{"id": "s", "time": "10:00-11:00", "title": "S"}]}]}';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:s\r\nDTSTART:20180326T100000Z\r\nDTEND:20180326T110000Z\r\nSUMMARY:S\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

test.each([
  ['an agenda written as JSON, whatever its name', AGENDA, 'agenda.json', false],
  ['a calendar, whatever its name', CALENDAR, 'agenda.yaml', true],
  ['a calendar on standard input, after a byte order mark', `\uFEFF${CALENDAR}`, '-', true],
  ['a table by its columns', 'id,title,date,start,end,timezone\r\ns,S,2018-03-26,10:00,11:00,UTC\r\n', '-', true],
  [
    'a table by its columns, after a line for Excel',
    'sep=;\nid;title;date;start;end\ns;S;2018-03-26;10:00;11:00\n',
    '-',
    true,
  ],
  ['a table by its extension', 'Titel;Datum;Beginn;Ende\r\nS;26.03.2018;10:00;11:00\r\n', 'x.csv', true],
])('%s is known by what is in it', async (_, text, file, foreign) => {
  const { agenda, foreign: is = false } = await readAny(text, { file, assumeTz: 'UTC' });
  expect([is, agenda?.days[0]?.sessions.map(({ time }) => time)]).toEqual([foreign, [{ start: 600, end: 660 }]]);
});

test.each([
  ['little', 'with', (utf16: Buffer) => utf16],
  ['big', 'with', (utf16: Buffer) => utf16.swap16()],
  ['little', 'without', (utf16: Buffer) => utf16.subarray(2)],
  ['big', 'without', (utf16: Buffer) => utf16.subarray(2).swap16()],
])('a schedule on standard input in UTF-16, %s-endian, %s a byte order mark, is known', async (_, __, bytes) => {
  const xml = readFileSync(`${ROOT}test/given/schedules/frab.xml`, 'utf8').replace(/^\uFEFF?<\?xml[^>]*>\s*/, '');
  const utf16 = bytes(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
  const { agenda, foreign } = await readAny(utf16, { file: '-', assumeTz: 'UTC' });
  expect([foreign, agenda?.days.length]).toEqual([true, 1]);
});
