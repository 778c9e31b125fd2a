import { fileURLToPath } from 'node:url';
import type { Event } from '../agendas.js';
import { output, PYTHON } from '../programs.js';
import { type Client, eventLines } from './client.js';

const SCRIPT = fileURLToPath(new URL('icalendar.py', import.meta.url));

/** What becomes of `\\n` and `\\,` that are in a text. */
export const TWICE =
  'undoes escapes twice: where a text has a backslash before an n, a comma, a semicolon or a backslash, that backslash is lost';

/** The library of most Python programs that know calendars, khal and Plone among them. */
export const icalendar: Client = {
  name: 'python3-icalendar',
  install: 'apt-get install python3-icalendar',
  version: [PYTHON, '-c', 'import icalendar; print(icalendar.__version__)'],
  notes: [TWICE],
  read: (file, folder) => eventLines(output(PYTHON, ['-I', SCRIPT, file], folder)),
  limits: unescapedTwice,
};

/** Texts as icalendar 4 reads them, which undoes escapes twice. */
export function unescapedTwice(event: Event): Event {
  const again = (text: string) => text.replace(/\\[Nn]/g, '\n').replace(/\\([,;\\])/g, '$1');
  return { ...event, title: again(event.title), place: again(event.place) };
}
