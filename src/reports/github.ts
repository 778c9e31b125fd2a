import { type Diagnostic, SEVERITIES, type Severity } from '../model/diagnostic.js';
import { PLAIN } from '../paint.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { escapeWorkflowCommands } from '../text/workflow-commands.js';
import type { Report } from './report.js';
import { summary } from './summary.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } satisfies Record<Severity, string>;

/**
 * Workflow commands, which GitHub shows as annotations of lines: docs.github.com, "Workflow commands for GitHub Actions".
 * Errors come first, since a step has no more than ten annotations of a kind; the last line is for the log.
 */
export const report: Report = (diagnostics, context) => {
  const sorted = SEVERITIES.flatMap(severity => diagnostics.filter(diagnostic => diagnostic.severity === severity));
  const commands = sorted.map(diagnostic => command(diagnostic, context.path(diagnostic.file)));
  const last = escapeWorkflowCommands(summary(diagnostics, { ...context, colors: PLAIN }));
  return [...commands, last, ''].join('\n');
};

function command(diagnostic: Diagnostic, file: string): string {
  const { line, column, endLine, endColumn, severity, rule, message, hint } = diagnostic;
  // GitHub refuses columns for a range of several lines, and includes its end line.
  const oneLine = endLine === line;
  const last = !oneLine && endColumn === 1 ? endLine - 1 : endLine;
  const place = {
    file,
    line,
    endLine: last,
    ...(oneLine ? { col: column, endColumn } : {}),
    title: rule,
  };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  const text = [message, ...(hint === null ? [] : [hint])].map(escapeControlsOnLine).join('\n');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(escapeControlsOnLine(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
