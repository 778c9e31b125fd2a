import { list, quote } from '../text/quote.js';

/** What a file is that no reader reads, and what its owner can do instead. */
export interface Recognized {
  /** `this is a web page: idm does not read it`. */
  readonly message: string;
  readonly hint: string;
  /** The reader that reads it after all, where one does. */
  readonly reader?: 'document' | 'sheet';
}

/** The ways out that several kinds of files have. */
const AS_WORD = 'open it in Word or LibreOffice, save it as a Word document (.docx), and name that';
const AS_WORKBOOK = 'open it in Excel or LibreOffice, save it as a workbook (.xlsx), and name that';
const AS_COPY = 'copy its text into a Word document (.docx) or a text file, and name that';
const AS_CSV = 'save its table as CSV in UTF-8, one row for each session';
const EXPORTED = 'export it as a Word document (.docx) or a workbook (.xlsx), and name that';
const UNLOCK = 'open it in the program that wrote it, and save it without the password';
const UNPACK = 'unpack it, and name the file inside';
const AS_TEXT = 'write it as an agenda, which idm init shows, or as a table, saved as CSV in UTF-8';

function unread(what: string, hint: string): Recognized {
  return { message: `this is ${what}: idm does not read it`, hint };
}

/** Files by how they begin, as Latin 1. */
const SIGNATURES: readonly (readonly [begins: string, what: string, hint: string])[] = [
  ['%PDF-', 'a PDF', AS_COPY],
  ['{\\rtf', 'a rich text document (.rtf)', AS_WORD],
  ['\x89PNG', 'an image', AS_TEXT],
  ['\xff\xd8\xff', 'an image', AS_TEXT],
  ['GIF8', 'an image', AS_TEXT],
  ['\x1f\x8b', 'a gzip archive', UNPACK],
  ['BZh', 'a bzip2 archive', UNPACK],
  ['\xfd7zXZ', 'an xz archive', UNPACK],
  ['7z\xbc\xaf', 'a 7z archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['SQLite format 3\0', 'a database (SQLite)', AS_CSV],
];

/** What a ZIP archive is by the name of a file in it, or by the type that its first file gives (OpenDocument 1.3, part 2 §3.3). */
const ZIPPED: readonly (readonly [contains: string, what: string, hint: string, reader?: 'document' | 'sheet'])[] = [
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    'an OpenDocument spreadsheet (.ods)',
    AS_WORKBOOK,
    'sheet',
  ],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'an OpenDocument presentation (.odp)', AS_COPY],
  ['mimetypeapplication/vnd.oasis.opendocument.', 'an OpenDocument text (.odt)', AS_WORD],
  ['mimetypeapplication/epub', 'an EPUB book', AS_COPY],
  ['word/document', 'a Word document (.docx)', AS_WORD, 'document'],
  ['xl/workbook', 'an Excel workbook (.xlsx)', AS_WORKBOOK, 'sheet'],
  ['ppt/presentation', 'a PowerPoint presentation (.pptx)', AS_COPY],
  ['Index/Document.iwa', 'a document of Pages, Numbers or Keynote', EXPORTED],
];

