import { looksLikeTable } from './csv/sniff.js';
import type { Format } from './format.js';

/** Every format by its name, in the order of lists and help. */
export const FORMATS = {
  yaml: {
    about: 'an agenda in the format of idm',
    extensions: ['.yaml', '.yml'],
    // YAML has JSON in it, and so an agenda may be written.
    sniff: head => head.startsWith('{') && /"timezone"\s*:/.test(head) && !/"schedule"\s*:/.test(head),
    read: () => import('./agenda/read.js'),
    write: () => import('./agenda/write.js'),
  },
  ics: {
    about: 'iCalendar (RFC 5545), for the calendars of phones and desks',
    extensions: ['.ics', '.ical'],
    sniff: head => /^BEGIN:V(?:CALENDAR|EVENT)\s/i.test(head),
    read: () => import('./ics/read.js'),
    write: () => import('./ics/write.js'),
    options: ['alarm', 'tzid'],
  },
  csv: {
    about: 'a table (RFC 4180), for spreadsheets: one row a session',
    extensions: ['.csv', '.tsv'],
    implied: { '.tsv': { delimiter: '\t' } },
    sniff: looksLikeTable,
    read: () => import('./csv/read.js'),
    write: () => import('./csv/write.js'),
    options: ['bom', 'delimiter', 'people'],
  },
  json: {
    about: 'the agenda with its rooms, people and sessions, for programs',
    extensions: ['.json'],
    write: () => import('./json/write.js'),
    inEveryLanguage: true,
  },
  markdown: {
    about: 'Markdown (GFM), to paste into a page',
    extensions: ['.md', '.markdown'],
    write: () => import('./markdown/write.js'),
  },
  html: {
    about: 'a page (HTML) that needs nothing but itself, in all languages of the agenda',
    extensions: ['.html', '.htm'],
    write: () => import('./html/write.js'),
    options: ['print'],
  },
  docx: {
    about: 'a document of Word (Office Open XML), to circulate and to edit',
    extensions: ['.docx'],
    write: () => import('./docx/write.js'),
    isBinary: true,
    inEveryLanguage: true,
  },
  'schedule-xml': {
    about: 'schedule.xml (frab, pretalx, wafer, Pentabarf), for conference apps',
    extensions: ['.xml'],
    // The first element, behind declarations, comments and processing instructions.
    sniff: head => /^(?:<(?:\?[^>]*|!--(?:(?!-->)[\s\S])*--|!(?!--)[^>]*)>\s*)*<schedule[\s>]/.test(head),
    read: () => import('./schedule/xml/read.js'),
    write: () => import('./schedule/xml/write.js'),
  },
  'schedule-json': {
    about: 'schedule.json (frab, pretalx, c3voc), for conference apps',
    extensions: ['.json'],
    sniff: head => head.startsWith('{') && /"schedule"\s*:\s*\{/.test(head),
    read: () => import('./schedule/json/read.js'),
    write: () => import('./schedule/json/write.js'),
  },
  document: {
    about: 'a document with an agenda: Word (.docx), a web page, Markdown or plain text',
    extensions: ['.docx', '.html', '.htm', '.txt', '.text', '.md', '.markdown'],
    sniff: () => false,
    read: () => import('./document/read.js'),
  },
  sheet: {
    about: 'a sheet of a workbook of Excel (.xlsx) or OpenDocument (.ods)',
    extensions: ['.xlsx', '.ods'],
    sniff: () => false,
    read: () => import('./sheet/read.js'),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
/** The formats that have a door. */
type With<Door extends 'read' | 'write'> = {
  [Name in FormatName]: (typeof FORMATS)[Name] extends Readonly<Record<Door, unknown>> ? Name : never;
}[FormatName];
export type ReaderName = With<'read'>;
export type WriterName = With<'write'>;

/** The names of the formats that are read, in the order of the list. */
export const READER_NAMES = named('read');
/** The names of the formats that are written, in the order of the list. */
export const WRITER_NAMES = named('write');

function named<Door extends 'read' | 'write'>(door: Door): readonly With<Door>[] {
  return (Object.keys(FORMATS) as FormatName[]).filter((name): name is With<Door> => door in FORMATS[name]);
}

/** The first format with a door and an extension, which is in lower case and has its dot. */
export function formatByExtension<Door extends 'read' | 'write'>(
  door: Door,
  extension: string,
): With<Door> | undefined {
  return named(door).find(name => (FORMATS[name] as Format).extensions.includes(extension));
}
