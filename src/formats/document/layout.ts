import type { Line } from './line.js';
import { timeAtStart, type WrittenTime } from './words/clocks.js';
import { dayHeading } from './words/dates.js';
import { isRoom } from './words/labels.js';

/** How a document is laid out, as far as no line shows it by itself. */
export interface Layout {
  /** True where titles stand on the line above their times. */
  readonly hasTitlesAbove: boolean;
  /** True where titles are headings on the line below their times. */
  readonly hasHeadingsBelow: boolean;
  /** True where rooms stand beside times, above titles. */
  readonly hasRoomsBeside: boolean;
  /** The levels of headings that are titles, above their times. */
  readonly titleLevels: ReadonlySet<number>;
  /** The level of headings that are rooms. */
  readonly roomLevel: number | undefined;
}

export function layoutOf(lines: readonly Line[]): Layout {
  const byLevel = headings(lines);
  const times = new Set(lines.filter(isTimeAlone));
  return {
    hasTitlesAbove: haveTitlesAbove(lines, times),
    hasHeadingsBelow: haveHeadingsBelow(lines, times),
    hasRoomsBeside: haveRoomsBeside(lines),
    titleLevels: levelsOfTitles(byLevel, times),
    roomLevel: levelOfRooms(byLevel),
  };
}

/** True for a heading that is the name of a room, and no sentence with one. */
export function isShortRoom(title: string): boolean {
  return isRoom(title) && title.split(/\s+/).length <= 4;
}

/** True for a line outside of a table that is a time and nothing else. */
export function isTimeAlone(line: Line | undefined): boolean {
  if (line === undefined || line.column !== undefined || line.isInTable === true || line.text.length > 60) return false;
  const time = timeAtStart(line.text);
  return time !== undefined && (time.rest >= line.text.trimEnd().length || isRoomBehind(line.text, time));
}

/** `12:15 to 13:15, Lodge Kitchen`: a room behind a range and a comma. */
function isRoomBehind(text: string, { end, to, rest }: WrittenTime & { readonly rest: number }): boolean {
  const isMarked = end !== undefined ? /^\s*[,،，·]/ : /^\s*·/;
  return isMarked.test(text.slice(to)) && text.length - rest <= 40 && !/[.!?]$/.test(text);
}

/** True where most times that have a line of their own stand second in a block of lines, below their titles. */
function haveTitlesAbove(lines: readonly Line[], times: ReadonlySet<Line>): boolean {
  let [alone, second] = [0, 0];
  for (const [i, line] of lines.entries()) {
    if (!times.has(line)) continue;
    alone++;
    const above = lines[i - 1];
    const isTitle =
      above?.isApart === true &&
      above.kind === 'paragraph' &&
      !times.has(above) &&
      dayHeading(above.text) === undefined;
    if (line.isApart !== true && isTitle) second++;
  }
  return second > 1 && second * 2 > alone;
}

/** True where more times that have a line of their own stand above headings than below them; the first one says of as many. */
function haveHeadingsBelow(lines: readonly Line[], times: ReadonlySet<Line>): boolean {
  let [above, below, first] = [0, 0, 0];
  for (const [i, line] of lines.entries()) {
    if (!times.has(line)) continue;
    const isBelow = lines[i - 1]?.kind === 'heading' && dayHeading(lines[i - 1]?.text ?? '', true) === undefined;
    if (isBelow) below++;
    if (lines[i + 1]?.kind === 'heading') above++;
    first ||= isBelow ? -1 : 1;
  }
  return above > 1 && (above > below || (above === below && first > 0));
}

/** True where most of what stands behind a time, on its line and with more lines below, are rooms. */
function haveRoomsBeside(lines: readonly Line[]): boolean {
  const beside = lines.flatMap((line, i) => {
    const time = line.column === undefined && line.text.length <= 80 ? timeAtStart(line.text) : undefined;
    const text = time === undefined ? '' : line.text.slice(time.rest).trim();
    const next = lines[i + 1];
    return text === '' || next === undefined || next.isApart === true || timeAtStart(next.text) ? [] : [text];
  });
  const rooms = beside.filter(isRoom).length;
  return rooms > 1 && rooms * 2 > beside.length;
}

/** Headings of each level, each with the lines up to the next. */
type Headings = ReadonlyMap<number, readonly (readonly Line[])[]>;

function headings(lines: readonly Line[]): Headings {
  const found = new Map<number, Line[][]>();
  let last: Line[] | undefined;
  for (const line of lines) {
    if (line.kind === 'heading' && line.level !== undefined && dayHeading(line.text, true) === undefined) {
      last = [line];
      const all = found.get(line.level);
      if (all === undefined) found.set(line.level, [last]);
      else all.push(last);
    } else last?.push(line);
  }
  return found;
}

/** The levels most of whose headings have one time below them, on the next line: they are titles. */
function levelsOfTitles(byLevel: Headings, times: ReadonlySet<Line>): ReadonlySet<number> {
  const levels = [...byLevel].filter(([, all]) => {
    const titles = all.filter(
      ([, next, ...rest]) => next !== undefined && times.has(next) && !rest.some(line => times.has(line)),
    );
    return titles.length > 1 && titles.length * 2 > all.length;
  });
  return new Set(levels.map(([level]) => level));
}

/** The highest level half of whose headings are rooms, or more. */
function levelOfRooms(byLevel: Headings): number | undefined {
  return [...byLevel]
    .filter(([, all]) => {
      const rooms = all.filter(([line]) => line !== undefined && isShortRoom(line.text));
      return rooms.length > 1 && rooms.length * 2 >= all.length;
    })
    .map(([level]) => level)
    .sort((a, b) => a - b)[0];
}
