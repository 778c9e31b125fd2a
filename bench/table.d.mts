/** A row that was measured. */
interface Row {
  readonly name: string;
  readonly value?: number;
  readonly failure?: string;
  readonly target?: number;
  readonly unit?: string;
}
/** A row for a terminal. */
export declare function line(row: Row): string;
/** Rows as a table of Markdown. */
export declare function markdown(rows: readonly Row[], targets: boolean): string;
/** A document with another table between its two markers. */
export declare function withTable(document: string, table: string): string;
