import type { Place, ReadIssue, Span } from '../formats/source/issues.js';
import { lastBefore, lineStarts } from '../formats/source/offsets.js';
import type { Reading, Source } from '../formats/source/read-result.js';
import type { Clash, Diagnostic, Edit, Region, Severity } from '../model/diagnostic.js';
import { FIXED_RULES, type RuleId } from '../model/rule-ids.js';
import type { Rule, RuleKind } from '../rules/rule.js';
import { cut } from '../text/quote.js';

/** A diagnostic with the kind of its rule. */
export interface Problem extends Diagnostic {
  readonly rule: RuleId;
  readonly kind: RuleKind;
  /** The two sessions of an overlap. */
  readonly clash?: Clash;
}

/** An issue of a reader or a finding of a rule, with the severity that the agenda gives it, before its lines are worked out. */
export interface WeighedFinding extends Omit<ReadIssue, 'rule'> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly clash?: Clash;
}

/** True of rules about what could not be read: neither `lint:` nor an ignore lowers them. */
export function isFixed({ id }: Rule): boolean {
  return (FIXED_RULES as readonly string[]).includes(id);
}

/** Where a place is in the text of a source. */
export function spanOf(source: Source, at: Place): Span {
  return 'span' in at ? at.span : source.locate(at.path, at.on);
}

/** UTF-16 code units of a message or a hint. A suggestion is whole. */
const LONGEST = 1000;

/** Turns offsets into lines and columns within the text; the line starts are collected when the first is asked for. */
export function positioner({ source }: Reading, file: string) {
  let starts: readonly number[] | undefined;
  const position = (offset: number) => {
    starts ??= lineStarts(source.text);
    const line = lastBefore(starts, offset + 1, start => start);
    return { line: line + 1, column: Math.min(offset, source.text.length) - (starts[line] ?? 0) + 1 };
  };
  const region = ([from, to]: Span): Region => {
    const end = position(Math.max(from, to));
    return { ...position(from), endLine: end.line, endColumn: end.column };
  };
  const edit = ({ at, suggestion }: WeighedFinding): Edit | null => {
    if (suggestion === undefined) return null;
    const where = suggestion.at ?? at;
    const { text, through } = suggestion;
    const edit =
      'path' in where
        ? through === undefined
          ? source.edit(where.path, where.on, text)
          : source.editFields(where.path, through, text)
        : typeof text === 'string'
          ? { span: where.span, text }
          : undefined;
    return edit === undefined ? null : { ...region(edit.span), text: edit.text };
  };
  const problem = (found: WeighedFinding): Problem => {
    const { rule, severity, at, message, hint = null, clash } = found;
    const related = (found.related ?? []).map(other => ({
      ...region(spanOf(source, other.at)),
      message: other.message,
    }));
    return {
      file,
      ...region(spanOf(source, at)),
      severity,
      rule: rule.id,
      // An agenda that was not read from a text has no lines.
      message: cut(related.length === 0 || source.text === '' ? message : `${message} (${lines(related)})`, LONGEST),
      hint: hint && cut(hint, LONGEST),
      related: related.map(other => ({ file, ...other })),
      suggestion: edit(found),
      kind: rule.kind,
      ...(clash && { clash }),
    };
  };
  return { problem, line: (offset: number) => position(offset).line };
}

/** `line 50`, `lines 50, 61`: each line once. */
function lines(related: readonly Region[]): string {
  const numbers = [...new Set(related.map(({ line }) => line))];
  return `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`;
}
