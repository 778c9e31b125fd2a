import type { Diagnostic, Severity } from '../model/diagnostic.js';
import type { Colors } from '../paint.js';

/** The documentation of a rule for a report. */
export interface RuleNote {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
}

/** What a report is given besides the diagnostics. */
export interface ReportContext {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: Colors;
  /** Every file that was read, also those without problems. */
  readonly files: readonly string[];
  /** The text of a file. */
  source(file: string): string;
  /** The path of a file for a service: relative to the root of the repository, absolute outside of it. */
  path(file: string): string;
  /** Every rule that `validate` checks. */
  readonly rules: readonly RuleNote[];
  /** True to show each of many warnings or infos of one rule. */
  readonly all: boolean;
  /** What many diagnostics have in common, in lines for people; empty where there are few. */
  readonly common: readonly string[];
  /** True where warnings make the check fail. */
  readonly warningsFail: boolean;
  /** idm itself; `homepage` is the address of its pages. */
  readonly tool: { readonly version: string; readonly homepage: string };
}

/** Formats sorted diagnostics as a text that ends with a newline or is empty. */
export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

/** A report that loads modules on demand. */
export type LateReport = (...given: Parameters<Report>) => Promise<string>;

/** An entry of the registry. */
export interface ReportEntry {
  readonly about: string;
  load(): Promise<{ readonly report: Report | LateReport }>;
}
