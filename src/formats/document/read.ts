import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { readText, withLines } from '../source/decode.js';
import { IssueList } from '../source/issues.js';
import { LIMITS, Stopped, tooLarge, tooMany } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { agendaOf } from './agenda.js';
import type { BlockDocument } from './blocks/block.js';
import { textBlocks } from './blocks/text.js';
import type { Draft, Programme } from './drafts.js';
import { type Head, readHead } from './head.js';
import { settleHours, settleParts } from './hours.js';
import { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { linesOf } from './lines.js';
import { isOwn, readOwn } from './own.js';
import { isOwnPage, readOwnPage } from './own-page.js';
import { programmeOf } from './sessions.js';
import { timeInColumns } from './timed-title.js';
import { rangeAtEnd, timeAtEnd, timeAtStart, timeInBrackets } from './words/clocks.js';
import { datesIn, dayHeading } from './words/dates.js';
import { isEnd, isIgnorable, isRoom } from './words/labels.js';

/** Reads the agenda that a document has, whoever laid it out: a text or Markdown. What is not understood is told, with its place. */
export async function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  const issues = new IssueList();
  if (typeof input !== 'string' && input[0] === 0x50 && input[1] === 0x4b)
    return readPacked('Word document', AS_DOCX, options, issues, async () =>
      (await import('./blocks/word.js')).wordBlocks(input),
    );
  const { text } = readText(input, issues);
  if (text.length > LIMITS.importedSize) return tooLarge(text, 'a document');
  const isPage = /^\s*<[!?a-z]/i.test(text.slice(0, 1000));
  if (isPage && isOwnPage(text)) return readOwnPage(text, options);
  if (!isPage) return readBlocks(textBlocks(withLines(text)), options, issues);
  return readPacked('web page', ELSEWHERE, options, issues, async () =>
    (await import('./blocks/html.js')).htmlBlocks(withLines(text)),
  );
}

const AS_DOCX = 'open it in Word or LibreOffice, and save it as .docx again';
const ELSEWHERE = 'look on the page for a link to a calendar (.ics) or a schedule.xml';

/** Reads a document by its own reader; one that is damaged or too large is one error. */
async function readPacked(
  noun: string,
  hint: string,
  options: ReadOptions,
  issues: IssueList,
  blocks: () => Promise<BlockDocument>,
): Promise<Reading> {
  try {
    return await readBlocks(await blocks(), options, issues);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    issues.add('syntax', { span: [0, 0] }, `this ${noun} cannot be read: ${error.message}`, hint);
    return unread('', issues);
  }
}

/** Makes an agenda of the blocks of a document; issues of its reader come first. */
export async function readBlocks(document: BlockDocument, options: ReadOptions, issues: IssueList): Promise<Reading> {
  const { blocks, noun, text, cut } = document;
  if (cut !== undefined) tooMany(issues, `this ${noun}`, LIMITS.documentLines, 'lines', cut);
  tellStruck(document, issues);
  const ledger = new Ledger(blocks);
  const { head, programme } = isOwn(document) ? readOwn(document, ledger, issues) : inferred(document, ledger, issues);
  const sessions = programme.sessions.filter(({ start, word }) => start !== undefined || word !== undefined);
  const extra = sessions[LIMITS.events];
  if (extra !== undefined) tooMany(issues, `this ${noun}`, LIMITS.events, 'sessions', extra.line.span);
  if (sessions.length === 0) {
    const count = blocks.length === 1 ? '1 block' : `${blocks.length.toLocaleString('en')} blocks`;
    issues.add(
      blocks.length === 0 ? 'wrong-type' : 'no-session',
      { span: [0, 0] },
      blocks.length === 0
        ? `this ${noun} is empty`
        : `this ${noun} has ${count} of text, but no time of a session in it`,
      noun === 'web page' ? ELSEWHERE : 'write each session with its time: 10:00-10:30 Opening',
    );
    return unread(text, issues);
  }
  const read = { ...programme, sessions: sessions.slice(0, LIMITS.events) };
  const reading = await agendaOf(document, head, read, options, issues);
  ledger.report(issues);
  return { ...reading, faults: issues.list };
}

/** Tells what is struck out, and so not read. */
function tellStruck({ struck = [], blocks }: BlockDocument, issues: IssueList): void {
  const [first] = struck;
  if (first === undefined) return;
  const { where, span } = blocks[Math.min(first.block, blocks.length - 1)] ?? { where: '', span: [0, 0] as const };
  const others = struck.length - 1;
  const more = others === 0 ? '' : `; so ${others === 1 ? 'is' : 'are'} ${others.toLocaleString('en')} more`;
  const what = quote(first.text.replace(/\s+/g, ' ').trim());
  issues.add('read-as', { span }, `${where}: ${what} is struck out, and taken to be deleted${more}`);
}

