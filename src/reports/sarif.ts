import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { safeJson } from '../text/json.js';
import type { Report, RuleNote } from './report.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } satisfies Record<Severity, string>;

/** One run as a SARIF 2.1.0 log: what GitHub's code scanning and editors read. */
export const report: Report = (diagnostics, { path, rules, version }) => {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  return safeJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'idm', version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(found => result(found, indices.get(found.rule) ?? -1, path(found.file))),
      },
    ],
  });
};

function descriptor({ id, severity, summary, why }: RuleNote): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why}\n\nAn example: idm explain ${id}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number, path: string): object {
  const { line, column, endLine, endColumn, severity, rule, message, hint } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: hint === null ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** A path as a URI reference (RFC 3986 §4.1): relative, or with the scheme file. */
function uri(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
