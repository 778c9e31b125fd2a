import { isMap } from '../../source/faults.js';
import { IssueList, type ReadIssue } from '../../source/issues.js';
import type { RawValue, Source } from '../../source/read-result.js';
import { decodeAgenda, mayBeLayout } from '../decode/agenda.js';
import { LONG_AGENDA } from '../decode/text.js';
import { parseFast } from '../fast/parse.js';
import { eventPositions } from '../fast/positions.js';
import { parseYaml, TooDeep } from '../yaml/parse.js';
import { type PositionNode, yamlSource } from '../yaml/positions.js';
import { YamlTree } from '../yaml/tree.js';
import { indentOf, isBlank, isLeftOpen, type SlipEdit, slipEdits } from './edits.js';
import { PatchedText } from './patched-text.js';

/** A text in which slips of layout are mended, and the issues that say which. */
export interface Mended {
  readonly patched: PatchedText;
  readonly issues: readonly ReadIssue[];
  /** The patched text as it was parsed, where that took the full parser. */
  readonly document?: ReturnType<typeof parseYaml> | undefined;
}

/** Slips that are mended, places that are searched for one, and edits that are refused, in a text. */
const BUDGET = { slips: 12, searches: 10, refused: 3 };

/** Lines before and behind a fault that are read with each edit. */
const WINDOW = { before: 14, after: 30, far: 12 };

/**
 * Finds slips of layout: near each fault, it searches the edit of one line, or of one block, with which the lines around read
 * best. `faults` are the offsets of what is wrong in the text, in order. Undefined where no edit makes the text read better.
 */
export function mendSlips(
  text: string,
  faults: readonly number[],
  parsed: ReturnType<typeof parseYaml>,
): Mended | undefined {
  if (faults.length === 0) return undefined;
  if (text.length > LONG_AGENDA) return mendLong(text, faults);
  let patched = PatchedText.of(text);
  const issues = new IssueList();
  const searched = new Set<number>();
  let offsets = faults;
  let document: Mended['document'];
  let cost: number | undefined;
  let refused = 0;
  while (issues.list.length < BUDGET.slips && refused < BUDGET.refused) {
    const lines = suspects(patched, offsets).filter(line => !searched.has(line));
    let edit: SlipEdit | undefined;
    for (const line of lines) {
      if (edit !== undefined || searched.size >= BUDGET.searches) break;
      searched.add(line);
      edit = searchSlip(patched, line);
    }
    if (edit === undefined) break;
    // What reads better in the lines around may read worse in the whole.
    cost ??= wholeCost(judge(text, parsed));
    const edited = patched.with(edit);
    const judgement = judge(edited.text);
    if (wholeCost(judgement) >= cost || isUnknown(edited, edit.line, judgement)) {
      refused++;
      continue;
    }
    report(edit, patched, issues);
    patched = edited;
    cost = wholeCost(judgement);
    document = judgement.document;
    offsets = faultsIn(edited.text, judgement);
    if (offsets.length === 0) break;
  }
  return issues.list.length === 0 ? undefined : { patched, issues: issues.list, document };
}

/**
 * The same for a text that takes long to parse: the first fault in each place is searched by the lines around alone, and the
 * whole is not judged again.
 */
function mendLong(text: string, faults: readonly number[]): Mended | undefined {
  let patched = PatchedText.of(text);
  const issues = new IssueList();
  let searched = 0;
  let mended = Number.NEGATIVE_INFINITY;
  for (const offset of faults) {
    if (searched >= BUDGET.searches) break;
    const lines = suspects(patched, [offset]);
    const [line = 0] = lines;
    // What is wrong right below a slip most often follows from it.
    if (line <= mended + WINDOW.after && line >= mended) continue;
    searched++;
    const edit = lines.map(one => searchSlip(patched, one)).find(found => found !== undefined);
    mended = line;
    if (edit === undefined) continue;
    report(edit, patched, issues);
    patched = patched.with(edit);
  }
  return issues.list.length === 0 ? undefined : { patched, issues: issues.list };
}

/** True where a line of a text without syntax errors is a field that what it stands in does not have: an edit put it there. */
function isUnknown(edited: PatchedText, line: number, { errors, issues, offsetOf }: Judgement): boolean {
  if (errors.length > 0) return false;
  return issues.some(issue => issue.rule === 'unknown-field' && edited.lineAt(offsetOf(issue)) === line);
}

