import { hasDash, itemColumns } from './lines.js';
import { CLOSERS } from './open-marks.js';
import { isFieldOrLanguage, type SlipEdit, shown, spaces } from './slip-edit.js';

/** A quote or a few characters before a field of the format: `"time: 09:00`, ` 3   title:`. */
export function strayEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const [, lead = '', mark = '', field = ''] = /^(\s*(?:- +)?)(["'{}[\]])([\w-]+:(?:\s.*)?)$/s.exec(line) ?? [];
  const closer = CLOSERS[mark];
  if (mark !== '' && (closer === undefined || !field.includes(closer)))
    edits.push({
      line: at,
      lines: [lead + field],
      column: lead.length,
      isMark: true,
      keepsField: true,
      message: `a ${mark} before a field, which ${/[}\]]/.test(mark) ? 'closes nothing' : 'is never closed'}`,
      hint: `take it out: ${shown(field)}`,
      rank: 1,
    });
  const [, indent = '', stray = '', gap = '', moved = '', name = ''] =
    /^( *)(?!- \S)([^\s\w#]{1,2}(?=[\w-])|[^\s#]{1,3}(?= )|-(?= {2}))( *)((?:- +)?([\w-]+):(?:\s.*)?)$/s.exec(line) ??
    [];
  const isQuoted = /["']/.test(stray) && line.indexOf(stray.at(-1) ?? '', indent.length + stray.length) !== -1;
  // A line behind // is a comment.
  if (stray === '' || stray === '//' || isQuoted || (!isFieldOrLanguage(name) && /\w/.test(stray))) return edits;
  // A dash where other dashes are begins an item.
  const isDash = /^[-–—]$/.test(stray);
  if (isDash && (gap.length < 2 || hasDash(lines, at, `${indent}-${gap}`))) return edits;
  const what = /["']/.test(stray) ? `a ${stray}` : `"${stray}"`;
  if (!isDash && gap !== '')
    edits.push({
      line: at,
      lines: [`${indent}-${gap}${moved}`],
      column: indent.length,
      beginsItem: true,
      message: `${what} where the dash of a list belongs`,
      hint: `begin the item with "- ": - ${shown(moved)}`,
      rank: 1.2,
    });
  const width = indent.length + stray.length + gap.length;
  for (const column of itemColumns(lines, at, moved, width)) {
    if (Math.abs(column - width) > 3) continue;
    edits.push({
      line: at,
      lines: [' '.repeat(column) + moved],
      column: indent.length,
      keepsField: gap === '',
      message: `${what} before the field ${name}`,
      hint: column === indent.length ? 'take it out' : `take it out, and indent ${name} by ${spaces(column)}`,
      rank: 1.1 + Math.abs(column - width) / 100,
    });
  }
  return edits;
}
