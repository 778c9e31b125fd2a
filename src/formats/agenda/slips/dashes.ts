import { indentOf, isBlank } from './lines.js';
import { type SlipEdit, shown, spaces } from './slip-edit.js';

/** A dash or a comment sign that is none: `-id:`, `– name:`, `// note`. */
export function markEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const edit = (text: string, message: string, hint: string) =>
    edits.push({ line: at, lines: [text], message, hint, rank: 1 });
  const [, indent = '', rest = ''] = /^(\s*)-([^\s-].*)$/s.exec(line) ?? [];
  if (rest !== '')
    for (const space of new Set([' ', spaceTo(lines, at, indent.length)]))
      edit(
        `${indent}-${space}${rest}`,
        'a dash without a space after it',
        `write a space after the dash: - ${shown(rest)}`,
      );
  const [, before = '', bullet = '', text = ''] = /^(\s*)([–—−•·◦▪*+]|-{2})\s*(\S.*)$/s.exec(line) ?? [];
  if (bullet !== '')
    edit(
      `${before}- ${text}`,
      `"${bullet}" where the dash of a list belongs`,
      `begin the item with "- ": - ${shown(text)}`,
    );
  const slashes = /(?<=^\s*|\s)\/\/(?=\s|\w)/.exec(line);
  if (slashes !== null)
    edit(
      `${line.slice(0, slashes.index)}#${line.slice(slashes.index + 2)}`,
      'a comment that begins with //',
      'begin a comment with #',
    );
  return edits;
}

/** The blanks between a dash and its item with which the item begins where the line below does. */
function spaceTo(lines: readonly string[], at: number, dash: number): string {
  const next = lines.slice(at + 1).find(line => !isBlank(line)) ?? '';
  return ' '.repeat(Math.max(1, indentOf(next) - dash - 1));
}

/** Lines above an item among which the dashes of the lists that it may be in are looked for. */
const FARTHEST_DASH = 2000;

/** An item of a list that begins without its dash: a dash at a column where others stand above. */
export function dashEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const body = line.trimStart();
  if (body.startsWith('-')) return [];
  const columns = new Set<number>();
  let least = indentOf(line) + 3;
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST_DASH && least > 0; i--) {
    const other = lines[i] ?? '';
    const dash = /^\s*(?=- )/.exec(other)?.[0].length;
    if (dash === undefined || dash >= least) continue;
    columns.add(dash);
    least = dash;
  }
  // The first item of a list has no dash above it: it stands under a key without a value.
  const above = lines.slice(0, at).findLast(other => !isBlank(other)) ?? '';
  if (/:\s*$/.test(above)) {
    columns.add(Math.max(0, indentOf(line) - 2));
    columns.add(indentOf(line));
    if (indentOf(above) < indentOf(line)) columns.add(indentOf(above));
  }
  return [...columns].map(column => ({
    line: at,
    lines: [`${' '.repeat(column)}-${' '.repeat(Math.max(1, indentOf(line) - column - 1))}${body}`],
    beginsItem: true,
    message: 'an item of a list without its dash',
    hint: `begin it with "- ", ${spaces(column)} from the left: - ${shown(body)}`,
    column: indentOf(line),
    rank: 1.5 + Math.abs(indentOf(line) - 2 - column) / 100,
  }));
}
