import { type Diagnostic, SEVERITIES } from '../model/diagnostic.js';
import { escapeControlsOnLine } from '../text/escape.js';
import type { excerpt as Excerpts } from './excerpt.js';
import type { LateReport, ReportContext } from './report.js';

/** For people: place, message and rule of each diagnostic; its line with a mark under the place; the hint; a summary at the end. */
export const report: LateReport = async (diagnostics, context) => {
  if (diagnostics.length === 0) return `${summary(diagnostics, context)}\n`;
  const { excerpt } = await import('./excerpt.js');
  const lines = new Map<string, readonly string[]>();
  const blocks = diagnostics.map(diagnostic => {
    const { file } = diagnostic;
    const source = lines.get(file) ?? context.source(file).split(/\r?\n/);
    lines.set(file, source);
    return block(diagnostic, source[diagnostic.line - 1] ?? '', context, excerpt);
  });
  return `${[...blocks, summary(diagnostics, context)].join('\n')}\n`;
};

function block(
  diagnostic: Diagnostic,
  source: string,
  { colors, width }: ReportContext,
  excerpt: typeof Excerpts,
): string {
  const { file, line, column, endLine, endColumn, severity, rule, message, hint } = diagnostic;
  const number = String(line);
  const gutter = colors.dim(`${' '.repeat(number.length)} |`);
  const end = endLine === line ? endColumn - 1 : source.length;
  const shown = excerpt(source, column - 1, end, width - number.length - 3);
  return [
    `${colors.bold(`${escapeControlsOnLine(file)}:${line}:${column}:`)} ${colors[severity](severity)} ${escapeControlsOnLine(message)} ${colors.dim(`[${rule}]`)}`,
    `${colors.dim(`${number} |`)} ${shown.line}`.trimEnd(),
    `${gutter} ${shown.blank}${colors[severity](shown.mark)}`,
    ...(hint === null ? [] : [`${gutter} ${escapeControlsOnLine(hint)}`]),
    '',
  ].join('\n');
}

function summary(diagnostics: readonly Diagnostic[], { colors, files }: ReportContext): string {
  const counts = SEVERITIES.flatMap(severity => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
    return count === 0 ? [] : [colors[severity](`${count} ${severity}${count === 1 ? '' : 's'}`)];
  });
  const where = files.length === 1 ? escapeControlsOnLine(files[0] ?? '') : `${files.length} files`;
  return `${where}: ${counts.length === 0 ? 'no problems' : counts.join(', ')}`;
}
