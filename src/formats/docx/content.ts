import type { CharacterStyle, ParagraphStyle } from './styles.js';

/** A document as data: what stands in it and in which style, before it is a file of Word. */
export interface DocumentContent {
  readonly title: string;
  readonly organizer: string;
  /** BCP 47; of the first section. */
  readonly language: string;
  readonly sections: readonly Section[];
}

/** The agenda in one language. */
export interface Section {
  /** BCP 47. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly head: readonly Paragraph[];
  readonly days: readonly DayTable[];
  /** On the left of the footer, and around the number of the page and the count of pages on the right. */
  readonly footer: readonly Piece[];
  readonly page: readonly [before: Piece, between: Piece, behind: Piece];
}

/** A heading, and a table of two columns. */
export interface DayTable {
  readonly heading: readonly Paragraph[];
  readonly columns: readonly [time: Paragraph, what: Paragraph];
  readonly rows: readonly Row[];
}

/** A session, or what follows of it in a row of its own. */
export interface Row {
  /** Absent in a row that goes on with the session of the row above. */
  readonly time?: Paragraph;
  readonly what: readonly Paragraph[];
  /** The next row goes on with the session. */
  readonly goesOn?: true;
  /** A break or a registration. */
  readonly isPause: boolean;
}

export interface Paragraph {
  readonly style: ParagraphStyle;
  readonly pieces: readonly Piece[];
}

/** A run of text in one language and style. */
export interface Piece {
  readonly text: string;
  /** BCP 47; absent for what is in no language, such as a name or an address. */
  readonly language?: string;
  readonly style?: CharacterStyle;
  /** Where it leads. */
  readonly url?: string;
}
