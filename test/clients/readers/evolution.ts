import { fileURLToPath } from 'node:url';
import { output, PYTHON } from '../programs.js';
import { type Client, eventLines } from './client.js';
import { TRIMMED, trimmed } from './libical.js';

const SCRIPT = fileURLToPath(new URL('evolution.py', import.meta.url));

/** What Evolution and GNOME Calendar show: the instances of events, as their server expands them. */
export const evolution: Client = {
  name: 'evolution-data-server',
  install: 'apt-get install gir1.2-ecal-2.0 python3-gi',
  version: [
    PYTHON,
    '-c',
    `import gi
gi.require_version('ECal', '2.0')
gi.require_version('EDataServer', '1.2')
from gi.repository import ECal, EDataServer as E
print(E.EDS_MAJOR_VERSION, E.EDS_MINOR_VERSION, E.EDS_MICRO_VERSION, sep='.')`,
  ],
  notes: ['gives an event without end no length', TRIMMED],
  read: (file, folder) => eventLines(output(PYTHON, ['-I', SCRIPT, file], folder)),
  limits: event => trimmed({ ...event, end: event.end ?? event.start }),
};
