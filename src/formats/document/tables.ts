import { clock } from '../../model/time.js';
import { LIMITS } from '../source/limits.js';
import type { Block, CellPlace } from './blocks/block.js';
import { type Line, lineOf } from './line.js';
import { timeAlone, timeAtStart } from './words/clocks.js';
import { dayHeading } from './words/dates.js';
import { columnLabel, isIgnorable, isRoom, type LabelKind, labelOf, oneOfSome, typeOfTitle } from './words/labels.js';
import { isName } from './words/people.js';

/** A cell with the blocks in it, by their indices. */
interface Cell {
  readonly place: CellPlace;
  readonly blocks: readonly number[];
  readonly text: string;
  /** The first line of it. */
  readonly first: string;
}

/** A row: its cells by column, those that begin in it. */
type Row = ReadonlyMap<number, Cell>;

/** What the columns of a table are for. */
interface Shape {
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

/** The lines of a table, whose blocks are those from one index to another. */
export function tableLines(blocks: readonly Block[], from: number, to: number): readonly Line[] {
  const rows = rowsOf(blocks, from, to);
  const lone = loneLine(rows, blocks);
  if (lone !== undefined) return [lone];
  const shape = shapeOf(rows);
  const context = { blocks, shape, rows };
  if (areTitled(rows, shape)) {
    const columns = [...(rows.values().next().value?.keys() ?? [])];
    return columns.flatMap(column =>
      [...rows.values()].flatMap(row => {
        const cell = row.get(column);
        return cell === undefined ? [] : plainLines(cell, context);
      }),
    );
  }
  if (shape.lanes.size > 0 && shape.laneKind === 'day') return dayLanes(context);
  const lines: Line[] = [];
  for (const [at, row] of rows) {
    if (lines.length > LIMITS.documentLines) break;
    for (const line of rowLines(at, row, context)) lines.push(line);
  }
  return lines;
}

/** A row by itself of a time and a room, which is no table but a line: `9:00–9:30 | Main hall`, above a title. */
function loneLine(rows: ReadonlyMap<number, Row>, blocks: readonly Block[]): Line | undefined {
  const [row, ...others] = rows.values();
  const [time, room, ...more] = row?.values() ?? [];
  if (time === undefined || room === undefined || others.length + more.length > 0) return undefined;
  if (!isTimeCell(time) || !isRoom(room.text)) return undefined;
  const indices = [...time.blocks, ...room.blocks];
  const [first = 0] = indices;
  const { isInTable: _, ...line } = lineOf(blocks[first] as Block, first);
  return { ...line, text: `${time.text} | ${room.text}`, blocks: indices };
}

/** True for a table whose columns are sessions at one time, with their titles on top and rooms and people below. */
function areTitled(rows: ReadonlyMap<number, Row>, { time }: Shape): boolean {
  const [first, ...below] = rows.values();
  if (time !== undefined || first === undefined || first.size < 2 || below.length === 0) return false;
  const kinds = [...first.values()].map(({ text }) => oneOfSome(text)?.kind);
  return kinds[0] !== undefined && kinds.every(kind => kind === kinds[0]);
}

interface Context {
  readonly blocks: readonly Block[];
  readonly shape: Shape;
  readonly rows: ReadonlyMap<number, Row>;
}

function rowsOf(blocks: readonly Block[], from: number, to: number): ReadonlyMap<number, Row> {
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
function isTimeCell({ text, first }: Cell): boolean {
  return (timeAlone(text, true) ?? timeAlone(first, true)) !== undefined;
}

/** Rows at the beginning of a table among which its header is looked for. */
const HEAD = 4;

function shapeOf(byNumber: ReadonlyMap<number, Row>): Shape {
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
function behindTime(cell: Cell | undefined): string {
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

/** The lines of one row. */
function rowLines(at: number, row: Row, context: Context): readonly Line[] {
  const { shape, rows } = context;
  const cells = [...row].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  if (shape.headers.has(at)) {
    // A header says what columns are; rooms and days stand again with each session.
    return cells.flatMap(cell =>
      (shape.lanes.has(cell.place.column) ? [] : plainLines(cell, context)).map(line => ({
        ...line,
        column: 'type' as const,
        text: '',
      })),
    );
  }
  if (shape.time === undefined) return looseRow(cells, context);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && only.place.column <= shape.time && !isTimeCell(only))
    return plainLines(only, context);
  const time = row.get(shape.time);
  const others = cells.filter(cell => cell !== time);
  const isWhole = others.length > 1 && others.some(({ place }) => shape.roles.get(place.column) === 'title');
  const above = time ?? covering(at, shape.time, rows) ?? (isWhole ? lastTime(at, shape.time, rows) : undefined);
  const timeAt = shape.time;
  const isAgain =
    time === undefined &&
    above !== undefined &&
    shape.columns > 2 &&
    others.some(({ place }) => place.column === timeAt + 1 || shape.roles.get(place.column) === 'title');
  const timeLines = time !== undefined || isAgain ? timesOf(above as Cell, row, context, isAgain) : [];
  if (shape.lanes.size > 0) return laneLines(timeLines, others, at, context);
  // The room of a cell that reaches down over several rows.
  const roomsAbove = [...shape.roles].flatMap(([column, role]) => {
    const isShared = role === 'room' || role === 'venue' || role === 'affiliation';
    const cell = isShared && !row.has(column) ? covering(at, column, rows) : undefined;
    return cell === undefined || (timeLines.length === 0 && role !== 'affiliation')
      ? []
      : withRole(cell, role, context);
  });
  const firstOther = others.find(
    ({ place }) => !shape.roles.has(place.column) || shape.roles.get(place.column) === 'title',
  );
  const order = [...others].sort((a, b) => rank(a, shape) - rank(b, shape) || a.place.column - b.place.column);
  return [
    ...order
      .filter(cell => shape.roles.get(cell.place.column) === 'date')
      .flatMap(cell => withRole(cell, 'date', context)),
    ...timeLines,
    ...order.flatMap(cell => {
      // What stands across all columns is in none of them.
      const isAcross = order.length === 1 && cell.place.width > 1;
      const role = isAcross ? undefined : shape.roles.get(cell.place.column);
      if (role === 'date' || role === 'end') return [];
      if (role === 'duration' || role === 'number')
        return withRole(cell, role, context).map(line => ({ ...line, text: '' }));
      return withRole(cell, role, context).map(line =>
        role === undefined && cell !== firstOther && !isAcross ? { ...line, isAside: true } : line,
      );
    }),
    ...roomsAbove.map(line => ({ ...line, isAgain: true as const })),
  ];
}

/** What takes place comes first. */
function rank(cell: Cell, shape: Shape): number {
  const role = shape.roles.get(cell.place.column);
  return role === 'title' ? 0 : role === undefined ? 1 : 2;
}

/** The lines of the cell with the time; with the end from its own column. */
function timesOf(cell: Cell, row: Row, { blocks, shape }: Context, isAgain: boolean): readonly Line[] {
  const end = [...row.values()].find(({ place }) => shape.roles.get(place.column) === 'end');
  const [first = 0] = cell.blocks;
  const text = cell.blocks
    .map(i => blocks[i]?.text ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
  const line = lineOf(blocks[first] as Block, first);
  const room = shape.hasRoomsBehindTimes && row.size > 1 && end === undefined ? behindTime({ ...cell, text }) : '';
  if (room !== '') {
    const own = { ...line, blocks: cell.blocks, isInProgramme: true, ...(isAgain && { isAgain }) };
    return [
      { ...own, text: text.slice(0, text.length - room.length).trim(), column: 'time' },
      { ...own, text: room, column: 'room' },
    ];
  }
  return [
    {
      ...line,
      text: end === undefined ? text : `${text.replace(/\s*[-–]\s*$/, '')} – ${end.text}`,
      blocks: [...cell.blocks, ...(end?.blocks ?? [])],
      column: 'time',
      isInProgramme: true,
      ...(isAgain && { isAgain }),
    },
  ];
}

/** The cell of a row above that reaches down over one. */
function covering(at: number, column: number, rows: ReadonlyMap<number, Row>): Cell | undefined {
  for (let above = at - 1; above >= 0 && above > at - 200; above--) {
    const cell = rows.get(above)?.get(column);
    if (cell !== undefined) return above + cell.place.height > at ? cell : undefined;
  }
  return undefined;
}

/** The time that stands last above a row without one: in a table that names its columns, one who has a title and more is another session at that time. */
function lastTime(at: number, column: number, rows: ReadonlyMap<number, Row>): Cell | undefined {
  for (let above = at - 1; above >= 0 && above > at - 20; above--) {
    const row = rows.get(above);
    // A row of one cell is a line of its own, such as a day.
    if (row === undefined || row.size < 2) return undefined;
    const cell = row.get(column);
    if (cell !== undefined) return isTimeCell(cell) ? cell : undefined;
  }
  return undefined;
}

function plainLines(cell: Cell, { blocks }: Context): readonly Line[] {
  return cell.blocks.map(i => lineOf(blocks[i] as Block, i));
}

function withRole(cell: Cell, role: LabelKind | undefined, context: Context): readonly Line[] {
  return plainLines(cell, context).map(line => ({ ...line, isInProgramme: true, ...(role && { column: role }) }));
}

/** The time of a cell: over several rows, until the end of the last. */
function lasting(times: readonly Line[], { place }: Cell, at: number, { shape, rows }: Context): readonly Line[] {
  const last = place.height > 1 ? rows.get(at + place.height - 1)?.get(shape.time ?? 0) : undefined;
  const until = last === undefined ? undefined : timeAtStart(last.text, true);
  const [time] = times;
  const begin = time === undefined ? undefined : timeAtStart(time.text, true);
  return time === undefined || begin === undefined || until?.end === undefined
    ? times
    : [{ ...time, text: `${clock(begin.start)}-${clock(until.end, 'end')}` }];
}

/** Rooms of one session in a table of rooms side by side. */
const MOST_ROOMS = 20;

/** Rooms side by side: each cell is a session in the room of its column; one over all of them is in none. */
function laneLines(times: readonly Line[], cells: readonly Cell[], at: number, context: Context): readonly Line[] {
  const { shape, rows, blocks } = context;
  const columns = [...shape.lanes.keys()];
  return cells.flatMap(cell => {
    const covered = columns.filter(
      column => column >= cell.place.column && column < cell.place.column + cell.place.width,
    );
    const isForAll =
      covered.length === columns.length ||
      (cells.length === 1 && ['break', 'registration'].includes(typeOfTitle(cell.text) ?? ''));
    const rooms = isForAll ? [] : covered.slice(0, MOST_ROOMS).map(column => shape.lanes.get(column) as Cell);
    return [
      ...lasting(times, cell, at, context),
      ...rooms.flatMap(room =>
        plainLines(room, { blocks, shape, rows }).map(line => ({
          ...line,
          column: 'room' as const,
          isInProgramme: true,
        })),
      ),
      ...withRole(cell, undefined, context),
    ];
  });
}

/** Days side by side: the lines of one day after those of the other. */
function dayLanes(context: Context): readonly Line[] {
  const { shape, rows } = context;
  const lines: Line[] = [];
  for (const [i, [column, head]] of [...shape.lanes].entries()) {
    lines.push(...plainLines(head, context));
    for (const [at, row] of rows) {
      if (lines.length > LIMITS.documentLines) return lines;
      if (!shape.headers.has(at)) lines.push(...dayRow(at, row, column, i === 0, context));
    }
  }
  return lines;
}

/** What a row says of the day of a column. */
function dayRow(at: number, row: Row, column: number, isFirst: boolean, context: Context): readonly Line[] {
  const { shape, rows } = context;
  const time = shape.time === undefined ? undefined : row.get(shape.time);
  const cell = [...row.values()].find(
    ({ place }) => place.column <= column && place.column + place.width > column && place.column !== shape.time,
  );
  if (cell === undefined)
    return time !== undefined && row.size === 1 && isFirst ? timesOf(time, row, context, false) : [];
  const above = time ?? covering(at, shape.time ?? 0, rows);
  const times = above === undefined ? [] : timesOf(above, row, context, false);
  return [...lasting(times, cell, at, context), ...withRole(cell, undefined, context)];
}

/** A row of a table without times: a label and its value, a name and a function, or lines like any. */
function looseRow(cells: readonly Cell[], context: Context): readonly Line[] {
  const { blocks } = context;
  const [first, ...others] = cells;
  if (first === undefined || others.length === 0 || first.blocks.length > 1)
    return cells.flatMap(cell => plainLines(cell, context));
  const [index = 0] = first.blocks;
  const line = lineOf(blocks[index] as Block, index);
  const [value, ...more] = others;
  const label = labelOf(first.text);
  if (value !== undefined && label !== undefined && label.rest >= first.text.length) {
    const [head = 0, ...rest] = value.blocks;
    const text = `${first.text.replace(/\s*[:：]\s*$/, '')}: ${blocks[head]?.text ?? ''}`;
    return [
      { ...line, text, blocks: [index, head] },
      ...rest.map(i => lineOf(blocks[i] as Block, i)),
      ...more.flatMap(cell => plainLines(cell, context)),
    ];
  }
  const isPerson =
    isName(first.text) &&
    others.every(cell => cell.blocks.length === 1 && cell.text.length < 200 && !isIgnorable(cell.text));
  if (!isPerson) return cells.flatMap(cell => plainLines(cell, context));
  return [{ ...line, text: cells.map(cell => cell.text).join(', '), blocks: cells.flatMap(cell => cell.blocks) }];
}
