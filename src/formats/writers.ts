import type { Writer } from './writer.js';

/** The formats, by name. A new one is a file with a `write` and an entry here. */
export const WRITERS = {
  ics: {
    name: 'ics',
    about: 'iCalendar (RFC 5545), for the calendars of phones and desks',
    extensions: ['.ics'],
    options: ['alarm', 'tzid'],
    load: () => import('./ics/write.js'),
  },
  csv: {
    name: 'csv',
    about: 'a table for spreadsheets (RFC 4180), one row a session',
    extensions: ['.csv'],
    options: ['bom', 'delimiter', 'people'],
    load: () => import('./csv/write.js'),
  },
  json: {
    name: 'json',
    about: 'the agenda with its rooms, people and sessions, for programs',
    extensions: ['.json'],
    load: () => import('./json/write.js'),
  },
  yaml: {
    name: 'yaml',
    about: 'an agenda in the format of idm, written canonically',
    extensions: ['.yaml', '.yml'],
    load: () => import('./agenda/write.js'),
  },
  markdown: {
    name: 'markdown',
    about: 'Markdown (GFM), to paste into a page',
    extensions: ['.md', '.markdown'],
    load: () => import('./markdown/write.js'),
  },
  'schedule-xml': {
    name: 'schedule-xml',
    about: 'schedule.xml (frab, pretalx), for the apps of conferences',
    extensions: ['.xml'],
    load: () => import('./schedule/write-xml.js'),
  },
  'schedule-json': {
    name: 'schedule-json',
    about: 'schedule.json (frab, pretalx), for the apps of conferences',
    extensions: [],
    load: () => import('./schedule/write-json.js'),
  },
} as const satisfies Record<string, Writer>;
export type WriterName = keyof typeof WRITERS;