function report(edit: SlipEdit, patched: PatchedText, issues: IssueList): void {
  const { line, column, isMark, takesOut, message, hint } = edit;
  const change = patched.change(edit);
  const suggestion = takesOut ? { span: patched.originalLine(line), text: '' } : change;
  const [start, end] = column === undefined ? change.span : patched.originalSpanFrom(line, column);
  const at = { span: [start, isMark || start === end ? start + 1 : end] } as const;
  issues.add('syntax', at, message, { hint, suggestion: { at: { span: suggestion.span }, text: suggestion.text } });
}

/** Lines above a fault in which something may be left open. */
const FARTHEST = 1000;

/** The lines where a slip may be, of which the faults follow: those of the faults, and what is left open above the first. */
function suspects(patched: PatchedText, offsets: readonly number[]): readonly number[] {
  const isFilled = (text: string) => !isBlank(text);
  const last = patched.lines.findLastIndex(isFilled);
  const filled = (line: number) => {
    const below = patched.lines.slice(line).findIndex(isFilled);
    return below === -1 ? last : line + below;
  };
  const lines = [...new Set(offsets.slice(0, BUDGET.searches).map(offset => filled(patched.lineAt(offset))))];
  const [first] = lines;
  if (first === undefined) return [];
  for (let line = first; line >= Math.max(0, first - FARTHEST); line--)
    if (isLeftOpen(patched.lines, line)) return [line, ...lines];
  return lines;
}

