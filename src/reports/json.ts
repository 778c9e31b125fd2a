import { safeJson } from '../text/json.js';
import type { Report } from './report.js';

/** A JSON array of the diagnostics, fields in the order of their documentation. */
export const report: Report = diagnostics =>
  safeJson(
    diagnostics.map(
      ({ file, line, column, endLine, endColumn, severity, rule, message, hint, related, suggestion }) => ({
        file,
        line,
        column,
        endLine,
        endColumn,
        severity,
        rule,
        message,
        hint,
        related,
        suggestion,
      }),
    ),
  );
