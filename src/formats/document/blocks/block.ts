import type { CharacterStyle, ParagraphStyle } from '../../docx/styles.js';
import type { Span } from '../../source/issues.js';
import { LIMITS } from '../../source/limits.js';

/** Where a block stands in a table: rows and columns count from 0. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Columns and rows that the cell covers, 1 for most. */
  readonly width: number;
  readonly height: number;
  /** True for a cell that its document marks as a heading. */
  readonly isHeader?: boolean;
}

/**
 * A piece of a document, as every reader of documents gives them: a heading, a paragraph or an item of a list, in a cell of
 * a table or in none. Texts are in Unicode normal form C, and have a line feed where a line is broken within a paragraph.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly text: string;
  /** Of a heading, 1 for the highest. */
  readonly level?: number;
  /** True where all of the text is bold, or italic alone. */
  readonly isStrong?: boolean;
  /** Characters before it on its line, in a text outside of tables. */
  readonly indent?: number;
  readonly cell?: CellPlace;
  /** In a document that idm wrote, the style of the paragraph, and its pieces. */
  readonly style?: ParagraphStyle;
  readonly pieces?: readonly BlockPiece[];
  /** True for a note at the foot of a page, or at the end. */
  readonly isNote?: boolean;
  /** True where an empty line stands before it, in a text that has lines only. */
  readonly isApart?: boolean;
  readonly span: Span;
  /** Where it stands, in words: `line 12`, `paragraph 4`, `table 2, row 7`. */
  readonly where: string;
}

/** A piece of a paragraph in one style, or a link. */
export interface BlockPiece {
  readonly text: string;
  readonly style?: CharacterStyle;
  readonly url?: string;
}

/** A document as blocks, and what it says of itself beside them. */
export interface BlockDocument {
  /** What it is called in messages: `text`, `web page`, `Word document`. */
  readonly noun: string;
  /** The text that spans refer to. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The language that the document names (BCP 47). */
  readonly language?: string;
  /** The title that its properties have. */
  readonly title?: string;
  /** What is struck out, and so taken to be deleted: the text, and the index of the block that it stands in or before. */
  readonly struck?: readonly { readonly text: string; readonly block: number }[];
  /** What stands first of that which is not read, in a document of more lines than are read. */
  readonly cut?: Span;
}

/** The blocks that a reader finds, up to as many lines as are read. */
export class BlockList {
  readonly blocks: Block[] = [];
  private lines = 0;
  private firstCut: Span | undefined;

  /** The first block that is too many; undefined as long as there is none. */
  get cut(): Span | undefined {
    return this.firstCut;
  }

  add(block: Block): void {
    this.lines += block.text.split('\n').length;
    if (this.firstCut === undefined && this.lines <= LIMITS.documentLines) this.blocks.push(block);
    else this.firstCut ??= block.span;
  }

  /** Adds what stands on the next line of the block that was added last. */
  goOn(text: string, end: number): void {
    const last = this.blocks.at(-1);
    if (last !== undefined && this.firstCut === undefined)
      this.blocks[this.blocks.length - 1] = { ...last, text: `${last.text} ${text}`, span: [last.span[0], end] };
  }
}
