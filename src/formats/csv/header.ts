import { fold } from '../../text/fold.js';
import { nearest, suggest } from '../../text/nearest.js';
import { isShort, quote } from '../../text/quote.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues, Span } from '../source/issues.js';
import { COLUMNS, type Column, columnOf, type Guess, guessColumn, isDayFirst, maySeveral } from './columns.js';
import type { Cell, Row } from './table.js';

/** Columns that only a table of idm has together. */
const OWN: readonly Column[] = ['id', 'day', 'date', 'timezone', 'room_ids', 'parent'];

/** The row of a table that names its columns: which column holds what. */
export interface Header {
  readonly span: Span;
  /** The cell of a row in a column: empty, with its span at the end of the row, where the row is short; undefined where the table has no such column. */
  cell(row: Row, column: Column): Cell | undefined;
  /** The cells of a row in all columns that hold this, such as `Speaker 1` and `Speaker 2`. */
  cells(row: Row, column: Column): readonly Cell[];
  /** The cells of the first and the last names of people, in pairs. */
  nameCells(row: Row): readonly (readonly [first: Cell | undefined, last: Cell | undefined])[];
  has(column: Column): boolean;
  /** The indices of the columns that hold this. */
  places(column: Column): readonly number[];
  /** How many columns it names. */
  readonly width: number;
  /** True when the columns show that idm wrote the table. */
  readonly writtenByIdm: boolean;
  /** True when a column beside that of the dates may have their weekdays; in a table of idm it has numbers. */
  readonly hasWeekdays: boolean;
  /** True when a name of a column is in a language whose dates begin with the day. */
  readonly dayFirst: boolean;
  /** The columns whose names are not known. */
  readonly unread: readonly NamedColumn[];
  /** The column at an index. */
  column(at: number): NamedColumn;
}

/** A column by its index, with its name and the span of that. */
export interface NamedColumn {
  readonly at: number;
  readonly name: string;
  readonly span: Span;
}

/** Where the columns of a field are, and in which order they come. */
type Places = ReadonlyMap<Column, readonly number[]>;

/** The header of a table, and the rows below it. */
export interface HeadedTable {
  readonly header: Header;
  readonly rows: readonly Row[];
}

/** Rows that are looked at for the header, where the first has none. */
const ABOVE = 6;

/**
 * Finds the row that names the columns: the first, or the first of some more that names what a session needs, since titles
 * stand above the headers of some tables. `map` gives the names of columns by what they hold. Reports what a session needs
 * and the table lacks; undefined then.
 */
export function readHeader(
  table: readonly Row[],
  map: Readonly<Record<string, string>>,
  issues: Issues,
  accounts: Accounts,
): HeadedTable | undefined {
  const [first] = table;
  if (first === undefined) return undefined;
  const at = table
    .slice(0, ABOVE)
    .findIndex((row, i) => missingColumns(placesOf(row, map), table.slice(i + 1)).length === 0);
  const row = table[Math.max(0, at)] ?? first;
  const rows = table.slice(Math.max(0, at) + 1);
  const span = spanOf(row);
  const names = row.map(({ text }) => text.trim());
  for (const [field, name] of Object.entries(map)) reportMapping(field, name, names, span, issues);
  const found = new Map(placesOf(row, map));
  if (at === -1) return reportMissing(missingColumns(found, rows), names, found, span, issues);
  for (const above of table.slice(0, at)) {
    const text = above.map(cell => cell.text.trim()).find(cell => cell !== '') ?? '';
    accounts.tell('above', spanOf(above), {
      rule: 'read-as',
      message: () => `the header of this table is its row ${at + 1}: what stands above, ${quote(text)}, is not read`,
    });
  }
  const writtenByIdm = OWN.every(column => found.has(column));
  const day = found.get('day');
  if (!found.has('date') && day !== undefined) found.set('date', day);
  const used = new Set([...found.values()].flat());
  const groups = groupsOf(names, found);
  const columnAt = (at: number): NamedColumn => ({ at, name: names[at] ?? '', span: row[at]?.span ?? span });
  const cellAt = (cells: Row, i: number): Cell => {
    const end = cells.at(-1)?.span[1] ?? 0;
    return cells[i] ?? { text: '', span: [end, end] };
  };
  return {
    rows,
    header: {
      span,
      width: row.length,
      writtenByIdm,
      hasWeekdays: !writtenByIdm && day !== undefined && day[0] !== found.get('date')?.[0],
      dayFirst: names.some(isDayFirst),
      has: column => found.has(column),
      places: column => found.get(column) ?? [],
      cell: (cells, column) => {
        const i = found.get(column)?.[0];
        return i === undefined ? undefined : (cells[i] ?? cellAt(cells, i));
      },
      cells: (cells, column) => (found.get(column) ?? []).map(i => cellAt(cells, i)),
      nameCells: cells => {
        const cellOf = (i: number | undefined) => (i === undefined ? undefined : cellAt(cells, i));
        return groups.map(([one, other]) => [cellOf(one), cellOf(other)] as const);
      },
      unread: row.flatMap((_, i) => (used.has(i) ? [] : [columnAt(i)])),
      column: columnAt,
    },
  };
}

