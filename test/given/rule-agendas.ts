import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import type { RuleId } from '../../src/model/rule-ids.js';
import { complete } from '../support/example.js';

/** What one rule finds in an agenda, by place: what is marked, and the message. */
export function found(id: RuleId, example: string): string[] {
  const { source, ...reading } = read(complete(example));
  const lines = source.text.split('\n');
  return lint({ ...reading, source })
    .filter(({ rule }) => rule === id)
    .map(({ line, column, endLine, endColumn, message }) => {
      const marked = (lines[line - 1] ?? '').slice(column - 1, endLine === line ? endColumn - 1 : undefined);
      return `${marked} → ${message}`;
    });
}

/** An agenda of one day with these sessions, one a line. */
export function day(sessions: string, head = ''): string {
  return `${head}days:
  - date: 2018-03-26
    sessions:
${sessions.trim().replace(/^/gm, '      ')}
`;
}
