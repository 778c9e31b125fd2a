import type { ExportRequest } from '../export-request.js';
import { stampOf } from '../stamp.js';
import { documentContent } from './document.js';
import { wordFile } from './word-file.js';

export { keeps } from './keeps.js';

/**
 * A document of Word (Office Open XML, ISO/IEC 29500 transitional): the letterhead, then for each day a heading and a table
 * of times and sessions. It is made to be edited: each kind of paragraph has a style of its own, each name is one run, and
 * every run says its language. Its times are those of the agenda's zone, and the instant of its parts is that of the agenda.
 */
export async function write(request: ExportRequest): Promise<Uint8Array> {
  return wordFile(documentContent(request), stampOf(request.presentation.agenda, request.options));
}
