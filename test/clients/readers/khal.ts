import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../agendas.js';
import { output } from '../programs.js';
import type { Client } from './client.js';
import { TWICE, unescapedTwice } from './icalendar.js';

const FORMATS = ['time', 'date', 'longdate', 'datetime', 'longdatetime'].map(name => {
  const parts = [...(name.includes('date') ? ['%Y-%m-%d'] : []), ...(name.includes('time') ? ['%H:%M'] : [])];
  return `${name}format = ${parts.join(' ')}`;
});
const FIELD = '\u001f';
const EVENT = '\u001e';

/** A calendar for the terminal, its store a folder of files (vdir). */
export const khal: Client = {
  name: 'khal',
  install: 'apt-get install khal',
  version: ['khal', '--version'],
  notes: ['gives an event without end one hour', TWICE],
  read: (file, folder) => {
    importTo(folder, file);
    return listed(folder);
  },
  limits: event => unescapedTwice({ ...event, end: event.end ?? event.start + 3600 }),
};

/** Imports a calendar file into the store in a folder, which is made if there is none. */
export function importTo(folder: string, file: string): void {
  const config = `[calendars]
[[calendar]]
path = ${vdir(folder)}
[locale]
local_timezone = UTC
default_timezone = UTC
${FORMATS.join('\n')}
[sqlite]
path = ${join(folder, 'khal.db')}
`;
  mkdirSync(vdir(folder), { recursive: true });
  writeFileSync(join(folder, 'khal.conf'), config);
  output('khal', ['-c', 'khal.conf', 'import', '--batch', '-a', 'calendar', file], folder);
}

/** What `khal list` shows of the store in a folder, for 2018. */
export function listed(folder: string): Event[] {
  const fields = ['start-long-full', 'end-long-full', 'title', 'location', 'status']
    .map(name => `{${name}}`)
    .join(FIELD);
  const format = `${FIELD}${fields}${EVENT}`;
  const args = ['-c', 'khal.conf', 'list', '--once', '-df', '', '-f', format, '2018-01-01', '2019-01-01'];
  const parts = output('khal', args, folder).split(EVENT).slice(0, -1);
  return parts.map(part => {
    const [, start = '', end = '', title = '', place = '', status = ''] = part.split(FIELD);
    return { start: seconds(start), end: seconds(end), title, place, status: status.trim().toLowerCase() };
  });
}

/** The calendar objects in the store in a folder. */
export function stored(folder: string): string[] {
  return readdirSync(vdir(folder)).map(name => readFileSync(join(vdir(folder), name), 'utf8'));
}

function vdir(folder: string): string {
  return join(folder, 'calendar');
}

function seconds(clock: string): number {
  return Date.parse(`${clock.replace(' ', 'T')}:00Z`) / 1000;
}
