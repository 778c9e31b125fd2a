import type { Minutes } from '../model/time.js';
import { isPlenary } from './leaves.js';
import type { TimedSession } from './scheduled-sessions.js';

/** Some rooms of a day as a table: a row from each time at which something begins or ends, lanes across. */
export interface Grid {
  /** Minutes from midnight of the day, in order; a row lasts until the next, the last one for nothing. */
  readonly rows: readonly Minutes[];
  /** Room ids with the lanes that each takes: several where two sessions are in it at one time. No id is what has no room. */
  readonly columns: readonly { readonly room?: string; readonly lanes: number }[];
  readonly cells: readonly Cell[];
}

/** A session in the rows `[top, bottom)` and the lanes `[from, to)`; empty without one. No cell lies over another. */
export interface Cell {
  readonly entry?: TimedSession;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** A half-open interval of rows. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** A session in one lane of a column, or in all lanes of the columns `[first, end)`. */
interface Placed extends Rows {
  readonly entry: TimedSession;
  readonly first: number;
  readonly end: number;
  readonly lane?: number;
}

/**
 * Lays out sessions of one day in rooms. A session is in a cell of each of its rooms, or in one of rooms side by side. What is for
 * everybody goes across the rooms beside its own that are free then; what has no room across the most rooms side by side that
 * are, or where there is none in a column of its own, which only the first table of a day has.
 */
export function gridOf(entries: readonly TimedSession[], rooms: readonly string[], isFirst = true): Grid {
  const told = new Set(
    entries.flatMap(({ time: { start, end } }) => (end === undefined || end <= start ? [start] : [start, end])),
  );
  const last = Math.max(...told);
  // Where no end is announced, a session has a row of its own.
  const rows = [...told, ...(entries.some(({ time }) => time.start === last) ? [last + 1] : [])].sort((a, b) => a - b);
  const at = new Map(rows.map((minutes, i) => [minutes, i]));
  const rowsOf = ({ time: { start, end = start } }: TimedSession): Rows => {
    const top = at.get(start) ?? 0;
    return { top, bottom: Math.max(top + 1, at.get(end) ?? 0) };
  };
  const index = new Map(rooms.map((room, i) => [room, i]));
  const own = (entry: TimedSession) => [...new Set(entry.rooms)].flatMap(id => index.get(id) ?? []);
  const columns = [...rooms.map(() => new Column()), new Column()];
  const place = (entry: TimedSession, column: number): Placed => {
    const time = rowsOf(entry);
    return { entry, ...time, first: column, end: column + 1, lane: columns[column]?.take(time) ?? 0 };
  };
  const inRooms = entries.flatMap(entry => own(entry).map(column => place(entry, column)));
  const widened = inRooms.map(one => (isForAll(one.entry) ? widen(one, columns.slice(0, -1)) : one));
  const across = entries.flatMap(entry => {
    if (entry.rooms.length > 0) return [];
    const run = longestRun(columns.slice(0, -1), rowsOf(entry));
    if (run !== undefined) return [{ entry, ...rowsOf(entry), ...run }];
    return isFirst ? [place(entry, rooms.length)] : [];
  });
  const placed: readonly Placed[] = [...widened, ...across];
  return layOut(rows, rooms, columns, placed);
}

function isForAll(entry: TimedSession): boolean {
  return entry.rooms.length === 0 || entry.session.type === 'break' || isPlenary(entry);
}

/** Widens a session that is alone in its room to the rooms on both sides of it that are free then, and takes them. */
function widen(one: Placed, columns: readonly Column[]): Placed {
  if (columns[one.first]?.isFree(one, 1) !== true) return one;
  let { first, end } = one;
  while (columns[first - 1]?.isFree(one)) columns[--first]?.take(one);
  while (columns[end]?.isFree(one)) columns[end++]?.take(one);
  const { lane: _, ...rest } = one;
  return { ...rest, first, end };
}

/** Takes the longest run of columns that are free; the first of several. */
function longestRun(columns: readonly Column[], time: Rows): Pick<Placed, 'first' | 'end'> | undefined {
  let best = { first: 0, end: 0 };
  for (let first = 0; first < columns.length; first++) {
    let end = first;
    while (columns[end]?.isFree(time)) end++;
    if (end - first > best.end - best.first) best = { first, end };
    first = end;
  }
  for (const column of columns.slice(best.first, best.end)) column.take(time);
  return best.end > best.first ? best : undefined;
}

/** The lanes of a room, each with the rows that are taken in it. */
class Column {
  readonly lanes: Rows[][] = [];