/** The head and the programme of a document that others laid out. */
function inferred(
  { blocks, title }: BlockDocument,
  ledger: Ledger,
  issues: IssueList,
): { readonly head: Head; readonly programme: Programme } {
  const lines = linesOf(blocks);
  const at = beginningOf(lines);
  // What stands with the first day in one paragraph says where all takes place.
  const behind = endOfBlock(lines, at);
  const found = readHead([...lines.slice(0, at), ...lines.slice(at + 1, behind)], title, ledger);
  let programme = programmeOf([...lines.slice(at, at + 1), ...lines.slice(behind)], ledger);
  const { room } = programme;
  const head = found.room === undefined && room !== undefined ? { ...found, room } : found;
  settleHours(programme.sessions, issues);
  for (const end of programme.sessions.filter(({ title }) => isEnd(title))) dropBehind(end, ledger);
  programme = { ...programme, sessions: programme.sessions.filter(({ title }) => !isEnd(title)) };
  settleParts(programme.sessions);
  dropUntimed(programme, ledger);
  return { head, programme };
}

/** What follows the end of a meeting belongs to no session. */
function dropBehind({ line, titleLine, lines }: Draft, ledger: Ledger): void {
  for (const one of lines) if (one !== line && one !== titleLine) ledger.drop(one);
  ledger.use(line);
  if (titleLine !== undefined) ledger.use(titleLine);
}

/** What stands in a session that has no time after all is not understood, but for what another has as well. */
function dropUntimed({ sessions }: Programme, ledger: Ledger): void {
  const isKept = ({ start, word }: Draft) => start !== undefined || word !== undefined;
  for (const { lines } of sessions.filter(one => !isKept(one))) for (const line of lines) ledger.drop(line);
  for (const { lines } of sessions.filter(isKept)) for (const line of lines) ledger.use(line);
}

/** The index of the line with which the programme begins: the heading of its first day, else the first time. */
function beginningOf(lines: readonly Line[]): number {
  const time = lines.findIndex(
    line =>
      line.column === 'time' ||
      timeAtStart(line.text) !== undefined ||
      // A time behind a title; beside a date it says when all takes place.
      ((timeAtEnd(line.text, line.kind === 'heading') ?? timeInBrackets(line.text) ?? timeInColumns(line.text)) !==
        undefined &&
        datesIn(line.text).length === 0),
  );
  const days = lines.slice(0, time === -1 ? lines.length : time).flatMap((line, at) => {
    const heading = dayHeading(line.text, line.kind === 'heading' || line.isStrong === true);
    return heading === undefined ? [] : [{ at, name: heading.date && `${heading.date.day}.${heading.date.month}` }];
  });
  // A date that the heading of a day has again is one of the head: when all takes place.
  const last = new Map(days.map(({ at, name }) => [name, at]));
  const first = days.find(({ at, name }) => name === undefined || last.get(name) === at)?.at;
  if (first !== undefined) return withHeading(lines, first);
  return time === -1 ? lines.length : withTitles(lines, withHeading(lines, time));
}

/** The index behind the lines of the paragraph that a day begins; behind the line alone where another has a time. */
function endOfBlock(lines: readonly Line[], at: number): number {
  const day = lines[at];
  if (day === undefined || day.blocks.length > 1 || day.isInTable === true || dayHeading(day.text) === undefined)
    return at + 1;
  const behind = lines.findIndex(({ blocks }, i) => i > at && blocks[0] !== day.blocks[0]);
  const end = behind === -1 ? lines.length : behind;
  const others = lines.slice(at + 1, end);
  return others.every(({ text }) => timeAtStart(text) === undefined && rangeAtEnd(text) === undefined) ? end : at + 1;
}

/** A room, a track and a title. */
const MOST_HEADINGS = 3;

/** The first of the headings directly above the first time that are titles or rooms. */
function withTitles(lines: readonly Line[], at: number): number {
  let first = at;
  while (first > at - MOST_HEADINGS && isHeadingOfSome(lines, first - 1)) first--;
  return first;
}

/** True for a heading of a level that others below it have as well. */
function isHeadingOfSome(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return (
    line?.kind === 'heading' &&
    line.level !== undefined &&
    !isIgnorable(line.text) &&
    lines.slice(at + 1).some(({ kind, level }) => kind === 'heading' && level === line.level)
  );
}

/** The heading above the table that a line stands in, where it is a room, and another heading has another table below it. */
function withHeading(lines: readonly Line[], at: number): number {
  if (lines[at]?.isInTable !== true) return at;
  const heading = lines.slice(0, at).findLastIndex(({ isInTable }) => isInTable !== true);
  const above = lines[heading];
  const isOneOfSome = lines
    .slice(at)
    .some(({ kind, level, isInTable }) => kind === 'heading' && level === above?.level && isInTable !== true);
  return above?.kind === 'heading' && isRoom(above.text) && isOneOfSome ? heading : at;
}