function spanOf(row: Row): Span {
  return [row[0]?.span[0] ?? 0, row.at(-1)?.span[1] ?? 0];
}

/** What the columns of a row hold, if it is the header: by `map`, else by their names, those that say it best first. */
function placesOf(row: Row, map: Readonly<Record<string, string>>): Places {
  const names = row.map(({ text }) => text.trim());
  const places = new Map<Column, number[]>();
  const used = new Set<number>();
  for (const [field, name] of Object.entries(map)) {
    const column = COLUMNS.find(known => known === field);
    const at = indexOf(name, names);
    if (column === undefined || at === -1) continue;
    places.set(column, [at]);
    used.add(at);
  }
  const mapped = new Set(places.keys());
  const isOwn = OWN.every(column => names.some(name => columnOf(name) === column));
  const guesses = names
    .flatMap((name, at): { readonly at: number; readonly guess: Guess }[] => {
      const guess = used.has(at) ? undefined : guessColumn(name);
      return guess === undefined || (isOwn && columnOf(name) === undefined) ? [] : [{ at, guess }];
    })
    .sort((a, b) => a.guess.rank - b.guess.rank || a.at - b.at);
  for (const { at, guess } of guesses) {
    const { column } = guess;
    const before = places.get(column);
    if (before === undefined) places.set(column, [at]);
    else if (maySeveral(column) && !mapped.has(column)) before.push(at);
  }
  for (const list of places.values()) list.sort((a, b) => a - b);
  return places;
}

/** The index of a column by its name, in whatever case. */
function indexOf(name: string, names: readonly string[]): number {
  const exact = names.indexOf(name);
  return exact === -1 ? names.findIndex(known => known.toLowerCase() === name.toLowerCase()) : exact;
}