/** The offsets of what is wrong with a text, in order: of its syntax, and where that is right, of what its values are. */
function faultsIn(text: string, { errors, issues, offsetOf }: Judgement): readonly number[] {
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

/** How badly a text reads as a whole, in the units of {@link Cost}. */
function wholeCost({ errors, issues, raw }: Judgement): number {
  return errors.length * 100 + issues.length * 10 - fieldsIn(raw) * 5;
}

interface Judgement {
  readonly document?: Mended['document'];
  /** The offsets of syntax errors. */
  readonly errors: readonly number[];
  readonly issues: readonly ReadIssue[];
  readonly raw: RawValue;
  offsetOf(issue: ReadIssue): number;
}

/** What is wrong with a text. */
function judge(text: string, parsed?: ReturnType<typeof parseYaml>): Judgement {
  const fast = parseFast(text);
  return fast === undefined ? judgeFully(text, parsed) : valuesOf(text, fast.raw);
}

/** The same for a text that only the full parser parses. */
function judgeFully(text: string, parsed?: ReturnType<typeof parseYaml>): Judgement {
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
function valuesOf(text: string, raw: RawValue): Judgement {
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

/**
 * The edit near a line with which the lines around it read best; undefined where they read no better with any. One that leaves
 * nothing wrong comes before all others, and one nearby before one at the beginning of what the line is read as a part of.
 */
function searchSlip(patched: PatchedText, line: number): SlipEdit | undefined {
  const here = new Attempt(patched, line);
  if (here.isLarge) return undefined;
  // Most often one edit leaves nothing wrong: those that leave syntax errors take much longer to judge.
  const edit = here.best({ isPerfect: true });
  if (edit !== undefined) return edit;
  const attempts = [here, ...ancestors(patched.lines, line).map(place => new Attempt(patched, line, place))];
  for (const isPerfect of [true, false])
    for (const attempt of attempts) {
      const edit = attempt.isLarge || (isPerfect && attempt === here) ? undefined : attempt.best({ isPerfect });
      if (edit !== undefined) return edit;
    }
  return here.isBroken ? here.best({ isPerfect: false, isSlow: true }) : undefined;
}

/** UTF-16 code units of the lines around a fault. */
const LARGEST_CONTEXT = 20_000;

/** Anchors and aliases of the lines around a fault, which may expand to many values. */
const MOST_ALIASES = 20;

/** The edits of some lines, each judged by the part of the text around a fault. */
class Attempt {
  private readonly line: number;
  private readonly context: Context;
  /** True where the lines are longer than those of an agenda: nothing is tried. */
  readonly isLarge: boolean;
  /** What each text costs that was judged; undefined for one that js-yaml does not parse. */
  private readonly costs = new Map<string, Cost | undefined>();
  /** The fields at the left margin. */
  private readonly stands: ReadonlySet<string> = new Set();
  private readonly now: Cost = { value: 0, issues: 0, absent: new Set() };
  private readonly tries: readonly { readonly edit: SlipEdit; readonly at: number; readonly text: string }[] = [];

  /** Tries the lines near `line`, or those at `place` above. */
  constructor(patched: PatchedText, line: number, place?: number) {
    const { lines } = patched;
    const places = place === undefined ? near(lines, line) : [place, next(lines, place, 1)];
    this.line = line;
    this.context = contextOf(lines, line, place);
    const text = this.context.text(lines);
    this.isLarge = text.length > LARGEST_CONTEXT || (text.match(/[&*]\w/g)?.length ?? 0) > MOST_ALIASES;
    if (this.isLarge) return;
    this.now = readingCost(text, this.context);
    this.stands = new Set(Array.from(text.matchAll(/^([\w-]+):/gm), ([, name = '']) => name));
    const { isBroken } = this;
    this.tries = places.flatMap(at =>
      slipEdits(lines, at)
        .filter(edit => (isBroken || !edit.drops) && !edit.lines.some((_, i) => patched.isEdited(edit.line + i)))
        .map(edit => ({ edit, at, text: this.context.text(patched.with(edit).lines) })),
    );
  }

  /** True for lines with a syntax error. */
  get isBroken(): boolean {
    return this.now.firstError !== undefined;
  }

  /**
   * The edit with the least cost; undefined where none is less than without, or leaves nothing wrong where `isPerfect`. Edits
   * that leave syntax errors are judged only where `isSlow`.
   */
  best({
    isPerfect,
    isSlow = false,
  }: {
    readonly isPerfect: boolean;
    readonly isSlow?: boolean;
  }): SlipEdit | undefined {
    let found: { readonly edit: SlipEdit; readonly cost: number } | undefined;
    for (const { edit, at, text } of this.tries) {
      const after = this.costOf(text) ?? (isSlow ? this.slowCostOf(text, at) : undefined);
      if (after === undefined || (isPerfect && after.issues > 0)) continue;
      const { firstError } = after;
      if (firstError !== undefined && this.isNear(firstError, at)) continue;
      // What the text lacked before is not the edit's fault, what it lacks now is.
      const lost = [...after.absent].filter(name => !this.now.absent.has(name) && this.stands.has(name)).length;
      if (lost > 0 || (this.now.firstError === undefined && after.issues >= this.now.issues)) continue;
      const cost = after.value + edit.rank + Math.abs(at - this.line) / 50;
      if (cost < this.now.value && cost < (found?.cost ?? Number.POSITIVE_INFINITY)) found = { edit, cost };
    }
    return found?.edit;
  }

  private costOf(text: string): Cost | undefined {
    if (!this.costs.has(text)) this.costs.set(text, fastCost(text, this.context));
    return this.costs.get(text);
  }

  /** The cost of a text that js-yaml does not parse; undefined where an error stays, so that its values need not be read. */
  private slowCostOf(text: string, at: number): Cost | undefined {
    const document = parsedFully(text);
    const first = document && firstOf(document.errors.map(({ pos }) => pos[0]));
    if (first !== undefined && this.isNear(lineIn(text, first), at)) return undefined;
    return costOf(judgeFully(text, document), this.context, text);
  }

  /** True for an error that an edit of a line leaves where it was, which has another cause. */
  private isNear(line: number, at: number): boolean {
    return this.context.lineOf(line) <= Math.max(at, this.line) + 1;
  }
}

/** The lines near a fault that may have the slip, the likelier first. */
function near(lines: readonly string[], line: number): readonly number[] {
  const above = next(lines, line, -1);
  return [line, above, next(lines, above, -1), next(lines, line, 1)].filter(at => at in lines);
}

/** The index of the next line that is not blank, up or down; outside of the lines where there is none. */
function next(lines: readonly string[], from: number, by: 1 | -1): number {
  let at = from + by;
  while (at in lines && isBlank(lines[at] ?? '')) at += by;
  return at;
}

/** The lines above that a line is read as a part of: two at most, the nearer first. */
function ancestors(lines: readonly string[], line: number): readonly number[] {
  const found: number[] = [];
  let least = indentOf(lines[line] ?? '');
  for (let i = line - 1; i >= 0 && found.length < 2 && least > 0; i--) {
    const one = lines[i] ?? '';
    if (isBlank(one) || indentOf(one) >= least) continue;
    least = indentOf(one);
    found.push(i);
  }
  // The key of a list may stand where its dashes do.
  if (least === 0 && found.length < 2) {
    const key = lines.findLastIndex((one, i) => i < line && /^[\w-]+:\s*$/.test(one));
    if (key !== -1 && !found.includes(key)) found.push(key);
  }
  return found;
}

/** The index of the first line from one on that begins an item, so that what is cut off before it is whole. */
function itemFrom(lines: readonly string[], from: number): number {
  for (let i = from; i < Math.min(lines.length, from + WINDOW.before); i++) if (/^\s*- /.test(lines[i] ?? '')) return i;
  return Math.min(lines.length, from);
}

/** A part of a text, as an agenda by itself. */
interface Context {
  /** The part of a text with these lines. */
  text(lines: readonly string[]): string;
  /** The characters of the lines above that it begins with: what they lack stands in lines that are left out. */
  readonly headLength: number;
  /** True where lines follow in the text: what its last line lacks may stand in them. */
  readonly isCut: boolean;
  /** The index in the whole text of a line of the part. */
  lineOf(line: number): number;
}

/**
 * Cuts out the lines around one, below those that they are a part of. With `place`, a line further up, the lines from there on,
 * and those around the one from where the indentation of `place` comes again.
 */
function contextOf(lines: readonly string[], line: number, place?: number): Context {
  const start = Math.max(0, line - WINDOW.before);
  const to = itemFrom(lines, line + WINDOW.after);
  const isFar = place !== undefined && place < start;
  const far = isFar
    ? ([place, Math.min(itemFrom(lines, place + WINDOW.far), start)] as const)
    : ([start, start] as const);
  const again = isFar
    ? lines.findIndex((one, i) => i >= start && !isBlank(one) && indentOf(one) <= indentOf(lines[place] ?? '') + 2)
    : start;
  const from = again === -1 ? line : Math.min(again, line);
  const first = lines.slice(far[0], to).find(one => !isBlank(one)) ?? '';
  const above: string[] = [];
  let least = indentOf(first);
  let isItem = /^\s*- /.test(first);
  for (let i = far[0] - 1; i >= 0 && (least > 0 || isItem); i--) {
    const one = lines[i] ?? '';
    if (isBlank(one)) continue;
    const isDash = /^\s*- /.test(one);
    // The key of a list may stand where its dashes do.
    const isKey = isItem && !isDash && indentOf(one) === least && /:\s*$/.test(one);
    if (indentOf(one) >= least && !isKey) continue;
    above.unshift(one);
    least = indentOf(one);
    isItem = isDash;
  }
  const isAgenda = [...above, ...lines.slice(from, to)].some(one => /^(?:\{|(?:id|title|timezone|days):)/.test(one));
  const head = isAgenda ? above : ['timezone: UTC', ...above];
  return {
    text: edited => [...head, ...edited.slice(...far), ...edited.slice(from, to)].join('\n'),
    headLength: head.join('\n').length,
    isCut: to < lines.length,
    lineOf: inContext => inContext - head.length - (far[1] - far[0]) + from,
  };
}

/** How badly a part of an agenda reads. */
interface Cost {
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
function fastCost(text: string, context: Context): Cost | undefined {
  const fast = parseFast(text);
  return fast === undefined ? undefined : costOf(valuesOf(text, fast.raw), context, text);
}

function readingCost(text: string, context: Context): Cost {
  return costOf(judge(text), context, text);
}

function costOf({ errors, issues, raw, offsetOf }: Judgement, { headLength, isCut }: Context, text: string): Cost {
  const isAbsent = ({ rule, at }: ReadIssue) => rule === 'missing-field' && 'path' in at && at.path.length < 2;
  const lastLine = isCut ? text.trimEnd().lastIndexOf('\n') : text.length;
  const isInside = (offset: number) => offset > headLength && offset < lastLine;
  const own = issues.filter(issue => !isAbsent(issue) && (issue.rule !== 'missing-field' || isInside(offsetOf(issue))));
  const first = firstOf(errors);
  return {
    value: errors.length * 100 + own.length * 10 - fieldsIn(raw) * 5,
    issues: errors.length + own.length,
    absent: new Set(issues.filter(isAbsent).map(({ message }) => message.split(' ').at(-1) ?? '')),
    ...(first !== undefined && { firstError: lineIn(text, first) }),
  };
}

function firstOf(offsets: readonly number[]): number | undefined {
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}

/** The index of the line of an offset. */
function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** A text as the full parser parses it; undefined for one that is nested too deep. */
function parsedFully(text: string): ReturnType<typeof parseYaml> | undefined {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** The number of fields in a value, at any depth. */
function fieldsIn(raw: RawValue): number {
  if (raw === null || typeof raw === 'string') return 0;
  const values = isMap(raw) ? [...raw.values()] : raw;
  return values.reduce<number>((sum, value) => sum + fieldsIn(value), isMap(raw) ? raw.size : 0);
}
