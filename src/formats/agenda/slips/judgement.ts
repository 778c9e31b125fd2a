import type { Path } from '../../../model/diagnostic.js';
import { isMap } from '../../source/faults.js';
import { IssueList, type ReadIssue } from '../../source/issues.js';
import type { RawValue, Source } from '../../source/read-result.js';
import { decodeAgenda, mayBeLayout } from '../decode/agenda.js';
import { parseFast } from '../fast/parse.js';
import { eventPositions } from '../fast/positions.js';
import { parseYaml, TooDeep } from '../yaml/parse.js';
import type { PositionNode } from '../yaml/positions.js';
import { yamlSource } from '../yaml/source.js';
import { YamlTree } from '../yaml/tree.js';
import type { PatchedText } from './patched-text.js';

/** What is wrong with a text, and what is read of it. */
export interface Judgement {
  readonly document?: ReturnType<typeof parseYaml> | undefined;
  /** The offsets of syntax errors. */
  readonly errors: readonly number[];
  readonly issues: readonly ReadIssue[];
  readonly raw: RawValue;
  offsetOf(issue: ReadIssue): number;
}

/** A text with some edits, and what is wrong with it. */
export interface State {
  readonly patched: PatchedText;
  readonly judgement: Judgement;
}

/** Judges a text; `parsed` is what the full parser gave for it, where it was asked. */
export function judge(text: string, parsed?: ReturnType<typeof parseYaml>): Judgement {
  const fast = parseFast(text);
  return fast === undefined ? judgeFully(text, parsed) : valuesOf(text, fast.raw);
}

/** The same for a text that only the full parser parses. */
export function judgeFully(text: string, parsed?: ReturnType<typeof parseYaml>): Judgement {
  try {
    const document = parsed ?? parseYaml(text);
    const tree = new YamlTree({ document, hasIssueAt: () => false, restore: value => value }, text);
    const issues = new IssueList();
    decodeAgenda(tree.raw, issues);
    const source = yamlSource(
      text,
      () => tree.position,
      () => [],
    );
    const errors = document.errors.map(({ pos }) => pos[0]).toSorted((a, b) => a - b);
    return {
      document,
      errors,
      issues: [...tree.issues.list, ...issues.list],
      raw: tree.raw,
      offsetOf: offsetIn(source),
    };
  } catch (error) {
    if (error instanceof TooDeep) return { errors: [error.offset], issues: [], raw: null, offsetOf: () => 0 };
    throw error;
  }
}

/** What is wrong with the values of a text without syntax errors. */
export function valuesOf(text: string, raw: RawValue): Judgement {
  const issues = new IssueList();
  decodeAgenda(raw, issues);
  let root: PositionNode | undefined;
  const position = () => {
    root ??= eventPositions(text);
    return root;
  };
  return { errors: [], issues: issues.list, raw, offsetOf: offsetIn(yamlSource(text, position, () => [])) };
}

/** Where an issue is in its source. */
export function offsetIn(source: Source): (issue: ReadIssue) => number {
  return ({ at }) => ('span' in at ? at.span[0] : source.locate(at.path, at.on)[0]);
}

/** The offsets of what is wrong with a text, in order: of its syntax, and where that is right, of what its values are. */
export function faultsIn(text: string, { errors, issues, offsetOf }: Judgement): readonly number[] {
  return errors.length > 0 ? errors : layoutFaults(text, issues, offsetOf);
}

/** The offsets of the issues of a text that a slip of layout may be behind, in order. */
export function layoutFaults(
  text: string,
  issues: readonly ReadIssue[],
  offsetOf: (issue: ReadIssue) => number,
): readonly number[] {
  const isInFlow = (issue: ReadIssue) => FLOW_RULES.has(issue.rule) && isInBraces(text, offsetOf(issue));
  return issues
    .filter(issue => mayBeLayout(issue) && !isInFlow(issue))
    .map(offsetOf)
    .toSorted((a, b) => a - b);
}

/** Rules of what no other line has to do with, where it is in braces that close on their line. */
const FLOW_RULES: ReadonlySet<string> = new Set(['missing-field', 'duplicate-key']);
const BRACES = /^[^\n{}]{0,200}(?=\{(?:[^\n{}]|\{[^\n{}]*\}){0,2000}\}\s*$)/;

/** True for an offset inside of braces that open and close on its line. */
function isInBraces(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const before = BRACES.exec(text.slice(start, end === -1 ? text.length : end));
  return before !== null && offset >= start + before[0].length;
}

/** True for a text that reads better than another: with fewer syntax errors, or as many and fewer issues. */
export function isBetter(one: Judgement, other: Judgement): boolean {
  const fewer = one.errors.length - other.errors.length || one.issues.length - other.issues.length;
  return fewer < 0 && wholeCost(one) < wholeCost(other);
}

/** How badly a text reads as a whole, in the units of {@link Cost}. */
function wholeCost(judgement: Judgement): number {
  return judgement.errors.length * 100 + judgement.issues.length * 10 - fieldsRead(judgement) * 5;
}

/** The number of fields of a text that are read: not those in what stands where something else belongs, unless it is known what. */
export function fieldsRead({ raw, issues }: Judgement): number {
  let fields = fieldsIn(raw);
  for (const { rule, at, suggestion } of issues)
    if (UNREAD.has(rule) && 'path' in at && suggestion === undefined) fields -= fieldsIn(valueAt(raw, at.path));
  return fields;
}

/** Rules of values that are not read. */
const UNREAD: ReadonlySet<string> = new Set(['wrong-type', 'unknown-field']);

/** The value at a path; null where there is none. */
export function valueAt(raw: RawValue, path: Path): RawValue {
  let value: RawValue = raw;
  for (const step of path) {
    if (value === null || typeof value === 'string') return null;
    value = (isMap(value) ? value.get(String(step)) : value[Number(step)]) ?? null;
  }
  return value;
}

/** The number of fields in a value, at any depth. */
function fieldsIn(raw: RawValue): number {
  if (raw === null || typeof raw === 'string') return 0;
  const values = isMap(raw) ? [...raw.values()] : raw;
  return values.reduce<number>((sum, value) => sum + fieldsIn(value), isMap(raw) ? raw.size : 0);
}

/** A text as the full parser parses it; undefined for one that is nested too deep. */
export function parsedFully(text: string): ReturnType<typeof parseYaml> | undefined {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

export function firstOf(offsets: readonly number[]): number | undefined {
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}

/** The index of the line of an offset. */
export function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
