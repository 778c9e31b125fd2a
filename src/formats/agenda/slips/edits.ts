import { blockTextEdits } from './block-texts.js';
import { closerEdits, closingEdits } from './brackets.js';
import { colonEdits } from './colons.js';
import { dashEdits, markEdits } from './dashes.js';
import { indentEdits } from './indentation.js';
import { isBlank } from './lines.js';
import { LONGEST_LINE, type SlipEdit } from './slip-edit.js';
import { strayEdits } from './stray-marks.js';
import { documentEdits, joinEdits, lineEdits, splitEdits } from './whole-lines.js';

/** The edits of a line, or of a block that begins with it, that mend the slips of layout which authors make. */
export function slipEdits(lines: readonly string[], at: number): readonly SlipEdit[] {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_LINE || isBlank(line)) return [];
  if (/^(?:---|\.\.\.|%)/.test(line)) return documentEdits(lines, at);
  return [
    ...markEdits(lines, at),
    ...colonEdits(lines, at),
    ...strayEdits(lines, at),
    ...closingEdits(lines, at),
    ...closerEdits(lines, at),
    ...dashEdits(lines, at),
    ...indentEdits(lines, at),
    ...blockTextEdits(lines, at),
    ...lineEdits(lines, at),
    ...joinEdits(lines, at),
    ...splitEdits(lines, at),
  ];
}
