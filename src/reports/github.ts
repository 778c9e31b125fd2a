import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { escapeControlsOnLine } from '../text/escape.js';
import type { Report } from './report.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } satisfies Record<Severity, string>;

/** Workflow commands, which GitHub shows as annotations of lines: docs.github.com, "Workflow commands for GitHub Actions". */
export const report: Report = (diagnostics, { path }) =>
  diagnostics.map(diagnostic => `${command(diagnostic, path(diagnostic.file))}\n`).join('');

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
