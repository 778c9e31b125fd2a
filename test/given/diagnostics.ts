import type { Diagnostic } from '../../src/model/diagnostic.js';
import { PLAIN } from '../../src/paint.js';
import type { ReportContext } from '../../src/reports/report.js';

/** A diagnostic that differs from an ordinary one in what is named. */
export function found(differs: Partial<Diagnostic> = {}): Diagnostic {
  const { line = 3, column = 5 } = differs;
  return {
    file: 'agenda.yaml',
    line,
    column,
    endLine: line,
    endColumn: column + 4,
    severity: 'error',
    rule: 'unknown-room',
    message: '"hall" is not in rooms',
    hint: null,
    related: [],
    suggestion: null,
    ...differs,
  };
}

/** What a report is told: one file of four lines, two rules. */
export function context(differs: Partial<ReportContext> = {}): ReportContext {
  return {
    width: 80,
    colors: PLAIN,
    files: ['agenda.yaml'],
    source: () => 'one\ntwo\nroom: hall\nfour\n',
    path: file => file,
    rules: [
      { id: 'bad-date', severity: 'warning', summary: 'A date.', why: 'Because.' },
      { id: 'unknown-room', severity: 'error', summary: 'A room.', why: 'Why not.' },
    ],
    all: false,
    common: [],
    warningsFail: false,
    tool: { version: '1.2.3', homepage: 'https://example.org/idm' },
    ...differs,
  };
}

/** Characters that steer a terminal or reorder a line, and line breaks. */
export const NASTY = 'a\u001B[31mb\u202Ec\u0085d\r\ne\u2028f\u0000';
/** The same, inert and on one line. */
export const TAME = 'a\\u{1b}[31mb\\u{202e}c\\u{85}d e f\\u{0}';
