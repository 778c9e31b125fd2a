// Rows that were measured, as lines and as tables: each has a name, a value or a failure, and perhaps a target and a unit.

const value = ({ value, unit = '', failure }) =>
  failure === undefined ? `${value.toFixed(2)} ${unit}`.trim() : failure;
const met = ({ value, target }) => (value <= target ? 'met' : 'not met');

/** A row for a terminal. */
export function line(row) {
  const target = row.target === undefined ? '' : `  at most ${row.target}  ${met(row)}`;
  return `${value(row).padStart(8)}  ${row.name}${target}`;
}

/** Rows as a table of Markdown. */
export function markdown(rows, targets) {
  const table = targets
    ? [
        ['', 'ratio', 'at most', ''],
        ...rows.map(row => [row.name, value(row), `${row.target} ${row.unit ?? ''}`.trim(), met(row)]),
      ]
    : [['', 'ratio'], ...rows.map(row => [row.name, value(row)])];
  const [head, ...body] = table.map(cells => `| ${cells.join(' | ')} |`);
  return [head, `|${table[0].map(() => '---|').join('')}`, ...body].join('\n');
}

/** A document with another table between its two markers. */
export function withTable(document, table) {
  const between = /(<!-- measured -->\n)[\s\S]*?(<!-- end -->)/;
  if (!between.test(document)) throw new Error('the document has no place for the table');
  return document.replace(between, (_, before, after) => `${before}\n${table}\n\n${after}`);
}
