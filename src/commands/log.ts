import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { describeUnexpected } from '../cli/failure.js';
import { agendaOf, fileSource, namedAgenda, readBytes, shownIn } from '../cli/open-agenda.js';
import { colorsFor, type OutputOptions, outputOptions, print, width } from '../cli/present.js';
import { isSameFile, save } from '../cli/save.js';
import { type HistoryEntry, history, type Version } from '../diff/history.js';
import { logRecord } from '../diff/records.js';
import { Failure, type FileVersion, type Repository } from '../io.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { type Presentation, presentation } from '../query/presentation.js';
import { sessions } from '../query/walk.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { safeJsonItem } from '../text/json.js';
import { atom, type FeedEntry, feedEntry, jsonFeed } from '../views/changes/feeds.js';
import { logLine } from '../views/changes/log-lines.js';
import { type ShownComparison, shownComparison } from '../views/changes/shown.js';

interface Options extends OutputOptions {
  readonly atom?: boolean;
  readonly jsonFeed?: boolean;
  readonly output?: string;
}

export function configure(command: Command): void {
  command
    .option('--atom', 'write a feed (Atom, RFC 4287): an entry a version')
    .option('--json-feed', 'write a feed (JSON Feed 1.1)')
    .option('-o, --output <file>', 'write the feed to a file');
  outputOptions(command, 'a page');
  addNotes(
    command,
    [
      'Lists the versions of the agenda in git that changed something that a reader sees, newest first: those of the first-parent history of HEAD, through renames. A version that cannot be read is named and skipped.',
      'A terminal gets a page; a pipe gets tab-separated lines: date, commit, revision, then how many sessions are new, cancelled, removed, moved, changed.',
    ],
    [
      'idm log',
      'idm log programme.yaml --json',
      'idm log --atom -o changes.xml',
      'idm log --json-feed --lang fr -o changes.json',
    ],
  );
}

export async function run(invocation: Invocation<Options>): Promise<number> {
  const { io, globals, args, options } = invocation;
  const forms = [options.json && '--json', options.atom && '--atom', options.jsonFeed && '--json-feed'];
  const asked = forms.filter(form => form !== undefined);
  if (asked.length > 1) throw new Failure(`one form at a time: ${asked.join(' or ')}`);
  const isFeed = options.atom || options.jsonFeed;
  if (options.output !== undefined && !isFeed) throw new Failure('-o takes a feed: add --atom or --json-feed');
  if (options.output === '') throw new Failure('-o takes the name of a file, not ""');
  const file = args[0] ?? namedAgenda(io, globals);
  if (file === undefined) throw new Failure('no agenda.yaml here; name one: idm log programme.yaml');
  if (file === '-') throw new Failure('standard input has no versions: name a file');
  if (options.output !== undefined && options.output !== '-' && isSameFile(io, options.output, file))
    throw new Failure('-o names the agenda itself: name another file');
  const repository = await (await io.git()).repository(file);
  if (repository === undefined) throw new Failure(`${escapeControlsOnLine(file)} is in no repository of git`);
  const zones = timeZones(io.offsets);
  const entries = shownEntries(invocation, history(readable(invocation, file, repository, zones), zones), zones);
  const found = isFeed ? await writeFeed(invocation, entries) : await writeList(invocation, entries);
  if (found === 0)
    throw new Failure(`${escapeControlsOnLine(file)} has no version in git that could be read: commit it`);
  if (repository.isShallow)
    await io.stderr.write('this clone is shallow, so older versions are missing: git fetch --unshallow\n');
  return 0;
}

/** The versions that could be read, newest first; those that could not are told. */
async function* readable(
  { io, globals }: Invocation<Options>,
  file: string,
  { versions }: Repository,
  zones: TimeZones,
): AsyncGenerator<Version<FileVersion>> {
  for await (const told of versions()) {
    const { commit, date, read } = told;
    const shown = `${file} in ${commit.slice(0, 12)}`;
    try {
      const reading = await readBytes(io, globals, { file, shown, bytes: read }, zones);
      const agenda = agendaOf(reading, { ...fileSource(file, globals), shown });
      if (sessions(agenda).length === 0 && reading.faults.some(({ rule }) => rule === 'syntax'))
        throw new Failure(`${shown}: its syntax is broken, and no session could be read`);
      yield { told, agenda };
    } catch (error) {
      const why = error instanceof Failure ? error.message : describeUnexpected(error);
      await io.stderr.write(`skipped the version of ${date.slice(0, 10)}: ${escapeControlsOnLine(why)}\n`);
    }
  }
}

type Entry = HistoryEntry<FileVersion> & { readonly shown: ShownComparison };

/** The entries in the language and the zone that are asked for; the newest version must have a text in the language. */
async function* shownEntries(
  { io, globals }: Invocation<Options>,
  entries: AsyncIterable<HistoryEntry<FileVersion>>,
  zones: TimeZones,
): AsyncGenerator<Entry> {
  let options: Parameters<typeof presentation>[1] | undefined;
  for await (const entry of entries) {
    options ??= { ...shownIn(io, globals, [entry.agenda]), zones };
    const { old, now } = entry.comparison;
    const [before, after]: Presentation[] = [presentation(old.agenda, options), presentation(now.agenda, options)];
    if (before !== undefined && after !== undefined)
      yield { ...entry, shown: shownComparison(entry.comparison, before, after) };
  }
}

/** Writes a page, lines or JSON, an entry at a time; gives how many there are. */
async function writeList(
  { io, globals, options }: Invocation<Options>,
  entries: AsyncIterable<Entry>,
): Promise<number> {
  let count = 0;
  const isPage = !options.json && (io.stdout.isTerminal || options.table);
  const page = isPage ? await import('../views/changes/log-page.js') : undefined;
  const canvas = { width: width(io), colors: await colorsFor(io, globals) };
  for await (const { told, comparison, shown } of entries) {
    if (options.json) {
      const item = safeJsonItem(logRecord(told, comparison, shown.old, shown.now));
      await io.stdout.write((count === 0 ? '[\n' : ',\n') + item);
    } else await print(io, page === undefined ? logLine(told, shown) : page.logEntry(told, shown, canvas));
    count++;
  }
  if (options.json && count > 0) await io.stdout.write('\n]\n');
  return count;
}

/** Writes a feed to the file of -o or to standard output; gives how many entries it has. */
async function writeFeed({ io, options }: Invocation<Options>, entries: AsyncIterable<Entry>): Promise<number> {
  const told: FeedEntry[] = [];
  let newest: ShownComparison | undefined;
  for await (const { told: version, shown } of entries) {
    newest ??= shown;
    told.push(feedEntry(version, shown));
  }
  if (newest === undefined) return 0;
  const text = (options.atom ? atom : jsonFeed)(told, newest);
  if (options.output === undefined || options.output === '-') await io.stdout.write(text);
  else await save(io, options.output, text);
  return told.length;
}
