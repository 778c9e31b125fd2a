import { indentOf } from './lines.js';
import { FIELD_NAMES, type SlipEdit, spaces } from './slip-edit.js';

/**
 * The text of a block scalar that begins no deeper than its field, up to the next field of the format or the next item; less
 * deep than its head says (YAML 1.2.2 §8.1.1.1), or than a line of blanks above it.
 */
export function blockTextEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const [, before, head = ''] = /^(\s*(?:- +)*)['"]?[\w-]+['"]?:\s+([|>][-+\d]{0,2})\s*$/.exec(line) ?? [];
  const first = lines.findIndex((other, i) => i > at && other.trim() !== '');
  if (before === undefined || first === -1) return [];
  const column = before.length + 2;
  const depth = indentOf(lines[first] ?? '');
  const [digit] = /\d/.exec(head) ?? [];
  if (depth > before.length) {
    const blanks = lines.slice(at + 1, first);
    if (digit !== undefined && depth < before.length + Number(digit)) {
      const message = `the head of this block says ${spaces(Number(digit))}, and its text begins ${spaces(depth - before.length)} right of the field`;
      const mended = line.replace(/\d(?=[-+]?\s*$)/, '');
      return [
        {
          line: at,
          lines: [mended],
          message,
          hint: `take the ${digit} out`,
          column: line.lastIndexOf(digit),
          rank: 0.9,
        },
      ];
    }
    if (!blanks.some(blank => indentOf(blank) > depth)) return [];
    const message = 'a line of blanks that begins a block, deeper than the text below it';
    return [{ line: at + 1, lines: blanks.map(() => ''), message, hint: 'take the blanks out', column: 0, rank: 0.9 }];
  }
  let end = first;
  for (; end < lines.length; end++) {
    const [, item, field = ''] = /^\s*(- )?(?:['"]?([\w-]+)['"]?:(?:\s|$))?/.exec(lines[end] ?? '') ?? [];
    if (item !== undefined || FIELD_NAMES.has(field)) break;
  }
  if (end === first) return [];
  const text = lines.slice(first, end).map(one => (one.trim() === '' ? one : ' '.repeat(column) + one.trimStart()));
  const message = 'the text of a block begins no deeper than its field';
  return [{ line: first, lines: text, message, hint: `indent it by ${spaces(column)}`, rank: 0.9 }];
}
