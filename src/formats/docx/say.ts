import type { Name, Text } from '../../model/localized.js';
import { type LabelLanguage, labelLanguage, type Words, wordsOf } from '../../model/words.js';
import type { Presentation } from '../../query/presentation.js';
import { withoutControls, withoutForbidden } from '../../text/escape.js';
import { oneLine } from '../../text/one-line.js';
import type { Piece } from './content.js';
import type { CharacterStyle } from './styles.js';
import { DOCUMENT_WORDS, type DocumentWords } from './words.js';

/** Says what stands in a section of a document, each piece in its language. No piece is empty. */
export interface Speaker {
  readonly presentation: Presentation;
  readonly words: Words & DocumentWords;
  /** The language of the labels. */
  readonly labels: LabelLanguage;
  /** A label, or signs between what is said. */
  label(text: string, style?: CharacterStyle): readonly Piece[];
  /** A text of the agenda on one line. */
  text(text: Name | undefined, style?: CharacterStyle): readonly Piece[];
  /** The paragraphs of a text, which empty lines part; its other line breaks stay. */
  paragraphs(text: Text | undefined): readonly (readonly Piece[])[];
}

/** What speaks the language of a presentation. */
export function speaker(presentation: Presentation): Speaker {
  const labels = labelLanguage(presentation);
  const piece = (text: string, language: string | undefined, style: CharacterStyle | undefined): readonly Piece[] =>
    text === '' ? [] : [{ text, ...(language !== undefined && { language }), ...(style !== undefined && { style }) }];
  const tag = (text: Name | undefined) => (typeof text === 'string' ? undefined : presentation.tag(text));
  return {
    presentation,
    labels,
    words: { ...wordsOf(presentation), ...DOCUMENT_WORDS[labels] },
    label: (text, style) => piece(text, labels, style),
    text: (text, style) => piece(plain(presentation.text(text)), tag(text), style),
    paragraphs: text => paragraphs(presentation.text(text)).map(one => piece(one, tag(text), undefined)),
  };
}

/** A text on one line, as a document can hold it. */
export function plain(text: string): string {
  return clean(oneLine(text)).trim();
}

/** An address as a document can hold it: what may not stand in one is encoded (RFC 3986 §2.1). */
export function address(url: string): string {
  return clean(url).replace(/[\s<>"{}|\\^`]/g, encodeURIComponent);
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/)
    .map(paragraph =>
      paragraph
        .split(/\r\n?|[\n\u0085\u2028\u2029]/)
        .map(line => clean(line).trim())
        .filter(line => line !== '')
        .join('\n'),
    )
    .filter(paragraph => paragraph !== '');
}

/** A text without what no XML may have in it; tabs are blanks. */
function clean(text: string): string {
  return withoutForbidden(withoutControls(text)).replaceAll('\t', ' ');
}

/** Pieces with signs between those that say something. */
export function joined(parts: readonly (readonly Piece[])[], between: readonly Piece[]): readonly Piece[] {
  return parts.filter(({ length }) => length > 0).flatMap((pieces, i) => (i === 0 ? pieces : [...between, ...pieces]));
}
