import type { Minutes } from '../model/time.js';
import { DAY, spokenClock } from '../model/time.js';
import { wordsOf } from '../model/words.js';
import { instant, minutesIn } from '../model/zone.js';
import { titleOf } from '../query/agenda-index.js';
import { type Grid, gridOf } from '../query/grid.js';
import { joinTexts, roomNames, timeOf, weekdayAfter } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import { isTimed, type ScheduledSession, type TimedSession } from '../query/scheduled-sessions.js';
import { roomsUsed } from '../query/timetable.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { graphemes, measure, wrap } from '../text/wrap.js';
import { type Box, drawBoxes, type Line } from './boxes.js';
import { type Canvas, hangingIndent, PLAIN_STYLE, type Style } from './canvas.js';
import { byDay, type DayGroup, dayListing } from './days.js';
import { unlessConfirmed } from './labels.js';
import { NARROW } from './narrow.js';
import { sessionList } from './session-listing.js';

/** Columns of the text of a room: at least, so that most words fit, and at most, so that titles can be read. */
const LEAST = 16;
const MOST = 60;

/** Lines of a title at most, and of the name of a room. */
const TITLE_LINES = 6;

/**
 * The timetable of `idm timetable`: each day as a grid, rooms across, time down. Rooms that do not fit go on below, with the
 * times at which something begins or ends there. A title that is longer than its cell may be ends in `…` and its id. Below
 * 60 columns it is the list.
 */
export function timetable(entries: readonly ScheduledSession[], presentation: Presentation, canvas: Canvas): string {
  if (canvas.width < NARROW) return sessionList(entries, presentation, canvas);
  const days = byDay(entries, presentation);
  return dayListing(
    days.map(day => [day.heading, drawDay(day, presentation, canvas)]),
    presentation,
    canvas,
  );
}

function drawDay({ rows }: DayGroup, presentation: Presentation, canvas: Canvas): readonly string[] {
  const chosen = new Set(rows.map(({ entry }) => entry));
  const tops = rows.filter(({ depth }) => depth === 0).map(({ entry }) => entry);
  const timed = tops.filter(isTimed);
  const drawn =
    timed.length === 0 ? [] : drawGrid(gridOf(timed, roomsUsed(timed, presentation)), chosen, presentation, canvas);
  const below = untimed(tops, chosen, presentation, canvas);
  return drawn.length > 0 && below.length > 0 ? [...drawn, '', ...below] : [...drawn, ...below];
}

