import { nearest } from '../text/nearest.js';

/** What writers are told by options; each reads those it has. */
export interface WriterOptions {
  /** False leaves out the sessions that have parts. */
  readonly parents?: boolean;
  /** Seconds since 1970 (SOURCE_DATE_EPOCH): the time stamp of an agenda that does not say when it was updated. */
  readonly sourceDate?: number;
  /** How long before a session a calendar rings, as a duration (RFC 5545 §3.3.6): `PT10M`. */
  readonly alarm?: string;
  /** True for times in the agenda's zone instead of UTC. */
  readonly tzid?: boolean;
  /** True for a byte order mark. */
  readonly bom?: boolean;
  /** True for all languages of the agenda: `--lang all`. */
  readonly everyLanguage?: boolean;
  /** One character between the cells of a table. */
  readonly delimiter?: string;
  /** True for a table of people instead of sessions. */
  readonly people?: boolean;
  /** A page for paper: signs for the doors of rooms, or a booklet. */
  readonly print?: PrintKind;
}

/** What `--print` makes. */
export const PRINT_KINDS = ['signs', 'booklet'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/** Why a value of an option was refused. */
export interface InvalidOption {
  /** What the option takes. */
  readonly takes: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** An option that belongs to some formats only. */
export interface WriterOption {
  /** As commander declares it: `--alarm <time>`. */
  readonly flags: string;
  readonly about: string;
  /** What a writer is told. A flag is typed as the empty string. */
  read(typed: string): WriterOptions | InvalidOption;
}

/** The options of single formats, by name; a format lists the names of its own. */
export const OPTIONS = {
  alarm: {
    flags: '--alarm <time>',
    about: 'remind before each session that is not a break or cancelled: 10m, 1h, 1d',
    read: alarm,
  },
  tzid: {
    flags: '--tzid',
    about: 'local times with the rules of their zone (TZID, VTIMEZONE) instead of UTC',
    read: () => ({ tzid: true }),
  },
  bom: {
    flags: '--bom',
    about: 'begin with a byte order mark, so that Excel reads UTF-8',
    read: () => ({ bom: true }),
  },
  delimiter: {
    flags: '--delimiter <char>',
    about: 'cell delimiter: one character, or tab (default ","; tab for a .tsv file)',
    read: delimiter,
  },
  people: {
    flags: '--people',
    about: 'one row for each moderator and speaker, not for each session',
    read: () => ({ people: true }),
  },
  print: {
    flags: '--print <what>',
    about: 'for paper, in one language: signs (a page for each room and day) or booklet (A5)',
    read: print,
  },
} as const satisfies Record<string, WriterOption>;
export type OptionName = keyof typeof OPTIONS;

export function isInvalid(read: WriterOptions | InvalidOption): read is InvalidOption {
  return 'takes' in read;
}

const UNITS: Readonly<Record<string, (n: number) => string>> = {
  m: n => `PT${n}M`,
  h: n => `PT${n}H`,
  d: n => `P${n}D`,
};

/** `10m` as the duration `PT10M` (RFC 5545 §3.3.6); `1d` is a day of the calendar, whatever hours it has. */
function alarm(typed: string): WriterOptions | InvalidOption {
  const [, number = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(typed) ?? [];
  const duration = UNITS[unit]?.(Number(number));
  if (duration !== undefined) return { alarm: duration };
  const [, count, letter] = /^-?(\d{1,4})\s*([mhd])?[a-z]*$/i.exec(typed.trim()) ?? [];
  const meant = count === undefined ? {} : { meant: `${Number(count)}${letter?.toLowerCase() ?? 'm'}` };
  return { takes: 'minutes, hours or days before a session: 10m, 1h or 1d', ...meant };
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
]);

/** One character, or `tab`. No quote and no line break: these are taken (RFC 4180 §2). */
function delimiter(typed: string): WriterOptions | InvalidOption {
  const character = NAMED.get(typed.toLowerCase()) ?? typed;
  if ([...character].length === 1 && !/["\r\n]/.test(character)) return { delimiter: character };
  const near = nearest(typed, ['tab', 'comma', 'semicolon']);
  const meant = near === undefined ? {} : { meant: { tab: 'tab', comma: '","', semicolon: '";"' }[near] ?? near };
  return { takes: 'one character, such as "," or ";", or tab; no quote and no line break', ...meant };
}

function print(typed: string): WriterOptions | InvalidOption {
  const found = PRINT_KINDS.find(kind => kind === typed.toLowerCase());
  if (found !== undefined) return { print: found };
  const near = nearest(typed, PRINT_KINDS);
  return { takes: PRINT_KINDS.join(' or '), ...(near === undefined ? {} : { meant: near }) };
}
