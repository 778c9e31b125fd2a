import { IssueList, type Span } from '../../source/issues.js';
import { lastBefore } from '../../source/offsets.js';
import type { ErrorCode, YAMLParseError } from './library.js';

/** Stand-ins (private use, of the same length) for characters that would end a text. */
const SPACE = '\uE000';
const COLON = '\uE001';
const QUOTE = '\uE002';

/** The original of a text whose characters stand-ins replaced. */
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

/** Messages for parser errors that no repair fixes; a code that is not here keeps the parser's words. */
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

/** The repairs of one text, and the issues that say what was repaired. */
export class Repairs {
  readonly issues = new IssueList();
  repaired: string;
  private readonly text: string;
  private edits: [at: number, by: string][] = [];
  /** Starts of the lines that have an issue: others there follow from it. */
  private readonly lines = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.repaired = text;
  }

  /** Replaces tabs in the indentation by a space each; one issue for all. How wide they were meant to be is unknown. */
  replaceTabs(): boolean {
    return this.indentedBy(/^ *\t[ \t]*(?=[^\s#])/gm, '\t', 'a tab in the indentation');
  }

  /** Replaces no-break spaces before a field or an item; one issue for all. */
  replaceNoBreakSpaces(): boolean {
    return this.indentedBy(
      /^ *\u00A0[ \u00A0]*(?=(?:- |[\w-]+:(?: |\r?$)))/gm,
      '\u00A0',
      'a no-break space in the indentation',
    );
  }

  private indentedBy(pattern: RegExp, character: string, message: string): boolean {
    if (!this.repaired.includes(character)) return false;
    const starts: number[] = [];
    const clean = this.repaired.replace(pattern, (indent, at: number) => {
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
    const at = this.repaired.indexOf(character, first);
    this.report(at, at + 1, message + elsewhere, 'indent with spaces');
    for (const start of more) this.lines.add(start);
    this.repaired = clean;
    return true;
  }

  /** Drops a quote that nothing closes on its line. */
  closeQuote(before: number, quotes: readonly Span[]): void {
    const at = quotes[lastBefore(quotes, before, ([start]) => start)]?.[0];
    const quote = at === undefined ? undefined : this.repaired[at];
    if (at === undefined || (quote !== '"' && quote !== "'")) return;
    const close = `close it: ${quote}${this.original(at + 1, this.lineEnd(at))}${quote}`;
    this.report(at, at + 1, 'a quote that is never closed', close);
    this.replace(at, QUOTE);
  }

  /** Makes the colons of a text with `: ` in it part of the text. */
  escapeColons(from: number): void {
    const start = this.lineStart(from);
    const end = this.lineEnd(from);
    const line = this.repaired.slice(from, end);
    const comment = line.search(/\s#/);
    const text = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
    const flow = this.repaired.slice(start, from).search(/[[{]/) !== -1;
    const stop = flow ? (text.search(/[,}\]]/) + text.length + 1) % (text.length + 1) || text.length : text.length;
    const value = text.slice(0, stop);
    const at = value.search(/:(?=[ \t]|$)/);
    if (at === -1 || /^(?:["'[{|>]|\s*- )/.test(value)) return;
    const quiet = value.replace(/:([ \t])/g, `:${SPACE}`).replace(/:$/, COLON);
    this.replace(from, quiet);
    this.report(
      from + at,
      from + at + 1,
      'a text with ": " in it',
      `put the text in quotes: "${this.original(from, from + value.length)}"`,
    );
  }

  /** Drops a line without a field, or a field under a text. */
  dropLine(from: number, to: number): void {
    const starts = /^[\s-]*$/.test(this.repaired.slice(this.lineStart(from), from));
    const at = starts ? from : this.content(this.lineStart(to));
    const [message, hint] = starts ? NO_FIELD : NO_FIT;
    this.report(at, this.lineEnd(at), message, hint);
    this.replace(at, '#');
  }

  /** Reports a parser error that no repair fixes. */
  reportUnrepaired(error: YAMLParseError): void {
    const { code, message: words, pos } = error;
    const [from, to] = pos;
    const [message, hint] = MEANING[code] ?? [words];
    this.report(from, Math.max(from, Math.min(to, this.lineEnd(from))), message, hint);
  }

  hasIssueAt(offset: number): boolean {
    return this.lines.has(this.lineStart(offset));
  }

  private report(from: number, to: number, message: string, hint: string | undefined): void {
    const line = this.lineStart(from);
    if (this.lines.has(line)) return;
    this.lines.add(line);
    this.issues.add('syntax', { span: [from, to] }, message, hint);
  }

  private replace(at: number, by: string): void {
    this.edits.push([at, by]);
  }

  /** Applies the replacements of a round; false when there is none. */
  apply(): boolean {
    const parts: string[] = [];
    let done = 0;
    for (const [at, by] of this.edits.sort((a, b) => a[0] - b[0])) {
      if (at < done) continue;
      parts.push(this.repaired.slice(done, at), by);
      done = at + by.length;
    }
    this.edits = [];
    if (parts.length === 0) return false;
    this.repaired = parts.join('') + this.repaired.slice(done);
    return true;
  }

  private original(from: number, to: number): string {
    const text = this.text.slice(from, to);
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
  }

  private lineStart(at: number): number {
    return this.repaired.lastIndexOf('\n', at - 1) + 1;
  }

  private lineEnd(at: number): number {
    const end = this.repaired.indexOf('\n', at);
    return end === -1 ? this.repaired.length : this.repaired[end - 1] === '\r' ? end - 1 : end;
  }

  private content(start: number): number {
    return start + (/^[ \t]*/.exec(this.repaired.slice(start, this.lineEnd(start)))?.[0].length ?? 0);
  }
}
