import { type Diagnostic, SEVERITIES } from '../model/diagnostic.js';
import type { Colors } from '../paint.js';
import { escapeControlsOnLine } from '../text/escape.js';
import type { excerpt as Excerpts } from './excerpt.js';
import type { LateReport, ReportContext } from './report.js';
import { summary } from './summary.js';

/**
 * For people, file by file, errors first: place, message and rule of each diagnostic; its line with a mark under the place;
 * the hint; a summary at the end. Where a file has many warnings or infos of one rule, they are one line, unless `all`.
 */
export const report: LateReport = async (diagnostics, context) => {
  if (diagnostics.length === 0) return `${summary(diagnostics, context)}\n`;
  const { excerpt } = await import('./excerpt.js');
  const blocks: string[] = [];
  let left = 0;
  for (const [file, own] of grouped(diagnostics, ({ file }) => file)) {
    const source = context.source(file).split(/\r?\n/);
    for (const severity of SEVERITIES) {
      const equal = own.filter(diagnostic => diagnostic.severity === severity);
      for (const those of grouped(equal, ({ rule }) => (severity === 'error' ? '' : rule)).values()) {
        if (severity !== 'error' && those.length > MANY && !context.all) {
          blocks.push(together(those, context));
          left++;
        } else for (const one of those) blocks.push(block(one, source[one.line - 1] ?? '', context, excerpt));
      }
    }
  }
  const common = context.common.map(escapeControlsOnLine);
  return `${[...blocks, ...common, summary(diagnostics, context)].join('\n')}${left > 0 ? ' (--all shows each)' : ''}\n`;
};

/** Warnings or infos of one rule in a file that are each shown. */
const MANY = 3;
/** Lines that stand for many diagnostics. */
const LINES = 10;

function grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** One line for many diagnostics of a rule: the first, how many more there are, and their lines. */
function together([first, ...others]: readonly Diagnostic[], { colors }: ReportContext): string {
  if (first === undefined) return '';
  const lines = [...new Set(others.map(({ line }) => line))];
  const which = `line${lines.length === 1 ? '' : 's'} ${lines.slice(0, LINES).join(', ')}${lines.length > LINES ? ', …' : ''}`;
  return `${head(first, colors, `, and ${others.length} more: ${which}`)}\n`;
}

function head({ file, line, column, severity, rule, message }: Diagnostic, colors: Colors, more = ''): string {
  return `${colors.bold(`${escapeControlsOnLine(file)}:${line}:${column}:`)} ${colors[severity](severity)} ${escapeControlsOnLine(message)}${more} ${colors.dim(`[${rule}]`)}`;
}

function block(
  diagnostic: Diagnostic,
  source: string,
  { colors, width }: ReportContext,
  excerpt: typeof Excerpts,
): string {
  const { line, column, endLine, endColumn, severity, hint } = diagnostic;
  const number = String(line);
  const gutter = colors.dim(`${' '.repeat(number.length)} |`);
  const end = endLine === line ? endColumn - 1 : source.length;
  const shown = excerpt(source, column - 1, end, width - number.length - 3);
  return [
    head(diagnostic, colors),
    `${colors.dim(`${number} |`)} ${shown.line}`.trimEnd(),
    `${gutter} ${shown.blank}${colors[severity](shown.mark)}`,
    ...(hint === null ? [] : [`${gutter} ${escapeControlsOnLine(hint)}`]),
    '',
  ].join('\n');
}
