import { IssueList, type ReadIssue, type Span } from '../../source/issues.js';
import { LONG_AGENDA } from '../decode/text.js';
import type { parseYaml } from '../yaml/parse.js';
import { faultsIn, isBetter, judge, type State } from './judgement.js';
import { firstEdit, likelyEdits } from './likely-edits.js';
import { indentOf, isBlank } from './lines.js';
import { isMisplaced } from './misplaced.js';
import { isLeftOpen } from './open-marks.js';
import { PatchedText } from './patched-text.js';
import type { SlipEdit } from './slip-edit.js';
import { WINDOW } from './surroundings.js';

/** A text in which slips of layout are mended, and the issues that say which. */
export interface Mended {
  readonly patched: PatchedText;
  readonly issues: readonly ReadIssue[];
  /** The patched text as it was parsed, where that took the full parser. */
  readonly document?: ReturnType<typeof parseYaml> | undefined;
}

/** Slips that are mended, places that are searched for one, and edits that are refused, in a text. */
const BUDGET = { slips: 12, searches: 10, refused: 5 };

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
