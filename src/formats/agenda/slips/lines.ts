/** The number of characters of the indentation of a line. */
export function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** True for a line of blanks, or of a comment alone. */
export function isBlank(line: string): boolean {
  return /^\s*(?:#|\r?$)/.test(line);
}

/** True for a line that begins an item of a list. */
export function isDash(line: string): boolean {
  return /^\s*- /.test(line);
}

/** True for the key of a list whose dashes stand at a column: it may stand there, too. */
export function isKeyOf(line: string, dashes: number): boolean {
  return !isDash(line) && indentOf(line) === dashes && /:\s*$/.test(line);
}

/** The index of the next line that is not blank, up or down; outside of the lines where there is none. */
export function next(lines: readonly string[], from: number, by: 1 | -1): number {
  let at = from + by;
  while (at in lines && isBlank(lines[at] ?? '')) at += by;
  return at;
}

/** The index of the first line after `at` that is indented by less than `least`. */
export function blockEnd(lines: readonly string[], at: number, least: number): number {
  let end = at + 1;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (indentOf(line) < least) break;
    end = i + 1;
  }
  return end;
}

/** Columns at which the lines around begin, and their contents after a dash; a line that is indented by `indent` is a part of some. */
export function columnsAround(
  lines: readonly string[],
  at: number,
  indent = indentOf(lines[at] ?? ''),
): ReadonlySet<number> {
  const columns = new Set<number>([0]);
  const add = (line: string) => {
    const [dash = ''] = /^\s*(?:- +)*/.exec(line) ?? [];
    columns.add(indentOf(line));
    columns.add(dash.length);
  };
  let seen = 0;
  for (let i = at - 1; i >= 0 && seen < 3; i--) {
    const line = lines[i] ?? '';
    if (isBlank(line)) continue;
    if (seen++ === 0 && /:\s*$/.test(line)) columns.add(indentOf(line) + 2);
    add(line);
  }
  // The lines that this one may be a part of.
  const line = lines[at] ?? '';
  // How wide a tab was meant to be is unknown.
  let least = line.includes('\t') ? Number.POSITIVE_INFINITY : indent + 3;
  for (let i = at - 1; i >= 0 && i > at - 200 && least > 0 && columns.size < 10; i--) {
    const line = lines[i] ?? '';
    if (isBlank(line) || indentOf(line) >= least) continue;
    add(line);
    least = indentOf(line);
  }
  const next = lines.slice(at + 1, at + 20).find(line => !isBlank(line));
  if (next !== undefined) add(next);
  return columns;
}

/** The columns at which a field, or the dash of an item and its first field, may begin in the place of a line. */
export function itemColumns(lines: readonly string[], at: number, text: string, indent?: number): ReadonlySet<number> {
  const below = lines.slice(at + 1, at + 20).find(other => !isBlank(other)) ?? '';
  // What goes on below an item begins behind its dash.
  const dash = text.startsWith('- ') ? [Math.max(0, indentOf(below) - 2)] : [];
  return new Set([...columnsAround(lines, at, indent), ...dash]);
}

/** True where a line near another one begins with the same dash: at its column, and with as many blanks behind it. */
export function hasDash(lines: readonly string[], at: number, dash: string): boolean {
  return lines.some(
    (line, i) => i !== at && Math.abs(i - at) <= 60 && line.startsWith(dash) && line[dash.length] !== ' ',
  );
}

/** A line of an agenda but for those of a text: a field, an item, or a flow collection. An agenda written as JSON is one line of it. */
export const FIELD_OR_ITEM = /^\s*(?:- |[[{]|['"]?[\w-]+['"]?:(?:\s|$))/;
