import { FIELD_OR_ITEM, indentOf, isBlank, itemColumns } from './lines.js';
import { openMarks } from './open-marks.js';
import { isFieldOrLanguage, LONGEST_LINE, type SlipEdit, shown, spaces } from './slip-edit.js';

/** The mark of a second document, where what follows is no agenda of its own: it has none of the fields above. */
export function documentEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = (lines[at] ?? '').trim();
  if (at === 0 || (line !== '---' && line !== '...')) return [];
  const fields = (some: readonly string[]) => some.flatMap(one => /^[\w-]+(?=:)/.exec(one)?.[0] ?? []);
  const above = new Set(fields(lines.slice(0, at)));
  if (above.size === 0 || fields(lines.slice(at + 1)).some(field => above.has(field))) return [];
  const message = `a line of ${line}, which ends a YAML document`;
  return [
    { line: at, lines: ['#'], message, hint: 'one file is one agenda: take the line out', takesOut: true, rank: 1 },
  ];
}

/** A line that has no place here: one that stands twice, or text that somebody pasted between fields. */
export function lineEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const without = `${' '.repeat(indentOf(line))}#`;
  if (line.trim() === lines[at - 1]?.trim())
    edits.push({
      line: at,
      lines: [without],
      message: 'this line stands twice',
      hint: 'take it out',
      takesOut: true,
      // It is one field less than with an edit that keeps both.
      rank: -5,
    });
  if (!FIELD_OR_ITEM.test(line))
    edits.push({
      line: at,
      lines: [`${' '.repeat(indentOf(line))}# ${line.trimStart()}`],
      message: 'this line is not a field: it has no ": "',
      hint: 'take it out, or begin it with # to make it a comment',
      drops: true,
      rank: 6,
    });
  return edits;
}

/** A line that was broken in two: in the name of a field, in a time, or where something is open. */
export function joinEdits(lines: readonly string[], at: number): SlipEdit[] {
  const [line = '', below = ''] = lines.slice(at, at + 2);
  const [start, end] = [line.trimEnd(), below.trim()];
  if (isBlank(below) || below.length > LONGEST_LINE || /^- /.test(end)) return [];
  const isName = /^\s*(?:- +)?[\w-]+$/.test(start) && /^[\w-]*:(?:\s|$)/.test(end);
  const isTime = /\d[:.–-]?$/.test(start) && /^\d[\d:.–-]*$/.test(end);
  const { open, quote } = openMarks(start);
  if (!isName && !isTime && open.length === 0 && quote === undefined) return [];
  const isInWord = /\w$/.test(start) && /^\w/.test(end);
  return (isInWord && !isName ? ['', ' '] : ['']).map(between => ({
    line: at,
    lines: [start + between + below.trimStart(), `${' '.repeat(indentOf(line))}#`],
    joins: true,
    keepsField: true,
    column: start.length,
    message: 'this line is broken in two',
    hint: `join it with the next: ${shown(`${start}${between}${end}`.trimStart())}`,
    rank: between === '' ? 1.2 : 1.3,
  }));
}

/** Two lines in one: a field behind some blanks, or the dash of an item and a field. */
export function splitEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const found = [...line.matchAll(/(?<=\S)[ \t]{2,}(?=(?:- +)?([\w-]+):(?:\s|$))/g)].slice(0, 3);
  return found.flatMap(({ index, 0: blanks, 1: name = '' }) => {
    if (!isFieldOrLanguage(name) || line.slice(0, index).trim() === '-') return [];
    const [start, end] = [line.slice(0, index), line.slice(index + blanks.length)];
    return [...itemColumns(lines, at, end)].map(column => ({
      line: at,
      lines: [`${start}\n${' '.repeat(column)}${end}`],
      column: index,
      message: `the field ${name} stands behind another line`,
      hint: `begin a new line with it, indented by ${spaces(column)}: ${shown(end)}`,
      rank: 1.4 + Math.abs(column - blanks.length) / 100,
    }));
  });
}
