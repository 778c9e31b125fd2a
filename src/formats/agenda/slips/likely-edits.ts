import { slipEdits } from './edits.js';
import { firstOf, judgeFully, lineIn, parsedFully } from './judgement.js';
import { indentOf, isBlank, isDash, isKeyOf, next } from './lines.js';
import type { PatchedText } from './patched-text.js';
import type { SlipEdit } from './slip-edit.js';
import { type Context, type Cost, contextOf, costOf, fastCost, readingCost } from './surroundings.js';

/** The likeliest edit near the first of some lines that has one. */
export function firstEdit(patched: PatchedText, lines: readonly number[]): SlipEdit | undefined {
  for (const line of lines) for (const edit of likelyEdits(patched, line)) return edit;
  return undefined;
}

/**
 * The edits near a line with which the lines around it read better, the likeliest first. Those that leave nothing wrong come
 * before all others, and those nearby before those at the beginning of what the line is read as a part of.
 */
export function* likelyEdits(patched: PatchedText, line: number): Generator<SlipEdit> {
  const here = new Attempt(patched, line);
  if (here.isLarge) return;
  // Most often one edit leaves nothing wrong: those that leave syntax errors take much longer to judge.
  const perfect = here.edits({ isPerfect: true });
  if (!perfect[0]?.isUnusual) yield* perfect;
  const above = ancestors(patched.lines, line)
    .map(place => new Attempt(patched, line, place))
    .filter(({ isLarge }) => !isLarge);
  for (const attempt of above) yield* attempt.edits({ isPerfect: true });
  if (perfect[0]?.isUnusual) yield* perfect;
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
