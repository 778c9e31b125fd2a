import { createHash } from 'node:crypto';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { safeJson } from '../text/json.js';
import type { Report } from './report.js';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } satisfies Record<Severity, string>;

/**
 * A Code Quality report of GitLab (docs.gitlab.com, "Code Quality report format"). A finding keeps its fingerprint while
 * lines above it come and go, so that a merge request shows what is new; several alike in one file are told apart by their
 * order.
 */
export const report: Report = (diagnostics, { path }) => {
  const seen = new Map<string, number>();
  return safeJson(
    diagnostics.map(diagnostic => {
      const { file, line, endLine, severity, rule, message, hint } = diagnostic;
      const key = JSON.stringify([path(file), rule, withoutLine(diagnostic)]);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return {
        description: escapeControlsOnLine(hint === null ? message : `${message}: ${hint}`),
        check_name: rule,
        fingerprint: createHash('sha256').update(`${key}${before}`).digest('hex'),
        severity: SEVERITY[severity],
        location: { path: path(file), lines: { begin: line, end: endLine } },
      };
    }),
  );
};

/** The message without the line of another place. */
function withoutLine({ message, related }: Diagnostic): string {
  const [other] = related;
  return other === undefined ? message : message.replace(` (line ${other.line})`, '');
}
