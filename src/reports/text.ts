import type { Diagnostic } from '../model/diagnostic.js';
import { inert, inertLine } from '../model/inert.js';
import type { Report, ReportContext } from './report.js';

/** For people: place, rule and message; the line of the source with a mark under the place; what would be right; a summary. */
export const text: Report = (diagnostics, context) => {
  const lines = new Map<string, readonly string[]>();
  const blocks = diagnostics.map(diagnostic => {
    const { file } = diagnostic;
    const source = lines.get(file) ?? context.source(file).split('\n');
    lines.set(file, source);
    return block(diagnostic, source[diagnostic.line - 1] ?? '', context);
  });
  return `${[...blocks, summary(diagnostics, context)].join('\n')}\n`;
};

function block(
  { file, line, column, endLine, endColumn, severity, rule, message, hint }: Diagnostic,
  source: string,
  { paint }: ReportContext,
): string {
  const number = String(line);
  const gutter = paint.dim(`${' '.repeat(number.length)} |`);
  const end = endLine === line ? endColumn : source.length + 1;
  const shown = excerpt(source.replace(/\r$/, ''), column - 1, end - 1);
  return [
    `${paint.bold(`${inertLine(file)}:${line}:${column}:`)} ${paint[severity](severity)} ${inertLine(message)} ${paint.dim(`[${rule}]`)}`,
    `${paint.dim(`${number} |`)} ${shown.line}`.trimEnd(),
    `${gutter} ${shown.blank}${paint[severity](shown.mark)}`,
    ...(hint === null ? [] : [`${gutter} ${inertLine(hint)}`]),
    '',
  ].join('\n');
}

/** At most this many characters of a line are shown. */
const LONGEST = 120;

/** The part of a line around a place, and a mark as wide as what it stands under. */
function excerpt(
  line: string,
  from: number,
  to: number,
): { readonly line: string; readonly blank: string; readonly mark: string } {
  const start = from > LONGEST - 20 ? from - 40 : 0;
  const cut = line.slice(start, start + LONGEST);
  const before = inert(cut.slice(0, from - start));
  const marked = inert(cut.slice(from - start, to - start));
  const text = `${start > 0 ? '…' : ''}${inert(cut)}${line.length > start + LONGEST ? '…' : ''}`;
  const blank = (start > 0 ? ' ' : '') + before.replace(/[^\t]/gu, character => ' '.repeat(cells(character)));
  return { line: text, blank, mark: '^'.repeat(Math.max(1, cells(marked))) };
}

/** Columns on a terminal: two of a wide character, none of a mark that combines. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200D/u.test(character)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

function summary(diagnostics: readonly Diagnostic[], { paint, files }: ReportContext): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
    return count === 0 ? [] : [paint[severity](`${count} ${severity}${count === 1 ? '' : 's'}`)];
  });
  const where = files.length === 1 ? inertLine(files[0] ?? '') : `${files.length} files`;
  return `${where}: ${counts.length === 0 ? 'no problems' : counts.join(', ')}`;
}
