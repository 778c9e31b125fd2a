import type { Diagnostic } from '../model/diagnostic.js';
import type { Paint } from '../paint.js';

/** What a report may know beyond the diagnostics. */
export interface ReportContext {
  readonly width: number;
  readonly paint: Paint;
  /** Every file that was read, those without a problem among them. */
  readonly files: readonly string[];
  /** The text of a file. */
  source(file: string): string;
}

/** Diagnostics, sorted, as text that ends in a newline or is empty. */
export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;