/** A grid as one block of lines, or several with a blank line between. */
function drawGrid(
  grid: Grid,
  chosen: ReadonlySet<ScheduledSession>,
  presentation: Presentation,
  canvas: Canvas,
): readonly string[] {
  const date = grid.cells.find(({ entry }) => entry !== undefined)?.entry?.date ?? '';
  const label = labelIn(date, presentation);
  const ends = new Set(
    grid.cells.flatMap(({ entry }) => (entry === undefined ? [] : [entry.time.start, entry.time.end])),
  );
  // The end of the last row is no time where no end is announced.
  const labels = grid.rows.map(minutes => (ends.has(minutes) ? label(minutes) : ''));
  const left = Math.max(...labels.map(measure));
  const lanes = grid.columns.flatMap(({ room, lanes: count }) => Array<string | undefined>(count).fill(room));
  const most = Math.max(1, Math.floor((canvas.width - left - 2) / (LEAST + 3)));
  const size = Math.ceil(lanes.length / Math.ceil(lanes.length / most));
  const width = Math.min(MOST, Math.floor((canvas.width - left - 2) / size) - 3);
  const bands = cut(grid.cells, size, lanes.length).map((cells, i) => {
    const [first, last] = [i * size, Math.min(lanes.length, (i + 1) * size)];
    const rows = [...new Set(cells.flatMap(({ top, bottom }) => [top, bottom]))].sort((a, b) => a - b);
    const at = new Map(rows.map((row, y) => [row, y]));
    const boxes = cells.map(({ entry, top, bottom, from, to }): Box => {
      const isWider = lanes
        .slice(first + from, first + to)
        .some(room => room !== undefined && !entry.rooms.includes(room));
      const where = isWider ? roomNames(entry.rooms, presentation) : '';
      const lines = content(entry, where, (to - from) * (width + 3) - 3, chosen, presentation, canvas);
      return { lines, top: at.get(top) ?? 0, bottom: at.get(bottom) ?? 0, from, to };
    });
    const heads = headsOf(lanes.slice(first, last), width, presentation, canvas);
    const shown = rows.map(row => ({ text: labels[row] ?? '', style: canvas.colors.mark }));
    return drawBoxes({ boxes, heads, labels: shown, lanes: last - first, width });
  });
  return bands.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

interface Piece extends Omit<Grid['cells'][number], 'entry'> {
  readonly entry: TimedSession;
}

/** The cells of each band of so many lanes, counted from its first lane; a cell in several bands is in each. */
function cut(cells: Grid['cells'], size: number, lanes: number): readonly (readonly Piece[])[] {
  const bands: Piece[][] = Array.from({ length: Math.ceil(lanes / size) }, () => []);
  for (const { entry, from, to, ...rows } of cells) {
    if (entry === undefined) continue;
    for (let i = Math.floor(from / size); i * size < to; i++)
      bands[i]?.push({ entry, ...rows, from: Math.max(0, from - i * size), to: Math.min(size, to - i * size) });
  }
  return bands;
}

/** The clock that stands beside a row, in the zone that is shown. */
function labelIn(date: string, presentation: Presentation): (minutes: Minutes) => string {
  const { zones, agenda, zone } = presentation;
  const [own, shown] = [zones.get(agenda.timezone), zones.get(zone)];
  const weekday = weekdayAfter(date, presentation);
  return minutes => {
    const there = own.name === shown.name ? minutes : minutesIn(instant(date, minutes, own).ms, date, shown);
    return there === DAY ? '24:00' : spokenClock(there, weekday);
  };
}

/** The names of the rooms above their lanes. */
function headsOf(
  lanes: readonly (string | undefined)[],
  width: number,
  presentation: Presentation,
  { colors }: Canvas,
): readonly Box[] {
  const heads: Box[] = [];
  let from = 0;
  for (let to = 1; to <= lanes.length; to++) {
    if (to < lanes.length && lanes[to] === lanes[from]) continue;
    const room = lanes[from];
    const name = room === undefined ? wordsOf(presentation).elsewhere : presentation.text(presentation.room(room).name);
    const lines = shortened(name, room ?? '', (to - from) * (width + 3) - 3, TITLE_LINES, colors.bold, colors.mark);
    heads.push({ lines, top: 0, bottom: 1, from, to });
    from = to;
  }
  return heads;
}

/** What a cell says: the title, its time where the rows don't tell it, where it is, and the parts that are chosen. */
function content(
  entry: ScheduledSession,
  where: string,
  width: number,
  chosen: ReadonlySet<ScheduledSession>,
  presentation: Presentation,
  { colors }: Canvas,
): readonly Line[] {
  const told = isTimed(entry) && entry.time.end !== undefined && entry.time.end > entry.time.start;
  const time = told ? '' : timeOf(entry, presentation);
  const text = joinTexts([time, titleWithStatus(entry, presentation), where && `(${where})`], ' ');
  const style = entry.status === 'cancelled' ? colors.dim : PLAIN_STYLE;
  const title = shortened(text, entry.session.id, width, TITLE_LINES, style, colors.mark);
  const parts = (of: ScheduledSession, depth: number): readonly Line[] =>
    of.parts
      .filter(part => chosen.has(part))
      .flatMap(part => {
        const indent = Math.min(2 * depth, Math.floor(width / 3));
        const elsewhere = part.rooms.every(id => of.rooms.includes(id))
          ? ''
          : `(${roomNames(part.rooms, presentation)})`;
        const whole = joinTexts([timeOf(part, presentation), titleWithStatus(part, presentation), elsewhere], ' ');
        const shown = shortened(
          whole,
          part.session.id,
          width - indent,
          TITLE_LINES,
          part.status === 'cancelled' ? colors.dim : PLAIN_STYLE,
          colors.mark,
        );
        return [...shown.map(line => ({ ...line, indent })), ...parts(part, depth + 1)];
      });
  return [...title, ...parts(entry, 1)];
}

function titleWithStatus({ session, status }: ScheduledSession, presentation: Presentation): string {
  return joinTexts([presentation.text(titleOf(session)), unlessConfirmed(status, presentation)], ' · ');
}

/** A text in at most so many lines; what is longer ends in `…`, and an id in lines of its own. */
function shortened(
  text: string,
  id: string,
  width: number,
  most: number,
  style: Style,
  idStyle: Style,
): readonly Line[] {
  const wrapped = wrap(escapeControlsOnLine(text), width);
  if (wrapped.length <= most) return wrapped.map(line => ({ text: line, style }));
  const kept = wrapped.slice(0, most);
  let last = '';
  for (const grapheme of graphemes(kept.pop() ?? '')) {
    if (measure(last + grapheme) > width - 1) break;
    last += grapheme;
  }
  return [
    ...[...kept, `${last}…`].map(line => ({ text: line, style })),
    ...wrap(escapeControlsOnLine(id), width).map(line => ({ text: line, style: idStyle })),
  ];
}

/** Below the clocks, the sessions of which no more than a word is announced, with their parts. */
function untimed(
  tops: readonly ScheduledSession[],
  chosen: ReadonlySet<ScheduledSession>,
  presentation: Presentation,
  { width, colors }: Canvas,
): readonly string[] {
  const within = (entry: ScheduledSession): readonly ScheduledSession[] => [
    entry,
    ...entry.parts.filter(part => chosen.has(part)).flatMap(within),
  ];
  return tops
    .filter(entry => !isTimed(entry))
    .flatMap(within)
    .flatMap(entry => {
      const text = joinTexts(
        [titleWithStatus(entry, presentation), roomNames(entry.rooms, presentation), entry.session.id],
        ' · ',
      );
      return hangingIndent(`${timeOf(entry, presentation)}  `, text, width, colors.mark);
    });
}
