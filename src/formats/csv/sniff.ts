import { columnOf } from './columns.js';

/** The line before a table that tells Excel what stands between the cells. */
export const SEPARATOR = /^sep=([^\w\s"]|\t)(?:\r\n|\r|\n)/;

/** True for a text whose first line is the header of a table that can be read. */
export function looksLikeTable(head: string): boolean {
  const [line = ''] = head.replace(SEPARATOR, '').split(/[\r\n]/, 1);
  const cells = line.split(/[,;\t|]/);
  if (cells.length < 3) return false;
  const names = cells.map(name => name.trim().replace(/^"(.*)"$/, '$1'));
  const found = new Set(names.flatMap(name => columnOf(name) ?? []));
  const timed = (['date', 'day', 'start', 'time'] as const).some(column => found.has(column));
  return found.size > 2 && found.has('title') && timed;
}
