import type { ReadIssue } from '../source/issues.js';
import { lastBefore, lineStarts } from '../source/offsets.js';
import type { Source } from '../source/read-result.js';
import { LAYOUT_RULES } from './decode/agenda.js';

/** The rules of what is wrong with lines that are read as a part of something else. */
const MISREAD: ReadonlySet<string> = new Set([...LAYOUT_RULES, 'bad-id']);

/** Lines without an issue behind which one no longer follows from those above. */
const GAP = 4;

/**
 * Drops the issues that follow from a syntax error of which it is not known what was meant: those about the layout of the next
 * lines, one close to the other, and the fields that seem to be missing in what the error stands in.
 */
export function withoutFollowing(issues: readonly ReadIssue[], source: Source): readonly ReadIssue[] {
  const isUnclear = ({ rule, suggestion }: ReadIssue) => rule === 'syntax' && suggestion === undefined;
  if (!issues.some(isUnclear)) return issues;
  const offsetOf = ({ at }: ReadIssue) => ('span' in at ? at.span[0] : source.locate(at.path, at.on)[0]);
  const starts = lineStarts(source.text);
  const lineOf = (issue: ReadIssue) => lastBefore(starts, offsetOf(issue) + 1, start => start);
  const dropped = new Set<ReadIssue>();
  const causes: ReadIssue[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const issue of issues.filter(({ rule }) => MISREAD.has(rule)).toSorted((a, b) => offsetOf(a) - offsetOf(b))) {
    const line = lineOf(issue);
    const follows = line <= last + GAP && (issue.suggestion === undefined || issue.rule === 'syntax');
    if (follows) dropped.add(issue);
    else if (isUnclear(issue)) causes.push(issue);
    if (follows || isUnclear(issue)) last = line;
  }
  for (const issue of issues) {
    if (issue.rule !== 'missing-field' || !('path' in issue.at)) continue;
    const [start, end] = source.extent(issue.at.path);
    if (causes.some(cause => offsetOf(cause) >= start && offsetOf(cause) < end)) dropped.add(issue);
  }
  return issues.filter(issue => !dropped.has(issue));
}