/** The streams of the compound files that Office wrote before 2007, and around what it encrypts; their names are in UTF-16. */
const COMPOUND: typeof ZIPPED = [
  ['E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'a document with a password', UNLOCK],
  ['W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'a Word document (.doc)', AS_WORD],
  ['W\0o\0r\0k\0b\0o\0o\0k\0', 'an Excel workbook (.xls)', AS_WORKBOOK],
  ['P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0', 'a PowerPoint presentation (.ppt)', AS_COPY],
  ['_\0_\0s\0u\0b\0s\0t\0g\0', 'a message of Outlook (.msg)', 'save its attachment, and name that file'],
];

/** Recognizes a file that is not text by its first bytes (its signature), and an archive by the names in it. */
export function recognizeBytes(bytes: Uint8Array): Recognized | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.subarray(0, 16).toString('latin1');
  const within = (names: typeof ZIPPED, what: string, otherwise: string) => {
    const [, known = what, hint = otherwise, reader] = names.find(([name]) => whole.includes(name, 0, 'latin1')) ?? [];
    return { ...unread(known, hint), ...(reader && { reader }) };
  };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return within(ZIPPED, 'a ZIP archive', UNPACK);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return within(COMPOUND, 'a document of Microsoft Office', AS_WORD);
  const [, what, hint] = SIGNATURES.find(([begins]) => head.startsWith(begins)) ?? [];
  return what === undefined || hint === undefined ? undefined : unread(what, hint);
}

/** UTF-16 code units of a text in which shapes are looked for. */
const LOOKED_AT = 200_000;

/** Recognizes XML and JSON that no reader reads, and a web page; undefined for anything else, also for what cannot be parsed. */
export function recognizeMarkup(text: string): Recognized | undefined {
  const head = text.trimStart();
  if (head.startsWith('<')) return recognizeXml(head.slice(0, LOOKED_AT));
  if (!/^[[{]/.test(head)) return undefined;
  try {
    return recognizeJson(JSON.parse(head));
  } catch {
    return undefined;
  }
}

/** The elements that a page, or a piece of one, begins with. */
const PAGE =
  /^(?:html|head|body|title|meta|main|article|section|header|nav|div|span|table|tbody|tr|ul|ol|p|h[1-6]|a|img|script|style|center|font|b|br)$/i;

/** XML of other programs, by the root element. */
const ROOTS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  rss: ['a feed of news (RSS)', 'name a calendar (.ics) or a schedule.xml instead'],
  feed: ['a feed of news (Atom)', 'name a calendar (.ics) or a schedule.xml instead'],
  icalendar: ['a calendar in XML (xCal)', 'export it as iCalendar (.ics)'],
  'office:document': ['an OpenDocument document in one XML file', AS_WORD],
  Workbook: ['an Excel workbook in XML', AS_WORKBOOK],
  'w:document': ['a part of a Word document', AS_WORD],
  svg: ['an image (SVG)', AS_TEXT],
  plist: ['a property list of Apple', AS_TEXT],
};

function recognizeXml(head: string): Recognized | undefined {
  if (/^<!doctype\s+html/i.test(head)) return webPage();
  const root = rootOf(head);
  if (root === undefined) return undefined;
  if (PAGE.test(root)) return webPage();
  const [what, hint] = Object.hasOwn(ROOTS, root) ? (ROOTS[root] ?? []) : [];
  return what === undefined || hint === undefined ? undefined : unread(what, hint);
}

function webPage(): Recognized {
  const hint =
    'look on the page for a link to a calendar (.ics) or a schedule.xml, or copy its table into a spreadsheet';
  return { ...unread('a web page', `${hint} and save that as CSV in UTF-8`), reader: 'document' };
}

/** The name of the first element, behind declarations, comments and processing instructions. */
function rootOf(head: string): string | undefined {
  let at = 0;
  while (head.startsWith('<!', at) || head.startsWith('<?', at)) {
    const end = head.startsWith('<!--', at) ? '-->' : '>';
    const next = head.indexOf('<', head.indexOf(end, at) + end.length);
    if (next <= at) return undefined;
    at = next;
  }
  return /^<([\w:.-]+)/.exec(head.slice(at, at + 100))?.[1];
}

type Fields = Readonly<Record<string, unknown>>;

/** A JSON value of another program: whose it is, and how to get from there a file that idm reads. */
interface Shape {
  readonly what: string;
  readonly hint: string;
  /** True for the top-level value, or for the first object of a top-level list. */
  readonly is: (top: Fields, isList: boolean) => boolean;
}

const ICS = 'export it as iCalendar (.ics)';

/** In the order in which they are tried. */
const SHAPES: readonly Shape[] = [
  {
    what: 'what idm export --json writes, for programs',
    hint: 'name the agenda that it was made of',
    is: top => has(top, 'agenda', 'rooms', 'people', 'sessions'),
  },
  {
    what: 'JSON of Indico',
    hint: `${ICS}, with its contributions`,
    is: top => /^(?:HTTPAPIResult|Conference|Contribution|Session|Event)$/.test(String(top._type)),
  },
  {
    what: 'JSON of Sessionize',
    hint: `in Sessionize, export the sessions to Excel, and name that workbook`,
    is: (top, isList) =>
      has(top, 'sessions', 'speakers', 'categories') ||
      (isList && (has(top, 'groupName', 'sessions') || has(top, 'rooms', 'timeSlots'))) ||
      has(top, 'isServiceSession'),
  },
  {
    what: 'JSON of pretalx, as its API gives it',
    hint: 'name the schedule.json of the conference: its address ends with /schedule/export/schedule.json',
    is: top => {
      const talk = records(top.results)[0] ?? top;
      return has(talk, 'code') && ['submission_type', 'slot', 'slots'].some(name => has(talk, name));
    },
  },
  {
    what: 'the programme of EuroPython',
    hint: `export it as iCalendar (.ics), or as a table, saved as CSV in UTF-8`,
    is: top => {
      const days = isRecord(top.days) ? Object.values(top.days) : [];
      // As its days, or as its sessions by their codes.
      const [first] = Object.values(top);
      return (
        days.some(day => isRecord(day) && has(day, 'events')) ||
        (isRecord(first) && has(first, 'code', 'session_type', 'speakers'))
      );
    },
  },
  {
    what: 'JSON of open-event (eventyay)',
    hint: `${ICS}, or as a schedule.xml (there called Pentabarf)`,
    is: top =>
      has(top, 'name', 'timezone') ||
      has(top, 'starts-at') ||
      has(top, 'starts_at') ||
      records(top.data).some(one => isRecord(one.attributes) && has(one.attributes, 'starts-at')),
  },
  {
    what: 'a calendar in JSON (jCal)',
    hint: ICS,
    is: (top, isList) => isList && top['0'] === 'vcalendar',
  },
  {
    what: 'JSON of Google Calendar',
    hint: ICS,
    is: top => top.kind === 'calendar#events',
  },
  {
    what: 'JSON for search engines (schema.org)',
    hint: 'name a calendar (.ics) or a schedule.xml instead',
    is: top => /schema\.org/.test(JSON.stringify(top['@context'] ?? '')),
  },
];

function recognizeJson(top: unknown): Recognized | undefined {
  const isList = Array.isArray(top);
  // Of a list of texts, as jCal begins, the texts by their index.
  const first: unknown = isList ? (isRecord(top[0]) ? top[0] : { ...top.slice(0, 3) }) : top;
  if (!isRecord(first)) return undefined;
  const isOurs =
    !isList &&
    (has(first, 'title', 'timezone') ||
      (has(first, 'days') && (has(first, 'id') || has(first, 'title')) && !isRecord(first.days)));
  if (isOurs || (!isList && isRecord(first.schedule) && has(first.schedule, 'conference'))) return undefined;
  const known = SHAPES.find(({ is }) => is(first, isList));
  if (known !== undefined) return unread(known.what, known.hint);
  const names = Object.keys(first).slice(0, 6);
  const shape =
    isList && !isRecord(top[0]) ? 'a list' : `${isList ? 'a list of objects' : 'an object'} with ${list(names, quote)}`;
  return {
    message: `this is JSON of a shape that idm does not know (${shape}), neither a schedule.json nor an agenda`,
    hint: 'idm formats lists what is read',
  };
}

function has(fields: Fields, ...names: readonly string[]): boolean {
  return names.every(name => Object.hasOwn(fields, name));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function records(value: unknown): readonly Fields[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter(isRecord);
}

/** The fields of an agenda of idm that others seldom have at the beginning of a line. */
const OWN = /^["']?(?:timezone|language|rooms|people|days|lint|id)["']?\s*:/gm;

/** The fields of programmes in YAML that sites are built of: a day with slots or tracks, a session with a start of its own. */
const SITE =
  /^[ \t{-]*["']?(?:time_?slots?|slots|talks|start_?time|end_?time|session_?ids?|time_start|starts?_at|speaker_?ids?|date_?readable)["']?\s*:/im;

/** The headers that e-mails begin with (RFC 5322 §3.6), and those that mail programs show of them and people copy. */
const HEADER =
  /^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|From|To|Subject|Date|X-[\w-]+): ?\S/i;
const SHOWN_HEADER = /^(?:From|To|Subject|Date): /i;

/**
 * Recognizes a text that is read as YAML where nothing shows what it is: an e-mail, YAML of another program, plain text.
 * `isAgenda` is true for one that the reader made an agenda of. Undefined for a text that an author of an agenda may have
 * written.
 */
export function recognizeText(text: string, isAgenda: boolean): Recognized | undefined {
  const head = text.slice(0, LOOKED_AT);
  // A comment of YAML may be a heading of Markdown.
  const lines = head.split(/\r\n?|\n/).filter(line => /^\s*[^#\s]/.test(line));
  const ours = new Set(Array.from(head.matchAll(OWN), ([name]) => name)).size;
  if (ours >= 2 || /^timezone\s*:/m.test(head)) return undefined;
  if (SITE.test(head) && !/^[ \t]*sessions[ \t]*:/m.test(head)) {
    const what = 'YAML of another program, such as the data of a web site';
    return unread(what, 'write it as an agenda, which idm init shows, or name a calendar (.ics) of the same programme');
  }
  if (isAgenda || ours > 0 || lines.length === 0) return undefined;
  const headers = lines.slice(0, 8).filter(line => HEADER.test(line));
  const isCopied = headers.every(line => SHOWN_HEADER.test(line));
  if (headers.length >= 3 && isCopied) return { ...unread('plain text', AS_TEXT), reader: 'document' };
  if (headers.length >= 3)
    return unread(
      'an e-mail',
      'save its attachment, such as a calendar (.ics), and name that file; the text itself is not read',
    );
  // A line of YAML is a field, an item, or more of the one before it.
  const fields = lines.filter(line => /^\s*(?:- |-$|[\w"'-]+\s*:(?:\s|$)|---|\.\.\.|\{|\[)/.test(line)).length;
  return fields * 2 < lines.length ? { ...unread('plain text', AS_TEXT), reader: 'document' } : undefined;
}
