import { expect, test } from 'vitest';
import { readAny } from '../../src/readers/index.js';

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
