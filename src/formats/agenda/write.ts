import type { ExportRequest } from '../export-request.js';
import { layout } from './layout.js';
import { subset } from './subset.js';
import { agendaPairs } from './write-fields.js';

export { keeps } from './keeps.js';

/** The sections that an empty line stands before. */
const SECTIONS = new Set(['rooms', 'people', 'days', 'lint']);

/**
 * The agenda in its own format, written canonically: the fields in the order of the format, times in one form, quotes only
 * where they are needed. Read again it is the same agenda, and written again it is the same text. Every language of a text
 * is there unless one was asked for: then the agenda is in that one, as far as its texts are. Comments are not part of it.
 */
export function write(request: ExportRequest): string {
  const pairs = agendaPairs(subset(request), request.presentation);
  return layout(pairs.map(pair => (SECTIONS.has(pair.key) ? { ...pair, apart: true } : pair)));
}
