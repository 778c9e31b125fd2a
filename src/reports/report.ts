import type { Diagnostic, Severity } from '../model/diagnostic.js';
import type { Colors } from '../paint.js';

/** What a report may say of a rule. */
export interface RuleNote {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
}

/** What a report may know beyond the diagnostics. */
export interface ReportContext {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: Colors;
  /** Every file that was read, those without a problem among them. */
  readonly files: readonly string[];
  /** The text of a file. */
  source(file: string): string;
  /** The path of a file as a service knows it: from the root of the repository, absolute outside of it. */
  path(file: string): string;
  /** Every rule that may have been broken. */
  readonly rules: readonly RuleNote[];
  /** Of this tool. */
  readonly version: string;
}

/** Diagnostics, sorted, as text that ends in a newline or is empty. */
export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

/** A report that loads what it needs only where there is something to report. */
export type LateReport = (...given: Parameters<Report>) => Promise<string>;

/** A report in the registry: enough for a help text. */
export interface ReportEntry {
  readonly about: string;
  load(): Promise<{ readonly report: Report | LateReport }>;
}
