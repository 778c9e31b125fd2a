import { isNoText } from '../yaml/quoting.js';
import { blockEnd, columnsAround, FIELD_OR_ITEM, indentOf, isBlank } from './lines.js';
import { type SlipEdit, spaces } from './slip-edit.js';

/** Lines of a block that is seldom moved as a whole. */
const MANY = 50;

/** A line, or a block of it and what is indented below it, that stands left or right of where it belongs. */
export function indentEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const indent = indentOf(line);
  const isOdd = /^ *[^\S \r\n]/.test(line);
  const start = isOdd ? line.search(/[^\S ]/) : indent;
  const edits: SlipEdit[] = [];
  if (isPasted(lines, at)) return edits;
  for (const column of columnsAround(lines, at)) {
    const by = column - indent;
    if (by === 0 && !isOdd) continue;
    const moved = (from: string) => ' '.repeat(Math.max(0, indentOf(from) + by)) + from.trimStart();
    const others = lines.slice(Math.max(0, at - 60), at + 60).filter(other => indentOf(other) === column);
    const isAlone = others.length < 2 && column > 0;
    const far = Math.abs(by) / 20 + (isAlone ? 0.4 : 0);
    const odd = line.includes('\t') ? 'a tab' : 'a no-break space';
    const hint = column === 0 ? 'begin it at the left margin' : `indent it by ${spaces(column)}`;
    const message = isOdd
      ? `${odd} in the indentation`
      : `this line begins ${spaces(Math.abs(by))} ${by > 0 ? 'left' : 'right'} of its neighbours`;
    edits.push({ line: at, lines: [moved(line)], message, hint, column: start, rank: 1 + far, isUnusual: isAlone });
    const whole = blockEnd(lines, at, indent);
    // Of a block that stands too far left, the next of its neighbours is no part.
    const isDash = /^\s*- /.test(line);
    const sibling = lines.findIndex(
      (other, i) => i > at && indentOf(other) === column && !isBlank(other) && /^\s*- /.test(other) === isDash,
    );
    const ends = [blockEnd(lines, at, indent + 1), whole, ...(sibling !== -1 && sibling < whole ? [sibling] : [])];
    for (const end of new Set(ends)) {
      if (end <= at + 1) continue;
      const block = lines.slice(at, end);
      edits.push({
        line: at,
        lines: block.map(other => (other.trim() === '' ? other : moved(other))),
        message: `these ${block.length} lines are indented by ${indent}, their neighbours by ${column}`,
        hint: `indent the first by ${spaces(column)}, and move the others with it`,
        column: indent,
        isUnusual: isAlone || block.length > MANY,
        rank: 1.3 + far + Math.min(1, block.length / 100),
      });
    }
  }
  return edits;
}

/** True for words under a value that is no text, which they cannot be a part of. */
function isPasted(lines: readonly string[], at: number): boolean {
  if (FIELD_OR_ITEM.test(lines[at] ?? '')) return false;
  const above = lines.slice(Math.max(0, at - 20), at).findLast(line => !isBlank(line)) ?? '';
  const [, field = ''] = /^\s*(?:- +)*([\w-]+):\s+\S/.exec(above) ?? [];
  return isNoText(field);
}
