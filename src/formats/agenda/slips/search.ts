import type { Path } from '../../../model/diagnostic.js';
import { FIELDS, type Fields } from '../../../model/fields.js';
import { isMap } from '../../source/faults.js';
import { IssueList, type ReadIssue, type Span } from '../../source/issues.js';
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
const BUDGET = { slips: 12, searches: 10, refused: 5 };

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
  const edits: SlipEdit[] = [];
  const searched = new Set<number>();
  let state: State | undefined;
  let offsets = faults;
  let refused = 0;
  while (edits.length < BUDGET.slips && refused < BUDGET.refused) {
    const patched = state?.patched ?? PatchedText.of(text);
    let best: (State & { readonly edit: SlipEdit }) | undefined;
    for (const line of suspects(patched, offsets)) {
      if (best !== undefined || searched.size >= BUDGET.searches) break;
      if (searched.has(line)) continue;
      searched.add(line);
      for (const edit of likelyEdits(patched, line)) {
        // What reads better in the lines around may read worse in the whole.
        state ??= { patched, judgement: judge(text, parsed) };
        const edited = patched.with(edit);
        const after = { patched: edited, judgement: judge(edited.text) };
        if (isBetter(after.judgement, state.judgement) && !isMisplaced(edit, state, after)) best = { edit, ...after };
        else refused++;
        if (best !== undefined || refused >= BUDGET.refused) break;
      }
    }
    if (best === undefined) break;
    edits.push(best.edit);
    state = best;
    offsets = faultsIn(state.patched.text, state.judgement);
    if (offsets.length === 0) break;
  }
  if (state === undefined || edits.length === 0) return undefined;
  const { needed, patched, judgement } = withoutNeedless(text, edits, state);
  const issues = new IssueList();
  for (const edit of needed) report(edit, PatchedText.of(text), issues);
  return { patched, issues: issues.list, document: judgement.document };
}

/** A text with some edits, and what is wrong with it. */
interface State {
  readonly patched: PatchedText;
  readonly judgement: Judgement;
}

/** The edits of a text without those that the later ones made needless: the text reads better, or as well, without them. */
function withoutNeedless(
  text: string,
  edits: readonly SlipEdit[],
  state: State,
): State & { readonly needed: readonly SlipEdit[] } {
  let [needed, best] = [edits, state];
  for (const edit of edits.slice(0, -1)) {
    const others = needed.filter(other => other !== edit);
    const patched = others.reduce((all, other) => all.with(other), PatchedText.of(text));
    const judgement = judge(patched.text);
    if (isBetter(best.judgement, judgement)) continue;
    [needed, best] = [others, { patched, judgement }];
  }
  return { needed, ...best };
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
    const edit = firstEdit(patched, lines);
    mended = line;
    if (edit === undefined) continue;
    report(edit, patched, issues);
    patched = patched.with(edit);
  }
  return issues.list.length === 0 ? undefined : { patched, issues: issues.list };
}

/**
 * True where an edit puts a field where there is none of its name, and before there was no other such, or begins an item that is
 * none: it lacks a field, or two where a line that has its dash is moved.
 */
function isMisplaced(edit: SlipEdit, before: State, after: State): boolean {
  const { line, beginsItem, keepsField } = edit;
  const here = issuesAt(after, line);
  const missing = here.filter(({ rule }) => rule === 'missing-field').length;
  if (missing > (beginsItem ? 0 : 1) && isDash(after.patched.lines[line] ?? '')) return true;
  const [old, now] = [before, after].map(({ patched }) => indentOf(patched.lines[line] ?? ''));
  if (old !== now && isFieldAsId(after.patched.lines[line] ?? '', after.judgement)) return true;
  const isUnknown = ({ rule, suggestion }: ReadIssue) =>
    rule === 'unknown-field' && (suggestion === undefined || old !== now);
  return !keepsField && here.some(isUnknown) && !issuesAt(before, line).some(({ rule }) => rule === 'unknown-field');
}

/** True for a line with a field of a room or a person that stands where their ids are. */
function isFieldAsId(line: string, { raw }: Judgement): boolean {
  const name = /^\s*([\w-]+):/.exec(line)?.[1] ?? '';
  const isId = (list: string, fields: Fields) => {
    const entries = valueAt(raw, [list]);
    return Object.hasOwn(fields, name) && isMap(entries) && entries.has(name);
  };
  return isId('rooms', FIELDS.room) || isId('people', FIELDS.person);
}

/** What is said of the fields of a line. */
function issuesAt({ patched, judgement }: State, line: number): readonly ReadIssue[] {
  const { issues, offsetOf } = judgement;
  return issues.filter(issue => LACKS.has(issue.rule) && patched.lineAt(offsetOf(issue)) === line);
}

const LACKS: ReadonlySet<string> = new Set(['missing-field', 'unknown-field']);

/** True for a text that reads better than another: with fewer syntax errors, or as many and fewer issues. */
function isBetter(one: Judgement, other: Judgement): boolean {
  const fewer = one.errors.length - other.errors.length || one.issues.length - other.issues.length;
  return fewer < 0 && wholeCost(one) < wholeCost(other);
}

function report(edit: SlipEdit, patched: PatchedText, issues: IssueList): void {
  const { line, column, isMark, message, hint } = edit;
  const change = patched.change(edit);
  const [start, end] = column === undefined ? change.span : patched.originalSpanFrom(line, column);
  const at = { span: [start, isMark || start === end ? start + 1 : end] } as const;
  const { span, text } = suggested(edit, patched);
  issues.add('syntax', at, message, { hint, suggestion: { at: { span }, text } });
}

