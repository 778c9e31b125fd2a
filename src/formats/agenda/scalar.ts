import { hasControls, hasForbidden } from '../../text/escape.js';
import { safeJson } from '../../text/json.js';
import { yaml11 } from './yaml/yaml11.js';

/** Columns of a line; a text that is longer goes on over several. */
const WIDTH = 110;
/** Of a text that stands so deep that hardly any columns are left. */
const NARROWEST = 40;

/**
 * The lines of a text after its head (`title:` with its indentation): on one line, or as a block (YAML 1.2 §8.1) when it
 * has several lines or is long. A text that no block shows faithfully is put in quotes.
 */
export function textLines(head: string, text: string, indent: string): readonly string[] {
  const block = text.includes('\n') ? literal(text) : folded(head, text, indent);
  if (block === undefined) return [`${head} ${word(text)}`];
  const { sign, lines } = block;
  return [`${head} ${sign}`, ...lines.map(line => (line === '' ? '' : `${indent}  ${line}`))];
}

/** A text on one line: as it is, or in quotes where this format or an older reader would take it for something else. */
export function word(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** The same in brackets and braces, where more needs quotes. */
export function flowWord(text: string): string {
  return isPlain(text) && !/[,[\]{}:]/.test(text) ? text : quoted(text);
}

/** True for a text that means itself to every YAML reader of any version, wherever a value stands on a line. */
function isPlain(text: string): boolean {
  if (text === '' || /[\n\t]|^\s|\s$/.test(text) || !isClean(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=~<]|: | #|:$/.test(text)) return false;
  return yaml11(text) === undefined && !/^0o[0-7]+$/.test(text);
}

/** Without the characters that stand in no file: those that `escapeControls` shows, halves of pairs, and what is no character. */
function isClean(text: string): boolean {
  return !hasControls(text) && !hasForbidden(text);
}

/** In double quotes; the escapes of JSON are those of YAML (YAML 1.2 §5.7). */
function quoted(text: string): string {
  return safeJson(text)
    .slice(0, -1)
    .replace(/[\uFFFE\uFFFF]/g, character => `\\u${character.charCodeAt(0).toString(16)}`);
}

interface Block {
  readonly sign: '>-' | '|-' | '|';
  readonly lines: readonly string[];
}

/**
 * Line for line. Not when the first line would set another indentation, blanks at the end of a line would get lost, or a
 * no-break space would stand where indentation does.
 */
function literal(text: string): Block | undefined {
  if (/^\s|[ \t]$|[ \t]\n|\t|\n\n$|\n *[^\S\n ]/.test(text) || !isClean(text)) return undefined;
  return text.endsWith('\n')
    ? { sign: '|', lines: text.slice(0, -1).split('\n') }
    : { sign: '|-', lines: text.split('\n') };
}

/** Over several lines, broken at single spaces, when it is too long for one. */
function folded(head: string, text: string, indent: string): Block | undefined {
  if (head.length + 1 + text.length <= WIDTH || /\t|^\s|\s$/.test(text) || !isClean(text)) return undefined;
  const width = Math.max(NARROWEST, WIDTH - indent.length - 2);
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<! ) (?!\s)/)) {
    if (line === '') line = piece;
    else if (line.length + 1 + piece.length <= width) line += ` ${piece}`;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return lines.length === 0 ? undefined : { sign: '>-', lines: [...lines, line] };
}
