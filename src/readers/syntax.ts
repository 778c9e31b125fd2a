import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Fault } from './reading.js';

/** What the parser's errors mean to an author; the others keep the parser's own words. */
const MEANING: Partial<Record<ErrorCode, readonly [message: string, hint: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['a second ": " in one line', 'put the text in quotes'],
  MULTIPLE_DOCS: ['a second YAML document begins here', 'one file is one agenda: take the --- away'],
  TAB_AS_INDENT: ['a tab in the indentation', 'indent with spaces'],
  UNEXPECTED_TOKEN: ['this does not belong here', 'a text with special characters needs quotes'],
  MULTILINE_IMPLICIT_KEY: [
    'this line is not a field: it has no ": "',
    'indent it under its field, or put the text in quotes',
  ],
  BAD_INDENT: ['the indentation does not fit the lines above', 'align it with its neighbours'],
  MISSING_CHAR: ['something is missing here', 'close what was opened: a quote, a bracket, a brace'],
};

/** The parser's errors as faults, one a line: what follows on the same line follows from the first. */
export function syntaxFaults(errors: readonly YAMLParseError[], text: string): Fault[] {
  const faults: Fault[] = [];
  let lineEnd = -1;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const [start, end] = error.pos;
    if (start <= lineEnd) continue;
    const newline = text.indexOf('\n', start);
    lineEnd = newline === -1 ? text.length : newline;
    const [message, hint] = MEANING[error.code] ?? [error.message, undefined];
    faults.push({ rule: 'syntax', at: [start, Math.max(end, start)], on: 'span', message, ...(hint ? { hint } : {}) });
  }
  return faults;
}
