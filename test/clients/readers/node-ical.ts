import { fileURLToPath } from 'node:url';
import { output } from '../programs.js';
import { type Client, eventLines } from './client.js';

const PACKAGE = fileURLToPath(new URL('../../../.ci/tools/node_modules/node-ical/package.json', import.meta.url));
const SCRIPT = fileURLToPath(new URL('node-ical.mjs', import.meta.url));

/** The library of Home Assistant's, MagicMirror's and other programs in JavaScript. */
export const nodeIcal: Client = {
  name: 'node-ical',
  install: 'npm ci --prefix .ci/tools',
  version: [process.execPath, '-p', `require(${JSON.stringify(PACKAGE)}).version`],
  notes: [
    'gives an event without end no length',
    'where a text has a backslash before an n, that n becomes a line break',
  ],
  read: (file, folder) => eventLines(output(process.execPath, [SCRIPT, file], folder)),
  limits: event => {
    const broken = (text: string) => text.replace(/\\[nN]/g, '\\\n');
    return { ...event, end: event.end ?? event.start, title: broken(event.title), place: broken(event.place) };
  },
};
