import { fileURLToPath } from 'node:url';
import type { Event } from '../agendas.js';
import { output, PYTHON } from '../programs.js';
import { type Client, eventLines } from './client.js';

const SCRIPT = fileURLToPath(new URL('libical.py', import.meta.url));

/** What becomes of a blank at the end of a text. */
export const TRIMMED = 'leaves out blanks at the end of a text';

/** The library of GNOME's, KDE's and Cyrus' calendars, by its GObject bindings. */
export const libical: Client = {
  name: 'libical',
  install: 'apt-get install gir1.2-ical-3.0 python3-gi',
  version: [
    PYTHON,
    '-c',
    `import gi, subprocess
gi.require_version('ICalGLib', '3.0')
print(subprocess.check_output(['dpkg-query', '--show', '--showformat=\${Version}', 'gir1.2-ical-3.0'], text=True))`,
  ],
  notes: [TRIMMED],
  read: (file, folder) => eventLines(output(PYTHON, ['-I', SCRIPT, file], folder)),
  limits: trimmed,
};

/** Texts as libical reads them. */
export function trimmed(event: Event): Event {
  return { ...event, title: event.title.trimEnd(), place: event.place.trimEnd() };
}
