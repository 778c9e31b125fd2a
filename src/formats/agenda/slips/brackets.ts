import { indentOf, isBlank } from './lines.js';
import { CLOSERS, openMarks } from './open-marks.js';
import { LONGEST_LINE, type SlipEdit, shown, spaces } from './slip-edit.js';

/** A bracket, brace or quote that is open at the end of the line, or that closes what is not open. */
export function closingEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const code = /^(.*?)(\s+#.*)?(\r?)$/s.exec(line);
  const [body, tail] = [(code?.[1] ?? line).trimEnd(), line.slice((code?.[1] ?? line).trimEnd().length)];
  const { open, extra, wrong, quote } = openMarks(body);
  const edits: SlipEdit[] = [];
  if (wrong !== undefined) {
    const [from, to] = [open.at(-1) ?? 0, wrong];
    const [opener = '', mark = ''] = [body[from], body[to]];
    const inner = body.slice(from + 1, to);
    for (const [left, right] of ['{}', '[]'])
      edits.push({
        line: at,
        lines: [`${body.slice(0, from)}${left}${inner}${right}${body.slice(to + 1)}${tail}`],
        column: left === opener ? to : from,
        isMark: true,
        message: `a ${opener} and a ${mark}, which does not close it`,
        hint: `write ${left} and ${right}: ${shown(`${left}${inner}${right}`)}`,
        rank: 0.9,
      });
    return edits;
  }
  if (quote !== undefined) {
    const mark = body[quote] ?? '"';
    const message = 'a quote that is never closed';
    for (const end of [body.length, ...[...body.slice(quote).matchAll(/\s*[,\]}]/g)].map(({ index }) => quote + index)])
      edits.push({
        line: at,
        lines: [`${body.slice(0, end)}${mark}${body.slice(end)}${tail}`],
        column: quote,
        isMark: true,
        message,
        hint: `close it: ${shown(body.slice(quote, end) + mark)}`,
        rank: 1.1,
      });
    return edits;
  }
  if (open.length > 0) {
    const column = open.at(-1) ?? 0;
    const opener = body[column] ?? '{';
    const closer = CLOSERS[opener] ?? '';
    const message = `this ${opener} is never closed`;
    const rest = open.slice(0, -1).map(other => CLOSERS[body[other] ?? ''] ?? '');
    const close = (end: number, rank: number) => {
      const isLast = end === body.length;
      const marks = isLast ? [closer, ...rest.toReversed()].join('') : closer;
      const space = body[column + 1] === ' ' && opener === '{' ? ' ' : '';
      edits.push({
        line: at,
        lines: [`${body.slice(0, end)}${space}${marks}${body.slice(end)}${tail}`],
        column,
        isMark: true,
        message,
        hint: `close it with ${closer}: ${shown(`${body.slice(column, end)}${space}${closer}`)}`,
        rank,
      });
    };
    close(body.length, 1.1);
    for (const { index } of [...body.slice(column).matchAll(/\s*,\s*[\w-]+:|\s*[\]}]/g)].slice(0, 8))
      close(column + index, 1.2);
  }
  if (extra !== undefined) {
    const mark = body[extra] ?? '}';
    const opener = mark === '}' ? '{' : '[';
    const lead = /^\s*(?:- +)?(?:[\w-]+: +)?/.exec(body)?.[0].length ?? 0;
    const without = `${body.slice(0, extra).trimEnd()}${body.slice(extra + 1)}`;
    edits.push({
      line: at,
      lines: [`${body.slice(0, lead)}${opener}${mark === '}' ? ' ' : ''}${body.slice(lead)}${tail}`],
      column: extra,
      isMark: true,
      message: `this ${mark} closes nothing`,
      hint: `open it with ${opener}: ${shown(`${opener} ${body.slice(lead)}`)}`,
      rank: 1.2,
    });
    edits.push({
      line: at,
      lines: [`${without}${tail}`],
      column: extra,
      isMark: true,
      message: `this ${mark} closes nothing`,
      hint: 'take it out',
      rank: 2,
    });
  }
  return edits;
}

/** A bracket or brace that begins a line, no deeper than the field whose value it closes. */
export function closerEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const mark = line.trimStart()[0] ?? '';
  const above = lines.slice(Math.max(0, at - 20), at).findLast(other => !isBlank(other)) ?? '';
  if ((mark !== ']' && mark !== '}') || indentOf(line) > indentOf(above) || above.length > LONGEST_LINE) return [];
  const column = (/^\s*(?:- +)*/.exec(above)?.[0].length ?? 0) + 2;
  return [
    {
      line: at,
      lines: [' '.repeat(column) + line.trimStart()],
      column: indentOf(line),
      message: `this ${mark} begins no deeper than the field whose value it closes`,
      hint: `indent it by ${spaces(column)}`,
      rank: 1,
    },
  ];
}
