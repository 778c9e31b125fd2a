import { looksLikeTable } from './csv/sniff.js';
import type { Format, ReadOptions } from './format.js';
import { wide } from './source/decode.js';
import type { Reading } from './source/read-result.js';

/** The formats that are read, by name. A new reader is one more file and one more entry. */
export const READERS = {
  yaml: {
    about: 'an agenda in the format of idm',
    extensions: ['.yaml', '.yml'],
    // YAML has JSON in it, and so an agenda may be written.
    sniff: head => head.startsWith('{') && /"timezone"\s*:/.test(head) && !/"schedule"\s*:/.test(head),
    load: () => import('./agenda/read.js'),
  },
  'schedule-xml': {
    about: 'a schedule.xml of frab, pretalx, wafer or Pentabarf',
    extensions: ['.xml'],
    sniff: head => head.startsWith('<') && /<schedule[\s>]/.test(head),
    load: () => import('./schedule/read-xml.js'),
  },
  'schedule-json': {
    about: 'a schedule.json of frab, pretalx or the c3voc',
    extensions: ['.json'],
    sniff: head => head.startsWith('{') && /"schedule"\s*:\s*\{/.test(head),
    load: () => import('./schedule/read-json.js'),
  },
  ics: {
    about: 'a calendar (iCalendar)',
    extensions: ['.ics', '.ical'],
    sniff: head => /^BEGIN:V(?:CALENDAR|EVENT)\s/i.test(head),
    load: () => import('./ics/read.js'),
  },
  csv: {
    about: 'a table with a row for each session',
    extensions: ['.csv', '.tsv'],
    sniff: looksLikeTable,
    load: () => import('./csv/read.js'),
  },
} as const satisfies Record<string, Format>;
export type ReaderName = keyof typeof READERS;

/** Reads an agenda in any format: the one that is named, else what its content shows, else its extension, else idm's own. */
export async function readAny(
  input: string | Uint8Array,
  options: ReadOptions = {},
  from?: ReaderName,
): Promise<Reading> {
  const format: Format = READERS[from ?? formatOf(input, options.file)];
  return (await format.load()).read(input, options);
}

/** How much of a text is looked at, in bytes. */
const HEAD = 4096;

function formatOf(input: string | Uint8Array, file = ''): ReaderName {
  const bytes = typeof input === 'string' ? Buffer.from(input.slice(0, HEAD)) : input.subarray(0, HEAD);
  const head = new TextDecoder(wide(bytes)).decode(bytes).trimStart();
  const formats = Object.entries<Format>(READERS);
  const shown = formats.find(([, format]) => format.sniff(head));
  const named = formats.find(([, { extensions }]) =>
    extensions.some(extension => file.toLowerCase().endsWith(extension)),
  );
  return ((shown ?? named)?.[0] ?? 'yaml') as ReaderName;
}
