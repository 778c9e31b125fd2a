import type { Place, ReadIssue, Span } from '../../source/issues.js';
import { lastBefore } from '../../source/offsets.js';
import type { Source, SourceEdit } from '../../source/read-result.js';

/** A change to lines of a text, from one line on: none is added and none taken away. */
export interface LineEdit {
  /** The index of the first line. */
  readonly line: number;
  /** The lines as they are to be, without their breaks. */
  readonly lines: readonly string[];
}

/** A text whose lines are edited, each at most once, with the way back from its offsets to those of the original. */
export class PatchedText {
  readonly original: string;
  /** The lines as they are now, without `\n`. */
  readonly lines: readonly string[];
  private readonly before: readonly string[];

  private constructor(original: string, before: readonly string[], lines: readonly string[]) {
    this.original = original;
    this.before = before;
    this.lines = lines;
  }

  /** A text that is not edited yet. */
  static of(text: string): PatchedText {
    const lines = text.split('\n');
    return new PatchedText(text, lines, lines);
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** The text with one edit more. */
  with(edit: LineEdit): PatchedText {
    return new PatchedText(
      this.original,
      this.before,
      this.lines.toSpliced(edit.line, edit.lines.length, ...edit.lines),
    );
  }

  /** True for a line that was edited. */
  isEdited(line: number): boolean {
    return this.lines[line] !== this.before[line];
  }

  /** The index of the line of an offset of the text as it is now. */
  lineAt(offset: number): number {
    return lastBefore(this.starts, offset + 1, start => start);
  }

  /** The span in the original of what an edit of its lines changes, and the text that takes its place. */
  change({ line, lines }: LineEdit): { readonly span: Span; readonly text: string } {
    const old = this.before.slice(line, line + lines.length).join('\n');
    const text = lines.join('\n');
    const same = commonEnds(old, text);
    const start = this.originalStarts[line] ?? 0;
    return {
      span: [start + same.prefix, start + old.length - same.suffix],
      text: text.slice(same.prefix, text.length - same.suffix),
    };
  }

  /** The span in the original of a whole line, with the break behind it. */
  originalLine(line: number): Span {
    const start = this.originalStarts[line] ?? 0;
    return [start, Math.min(this.original.length, start + (this.before[line] ?? '').length + 1)];
  }

  /** The span in the original from a column of a line that is not edited to the end of the line. */
  originalSpanFrom(line: number, column: number): Span {
    const start = this.originalStarts[line] ?? 0;
    return [start + column, start + Math.max(column, (this.before[line] ?? '').trimEnd().length)];
  }

  /** The offset in the original of an offset in the text as it is now. */
  originalOffset(offset: number): number {
    const line = this.lineAt(offset);
    const column = offset - (this.starts[line] ?? 0);
    const start = this.originalStarts[line] ?? 0;
    const [old = '', now = ''] = [this.before[line], this.lines[line]];
    if (old === now) return start + column;
    const { prefix, suffix } = commonEnds(old, now);
    if (column >= now.length - suffix) return start + old.length - (now.length - column);
    return start + Math.min(column, prefix);
  }

  /** A source of the text as it is now, as a source of the original. */
  originalSource(source: Source): Source {
    return {
      text: this.original,
      locate: (path, on) => this.originalSpan(source.locate(path, on)),
      extent: path => this.originalSpan(source.extent(path)),
      edit: (path, on, value) => this.originalEdit(source.edit(path, on, value)),
      editFields: (path, through, value) => this.originalEdit(source.editFields(path, through, value)),
      comments: word => source.comments(word).map(span => this.originalSpan(span)),
    };
  }

  /** An issue of the text as it is now, with its spans in the original; its suggestion only where no line was edited. */
  originalIssue(issue: ReadIssue): ReadIssue {
    const place = (at: Place): Place => ('span' in at ? { span: this.originalSpan(at.span) } : at);
    const { suggestion, related, ...rest } = issue;
    const span = suggestion?.at ?? issue.at;
    const isKept = !('span' in span) || !this.isEdited(this.lineAt(span.span[0]));
    return {
      ...rest,
      at: place(issue.at),
      ...(related && { related: related.map(other => ({ ...other, at: place(other.at) })) }),
      ...(suggestion &&
        isKept && { suggestion: { ...suggestion, ...(suggestion.at && { at: place(suggestion.at) }) } }),
    };
  }

  private originalEdit(edit: SourceEdit | undefined): SourceEdit | undefined {
    if (edit === undefined || this.isEdited(this.lineAt(edit.span[0]))) return undefined;
    return { ...edit, span: this.originalSpan(edit.span) };
  }

  private originalSpan([from, to]: Span): Span {
    const start = this.originalOffset(from);
    return [start, Math.max(start, this.originalOffset(to))];
  }

  private get starts(): readonly number[] {
    this.lineStarts ??= startsOf(this.lines);
    return this.lineStarts;
  }
  private lineStarts: readonly number[] | undefined;

  private get originalStarts(): readonly number[] {
    this.originalLineStarts ??= startsOf(this.before);
    return this.originalLineStarts;
  }
  private originalLineStarts: readonly number[] | undefined;
}

/** The offsets at which lines begin. */
function startsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map(line => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

/** How many characters two texts have in common at the beginning, and of the rest at the end. */
function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const most = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < most && a[prefix] === b[prefix]) prefix++;
  let suffix = 0;
  while (suffix < most - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++;
  return { prefix, suffix };
}
