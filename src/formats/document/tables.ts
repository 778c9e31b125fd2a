import { clock } from '../../model/time.js';
import { LIMITS } from '../source/limits.js';
import type { Block } from './blocks/block.js';
import { type Line, lineOf } from './line.js';
import { behindTime, type Cell, isTimeCell, type Row, rowsOf, type Shape, shapeOf } from './table-shape.js';
import { timeAtStart } from './words/clocks.js';
import { isIgnorable, isRoom, type LabelKind, labelOf, oneOfSome, typeOfTitle } from './words/labels.js';
import { isName } from './words/people.js';

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
