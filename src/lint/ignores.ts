import type { ReadIssue, Span } from '../formats/source/issues.js';
import type { Source } from '../formats/source/read-result.js';
import { RULE_IDS } from '../model/rule-ids.js';
import { correction, nearest } from '../text/nearest.js';
import { quote } from '../text/quote.js';

/** The word that a comment begins with to silence rules. */
const WORD = 'idm-ignore';

/** The beginning of an ignore: `# idm-ignore room-clash: agreed with the chair`. */
const BEGINNING = /^#+\s*idm-ignore\b/u;

/** One rule that a comment silences, on its own line and on the first line below that is no comment. */
export interface Ignore {
  readonly rule: string;
  readonly at: Span;
  /** An offset in the last line that it covers. */
  readonly until: number;
  /** The reason why it silences nothing. */
  readonly issue?: Pick<ReadIssue, 'message' | 'hint' | 'suggestion'>;
}

/** The ignores of a source, one for each rule that they name. */
export function ignores(source: Source): Ignore[] {
  const spans = source.comments(WORD);
  const until = linesBelow(source.text, spans);
  return spans.flatMap((at, i) => {
    const { names, reason } = parse(source.text.slice(...at));
    const issue = names.length === 0 ? NO_RULE : reason === '' ? NO_REASON : undefined;
    return (names.length === 0 ? [{ rule: '', offset: 0 }] : names).map(({ rule, offset }) => {
      const wrong = issue ?? unknown(rule, at[0] + offset);
      return { rule, at, until: until[i] ?? at[1], ...(wrong ? { issue: wrong } : {}) };
    });
  });
}

/** A rule that a comment names, and the offset of the name in the comment. */
interface Name {
  readonly rule: string;
  readonly offset: number;
}

/** Parses a comment: the rules before its first colon, and the reason after it; both empty in a comment that is no ignore. */
function parse(comment: string): { readonly names: readonly Name[]; readonly reason: string } {
  const [beginning] = BEGINNING.exec(comment) ?? [];
  if (beginning === undefined) return { names: [], reason: '' };
  const colon = comment.indexOf(':', beginning.length);
  const end = colon === -1 ? comment.length : colon;
  const words = comment.slice(beginning.length, end).matchAll(/[^\s,]+/g);
  return {
    names: Array.from(words, ({ 0: rule, index }) => ({ rule, offset: beginning.length + index })),
    reason: colon === -1 ? '' : comment.slice(colon + 1).trim(),
  };
}

/** For each comment the start of the first line below that is not a comment. */
function linesBelow(text: string, comments: readonly Span[]): readonly number[] {
  const below: number[] = [];
  for (let i = comments.length - 1; i >= 0; i--) {
    const [next] = comments[i + 1] ?? [text.length];
    let at = startOfNext(text, comments[i]?.[1] ?? 0);
    while (at <= next && /^[ \t]*#/.test(text.slice(at, startOfNext(text, at)))) at = startOfNext(text, at);
    // Two comments with only comments between them cover the same line.
    below[i] = at > next ? (below[i + 1] ?? at) : at;
  }
  return below;
}

/** The start of the line below an offset; the end of the text where there is none. */
function startOfNext(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline + 1;
}

const NO_RULE = { message: 'this ignore names no rule', hint: 'write # idm-ignore <rule>: <reason>' };
const NO_REASON = {
  message: 'this ignore gives no reason, so it is not obeyed',
  hint: 'write # idm-ignore <rule>: <reason>',
};

function unknown(rule: string, start: number): Ignore['issue'] {
  if ((RULE_IDS as readonly string[]).includes(rule)) return undefined;
  const { hint, suggestion } = correction(nearest(rule, RULE_IDS), 'idm explain lists the rules');
  return {
    message: `this ignore names a rule that there is not: ${quote(rule)}`,
    hint,
    ...(suggestion && { suggestion: { ...suggestion, at: { span: [start, start + rule.length] as const } } }),
  };
}
