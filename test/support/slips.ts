import { read } from '../../src/formats/agenda/read.js';
import { lint } from '../../src/lint/lint.js';
import type { Problem } from '../../src/lint/problem.js';
import { sessions } from '../../src/query/walk.js';

/** What becomes of a line with a slip in it; undefined where it has no place for the slip. */
type Slip = (line: string) => string | undefined;

const changed = (line: string, by: string) => (by === line ? undefined : by);

/** Kinds of slips, each of which changes one line. */
export const SLIPS = {
  'one space less': line => (line.startsWith(' ') ? line.slice(1) : undefined),
  'one space more': line => (line === '' ? undefined : ` ${line}`),
  'two spaces less': line => (line.startsWith('  ') ? line.slice(2) : undefined),
  'dash dropped': line => changed(line, line.replace(/^(\s*)- /, '$1  ')),
  'dash without space': line => changed(line, line.replace(/^(\s*-) +/, '$1')),
  'colon dropped': line => changed(line, line.replace(/:(?=\s|$)/, '')),
  'no space after the colon': line => changed(line, line.replace(/: +(?=\S)/, ':')),
  'brace dropped': line => changed(line, line.replace(/ *\}/, '')),
  'bracket dropped': line => changed(line, line.replace(']', '')),
  'quote dropped': line => changed(line, line.replace(/(["'][^"']*)["']/, '$1')),
  'line doubled': line => (line.trim() === '' ? undefined : `${line}\n${line}`),
  'tab for spaces': line => changed(line, line.replace(/^ +/, '\t')),
} as const satisfies Record<string, Slip>;

export type SlipKind = keyof typeof SLIPS;

/** A text with one slip in it. */
export interface Mutant {
  readonly kind: SlipKind;
  readonly text: string;
  /** The number of the changed line, from 1. */
  readonly line: number;
}

/** All texts with one slip of a kind, line by line; comments have none. */
export function mutants(text: string, kind: SlipKind): readonly Mutant[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const slip: string | undefined = SLIPS[kind](line);
    return slip === undefined ? [] : { kind, text: lines.toSpliced(i, 1, slip).join('\n'), line: i + 1 };
  });
}

/** What is said of a slip. */
export interface Verdict {
  readonly errors: readonly Problem[];
  /** True where the first error is within one line of the slip. */
  readonly isNear: boolean;
  /** True where the text has no error any more when the suggestions of its errors are applied. */
  readonly isMended: boolean;
  /** The first hint that does harm where it is followed. */
  readonly harm?: string;
}

/** Reads a text with a slip, and judges what is said of it. */
export async function judge({ kind, text, line }: Mutant): Promise<Verdict> {
  const { errors, count } = await errorsOf(text);
  const [first] = errors;
  const mended = applied(text, errors);
  const after = mended === text ? undefined : await errorsOf(mended);
  const misled = errors.find(
    ({ hint }) =>
      (hint?.includes('keep one of them') && kind !== 'line doubled') ||
      (hint?.includes('in quotes') && kind !== 'quote dropped'),
  );
  const isWorse = after !== undefined && (after.errors.length >= errors.length || after.count < count);
  const harm =
    misled?.hint ?? (isWorse ? `suggestion of: ${errors.find(({ suggestion }) => suggestion)?.message}` : null);
  return {
    errors,
    isNear: first === undefined || Math.abs(first.line - line) <= 1,
    isMended: after?.errors.length === 0,
    ...(harm !== null && { harm }),
  };
}

async function errorsOf(text: string): Promise<{ readonly errors: readonly Problem[]; readonly count: number }> {
  const reading = await read(text);
  const errors = lint(reading).filter(({ severity }) => severity === 'error');
  return { errors, count: reading.agenda === undefined ? 0 : sessions(reading.agenda).length };
}

/** A text with the suggestions of its problems applied, the last first; of two that overlap, the first. */
export function applied(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0));
  const edits = problems.flatMap(({ suggestion }) => {
    if (suggestion === null) return [];
    const { line, column, endLine, endColumn } = suggestion;
    const from = (starts[line - 1] ?? 0) + column - 1;
    return { from, to: (starts[endLine - 1] ?? 0) + endColumn - 1, by: suggestion.text };
  });
  let result = text;
  let before = text.length + 1;
  for (const { from, to, by } of edits.toSorted((a, b) => b.from - a.from)) {
    if (to > before) continue;
    result = result.slice(0, from) + by + result.slice(to);
    before = from;
  }
  return result;
}

/** Figures about the verdicts of one kind of slip. Those of the errors are of the texts that have some. */
export interface Figures {
  readonly mutants: number;
  readonly withErrors: number;
  /** How many errors half of the texts have at most, nine of ten, and all. */
  readonly median: number;
  readonly p90: number;
  readonly most: number;
  /** Shares of the texts with errors, from 0 to 1. */
  readonly one: number;
  readonly near: number;
  readonly mended: number;
  readonly harmful: number;
}

/** Sums up verdicts. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const wrong = verdicts.filter(({ errors }) => errors.length > 0);
  const counts = wrong.map(({ errors }) => errors.length).toSorted((a, b) => a - b);
  const at = (share: number) => counts[Math.max(0, Math.ceil(counts.length * share) - 1)] ?? 0;
  const share = (is: (verdict: Verdict) => boolean) => wrong.filter(is).length / Math.max(1, wrong.length);
  return {
    mutants: verdicts.length,
    withErrors: wrong.length,
    median: at(0.5),
    p90: at(0.9),
    most: at(1),
    one: share(({ errors }) => errors.length === 1),
    near: share(({ isNear }) => isNear),
    mended: share(({ isMended }) => isMended),
    harmful: wrong.filter(({ harm }) => harm !== undefined).length,
  };
}
