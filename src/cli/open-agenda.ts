import { dirname, join } from 'node:path';
import { readAny } from '../formats/detect.js';
import { READER_NAMES, type ReaderName } from '../formats/registry.js';
import type { Reading } from '../formats/source/read-result.js';
import { Failure, type Io } from '../io.js';
import { lint } from '../lint/lint.js';
import type { Problem } from '../lint/problem.js';
import type { Agenda } from '../model/agenda.js';
import { likelyZone } from '../model/likely-zone.js';
import { languageTag, type Text } from '../model/localized.js';
import { FOREIGN_RULES } from '../model/rule-ids.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { ianaName } from '../model/zone-names.js';
import { type Presentation, presentation } from '../query/presentation.js';
import { inEveryLanguage, type Shown } from '../query/records.js';
import { languages, speaks } from '../query/texts.js';
import type { RuleKind } from '../rules/rule.js';
import { escapeControlsOnLine, quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import type { GlobalOptions } from './command.js';
import { describeSystemError, onFile } from './failure.js';
import { withProgress } from './progress.js';

/** An agenda as a command works on it. */
export interface LoadedAgenda {
  readonly agenda: Agenda;
  readonly reading: Reading;
  /** The name of the file, as it is shown. */
  readonly file: string;
  /** Its path, `-` for standard input. */
  readonly path: string;
  /** The command that shows every problem of this agenda. */
  readonly validate: string;
  readonly presentation: Presentation;
  /** The presentation for records of JSON: with `--lang all`, they have every language. */
  readonly recorded: Shown<string | Text>;
}

/** What a command that opens an agenda prints. */
export interface Opening {
  /** True for JSON whose texts may be in every language: `--lang all`. */
  readonly json?: boolean;
}

const NAMES = ['agenda.yaml', 'agenda.yml'];
/** `forum.agenda.yaml`, for who has several agendas. */
const OWN_NAME = /^[^.].*\.agenda\.ya?ml$/s;
const STDIN = 'standard input';

/** Finds and reads the agenda that the options name. Fails when there is none, or nothing in it could be read. */
export async function openAgenda(io: Io, globals: GlobalOptions, opening: Opening = {}): Promise<LoadedAgenda> {
  let file = namedAgenda(io, globals);
  if (file === undefined) {
    file = io.bundledAgenda;
    await io.stderr.write('no agenda.yaml here: this is the agenda that ships with idm (-f names another)\n');
  }
  const zones = timeZones(io.offsets);
  const reading = await readFile(io, globals, file, zones);
  const source = fileSource(file, globals);
  const agenda = agendaOf(reading, source);
  await mentionUnread(io, reading, source.validate);
  if (!(opening.json && isEveryLanguage(globals))) return loaded(io, globals, { reading, source, agenda }, zones);
  const { lang: _, ...others } = globals;
  const opened = loaded(io, others, { reading, source, agenda }, zones);
  return { ...opened, recorded: inEveryLanguage(opened.presentation) };
}

/** True for `--lang all`. */
export function isEveryLanguage({ lang }: GlobalOptions): boolean {
  return lang?.toLowerCase() === 'all';
}

/** Where an agenda was read from: the name that is shown, the path, and the command that shows every problem. */
export interface AgendaSource {
  readonly shown: string;
  readonly path: string;
  readonly validate: string;
}

/** The source that is a file, or standard input for `-`. */
export function fileSource(file: string, globals: GlobalOptions): AgendaSource {
  return { shown: nameOf(file), path: file, validate: validateCommand(file, globals) };
}

/** The agenda of a reading. Fails where nothing in it could be read. */
export function agendaOf(reading: Reading, { shown }: AgendaSource): Agenda {
  if (reading.agenda === undefined) throw new Failure(firstProblem(reading, shown));
  return reading.agenda;
}

/** An agenda as a command works on it; `also` has other agendas whose languages `--lang` may name. */
export function loaded(
  io: Io,
  globals: GlobalOptions,
  { reading, source, agenda }: { readonly reading: Reading; readonly source: AgendaSource; readonly agenda: Agenda },
  zones: TimeZones,
  also: readonly Agenda[] = [],
): LoadedAgenda {
  const shown = presentation(agenda, { ...shownIn(io, globals, [agenda, ...also]), zones });
  return {
    agenda,
    reading,
    file: source.shown,
    path: source.path,
    validate: source.validate,
    presentation: shown,
    recorded: shown,
  };
}

/** The language and the zone that the options ask for. A language that none of the agendas has fails. */
export function shownIn(
  io: Io,
  globals: GlobalOptions,
  agendas: readonly Agenda[],
): { readonly lang?: string; readonly tz?: string } {
  return { ...language(agendas, globals), ...zone(io, globals) };
}

/**
 * The path of the agenda that is named or found: -f, $IDM_AGENDA, or agenda.yaml or the only *.agenda.yaml in this folder or
 * one above, up to the git root. Fails where a folder has several.
 */
export function namedAgenda(io: Io, { file }: GlobalOptions): string | undefined {
  if (file === '') throw new Failure('--file names no file');
  const named = file ?? (io.env.IDM_AGENDA || undefined);
  if (named !== undefined) return named;
  for (let folder = io.cwd; ; folder = dirname(folder)) {
    const found = NAMES.find(name => io.files.exists(join(folder, name))) ?? ownName(io, folder);
    if (found !== undefined) return folder === io.cwd ? found : join(folder, found);
    if (io.files.exists(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

/** The one `*.agenda.yaml` of a folder. */
function ownName(io: Io, folder: string): string | undefined {
  const names = io.files.names(folder).filter(name => OWN_NAME.test(name) && !io.files.isFolder(join(folder, name)));
  if (names.length < 2) return names[0];
  const shown = names.map(name => quote(folder === io.cwd ? name : join(folder, name)));
  const some = shown.length > 5 ? `${shown.slice(0, 5).join(', ')} and ${shown.length - 5} more` : shown.join(', ');
  throw new Failure(`several agendas are here: ${some}; name one with -f`);
}

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EFBIG: 'larger than 256 MB, and was not read: one file is one conference',
};

/** Reads the agenda of a file in whatever format it is, or in the one that --from names. */
export async function readFile(io: Io, globals: GlobalOptions, file: string, zones: TimeZones): Promise<Reading> {
  return readBytes(io, globals, { file, shown: nameOf(file), bytes: () => readInput(io, file) }, zones);
}

/** The same of bytes from anywhere; `file` is a name whose extension may tell the format. */
export async function readBytes(
  io: Io,
  { from, assumeTz, sheet, map }: GlobalOptions,
  { file, shown, bytes }: { readonly file: string; readonly shown: string; bytes(): Promise<Uint8Array> },
  zones: TimeZones,
): Promise<Reading> {
  const names: readonly string[] = READER_NAMES;
  if (from !== undefined && !names.includes(from)) {
    const near = nearest(from, names) ?? names.find(name => from !== '' && name.endsWith(`-${from}`));
    const remedy = suggest(near, `choose from: ${names.join(', ')}`);
    throw new Failure(`no format ${quote(from)} is read; ${remedy}`);
  }
  const options = {
    file,
    zones,
    ...(sheet !== undefined && { sheet }),
    ...(assumeTz === undefined ? {} : { assumeTz: knownZone(io, '--assume-tz', assumeTz) }),
    ...(map ? { map } : {}),
  };
  const input = await bytes();
  return onFile(shown, () =>
    withProgress(io, input.length, 'reading', () => readAny(input, options, from as ReaderName | undefined)),
  );
}

/** The bytes of a file, or of standard input for `-`. Fails in one line. */
export async function readInput(io: Io, file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await io.stdin() : await io.files.read(file);
  } catch (error) {
    const why = describeSystemError(error, MEANINGS) ?? (error instanceof Error ? error.message : 'it failed');
    throw new Failure(`${escapeControlsOnLine(nameOf(file))}: ${why}`, 2, { cause: error });
  }
}

/** The name of a file in a message. */
function nameOf(file: string): string {
  return file === '-' ? STDIN : file;
}

/** The command line that validates the same source, with the same options about it. */
function validateCommand(file: string, { from, assumeTz, sheet, map = {} }: GlobalOptions): string {
  const columns = Object.entries(map).map(([field, column]) => `--map ${word(`${field}=${column}`)}`);
  const told = [
    ...(from ? [`--from ${word(from)}`] : []),
    ...(assumeTz ? [`--assume-tz ${word(assumeTz)}`] : []),
    ...(sheet ? [`--sheet ${word(sheet)}`] : []),
    ...columns,
  ];
  return escapeControlsOnLine(['idm validate', word(file), ...told].join(' '));
}

/** A word as a shell takes it back. */
export function word(text: string): string {
  return /^[\w./:=+,@%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Says on stderr that the agenda has errors of these kinds, and how many in all. True when it has some. */
export async function mentionErrors(io: Io, loaded: LoadedAgenda, kinds: readonly RuleKind[]): Promise<boolean> {
  if (errors(loaded, kinds).length === 0) return false;
  const count = errors(loaded).length;
  await io.stderr.write(`${count} ${count === 1 ? 'error' : 'errors'}: run ${loaded.validate}\n`);
  return true;
}

/** How many kinds of things that are not read, or not as they are written, one line names. */
const MENTIONED = 3;

/** Says on stderr, in one line, what of a file in another format is not read or was interpreted. */
async function mentionUnread(io: Io, { faults }: Reading, validate: string): Promise<void> {
  const rules: readonly string[] = FOREIGN_RULES;
  const told = faults.filter(
    ({ rule, severity }) => rules.includes(rule) && (rule === 'read-as' || severity !== 'info'),
  );
  if (told.length === 0) return;
  const more = told.length > MENTIONED ? `; ${told.length - MENTIONED} more` : '';
  const list = told.slice(0, MENTIONED).map(({ message }) => escapeControlsOnLine(message));
  await io.stderr.write(`${list.join('; ')}${more}: see ${validate} --info\n`);
}

/** The errors of some kinds, or all. */
export function errors({ reading, presentation }: LoadedAgenda, kinds?: readonly RuleKind[]): Problem[] {
  return lint(reading, { least: 'error', zones: presentation.zones, ...(kinds === undefined ? {} : { kinds }) });
}

function firstProblem(reading: Reading, file: string): string {
  const problems = lint(reading, { file });
  const problem = problems.find(({ rule }) => rule === 'no-session') ?? problems[0];
  if (problem === undefined) return `${escapeControlsOnLine(file)}: not an agenda`;
  const { line, column, message, hint } = problem;
  return `${escapeControlsOnLine(file)}:${line}:${column}: ${escapeControlsOnLine(message)}${hint === null ? '' : `; ${escapeControlsOnLine(hint)}`}`;
}

function language(agendas: readonly Agenda[], globals: GlobalOptions): { readonly lang?: string } {
  const { lang } = globals;
  if (lang === undefined) return {};
  const tag = languageTag(lang.replace(/_/g, '-'));
  if (tag !== undefined && agendas.some(agenda => speaks(agenda, tag))) return { lang: tag };
  const known = [...new Set(agendas.flatMap(languages))];
  const choices = `languages: ${known.length === 0 ? 'none' : known.join(', ')}`;
  if (isEveryLanguage({ ...globals, lang }))
    throw new Failure(
      `--lang all is for list, now, next, show and speaker with --json, and for some formats of export; ${choices}`,
    );
  throw new Failure(`no text is in ${quote(lang)}; ${choices}`);
}

function zone(io: Io, { tz }: GlobalOptions): { readonly tz?: string } {
  return tz === undefined ? {} : { tz: knownZone(io, '--tz', tz) };
}

/** The IANA zone of an option, or this machine's for `local`. */
function knownZone(io: Io, option: '--tz' | '--assume-tz', typed: string): string {
  const text = typed === 'local' ? io.zone() : typed;
  const name = ianaName(text);
  if (name !== undefined) return name;
  const near = likelyZone(text);
  const quoted = quote(text);
  if (typed !== 'local')
    throw new Failure(`${quoted} is not an IANA time zone; ${suggest(near, 'name one: Europe/Paris')}`);
  const remedy = suggest(near, 'set TZ to one: TZ=Europe/Paris');
  if (text === '') throw new Failure(`${option} local: this machine does not say its time zone; ${remedy}`);
  throw new Failure(`${option} local: the time zone of this machine, ${quoted}, is not an IANA one; ${remedy}`);
}