  /** By row, in how many lanes it is taken. */
  private readonly taken: number[] = [];

  /** True where so many lanes are taken in each of these rows: none, when absent. */
  isFree({ top, bottom }: Rows, but = 0): boolean {
    for (let row = top; row < bottom; row++) if ((this.taken[row] ?? 0) !== but) return false;
    return true;
  }

  /** Takes rows in the first lane that has them free, a new one where none has. */
  take(rows: Rows): number {
    const found = this.lanes.findIndex(lane => isFree(lane, rows));
    const index = found === -1 ? this.lanes.length : found;
    const lane = this.lanes[index] ?? [];
    lane.push(rows);
    this.lanes[index] = lane;
    for (let row = rows.top; row < rows.bottom; row++) this.taken[row] = (this.taken[row] ?? 0) + 1;
    return index;
  }
}

function isFree(lane: readonly Rows[], { top, bottom }: Rows): boolean {
  return lane.every(taken => taken.bottom <= top || bottom <= taken.top);
}

function layOut(
  rows: readonly Minutes[],
  rooms: readonly string[],
  columns: readonly Column[],
  placed: readonly Placed[],
): Grid {
  const isExtra = (columns.at(-1)?.lanes.length ?? 0) > 0 || rooms.length === 0;
  const kept = columns.slice(0, isExtra ? undefined : -1);
  const widths = kept.map(({ lanes }) => Math.max(1, lanes.length));
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const edge = (column: number) => starts[column] ?? widths.reduce((sum, width) => sum + width, 0);
  const filled = placed.map(({ entry, top, bottom, first, end, lane }): Cell => {
    if (lane === undefined) return { entry, top, bottom, from: edge(first), to: edge(end) };
    // As wide as the lanes beside it allow.
    const lanes = kept[first]?.lanes ?? [];
    let to = lane + 1;
    while (to < lanes.length && isFree(lanes[to] ?? [], { top, bottom })) to++;
    return { entry, top, bottom, from: edge(first) + lane, to: edge(first) + to };
  });
  const cells = mergeNeighbours(filled);
  return {
    rows,
    columns: widths.map((lanes, i) => (rooms[i] === undefined ? { lanes } : { room: rooms[i], lanes })),
    cells: [...cells, ...gaps(cells, edge(kept.length), rows.length - 1)].sort(
      (a, b) => a.top - b.top || a.from - b.from,
    ),
  };
}

/** Cells of one session side by side are one. */
function mergeNeighbours(cells: readonly Cell[]): readonly Cell[] {
  const merged: Cell[] = [];
  const ends = new Map<string, number>();
  const names = new Map<TimedSession | undefined, number>();
  for (const cell of cells.toSorted((a, b) => a.from - b.from)) {
    const name = names.get(cell.entry) ?? names.size;
    names.set(cell.entry, name);
    const before = ends.get(`${name} ${cell.from}`);
    const left = before === undefined ? undefined : merged[before];
    const at = left === undefined ? merged.length : (before ?? 0);
    merged[at] = left === undefined ? cell : { ...cell, from: left.from };
    ends.set(`${name} ${cell.to}`, at);
  }
  return merged;
}

/** What no session takes: in each lane a cell from one session to the next. */
function gaps(cells: readonly Cell[], lanes: number, rows: number): readonly Cell[] {
  const byLane: Rows[][] = Array.from({ length: lanes }, () => []);
  for (const { top, bottom, from, to } of cells)
    for (let lane = from; lane < to; lane++) byLane[lane]?.push({ top, bottom });
  return byLane.flatMap((taken, lane) => {
    const found: Cell[] = [];
    let top = 0;
    for (const next of [...taken.sort((a, b) => a.top - b.top), { top: rows, bottom: rows }]) {
      if (next.top > top) found.push({ top, bottom: next.top, from: lane, to: lane + 1 });
      top = next.bottom;
    }
    return found;
  });
}
