import type { Block, CellPlace } from './blocks/block.js';
import { timeAlone, timeAtStart } from './words/clocks.js';
import { dayHeading } from './words/dates.js';
import { columnLabel, isRoom, type LabelKind, labelOf } from './words/labels.js';

/** A cell with the blocks in it, by their indices. */
export interface Cell {
  readonly place: CellPlace;
  readonly blocks: readonly number[];
  readonly text: string;
  /** The first line of it. */
  readonly first: string;
}

/** A row: its cells by column, those that begin in it. */
export type Row = ReadonlyMap<number, Cell>;

/** What the columns of a table are for. */
export interface Shape {
  readonly time?: number;
  readonly roles: ReadonlyMap<number, LabelKind>;
  /** True where rooms stand behind the times, in one cell. */
  readonly hasRoomsBehindTimes?: boolean;
  /** The numbers of the rows that are its header. */
  readonly headers: ReadonlySet<number>;
  /** How many columns there are. */
  readonly columns: number;
  /** Columns each of which is a room or a day, with the cell of the header. */
  readonly lanes: ReadonlyMap<number, Cell>;
  readonly laneKind: 'room' | 'day';
}

export function rowsOf(blocks: readonly Block[], from: number, to: number): ReadonlyMap<number, Row> {
  const rows = new Map<number, Map<number, { place: CellPlace; blocks: number[]; texts: string[] }>>();
  for (let i = from; i < to; i++) {
    const { cell: place, text } = blocks[i] as Block;
    if (place === undefined) continue;
    const row = rows.get(place.row) ?? new Map();
    rows.set(place.row, row);
    const cell = row.get(place.column) ?? { place, blocks: [], texts: [] };
    row.set(place.column, cell);
    cell.blocks.push(i);
    cell.texts.push(text);
  }
  return new Map(
    [...rows].map(([at, row]) => [
      at,
      new Map(
        [...row].map(([column, cell]) => [
          column,
          {
            place: cell.place,
            blocks: cell.blocks,
            text: cell.texts.join(' '),
            first: cell.texts[0]?.split('\n')[0] ?? '',
          },
        ]),
      ),
    ]),
  );
}

/** True for a cell whose first line is a time. */
export function isTimeCell({ text, first }: Cell): boolean {
  return (timeAlone(text, true) ?? timeAlone(first, true)) !== undefined;
}

/** Rows at the beginning of a table among which its header is looked for. */
const HEAD = 4;

export function shapeOf(byNumber: ReadonlyMap<number, Row>): Shape {
  const rows = [...byNumber.values()];
  // No header stands below a time, which may reach down beside it.
  const first = rows.slice(0, HEAD).findIndex(row => [...row.values()].some(isTimeCell));
  const header = rows.slice(0, first === -1 ? HEAD : first).findIndex((row, i) => isHeader(row, rows.slice(i + 1)));
  const cells = header === -1 ? [] : [...(rows[header] as Row)];
  const roles = new Map<number, LabelKind>();
  for (const [column, { text }] of cells) {
    const label = columnLabel(text);
    if (label !== undefined) roles.set(column, label);
  }
  // Beside who speaks, an organisation is theirs.
  if ([...roles.values()].includes('speakers'))
    for (const [column, role] of roles) if (role === 'organizer') roles.set(column, 'affiliation');
  // Tracks side by side.
  const tracks = [...roles].filter(([, role]) => role === 'track');
  if (tracks.length > 1) for (const [column] of tracks) roles.delete(column);
  const numbers = new Set(rows.flatMap(row => [...row.keys()]));
  // What stands last is what the numbers are of.
  numbers.delete(Math.max(...numbers));
  for (const column of numbers)
    if ((roles.get(column) ?? 'title') === 'title' && isOfNumbers(column, rows, header)) roles.set(column, 'number');
  const named = [...roles].find(([, role]) => role === 'time' || role === 'start')?.[0];
  const time = named ?? timeColumn(rows);
  if (time !== undefined) roles.delete(time);
  if (![...roles.values()].includes('room')) {
    const rooms = columnOfRooms(rows, time, roles);
    if (rooms !== undefined) roles.set(rooms, 'room');
  }
  const unknown = cells.filter(([column]) => column !== time && !roles.has(column));
  const isLane = (cell: Cell) => isRoom(cell.text) || dayHeading(cell.text, true) !== undefined;
  const areLanes =
    time !== undefined && unknown.length > 1 && (roles.size === 0 || tracks.length > 1)
      ? unknown
      : unknown.filter(([, cell]) => isLane(cell));
  const lanes = new Map(time !== undefined && areLanes.length > 1 ? areLanes : []);
  const days = [...lanes.values()].filter(({ text }) => dayHeading(text, true) !== undefined).length;
  const text = (row: Row) => [...row.values()].map(cell => cell.text).join('\0');
  const head = header === -1 ? undefined : text(rows[header] as Row);
  const headers = new Set([...byNumber].flatMap(([at, row]) => (head !== undefined && text(row) === head ? [at] : [])));
  const behind = rows.flatMap(row => behindTime(time === undefined || row.size < 2 ? undefined : row.get(time)) || []);
  return {
    ...(time !== undefined && { time }),
    roles,
    hasRoomsBehindTimes: behind.length > 0 && behind.filter(isRoom).length * 2 >= behind.length,
    headers,
    columns: new Set(rows.flatMap(row => [...row.keys()])).size,
    lanes,
    laneKind: days * 2 > lanes.size ? 'day' : 'room',
  };
}