/** The change of the text that an edit stands for: a line that is to go has a comment in its place in the edit. */
function suggested(edit: SlipEdit, patched: PatchedText): { readonly span: Span; readonly text: string } {
  if (edit.takesOut) return { span: patched.originalLine(edit.line), text: '' };
  if (!edit.joins) return patched.change(edit);
  const { line, column = 0, lines } = edit;
  const below = patched.lines[line + 1] ?? '';
  const indent = indentOf(below);
  const [[start], [end]] = [patched.originalSpanFrom(line, column), patched.originalSpanFrom(line + 1, indent)];
  return { span: [start, end], text: (lines[0] ?? '').slice(column, indent - below.length) };
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
function wholeCost(judgement: Judgement): number {
  return judgement.errors.length * 100 + judgement.issues.length * 10 - fieldsRead(judgement) * 5;
}

/** The number of fields of a text that are read: not those in what stands where something else belongs, unless it is known what. */
function fieldsRead({ raw, issues }: Judgement): number {
  let fields = fieldsIn(raw);
  for (const { rule, at, suggestion } of issues)
    if (UNREAD.has(rule) && 'path' in at && suggestion === undefined) fields -= fieldsIn(valueAt(raw, at.path));
  return fields;
}

/** Rules of values that are not read. */
const UNREAD: ReadonlySet<string> = new Set(['wrong-type', 'unknown-field']);

/** The value at a path; null where there is none. */
function valueAt(raw: RawValue, path: Path): RawValue {
  let value: RawValue = raw;
  for (const step of path) {
    if (value === null || typeof value === 'string') return null;
    value = (isMap(value) ? value.get(String(step)) : value[Number(step)]) ?? null;
  }
  return value;
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

/** The likeliest edit near the first of some lines that has one. */
function firstEdit(patched: PatchedText, lines: readonly number[]): SlipEdit | undefined {
  for (const line of lines) for (const edit of likelyEdits(patched, line)) return edit;
  return undefined;
}

/**
 * The edits near a line with which the lines around it read better, the likeliest first. Those that leave nothing wrong come
 * before all others, and those nearby before those at the beginning of what the line is read as a part of.
 */
function* likelyEdits(patched: PatchedText, line: number): Generator<SlipEdit> {
  const here = new Attempt(patched, line);
  if (here.isLarge) return;
  // Most often one edit leaves nothing wrong: those that leave syntax errors take much longer to judge.
  yield* here.edits({ isPerfect: true });
  const above = ancestors(patched.lines, line)
    .map(place => new Attempt(patched, line, place))
    .filter(({ isLarge }) => !isLarge);
  for (const attempt of above) yield* attempt.edits({ isPerfect: true });
  for (const attempt of [here, ...above]) yield* attempt.edits({ isPerfect: false });
  if (here.isBroken) yield* here.edits({ isPerfect: false, isSlow: true });
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
  /** The texts of the edits that were given. */
  private readonly given = new Set<string>();
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
   * The edits that cost less than none, the one with the least cost first; only those that leave nothing wrong where
   * `isPerfect`. Edits that leave syntax errors are judged only where `isSlow`. None is given twice.
   */
  edits({
    isPerfect,
    isSlow = false,
  }: {
    readonly isPerfect: boolean;
    readonly isSlow?: boolean;
  }): readonly SlipEdit[] {
    const found: { readonly edit: SlipEdit; readonly text: string; readonly cost: number }[] = [];
    for (const { edit, at, text } of this.tries) {
      if (this.given.has(text)) continue;
      const after = this.costOf(text) ?? (isSlow ? this.slowCostOf(text, at) : undefined);
      if (after === undefined || (isPerfect && after.issues > 0)) continue;
      const { firstError } = after;
      if (firstError !== undefined && this.isNear(firstError, at)) continue;
      // What the text lacked before is not the edit's fault, what it lacks now is.
      const lost = [...after.absent].filter(name => !this.now.absent.has(name) && this.stands.has(name)).length;
      if (lost > 0 || (this.now.firstError === undefined && after.issues >= this.now.issues)) continue;
      const cost = after.value + edit.rank + Math.abs(at - this.line) / 50;
      if (cost < this.now.value) found.push({ edit, text, cost });
    }
    for (const { text } of found) this.given.add(text);
    return found.toSorted((a, b) => a.cost - b.cost).map(({ edit }) => edit);
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

/** True for a line that begins an item of a list. */
function isDash(line: string): boolean {
  return /^\s*- /.test(line);
}

/** True for the key of a list whose dashes stand at a column: it may stand there, too. */
function isKeyOf(line: string, dashes: number): boolean {
  return !isDash(line) && indentOf(line) === dashes && /:\s*$/.test(line);
}

/** The lines above that a line is read as a part of: two at most, the nearer first. */
function ancestors(lines: readonly string[], line: number): readonly number[] {
  const found: number[] = [];
  let least = indentOf(lines[line] ?? '');
  let isItem = isDash(lines[line] ?? '');
  for (let i = line - 1; i >= 0 && found.length < 2 && (least > 0 || isItem); i--) {
    const one = lines[i] ?? '';
    if (isBlank(one) || !(indentOf(one) < least || (isItem && isKeyOf(one, least)))) continue;
    least = indentOf(one);
    isItem = isDash(one);
    found.push(i);
  }
  // The key of a list may stand where its dashes do.
  if (least === 0 && found.length < 2) {
    const key = lines.findLastIndex((one, i) => i < line && /^[\w-]+:\s*$/.test(one));
    if (key !== -1 && !found.includes(key)) found.push(key);
  }
  return found;
}

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
interface Context {
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
function contextOf(lines: readonly string[], line: number, place?: number): Context {
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

function costOf(judgement: Judgement, { headLines, isCut }: Context, text: string): Cost {
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
