import { IssueList, type Issues, type Span } from './issues.js';
import { type Reading, unread } from './read-result.js';

/**
 * How much of hostile input each reader takes. No conference comes near any of them; they bound time, memory and the length
 * of reports. `test/limits.test.ts` has for each the input that crosses it, and what is said then.
 */
export const LIMITS = {
  /** UTF-16 code units of an agenda in YAML; a larger one is refused. */
  agendaCharacters: 64_000_000,
  /** UTF-16 code units of a YAML text that is parsed without a line `timezone:` or `days:` in it. */
  unlikelyCharacters: 1_000_000,
  /** Errors of the YAML parser; a text with more is something else than YAML with slips in it, and is not repaired. */
  yamlErrors: 1000,
  /** Levels of lists and maps in YAML, far fewer than overflow the stack of its parser. */
  yamlLevels: 300,
  /** Values of a YAML text, each alias counted as what it stands for. */
  aliasValues: 1_000_000,
  /** UTF-16 code units that aliases bring to a YAML text. */
  aliasCharacters: 16_000_000,
  /** Levels of sessions in sessions of an agenda. Work on an agenda grows with their number squared. */
  agendaParts: 100,

  /** UTF-16 code units, of iCalendar bytes, of a file in another format; a larger one is refused. */
  importedSize: 16_000_000,
  /** Bytes of all that is read of an archive, such as a Word document, once it is unpacked. */
  unpackedSize: 32_000_000,
  /** Cells with something in them, and rows, of a sheet of a workbook. */
  sheetCells: 200_000,
  sheetRows: 50_000,
  /** Lines of a document: its paragraphs, and the lines within them. */
  documentLines: 100_000,
  /** Elements of a web page. */
  htmlElements: 200_000,
  /** Tags of the XML of a Word document. */
  wordTags: 400_000,
  /** Events or rows of a file in another format. */
  events: 20_000,
  /** Values of one event, day or schedule, such as its people. */
  values: 1000,
  /** Levels of sessions in sessions that a file in another format names by their parents. */
  importedParts: 20,

  /** Cells of a row of a table. */
  tableCells: 1000,
  /** UTF-16 code units of a date or time in a table. */
  tableTime: 100,

  /** Physical lines of a calendar. */
  calendarLines: 1_000_000,
  /** Lines of a calendar that are no iCalendar and are reported. */
  calendarErrors: 20,
  /** Components in components of a calendar, which needs three. */
  componentLevels: 20,
  /** Parameters of a property of more than `propertyCharacters`; the parser's work grows with their number squared. */
  propertyParameters: 100,
  /** UTF-16 code units of a property whose parameters are not counted. */
  propertyCharacters: 10_000,
  /** Recurrence rules of an event. */
  eventRules: 10,
  /** Occurrences of an event. */
  eventOccurrences: 1000,
  /** Days for which a recurrence rule is expanded. */
  seriesDays: 366,
  /** Days of an event of whole days, each of which is a session. */
  wholeDays: 31,
  /** Occurrences of all events of a calendar. */
  occurrences: 20_000,
  /** Observances of a VTIMEZONE, and dates of one observance. */
  observances: 200,
  /** Observances of a VTIMEZONE that recur; a zone has two at a time. */
  recurringObservances: 20,

  /** Issues of a schedule. */
  scheduleIssues: 1000,
  /** Tags of a schedule.xml. */
  xmlTags: 1_000_000,
  /** Entities of a schedule.xml that are reported. */
  xmlEntities: 20,
  /** Levels of elements in a schedule.xml. */
  xmlLevels: 100,
  /** Values of a schedule.json. */
  jsonValues: 1_000_000,
  /** Levels of lists and objects in a schedule.json. */
  jsonLevels: 100,
  /** Syntax errors of a schedule.json that are reported. */
  jsonErrors: 20,
  /** Languages of an event of a schedule; a field with more is one text that is no language. */
  eventLanguages: 50,
} as const;

/** A limit as a message has it: `a million`, `16 million`, `20,000`. */
export function limitText(limit: number): string {
  const millions = limit / 1_000_000;
  if (!Number.isInteger(millions) || millions === 0) return limit.toLocaleString('en');
  return millions === 1 ? 'a million' : `${millions} million`;
}

/** The reading of a file in another format that is refused for its size. */
export function tooLarge(text: string, format: string, unit: 'characters' | 'bytes' = 'characters'): Reading {
  const issues = new IssueList();
  const message = `this is larger than ${limitText(LIMITS.importedSize)} ${unit}, and was not read as ${format}`;
  issues.add('syntax', { span: [0, 0] }, message, 'one file is one conference');
  return unread(text.slice(0, 1000), issues);
}

/** Reports input past a limit at the first of what is ignored. */
export function tooMany(issues: Issues, whole: string, limit: number, what: string, span: Span): void {
  const message = `${whole} has more than ${limitText(limit)} ${what}: what follows is not read`;
  issues.add('syntax', { span }, message);
}

/** Thrown by a parser where there is no point in going on: why, and the offset in the text where it stopped. */
export class Stopped extends Error {
  readonly at: number;

  constructor(why: string, at: number) {
    super(why);
    this.at = at;
  }
}

/** Reports a text that a parser stopped in. */
export function stopped(issues: Issues, format: string, { message, at }: Pick<Stopped, 'message' | 'at'>): void {
  issues.add('syntax', { span: [at, at + 1] }, `this was read as ${format} up to here: ${message}`);
}
