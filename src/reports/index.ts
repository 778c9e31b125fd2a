import type { ReportEntry } from './report.js';

/** The reports of `validate`, by the name for --format. A new one is a file that exports `report`, and an entry here. */
export const REPORTS = {
  text: { about: 'for people', load: () => import('./text.js') },
  json: { about: 'for programs', load: () => import('./json.js') },
  github: { about: 'annotations of a GitHub workflow', load: () => import('./github.js') },
  sarif: { about: 'SARIF 2.1.0, for code scanning', load: () => import('./sarif.js') },
  gitlab: { about: 'a Code Quality report of GitLab', load: () => import('./gitlab.js') },
  junit: { about: 'JUnit XML, for test reports', load: () => import('./junit.js') },
} as const satisfies Record<string, ReportEntry>;
export type ReportName = keyof typeof REPORTS;
