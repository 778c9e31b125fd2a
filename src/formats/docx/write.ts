import { Unwritable } from '../export-limits.js';
import type { ExportRequest } from '../export-request.js';
import { stampOf } from '../stamp.js';
import type { DocumentContent, Paragraph } from './content.js';
import { documentContent } from './document.js';
import { wordFile } from './word-file.js';

export { keeps } from './keeps.js';

/**
 * A document of Word (Office Open XML, ISO/IEC 29500 transitional): the letterhead, then for each day a heading and a table
 * of times and sessions. It is made to be edited: each kind of paragraph has a style of its own, each name is one run, and
 * every run says its language. Its times are those of the agenda's zone, and the instant of its parts is that of the agenda.
 */
export async function write(request: ExportRequest): Promise<Uint8Array> {
  const content = documentContent(request);
  if (runCount(content) > MOST_RUNS)
    throw new Unwritable(
      `a document of Word with more than ${MOST_RUNS} pieces of text is more than Word can work with: choose days with --day`,
    );
  return wordFile(content, stampOf(request.presentation.agenda, request.options));
}

/** Runs of a document: each takes about ten kilobytes of memory until the file is made. Of most agendas, a session has twenty. */
const MOST_RUNS = 100_000;

function runCount({ sections }: DocumentContent): number {
  const inLines = (lines: readonly Paragraph[]) =>
    lines.reduce((sum, { pieces }) => pieces.reduce((all, { text }) => all + text.split('\n').length, sum), 0);
  return sections.reduce(
    (sum, { head, days }) =>
      days.reduce((all, { rows }) => rows.reduce((more, { what }) => more + inLines(what), all), sum + inLines(head)),
    0,
  );
}