/** First and last names that belong together: by the number in the names of their columns, else in their order. */
function groupsOf(
  names: readonly string[],
  found: Places,
): readonly (readonly [first: number | undefined, last: number | undefined])[] {
  const pairs = new Map<string, [number | undefined, number | undefined]>();
  for (const [side, column] of (['first_name', 'last_name'] as const).entries()) {
    for (const [nth, at] of (found.get(column) ?? []).entries()) {
      const key = guessColumn(names[at] ?? '')?.group || `nth ${nth}`;
      const pair = pairs.get(key) ?? [undefined, undefined];
      pair[side as 0 | 1] = at;
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
}

/** A clock in a cell that has a date as well. */
const CLOCK = /\d[\sT,]+\d{1,2}[:.hH]\d{2}/;
/** Rows that are asked whether their dates have clocks. */
const ASKED = 50;

/**
 * The columns that a session needs and the table lacks. A start may hold its date, a date its start, a time start and end,
 * and where days are whole days there is no start.
 */
function missingColumns(index: Places, rows: readonly Row[]): readonly Column[] {
  const [date] = index.get('date') ?? [];
  const hasClocks = () =>
    date !== undefined && rows.slice(0, ASKED).some(row => CLOCK.test(row[date]?.text.slice(0, 100) ?? ''));
  const timed = index.has('start') || index.has('time') || index.has('all_day') || hasClocks();
  const dated = index.has('date') || index.has('day') || index.has('start');
  return [
    ...(index.has('title') ? [] : (['title'] as const)),
    ...(timed ? [] : (['start'] as const)),
    ...(dated ? [] : (['date'] as const)),
  ];
}

/** Reports the columns that a table lacks, with the options that name those that are near. */
function reportMissing(
  missing: readonly Column[],
  names: readonly string[],
  index: Places,
  span: Span,
  issues: Issues,
): undefined {
  if (['name', 'moderates', 'speaks'].every(name => names.includes(name)))
    return issues.add('wrong-type', { span }, 'this is a table of people: it has no sessions');
  const used = new Set([...index.values()].flat());
  const free = names.filter((name, i) => isTypable(name) && !used.has(i));
  const near = missing.flatMap(column => {
    const name = nearestColumn(column, free);
    return name === undefined ? [] : [`--map ${column}="${name}"`];
  });
  const message = `this table has no column for ${missing.join(', ')}; its columns are ${names.map(quote).slice(0, 30).join(', ')}`;
  const example = `say which columns hold them: --map ${missing[0]}="NAME OF THE COLUMN"`;
  const hint = near.length === 0 ? example : `if it is meant, name it: ${near.join(' ')}`;
  return issues.add('missing-field', { span }, message, hint);
}

/** True for a name that a hint can give in quotes: short, and nothing in it means something to a shell there. */
export function isTypable(name: string): boolean {
  return name !== '' && isShort(name) && !/["$`\\!\n]/.test(name);
}

/** Words in the names of columns, by the field that they hint at; a start is rather a time than a date. */
const HINTS: Partial<Record<Column, RegExp>> = {
  title:
    /\b(?:title|headline|heading|titel|titre|titulo|name|session|talk|event|topic|subject|thema|vortrag|veranstaltung|programm|theme|tema)|(?:titel|name)\b/,
  start: /\b(?:start|begin|beginn|debut|inicio|time|zeit|uhr|heure|hora|from|von)|(?:zeit|beginn|start)\b/,
  date: /\b(?:date|datum|fecha|day|tag|jour|dia)|(?:datum|tag)\b/,
};

/** The free column whose name is like a name of a field, or has a word of it; none where it speaks of people. */
function nearestColumn(column: Column, free: readonly string[]): string | undefined {
  const candidates = free.filter(
    name => !/\b(?:speaker|person|people|owner|author|mail|phone|company|note)/i.test(name),
  );
  const spelled = nearest(column, candidates);
  if (spelled !== undefined) return spelled;
  const word = HINTS[column];
  const hinted = candidates.filter(name => word?.test(fold(name.slice(0, 80))) && guessColumn(name) === undefined);
  return column === 'start' ? (hinted.find(name => !/dat|day|tag/i.test(name)) ?? hinted[0]) : hinted[0];
}

/** Reports a `--map` that names no column, of a session or of the table. */
function reportMapping(field: string, name: string, names: readonly string[], span: Span, issues: Issues): undefined {
  const column = COLUMNS.find(known => known === field);
  if (column !== undefined && indexOf(name, names) !== -1) return;
  const known = column === undefined ? COLUMNS : names;
  const near = nearest(column === undefined ? field : name, known);
  const message =
    column === undefined
      ? `--map: a session of a table has no ${quote(field)}`
      : `--map ${field}: this table has no column ${quote(name)}`;
  const hint = suggest(near, `known: ${known.slice(0, 30).join(', ')}`);
  return issues.add(column === undefined ? 'unknown-field' : 'missing-field', { span }, message, hint);
}
