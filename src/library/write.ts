import { written } from '../formats/export-limits.js';
import type { Format, Writer } from '../formats/format.js';
import { isInvalid, OPTIONS, type OptionName, type WriterOptions } from '../formats/options.js';
import { FORMATS, WRITER_NAMES, type WriterName } from '../formats/registry.js';
import type { Agenda } from '../model/agenda.js';
import { presentation } from '../query/presentation.js';
import { type ScheduledSession, scheduledSessions } from '../query/scheduled-sessions.js';
import { quote } from '../text/escape.js';

/** What {@link write} may be told; an option that belongs to other formats is refused. */
export interface WriteOptions {
  /** The BCP 47 tag of a language; `all` where `idm export --lang all` is. Without it, what that command does without `--lang`. */
  readonly lang?: string;
  /** The sessions to write, as `entries` and `select` give them; all when absent. */
  readonly sessions?: readonly ScheduledSession[];
  /** False leaves out the sessions that have parts. */
  readonly parents?: boolean;
  /** Seconds since 1970: the time stamp of an agenda that does not say when it was updated. */
  readonly sourceDate?: number;
  /** How long before a session a calendar reminds: `10m`, `1h`, `1d`. */
  readonly alarm?: string;
  /** True for local times with the rules of their zone in a calendar. */
  readonly tzid?: boolean;
  /** True for a table with a byte order mark. */
  readonly bom?: boolean;
  /** The character between the cells of a table, or `tab`. */
  readonly delimiter?: string;
  /** True for a table of people. */
  readonly people?: boolean;
  /** What is made for paper: `signs` or `booklet`. */
  readonly print?: string;
}

/** What a format is written as: bytes for one that is no text. */
export type Written<Name extends WriterName> = (typeof FORMATS)[Name] extends { readonly isBinary: true }
  ? Uint8Array
  : string;

/**
 * The agenda in a format, as `idm export` writes it: the same for the same agenda and options. A RangeError says which option
 * is none or has a value that it does not take, and an Error what the format cannot hold.
 */
export async function write<Name extends WriterName>(
  agenda: Agenda,
  format: Name,
  options: WriteOptions = {},
): Promise<Written<Name>> {
  if (!WRITER_NAMES.includes(format))
    throw new RangeError(`no format ${quote(format)} is written; there are: ${WRITER_NAMES.join(', ')}`);
  const { lang, sessions = scheduledSessions(agenda), parents = true, sourceDate } = options;
  const { inEveryLanguage }: Format = FORMATS[format];
  const everyLanguage = lang === 'all';
  if (everyLanguage && !inEveryLanguage) throw new RangeError(`${format} is not written in all languages: name one`);
  const request = {
    presentation: presentation(agenda, lang === undefined || everyLanguage ? {} : { lang }),
    selection: sessions,
    options: {
      parents,
      ...(everyLanguage && { everyLanguage }),
      ...(sourceDate !== undefined && { sourceDate }),
      ...ownOptions(format, options),
    },
  };
  const writer: Writer = await FORMATS[format].write();
  // By the table of formats, what is no text is bytes.
  return (await written(writer, request)) as Written<Name>;
}

/** What the writer of a format is told by the options that it has of its own. */
function ownOptions(format: WriterName, options: WriteOptions): WriterOptions {
  const { options: own = [] }: Format = FORMATS[format];
  let told: WriterOptions = {};
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    const value = options[name];
    if (value === undefined || value === false) continue;
    if (!own.includes(name)) throw new RangeError(`${format} has no option ${name}`);
    const read = OPTIONS[name].read(value === true ? '' : value);
    if (isInvalid(read)) throw new RangeError(`${name} takes ${read.takes}, not ${quote(String(value))}`);
    told = { ...told, ...read };
  }
  return told;
}
