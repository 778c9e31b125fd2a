import { readAny } from '../../src/formats/detect.js';
import { lint } from '../../src/lint/lint.js';
import type { Problem } from '../../src/lint/problem.js';

async function problems(text: string, file: string): Promise<Problem[]> {
  return lint(await readAny(text, { file }));
}

function offset(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

/** A text with the edit of a suggestion. */
function applied(text: string, { line, column, endLine, endColumn, text: by }: NonNullable<Problem['suggestion']>) {
  return text.slice(0, offset(text, line, column)) + by + text.slice(offset(text, endLine, endColumn));
}

/** What is said of a text, without its places: an edit moves what stands behind it. */
function said({ rule, message }: Problem): string {
  return `${rule} ${message.replace(/ \(line \d+\)$/, '')}`;
}

/** Applies each suggestion by itself: what it edits, and what is found then that was not found before. */
export async function edits(text: string, file = 'agenda.yaml'): Promise<string[]> {
  const before = await problems(text, file);
  const results: string[] = [];
  for (const problem of before) {
    const { suggestion } = problem;
    if (suggestion === null) continue;
    const written = text.slice(
      offset(text, suggestion.line, suggestion.column),
      offset(text, suggestion.endLine, suggestion.endColumn),
    );
    const after = (await problems(applied(text, suggestion), file)).map(said);
    const others = before.filter(other => other !== problem).map(said);
    const gone =
      after.filter(one => one === said(problem)).length === others.filter(one => one === said(problem)).length;
    const added = after.filter(one => !others.includes(one));
    results.push(
      [`${problem.rule}: ${written} → ${suggestion.text}`, ...(gone ? [] : ['not gone']), ...added].join('; '),
    );
  }
  return results;
}
