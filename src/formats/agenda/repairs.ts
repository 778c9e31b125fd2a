import { IssueList, type Span } from '../source/issues.js';
import { lastBefore } from '../source/offsets.js';
import type { ErrorCode, YAMLParseError } from './yaml-parser.js';

/** Stand-ins of the same length (private use) for what would end a text. */
const SPACE = '\uE000';
const COLON = '\uE001';
const QUOTE = '\uE002';

/** What stands for a mended text, as it was written. */
export function restore(value: string): string {
  return value.replaceAll(SPACE, ' ').replaceAll(COLON, ':').replaceAll(QUOTE, '');
}

const NO_FIELD = [
  'this line is not a field: it has no ": "',
  'indent it under its field, or put the text in quotes',
] as const;
const NO_FIT = [
  'this line does not fit the text above it',
  'align it with the field above, or put the text in quotes',
] as const;

/** What is left over means this to an author; what is not here keeps the parser's own words. */
const MEANING: Partial<Record<ErrorCode, readonly [message: string, hint: string]>> = {
  ALIAS_PROPS: ['an alias with an anchor or a tag of its own', 'put the text in quotes'],
  BAD_ALIAS: ['a text that begins with * or &', 'put the text in quotes'],
  BAD_INDENT: ['the indentation does not fit the lines above', 'align it with its neighbours; close what was opened'],
  BAD_SCALAR_START: ['a text that begins with a reserved character', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: ['a list or a map where a text goes on', 'put the text in quotes, or mend the indentation'],
  MISSING_CHAR: ['something is missing here', 'close what was opened; a field needs a colon and a space'],
  MULTILINE_IMPLICIT_KEY: NO_FIELD,
  MULTIPLE_DOCS: ['a second YAML document begins here', 'one file is one agenda: take the --- away'],
  MULTIPLE_ANCHORS: ['a text that begins with &', 'put the text in quotes'],
  TAB_AS_INDENT: ['a tab in the indentation', 'indent with spaces'],
  UNEXPECTED_TOKEN: ['the text ends before this', 'put the whole text in double quotes'],
};

/** The slips of one text as they come to light. */
export class Slips {
  readonly issues = new IssueList();
  mended: string;
  private readonly text: string;
  private edits: [at: number, by: string][] = [];
  /** Starts of the lines that have a fault: what else is wrong there follows from it. */
  private readonly lines = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.mended = text;
  }

  /** Tabs that indent, one fault for all of them. What they were meant to be cannot be told. */
  tabs(): boolean {
    return this.indentedBy(/^ *\t[ \t]*(?=[^\s#])/gm, '\t', 'a tab in the indentation');
  }

  /** No-break spaces that indent a field or an item, one fault for all of them. */
  spaces(): boolean {
    return this.indentedBy(
      /^ *\u00A0[ \u00A0]*(?=(?:- |[\w-]+:(?: |\r?$)))/gm,
      '\u00A0',
      'a no-break space in the indentation',
    );
  }

  private indentedBy(pattern: RegExp, character: string, message: string): boolean {
    if (!this.mended.includes(character)) return false;
    const starts: number[] = [];
    const clean = this.mended.replace(pattern, (indent, at: number) => {
      starts.push(at);
      return ' '.repeat(indent.length);
    });
    const [first, ...more] = starts;
    if (first === undefined) return false;
    const elsewhere =
      more.length === 0
        ? ''
        : more.length === 1
          ? ', here and on one more line'
          : `, here and on ${more.length} more lines`;
    const at = this.mended.indexOf(character, first);
    this.slip(at, at + 1, message + elsewhere, 'indent with spaces');
    for (const start of more) this.lines.add(start);
    this.mended = clean;
    return true;
  }

  /** A quote that nothing closes on its line: the text stands without it. */
  open(before: number, quotes: readonly Span[]): void {
    const at = quotes[lastBefore(quotes, before, ([start]) => start)]?.[0];
    const quote = at === undefined ? undefined : this.mended[at];
    if (at === undefined || (quote !== '"' && quote !== "'")) return;
    const close = `close it: ${quote}${this.original(at + 1, this.lineEnd(at))}${quote}`;
    this.slip(at, at + 1, 'a quote that is never closed', close);
    this.replace(at, QUOTE);
  }

  /** A text with `: ` in it: its colons become part of it. */
  colons(from: number): void {
    const start = this.lineStart(from);
    const end = this.lineEnd(from);
    const line = this.mended.slice(from, end);
    const comment = line.search(/\s#/);
    const text = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
    const flow = this.mended.slice(start, from).search(/[[{]/) !== -1;
    const stop = flow ? (text.search(/[,}\]]/) + text.length + 1) % (text.length + 1) || text.length : text.length;
    const value = text.slice(0, stop);
    const at = value.search(/:(?=[ \t]|$)/);
    if (at === -1 || /^["'[{|>]/.test(value)) return;
    const quiet = value.replace(/:([ \t])/g, `:${SPACE}`).replace(/:$/, COLON);
    this.replace(from, quiet);
    this.slip(
      from + at,
      from + at + 1,
      'a text with ": " in it',
      `put the text in quotes: "${this.original(from, from + value.length)}"`,
    );
  }

  /** A line without a field, or a field under a text: the line is left out. */
  stray(from: number, to: number): void {
    const starts = /^[\s-]*$/.test(this.mended.slice(this.lineStart(from), from));
    const at = starts ? from : this.content(this.lineStart(to));
    const [message, hint] = starts ? NO_FIELD : NO_FIT;
    this.slip(at, this.lineEnd(at), message, hint);
    this.replace(at, '#');
  }

  /** What no mend helps. */
  leave(error: YAMLParseError): void {
    const { code, message: words, pos } = error;
    const [from, to] = pos;
    const [message, hint] = MEANING[code] ?? [words];
    this.slip(from, Math.max(from, Math.min(to, this.lineEnd(from))), message, hint);
  }

  known(offset: number): boolean {
    return this.lines.has(this.lineStart(offset));
  }

  private slip(from: number, to: number, message: string, hint: string | undefined): void {
    const line = this.lineStart(from);
    if (this.lines.has(line)) return;
    this.lines.add(line);
    this.issues.add('syntax', { span: [from, to] }, message, hint);
  }

  private replace(at: number, by: string): void {
    this.edits.push([at, by]);
  }

  /** Makes the replacements of a round. False when there is none. */
  apply(): boolean {
    const parts: string[] = [];
    let done = 0;
    for (const [at, by] of this.edits.sort((a, b) => a[0] - b[0])) {
      if (at < done) continue;
      parts.push(this.mended.slice(done, at), by);
      done = at + by.length;
    }
    this.edits = [];
    if (parts.length === 0) return false;
    this.mended = parts.join('') + this.mended.slice(done);
    return true;
  }

  private original(from: number, to: number): string {
    const text = this.text.slice(from, to);
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
  }

  private lineStart(at: number): number {
    return this.mended.lastIndexOf('\n', at - 1) + 1;
  }

  private lineEnd(at: number): number {
    const end = this.mended.indexOf('\n', at);
    return end === -1 ? this.mended.length : this.mended[end - 1] === '\r' ? end - 1 : end;
  }

  private content(start: number): number {
    return start + (/^[ \t]*/.exec(this.mended.slice(start, this.lineEnd(start)))?.[0].length ?? 0);
  }
}
