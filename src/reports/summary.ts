import { type Diagnostic, SEVERITIES } from '../model/diagnostic.js';
import { escapeControlsOnLine } from '../text/escape.js';
import type { ReportContext } from './report.js';

/** The files, and how many diagnostics of each severity there are. */
export function summary(diagnostics: readonly Diagnostic[], { colors, files }: ReportContext): string {
  const counts = SEVERITIES.flatMap(severity => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
    return count === 0 ? [] : [colors[severity](`${count} ${severity}${count === 1 ? '' : 's'}`)];
  });
  const where = files.length === 1 ? escapeControlsOnLine(files[0] ?? '') : `${files.length} files`;
  return `${where}: ${counts.length === 0 ? 'no problems' : counts.join(', ')}`;
}
