import { json } from './json.js';
import type { Report } from './report.js';
import { text } from './text.js';

/** The reports of `validate`, by the name that --format takes. */
export const REPORTS = { text, json } satisfies Record<string, Report>;
export type ReportName = keyof typeof REPORTS;
