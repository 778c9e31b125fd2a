import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { write } from './agendas.js';
import { inFolder, output, run, withProgram } from './programs.js';
import { calcurse } from './readers/calcurse.js';
import type { Client } from './readers/client.js';
import { icalJs } from './readers/ical-js.js';
import { importTo, khal } from './readers/khal.js';
import { radicale, serving } from './readers/radicale.js';

/** Sessions without a clock: two on a day when clocks change, and one on the day after. */
const AGENDA = `id: half-days
title: Half days
language: en
timezone: America/New_York
rooms:
  a: {name: Room A, url: "https://meet.example/a?x=1,2"}
days:
  - date: 2018-03-11
    sessions:
      - {id: visit, time: afternoon, title: Visit, room: a, links: [{title: Map, url: "https://example.org/map"}]}
      - {id: dinner, time: evening, title: Dinner}
  - date: 2018-03-12
    sessions:
      - {id: closing, time: tbc, title: Closing}
`;
const EXPECTED = ['2018-03-11 Dinner', '2018-03-11 Visit', '2018-03-12 Closing'];

/** The days and titles of the events of a calendar that are whole days, as ical.js reads it. */
function wholeDays(calendar: string): readonly string[] {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map(event => {
    const start = event.getFirstPropertyValue('dtstart');
    const day = start instanceof ICAL.Time && start.isDate ? start.toString() : 'at a clock';
    return `${day} ${event.getFirstPropertyValue('summary')}`;
  });
}

/** What each client shows of a calendar file: a day and a title for each event of a whole day. */
const SHOWN: readonly (readonly [
  Client,
  (file: string, folder: string) => readonly string[] | Promise<readonly string[]>,
])[] = [
  [icalJs, file => wholeDays(readFileSync(file, 'utf8'))],
  [
    khal,
    (file, folder) => {
      importTo(folder, file);
      const args = ['-c', 'khal.conf', 'list', '-df', '', '-f', '{start-date-full}{end-date-full} {start-time}{title}'];
      const lines = output('khal', [...args, '2018-03-10', '5d'], folder).split('\n');
      // The first day, and the same day again: it ends on it.
      return lines.flatMap(line => (line.trim() === '' ? [] : line.replace(/^(\S{10})\1/, '$1')));
    },
  ],
  [
    calcurse,
    (file, folder) => {
      run('calcurse', ['-q', '-D', folder, '-C', folder, '-i', file], folder);
      const lines = readFileSync(join(folder, 'apts'), 'utf8').split('\n').slice(0, -1);
      return lines.map(line => line.replace(/^(\d\d)\/(\d\d)\/(\d{4}) \[1\] ?(?:>\S+)? /, '$3-$1-$2 '));
    },
  ],
  [
    radicale,
    (file, folder) =>
      serving(folder, async calendar => {
        await calendar.put('', readFileSync(file, 'utf8'));
        return wholeDays(await calendar.get());
      }),
  ],
];

for (const [client, shown] of SHOWN)
  withProgram(client, () => {
    test.each(['--ics', '--ics --tzid', '--ics --tzid --alarm 10m'])(
      'shows what has no clock on its day, and at no time: %s',
      async form => {
        await inFolder(async folder => {
          const [agenda, file] = [join(folder, 'agenda.yaml'), join(folder, 'agenda.ics')];
          writeFileSync(agenda, AGENDA);
          await write(agenda, form.split(' '), file);
          expect([...(await shown(file, folder))].sort()).toEqual(EXPECTED);
        });
      },
    );
  });
