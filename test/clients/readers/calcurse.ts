import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../agendas.js';
import { run } from '../programs.js';
import type { Client } from './client.js';

const CLOCK = String.raw`(\d\d)/(\d\d)/(\d{4}) @ (\d\d:\d\d)`;
const UNKNOWN = 'unknown';
/** A line of the file `apts`: start, end, the note if there is one, and the title. */
const APPOINTMENT = new RegExp(`^${CLOCK} -> ${CLOCK}(?:>([0-9a-f]+))? ?[|!](.*)$`);
/** What follows the description in a note; further lines of the place are indented. */
const PLACE = /(?:^|\n)-- \nLocation: ((?:.*)(?:\n {4}.*)*)/;

/** A calendar for the terminal, its store one line an event, and notes. */
export const calcurse: Client = {
  name: 'calcurse',
  install: 'apt-get install calcurse',
  version: ['calcurse', '--version'],
  notes: ['has the place in the note of an event', 'gives an event without end no length', 'knows no status'],
  read: (file, folder) => {
    const { code, err } = run('calcurse', ['-q', '-D', folder, '-C', folder, '-i', file], folder);
    // 1 when some event was refused: whoever counts them sees that.
    if (code !== 0 && code !== 1) throw new Error(`calcurse: exit ${code}\n${err}`);
    const lines = readFileSync(join(folder, 'apts'), 'utf8').split('\n').slice(0, -1);
    return lines.map(line => appointment(line, folder));
  },
  limits: event => ({ ...event, end: event.end ?? event.start, status: UNKNOWN }),
};

function appointment(line: string, folder: string): Event {
  const [match, ...fields] = APPOINTMENT.exec(line) ?? [];
  if (match === undefined) throw new Error(`calcurse wrote ${JSON.stringify(line)}`);
  const [note, title = ''] = fields.slice(8);
  const text = note === undefined ? '' : readFileSync(join(folder, 'notes', note), 'utf8').replace(/\n$/, '');
  const place = PLACE.exec(text)?.[1]?.replaceAll('\n    ', '\n') ?? '';
  return { start: seconds(fields.slice(0, 4)), end: seconds(fields.slice(4, 8)), title, place, status: UNKNOWN };
}

function seconds([month, day, year, clock]: readonly string[]): number {
  return Date.parse(`${year}-${month}-${day}T${clock}:00Z`) / 1000;
}
