import type { Span } from '../source/issues.js';
import type { Block } from './blocks/block.js';
import type { LabelKind } from './words/labels.js';

/** A line of a document as the inference takes it: a block or a piece of one, or several that belong together. */
export interface Line {
  readonly text: string;
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly indent?: number;
  readonly isStrong?: boolean;
  readonly isApart?: boolean;
  readonly isNote?: boolean;
  readonly span: Span;
  readonly where: string;
  /** The indices of the blocks that it comes from. */
  readonly blocks: readonly number[];
  /** What the column of a table says that it is. */
  readonly column?: LabelKind;
  /** True in a column whose header says nothing, behind the one that says what takes place. */
  readonly isAside?: boolean;
  /** True for a line of a table that stands again, for another session at the same time. */
  readonly isAgain?: boolean;
  /** True in a table. */
  readonly isInTable?: boolean;
  /** True in a cell of a table that has times. */
  readonly isInProgramme?: boolean;
}

/** A sign that stands for the mark of a list, as a character of the text. */
const BULLET = /^[-–—•·▪‣]\s+(?=\S)/;

/** A line that is all of a block. */
export function lineOf(block: Block, index: number): Line {
  const { text, kind, level, indent, isStrong, isApart, isNote, span, where, cell } = block;
  const isItem = kind === 'paragraph' && BULLET.test(text);
  return {
    text: isItem ? text.replace(BULLET, '') : text,
    kind: isItem ? 'item' : kind,
    ...(level !== undefined && { level }),
    ...(indent !== undefined && { indent }),
    ...(isStrong && { isStrong }),
    ...(isApart && { isApart }),
    ...(isNote && { isNote }),
    ...(cell && { isInTable: true }),
    span,
    where,
    blocks: [index],
  };
}
