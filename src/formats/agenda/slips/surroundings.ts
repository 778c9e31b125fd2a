import type { ReadIssue } from '../../source/issues.js';
import { parseFast } from '../fast/parse.js';
import { fieldsRead, firstOf, type Judgement, judge, lineIn, valuesOf } from './judgement.js';
import { indentOf, isBlank, isDash, isKeyOf } from './lines.js';

/** Lines before and behind a fault that are read with each edit. */
export const WINDOW = { before: 14, after: 30, far: 12 };

/**
 * The index of the line, `from` or one below it, before which the lines around a fault end: the first of those that are indented
 * least, so that what begins above it is whole.
 */
function wholeTo(lines: readonly string[], from: number): number {
  const last = from + WINDOW.after;
  if (lines.length <= last) return lines.length;
  let [to, least] = [from, Number.POSITIVE_INFINITY];
  for (let i = from; i < last; i++) {
    const line = lines[i] ?? '';
    if (!isBlank(line) && indentOf(line) < least) [to, least] = [i, indentOf(line)];
  }
  return to;
}

/** A part of a text, as an agenda by itself. */
export interface Context {
  /** The part of a text with these lines. */
  text(lines: readonly string[]): string;
  /** The lines that it begins with, behind which some are left out: what these lack may stand there. */
  readonly headLines: number;
  /** True where lines follow in the text: what its last line lacks may stand in them. */
  readonly isCut: boolean;
  /** The index in the whole text of a line of the part. */
  lineOf(line: number): number;
}

/**
 * Cuts out the lines around one, below those that they are a part of. With `place`, a line further up, the lines from there on,
 * and those around the one from where the indentation of `place` comes again.
 */
export function contextOf(lines: readonly string[], line: number, place?: number): Context {
  const start = Math.max(0, line - WINDOW.before);
  const to = wholeTo(lines, line + WINDOW.after);
  const isFar = place !== undefined && place < start;
  const far = isFar
    ? ([place, Math.min(wholeTo(lines, place + WINDOW.far), start)] as const)
    : ([start, start] as const);
  const again = isFar
    ? lines.findIndex((one, i) => i >= start && !isBlank(one) && indentOf(one) <= indentOf(lines[place] ?? '') + 2)
    : start;
  const from = again === -1 ? line : Math.min(again, line);
  const first = lines.slice(far[0], to).find(one => !isBlank(one)) ?? '';
  const above: string[] = [];
  let least = indentOf(first);
  let isItem = isDash(first);
  for (let i = far[0] - 1; i >= 0 && (least > 0 || isItem); i--) {
    const one = lines[i] ?? '';
    if (isBlank(one)) continue;
    if (indentOf(one) >= least && !(isItem && isKeyOf(one, least))) continue;
    above.unshift(one);
    least = indentOf(one);
    isItem = isDash(one);
  }
  const isAgenda = [...above, ...lines.slice(from, to)].some(one => /^(?:\{|(?:id|title|timezone|days):)/.test(one));
  const head = isAgenda ? above : ['timezone: UTC', ...above];
  return {
    text: edited => [...head, ...edited.slice(...far), ...edited.slice(from, to)].join('\n'),
    headLines: head.length + (far[1] < from ? far[1] - far[0] : 0),
    isCut: to < lines.length,
    lineOf: inContext => inContext - head.length - (far[1] - far[0]) + from,
  };
}

/** How badly a part of an agenda reads. */
export interface Cost {
  /** Ten for each issue, a hundred for each syntax error, less five for each field that is read. */
  readonly value: number;
  /** Syntax errors and issues. */
  readonly issues: number;
  /** The fields of the agenda that are absent: they may stand in lines that are left out. */
  readonly absent: ReadonlySet<string>;
  /** The index of the line of the first syntax error. */
  readonly firstError?: number;
}

/** What {@link readingCost} gives for a text without syntax errors that js-yaml parses; undefined for others. */
export function fastCost(text: string, context: Context): Cost | undefined {
  const fast = parseFast(text);
  return fast === undefined ? undefined : costOf(valuesOf(text, fast.raw), context, text);
}

export function readingCost(text: string, context: Context): Cost {
  return costOf(judge(text), context, text);
}

export function costOf(judgement: Judgement, { headLines, isCut }: Context, text: string): Cost {
  const { errors, issues, offsetOf } = judgement;
  const isAbsent = ({ rule, at }: ReadIssue) => rule === 'missing-field' && 'path' in at && at.path.length < 2;
  const lastLine = isCut ? text.trimEnd().lastIndexOf('\n') : text.length;
  const isInside = (offset: number) => offset < lastLine && lineIn(text, offset) >= headLines;
  const own = issues.filter(issue => !isAbsent(issue) && (issue.rule !== 'missing-field' || isInside(offsetOf(issue))));
  const first = firstOf(errors);
  return {
    value: errors.length * 100 + own.length * 10 - fieldsRead(judgement) * 5,
    issues: errors.length + own.length,
    absent: new Set(issues.filter(isAbsent).map(({ message }) => message.split(' ').at(-1) ?? '')),
    ...(first !== undefined && { firstError: lineIn(text, first) }),
  };
}
