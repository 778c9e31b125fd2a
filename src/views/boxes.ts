import { isolated, withNeededIsolates } from '../text/bidi.js';
import { measure } from '../text/wrap.js';
import type { Style } from './canvas.js';

/** A line of a box, its controls escaped, no wider than the box. */
export interface Line {
  readonly text: string;
  readonly style: Style;
  /** Columns of indentation. */
  readonly indent?: number;
}

/** A box in the rows `[top, bottom)` and the lanes `[from, to)`. */
export interface Box {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn: lanes of one width, and a label at each line between rows, the first and the last too. */
export interface Drawing {
  readonly boxes: readonly Box[];
  /** Above the first line, of one row. */
  readonly heads: readonly Box[];
  readonly labels: readonly Line[];
  readonly lanes: number;
  /** Columns of the text of a lane. */
  readonly width: number;
}

/** By the sides to which a line leads: up 1, down 2, left 4, right 8. */
const JUNCTIONS = [' ', '╵', '╷', '│', '╴', '┘', '┐', '┤', '╶', '└', '┌', '├', '─', '┴', '┬', '┼'];

/** Of what has no box, and of what is around. */
const EMPTY = -1;
const OUTSIDE = -2;

/** Draws boxes that do not lie over each other. Rows are as high as their boxes need; each line has the width of the drawing. */
export function drawBoxes({ boxes, heads, labels, lanes, width }: Drawing): readonly string[] {
  const rows = labels.length - 1;
  const owner = Array.from({ length: rows }, () => Array<number>(lanes).fill(EMPTY));
  for (const [i, { top, bottom, from, to }] of boxes.entries())
    for (let row = top; row < bottom; row++) owner[row]?.fill(i, from, to);
  const at = (row: number, lane: number) =>
    row < 0 || row >= rows || lane < 0 || lane >= lanes ? OUTSIDE : (owner[row]?.[lane] ?? EMPTY);
  const heights = heightsOf(boxes, rows);
  const left = Math.max(...labels.map(({ text }) => measure(text))) + 1;
  const startOf = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height + 1, 0));
  /** The text of a box at a line of the drawing, counted from the one above the first row. */
  const textAt = (box: number, y: number) => {
    const { lines, top, from, to } = boxes[box] as Box;
    return filled(lines[y - (startOf[top] ?? 0) - 1], (to - from) * (width + 3) - 3);
  };
  const lineAt = (row: number, y: number) => {
    let line = '';
    for (let lane = 0; lane < lanes; ) {
      const box = at(row, lane);
      line += box === at(row, lane - 1) ? ' ' : '│';
      line += box < 0 ? ' '.repeat(width + 2) : ` ${textAt(box, y)} `;
      lane = boxes[box]?.to ?? lane + 1;
    }
    return `${line}│`;
  };
  const ruleAt = (row: number, y: number) => {
    let line = '';
    for (let lane = 0; lane <= lanes; ) {
      const [above, below] = [at(row - 1, lane), at(row, lane)];
      const [aboveLeft, belowLeft] = [at(row - 1, lane - 1), at(row, lane - 1)];
      const sides = [above !== aboveLeft, below !== belowLeft, aboveLeft !== belowLeft, above !== below];
      line += JUNCTIONS[sides.reduce((sum, is, bit) => sum + (is ? 1 << bit : 0), 0)];
      if (lane === lanes) break;
      if (above !== below) line += '─'.repeat(width + 2);
      else line += below < 0 ? ' '.repeat(width + 2) : ` ${textAt(below, y)} `;
      lane = above === below ? (boxes[below]?.to ?? lane + 1) : lane + 1;
    }
    return line;
  };
  const margin = ' '.repeat(left);
  const drawn = [...headLines(heads, width).map(line => margin + line)];
  for (let row = 0; row <= rows; row++) {
    const y = startOf[row] ?? (startOf.at(-1) ?? 0) + (heights.at(-1) ?? 0) + 1;
    drawn.push(`${filled(labels[row], left - 1)} ${ruleAt(row, y)}`);
    for (let i = 1; i <= (heights[row] ?? 0); i++) drawn.push(margin + lineAt(row, y + i));
  }
  return drawn.map(withNeededIsolates);
}

/** The lines of each row: one at least, and as many as let every box say all that it says. */
function heightsOf(boxes: readonly Box[], rows: number): readonly number[] {
  const heights = Array<number>(rows).fill(1);
  for (const { lines, top, bottom } of boxes.toSorted((a, b) => a.bottom - b.bottom)) {
    let have = bottom - top - 1;
    for (let row = top; row < bottom; row++) have += heights[row] ?? 0;
    heights[bottom - 1] = (heights[bottom - 1] ?? 0) + Math.max(0, lines.length - have);
  }
  return heights;
}

/** The heads, each above its lanes, the last line of each directly above the first row. */
function headLines(heads: readonly Box[], width: number): readonly string[] {
  const height = Math.max(...heads.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, y) => {
    const texts = heads.map(({ lines, from, to }) =>
      filled(lines[y - height + lines.length], (to - from) * (width + 3) - 3),
    );
    return `  ${texts.join('   ')}`.trimEnd();
  });
}

/** A line in its columns. */
function filled(line: Line | undefined, width: number): string {
  if (line === undefined) return ' '.repeat(width);
  const { text, style, indent = 0 } = line;
  const margin = ' '.repeat(Math.max(0, width - indent - measure(text)));
  return ' '.repeat(indent) + (text === '' ? '' : style(isolated(text))) + margin;
}
