import type { ReadOptions } from '../format.js';
import { readText, withLines } from '../source/decode.js';
import { IssueList } from '../source/issues.js';
import { LIMITS, tooLarge } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { agendaOf } from './agenda.js';
import type { BlockDocument } from './blocks.js';
import { timeAtStart } from './clocks.js';
import { dayHeading } from './dates.js';
import { readHead } from './head.js';
import { settleHours, settleParts } from './hours.js';
import { Ledger } from './ledger.js';
import { linesOf } from './lines.js';
import { programmeOf } from './sessions.js';
import { textBlocks } from './text.js';

/** Reads the agenda that a document has, whoever laid it out: a text or Markdown. What is not understood is told, with its place. */
export async function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  const issues = new IssueList();
  const { text } = readText(input, issues);
  if (text.length > LIMITS.importedSize) return tooLarge(text, 'a document');
  return readBlocks(textBlocks(withLines(text)), options, issues);
}

/** Makes an agenda of the blocks of a document; issues of its reader come first. */
export async function readBlocks(document: BlockDocument, options: ReadOptions, issues: IssueList): Promise<Reading> {
  const { blocks, noun, text } = document;
  const ledger = new Ledger(blocks);
  const lines = linesOf(blocks);
  const first = lines.findIndex(
    line =>
      timeAtStart(line.text, line.column === 'time') !== undefined ||
      line.column === 'time' ||
      dayHeading(line.text, line.kind === 'heading' || line.isStrong === true) !== undefined,
  );
  const at = first === -1 ? lines.length : first;
  const head = readHead(lines.slice(0, at), document.title, ledger);
  const programme = programmeOf(lines.slice(at), ledger);
  settleHours(programme.sessions, issues);
  settleParts(programme.sessions);
  const sessions = programme.sessions.filter(({ start, word }) => start !== undefined || word !== undefined);
  if (sessions.length === 0) {
    const count = blocks.length === 1 ? '1 block' : `${blocks.length.toLocaleString('en')} blocks`;
    issues.add(
      blocks.length === 0 ? 'wrong-type' : 'no-session',
      { span: [0, 0] },
      blocks.length === 0
        ? `this ${noun} is empty`
        : `this ${noun} has ${count} of text, but no time of a session in it`,
      'write each session with its time: 10:00-10:30 Opening',
    );
    return unread(text, issues);
  }
  const reading = await agendaOf(document, head, programme, options, issues);
  ledger.report(issues);
  return { ...reading, faults: issues.list };
}