/** True for a column in which numbers stand alone: those of the items of an agenda. */
function isOfNumbers(column: number, rows: readonly Row[], header: number): boolean {
  const texts = rows.flatMap((row, i) => (i === header ? [] : (row.get(column)?.text ?? [])));
  return texts.length > 1 && texts.every(text => /^(?:\d{1,2}|[ivx]{1,5})[.)]?(?:[a-z]|\d{1,2})?[.)]?$/iu.test(text));
}

/** The last column, where most of its cells are rooms and nothing says what it is. */
function columnOfRooms(
  rows: readonly Row[],
  time: number | undefined,
  roles: ReadonlyMap<number, LabelKind>,
): number | undefined {
  const last = Math.max(...rows.flatMap(row => [...row.keys()]));
  if (time === undefined || last < time + 2 || roles.has(last)) return undefined;
  const texts = rows.flatMap(row => row.get(last)?.text ?? []).filter(text => text !== '');
  return texts.length > 1 && texts.filter(isRoom).length * 2 > texts.length ? last : undefined;
}

/** What stands behind the time in a cell; empty where nothing does, or no time stands there. */
export function behindTime(cell: Cell | undefined): string {
  const time = cell && timeAtStart(cell.text, true);
  return time === undefined ? '' : (cell?.text.slice(time.rest).trim() ?? '');
}

/** A row of words for columns, or of rooms or days beside an empty or known first cell. */
function isHeader(row: Row, below: readonly Row[]): boolean {
  const cells = [...row.values()];
  if (cells.length < 2 || cells.some(({ text }) => timeAtStart(text) !== undefined || text.length > 80)) return false;
  const labels = cells.map(({ text }) => columnLabel(text));
  const count = labels.filter(label => label !== undefined).length;
  const isWhole = (cell: Cell, label: LabelKind | undefined) =>
    label !== undefined && labelOf(cell.text)?.rest !== undefined;
  if (
    count > 1 &&
    count * 2 >= cells.length &&
    !(cells.length === 2 && isWhole(cells[0] as Cell, labels[0]) && !isColumnOfTimes(below, cells[0]))
  )
    return true;
  const first = cells[0] as Cell;
  const isCorner = labels[0] === 'time' || labels[0] === 'start' || first.place.column > 0;
  if (!isCorner || !isColumnOfTimes(below, undefined)) return false;
  const others = first.place.column > 0 ? cells : cells.slice(1);
  return others.length > 1 || labels[0] === 'time';
}

function isColumnOfTimes(rows: readonly Row[], cell: Cell | undefined): boolean {
  const column = cell?.place.column ?? 0;
  return rows.some(row => {
    const known = row.get(column);
    return known !== undefined && isTimeCell(known);
  });
}

/** The first column most of whose cells are times. */
function timeColumn(rows: readonly Row[]): number | undefined {
  const counts = new Map<number, { times: number; cells: number }>();
  for (const row of rows) {
    for (const [column, cell] of row) {
      const { text, place } = cell;
      const count = counts.get(column) ?? { times: 0, cells: 0 };
      counts.set(column, count);
      if (place.width > 1 || dayHeading(text, true) !== undefined) continue;
      count.cells++;
      if (isTimeCell(cell)) count.times++;
    }
  }
  return [...counts].sort(([a], [b]) => a - b).find(([, { times, cells }]) => times > 0 && times * 2 >= cells)?.[0];
}
