import type { Writer } from './writer.js';

/** The formats, by name. A new one is a file with a `write` and an entry here. */
export const WRITERS = {
  ics: {
    name: 'ics',
    about: 'iCalendar (RFC 5545), for the calendars of phones and desks',
    extensions: ['.ics'],
    load: () => import('./ics.js'),
  },
  csv: {
    name: 'csv',
    about: 'a table for spreadsheets (RFC 4180), one row a session',
    extensions: ['.csv'],
    load: () => import('./csv.js'),
  },
  json: {
    name: 'json',
    about: 'the agenda with its rooms, people and sessions, for programs',
    extensions: ['.json'],
    load: () => import('./json.js'),
  },
} as const satisfies Record<string, Writer>;
export type WriterName = keyof typeof WRITERS;
