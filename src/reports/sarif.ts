import type { Diagnostic, Region, Severity } from '../model/diagnostic.js';
import { safeJson } from '../text/json.js';
import type { Report, RuleNote } from './report.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } satisfies Record<Severity, string>;

/** One run as a SARIF 2.1.0 log, for GitHub's code scanning and editors. */
export const report: Report = (diagnostics, { path, rules, tool }) => {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  return safeJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'idm',
            version: tool.version,
            informationUri: tool.homepage,
            rules: rules.map(rule => descriptor(rule, `${tool.homepage}/blob/HEAD/docs/rules.md`)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(found => result(found, indices.get(found.rule) ?? -1, file => uri(path(file)))),
      },
    ],
  });
};

function descriptor({ id, severity, summary, why }: RuleNote, helpUri: string): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why}\n\nAn example: idm explain ${id}` },
    helpUri,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number, uriOf: (file: string) => string): object {
  const { file, severity, rule, message, hint, related, suggestion } = diagnostic;
  const location = (file: string, place: Region) => ({
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(place) },
  });
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: hint === null ? message : `${message}\n${hint}` },
    locations: [location(file, diagnostic)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...location(other.file, other),
        message: { text: other.message },
      })),
    }),
    ...(suggestion && {
      fixes: [
        {
          ...(hint !== null && { description: { text: hint } }),
          artifactChanges: [
            {
              artifactLocation: { uri: uriOf(file) },
              replacements: [{ deletedRegion: region(suggestion), insertedContent: { text: suggestion.text } }],
            },
          ],
        },
      ],
    }),
  };
}

/** SARIF §3.30: lines and columns from 1, the end exclusive, as ours. */
function region({ line, column, endLine, endColumn }: Region): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/**
 * A path as a URI reference (RFC 3986 §4.1): relative, or with the scheme file. U+DC80 to U+DCFF stand for bytes that are not
 * UTF-8.
 */
function uri(path: string): string {
  const encoded = path.replace(/[^/]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xdc80 && code <= 0xdcff ? `%${(code - 0xdc00).toString(16).toUpperCase()}` : encode(character);
  });
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Other surrogates without their half have no UTF-8: U+FFFD stands for them. */
function encode(character: string): string {
  return encodeURIComponent(character.replace(/[\uD800-\uDFFF]/u, '\uFFFD'));
}
