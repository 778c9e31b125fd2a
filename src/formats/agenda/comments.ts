import type { Span } from '../source/issues.js';
import { Lexer } from './yaml-parser.js';

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001F';

/** The spans of the comments of a YAML text with a word in them; a # inside a text is none. */
export function comments(text: string, word: string): Span[] {
  const found: Span[] = [];
  if (!text.includes(word)) return found;
  let at = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!scalar && token.startsWith('#') && token.includes(word)) found.push([at, at + token.length]);
    scalar = token === SCALAR;
    // The lexer's own marks are no part of the text.
    if (!MARKS.has(token)) at += token.length;
  }
  return found;
}

const MARKS: ReadonlySet<string> = new Set([SCALAR, '\u0002', '\u0018']);
