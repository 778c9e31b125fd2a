// Rows that were measured, as lines and as tables: each has a name, a value or a failure, and perhaps a target and a unit.

/** A row that was measured. */
export interface Row {
  readonly name: string;
  readonly value?: number;
  /** Why there is no value. */
  readonly failure?: string;
  /** What the value may be at most. */
  readonly target?: number;
  readonly unit?: string;
}

const value = ({ value = Number.NaN, unit = '', failure }: Row) => failure ?? `${value.toFixed(2)} ${unit}`.trim();
const met = ({ value = Number.NaN, target = Number.NaN }: Row) => (value <= target ? 'met' : 'not met');

/** A row for a terminal. */
export function line(row: Row): string {
  const target = row.target === undefined ? '' : `  at most ${row.target}  ${met(row)}`;
  return `${value(row).padStart(8)}  ${row.name}${target}`;
}

/** Rows as a table of Markdown. */
export function markdown(rows: readonly Row[], targets: boolean): string {
  const table = targets
    ? [
        ['', 'ratio', 'at most', ''],
        ...rows.map(row => [row.name, value(row), `${row.target} ${row.unit ?? ''}`.trim(), met(row)]),
      ]
    : [['', 'ratio'], ...rows.map(row => [row.name, value(row)])];
  const [head, ...body] = table.map(cells => `| ${cells.join(' | ')} |`);
  return [head, `|${'---|'.repeat(targets ? 4 : 2)}`, ...body].join('\n');
}

/** A document with another table between its two markers. */
export function withTable(document: string, table: string): string {
  const between = /(<!-- measured -->\n)[\s\S]*?(<!-- end -->)/;
  if (!between.test(document)) throw new Error('the document has no place for the table');
  return document.replace(between, (_, before, after) => `${before}\n${table}\n\n${after}`);
}
