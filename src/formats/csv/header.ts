import { nearest, suggest } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';

import type { Issues, Span } from '../source/issues.js';
import { COLUMNS, type Column, columnOf, isDayFirst } from './columns.js';
import type { Cell, Row } from './table.js';

/** Columns that only a table of idm has together. */
const OWN: readonly Column[] = ['id', 'day', 'date', 'timezone', 'room_ids', 'parent'];

/** The first row of a table: which column holds what. */
export interface Header {
  readonly span: Span;
  /** The cell of a row in a column: empty, with its span at the end of the row, where the row is short; undefined where the table has no such column. */
  cell(row: Row, column: Column): Cell | undefined;
  has(column: Column): boolean;
  /** True when the columns show that idm wrote the table. */
  readonly writtenByIdm: boolean;
  /** True when a name of a column is in a language whose dates begin with the day. */
  readonly dayFirst: boolean;
}

/**
 * Reads the first row of a table. `map` gives the names of columns by what they hold. Reports what a session needs and the
 * table lacks; undefined then.
 */
export function readHeader(row: Row, map: Readonly<Record<string, string>>, issues: Issues): Header | undefined {
  const span: Span = [row[0]?.span[0] ?? 0, row.at(-1)?.span[1] ?? 0];
  const names = row.map(({ text }) => text.trim());
  const index = new Map<Column, number>();
  for (const [field, name] of Object.entries(map)) {
    const column = COLUMNS.find(known => known === field);
    const at = names.findIndex(known => known === name || known.toLowerCase() === name.toLowerCase());
    if (column !== undefined && at !== -1) index.set(column, at);
    else reportMapping(field, name, column, names, span, issues);
  }
  for (const [i, name] of names.entries()) {
    const column = columnOf(name);
    if (column !== undefined && !index.has(column) && ![...index.values()].includes(i)) index.set(column, i);
  }
  const writtenByIdm = OWN.every(column => index.has(column));
  const day = index.get('day');
  if (!index.has('date') && day !== undefined) index.set('date', day);
  const missing = missingColumns(index);
  if (missing.length > 0) return reportMissing(missing, names, index, span, issues);
  return {
    span,
    writtenByIdm,
    dayFirst: names.some(isDayFirst),
    has: column => index.has(column),
    cell: (cells, column) => {
      const at = index.get(column);
      const end = cells.at(-1)?.span[1] ?? 0;
      return at === undefined ? undefined : (cells[at] ?? { text: '', span: [end, end] });
    },
  };
}

/** The columns that a session needs and the table lacks. A start may hold its date, and a time its start and end. */
function missingColumns(index: ReadonlyMap<Column, number>): readonly Column[] {
  const timed = index.has('start') || index.has('time');
  return [
    ...(index.has('title') ? [] : (['title'] as const)),
    ...(timed ? [] : (['start'] as const)),
    ...(index.has('date') || index.has('start') ? [] : (['date'] as const)),
  ];
}

/** Reports the columns that a table lacks, with the option that names the first. */
function reportMissing(
  missing: readonly Column[],
  names: readonly string[],
  index: ReadonlyMap<Column, number>,
  span: Span,
  issues: Issues,
): undefined {
  if (['name', 'moderates', 'speaks'].every(name => names.includes(name)))
    return issues.add('wrong-type', { span }, 'this is a table of people: it has no sessions');
  const used = new Set(index.values());
  const free = names.filter((name, i) => name !== '' && !used.has(i));
  const [first = 'title'] = missing;
  const near = nearest(first, free) ?? free[0] ?? 'its name';
  const message = `this table has no column for ${missing.join(', ')}; its columns are ${names.map(quote).slice(0, 30).join(', ')}`;
  const hint = `name it: --map ${first}=${/\s/.test(near) ? JSON.stringify(near) : near}`;
  return issues.add('missing-field', { span }, message, hint);
}

/** Reports a `--map` that names no column, of a session or of the table. */
function reportMapping(
  field: string,
  name: string,
  column: Column | undefined,
  names: readonly string[],
  span: Span,
  issues: Issues,
): undefined {
  const known = column === undefined ? COLUMNS : names;
  const near = nearest(column === undefined ? field : name, known);
  const message =
    column === undefined
      ? `--map: a session of a table has no ${quote(field)}`
      : `--map ${field}: this table has no column ${quote(name)}`;
  const hint = suggest(near, `known: ${known.slice(0, 30).join(', ')}`);
  return issues.add(column === undefined ? 'unknown-field' : 'missing-field', { span }, message, hint);
}
