import { indentOf, isBlank } from './lines.js';
import { LONGEST_LINE } from './slip-edit.js';

/** What closes a brace or a bracket. */
export const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * The columns of the brackets and braces that are open at the end of a line, of one that closes nothing or, as it were, what the
 * other kind opened, and of an open quote.
 */
export function openMarks(line: string): {
  readonly open: readonly number[];
  readonly extra?: number;
  readonly wrong?: number;
  readonly quote?: number;
} {
  const open: number[] = [];
  let i = /^\s*(?:- +)*(?:[\w-]+: +)?(?:- +)?/.exec(line)?.[0].length ?? 0;
  const inFlow = () => open.length > 0;
  let isStart = true;
  for (; i < line.length; i++) {
    const character = line[i] ?? '';
    if (isStart && (character === '"' || character === "'")) {
      const close = closingQuote(line, i);
      if (close === -1) return { open, quote: i };
      i = close;
      isStart = false;
    } else if ((character === '{' || character === '[') && (isStart || inFlow())) {
      open.push(i);
      isStart = true;
    } else if (character === '}' || character === ']') {
      const last = open.at(-1);
      if (last !== undefined && CLOSERS[line[last] ?? ''] === character) open.pop();
      else return last === undefined ? { open, extra: i } : { open, wrong: i };
      isStart = false;
    } else if (character !== ' ') isStart = inFlow() && (character === ',' || character === ':');
  }
  return { open };
}

function closingQuote(line: string, from: number): number {
  const mark = line[from];
  for (let i = from + 1; i < line.length; i++) {
    if (mark === '"' && line[i] === '\\') i++;
    else if (line[i] === mark && mark === "'" && line[i + 1] === "'") i++;
    else if (line[i] === mark) return i;
  }
  return -1;
}

/** True for a line that leaves a bracket, brace or quote open, and below which nothing is indented by more. */
export function isLeftOpen(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_LINE || !/[[{"']/.test(line) || isBlank(line)) return false;
  const { open, quote } = openMarks(line.replace(/\s+#.*$/, '').trimEnd());
  if (open.length === 0 && quote === undefined) return false;
  const next = lines.slice(at + 1, at + 20).find(other => other.trim() !== '');
  return next === undefined || indentOf(next) <= indentOf(line) + (/^\s*- /.test(line) ? 2 : 0);
}
