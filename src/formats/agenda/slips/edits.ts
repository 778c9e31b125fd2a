import { FIELDS, type Fields } from '../../../model/fields.js';
import { isNoText, quotedText } from '../yaml/quoting.js';
import type { LineEdit } from './patched-text.js';

/** A change of a line or a block that may mend a slip of layout, and what is said of the slip where it does. */
export interface SlipEdit extends LineEdit {
  readonly message: string;
  readonly hint: string;
  /** The column in the line at which the slip is; the first character of what is changed when absent. */
  readonly column?: number;
  /** True where the slip is the one character at the column; else it goes to the end of the line. */
  readonly isMark?: boolean;
  /** True for an edit that leaves the name of a field as it is, and its place: what is wrong with these is not its fault. */
  readonly keepsField?: boolean;
  /** True for an edit with which the line begins an item of a list, which lacks nothing then. */
  readonly beginsItem?: boolean;
  /** True for an edit that takes the line out. */
  readonly drops?: boolean;
  /** True where the whole line is to be taken out; `lines` has a comment in its place. */
  readonly takesOut?: boolean;
  /** True where the second line is to be joined to the first; `lines` has a comment in its place. */
  readonly joins?: boolean;
  /** Of two edits after which the text reads as well, the one of lower rank is the likelier. */
  readonly rank: number;
}

/** The names of all fields of the format. */
const FIELD_NAMES: ReadonlySet<string> = new Set(Object.values<Fields>(FIELDS).flatMap(table => Object.keys(table)));

/** Characters of a line in which a slip is looked for: patterns of the edits take long where blanks are many. */
const LONGEST_LINE = 2000;

/** The edits of a line, or of a block that begins with it, that mend the slips of layout which authors make. */
export function slipEdits(lines: readonly string[], at: number): readonly SlipEdit[] {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_LINE || isBlank(line)) return [];
  if (/^(?:---|\.\.\.|%)/.test(line)) return documentEdits(lines, at);
  return [
    ...markEdits(lines, at),
    ...colonEdits(lines, at),
    ...strayEdits(lines, at),
    ...closingEdits(lines, at),
    ...closerEdits(lines, at),
    ...dashEdits(lines, at),
    ...indentEdits(lines, at),
    ...blockTextEdits(lines, at),
    ...lineEdits(lines, at),
    ...joinEdits(lines, at),
    ...splitEdits(lines, at),
  ];
}

/** The mark of a second document, where what follows is no agenda of its own: it has none of the fields above. */
function documentEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = (lines[at] ?? '').trim();
  if (at === 0 || (line !== '---' && line !== '...')) return [];
  const fields = (some: readonly string[]) => some.flatMap(one => /^[\w-]+(?=:)/.exec(one)?.[0] ?? []);
  const above = new Set(fields(lines.slice(0, at)));
  if (above.size === 0 || fields(lines.slice(at + 1)).some(field => above.has(field))) return [];
  const message = `a line of ${line}, which ends a YAML document`;
  return [
    { line: at, lines: ['#'], message, hint: 'one file is one agenda: take the line out', takesOut: true, rank: 1 },
  ];
}

/** The number of characters of the indentation of a line. */
export function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** True for a line of blanks, or of a comment alone. */
export function isBlank(line: string): boolean {
  return /^\s*(?:#|\r?$)/.test(line);
}

/** A dash or a comment sign that is none: `-id:`, `– name:`, `// note`. */
function markEdits(lines: readonly string[], at: number): SlipEdit[] {
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

/** A quote or a few characters before a field of the format: `"time: 09:00`, ` 3   title:`. */
function strayEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const [, lead = '', mark = '', field = ''] = /^(\s*(?:- +)?)(["'{}[\]])([\w-]+:(?:\s.*)?)$/s.exec(line) ?? [];
  const closer = CLOSERS[mark];
  if (mark !== '' && (closer === undefined || !field.includes(closer)))
    edits.push({
      line: at,
      lines: [lead + field],
      column: lead.length,
      isMark: true,
      keepsField: true,
      message: `a ${mark} before a field, which ${/[}\]]/.test(mark) ? 'closes nothing' : 'is never closed'}`,
      hint: `take it out: ${shown(field)}`,
      rank: 1,
    });
  const [, indent = '', stray = '', gap = '', moved = '', name = ''] =
    /^( *)(?!- \S)([^\s\w#]{1,2}(?=[\w-])|[^\s#]{1,3}(?= )|-(?= {2}))( *)((?:- +)?([\w-]+):(?:\s.*)?)$/s.exec(line) ??
    [];
  const isQuoted = /["']/.test(stray) && line.indexOf(stray.at(-1) ?? '', indent.length + stray.length) !== -1;
  if (stray === '' || isQuoted || (!isFieldOrLanguage(name) && /\w/.test(stray))) return edits;
  // A dash where other dashes are begins an item.
  const isDash = /^[-–—]$/.test(stray);
  if (isDash && (gap.length < 2 || hasDashesAt(lines, at, indent.length))) return edits;
  const what = /["']/.test(stray) ? `a ${stray}` : `"${stray}"`;
  if (!isDash && gap !== '')
    edits.push({
      line: at,
      lines: [`${indent}-${gap}${moved}`],
      column: indent.length,
      beginsItem: true,
      message: `${what} where the dash of a list belongs`,
      hint: `begin the item with "- ": - ${shown(moved)}`,
      rank: 1.2,
    });
  const width = indent.length + stray.length + gap.length;
  for (const column of itemColumns(lines, at, moved, width)) {
    if (Math.abs(column - width) > 3) continue;
    edits.push({
      line: at,
      lines: [' '.repeat(column) + moved],
      column: indent.length,
      keepsField: gap === '',
      message: `${what} before the field ${name}`,
      hint: column === indent.length ? 'take it out' : `take it out, and indent ${name} by ${spaces(column)}`,
      rank: 1.1 + Math.abs(column - width) / 100,
    });
  }
  return edits;
}

/** True where a line near another one has a dash at a column. */
function hasDashesAt(lines: readonly string[], at: number, column: number): boolean {
  const dash = `${' '.repeat(column)}- `;
  return lines.some((line, i) => i !== at && Math.abs(i - at) <= 60 && line.startsWith(dash));
}

/** True for the name of a field, and for a language by its two letters. */
function isFieldOrLanguage(name: string): boolean {
  return FIELD_NAMES.has(name) || /^[a-z]{2}$/.test(name);
}

/** A key whose colon, or the space after it, is missing. */
function colonEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const [, head = '', key = '', value = ''] = /^(\s*(?:- +)?)([\w-]+):(?!\/\/)(\S.*)$/s.exec(line) ?? [];
  if (key !== '')
    edits.push({
      line: at,
      lines: [`${head}${key}: ${value}`],
      column: head.length + key.length,
      message: 'a colon without a space after it',
      hint: `write a space after the colon: ${key}: ${shown(value)}`,
      rank: 1,
    });
  edits.push(...quotingEdits(line, at), ...wholeTextEdits(line, at));
  const inBraces = line.replace(/([{,]\s*[\w-]+):(?=[^\s/:])/g, '$1: ');
  if (inBraces !== line)
    edits.push({
      line: at,
      lines: [inBraces],
      message: 'a colon without a space after it',
      hint: 'write a space after the colon',
      rank: 1.5,
    });
  const [, start = '', word = '', rest = ''] = /^(\s*(?:- +)?)([\w-]+)((?:[ \t].*)?\r?)$/s.exec(line) ?? [];
  if (word !== '' && word !== '-') {
    const known = isFieldOrLanguage(word);
    const next = lines.slice(at + 1).find(other => !isBlank(other)) ?? '';
    const opens = rest.trim() === '' && indentOf(next) >= indentOf(line);
    if (known || opens || /^\s+[{["'&|>]/.test(rest) || rest.trim() !== '')
      edits.push({
        line: at,
        lines: [`${start}${word}:${rest}`],
        column: start.length + word.length,
        message: `${known ? `the field ${word}` : `"${word}"`} without its colon`,
        hint: `write ${shown(`${word}:${rest}`)}`,
        rank: known || opens ? 1.2 : 4,
      });
  }
  const [, before = '', name = '', colon = '', mark = ''] =
    /^(\s*(?:- +)?)([\w-]+)(:?) *([^\w\s:|>#-]{1,2})\s*$/.exec(line) ?? [];
  if (mark !== '')
    edits.push({
      line: at,
      lines: [`${before}${name}:`],
      column: line.indexOf(mark, before.length),
      isMark: true,
      keepsField: true,
      message: colon === '' ? `${shown(mark)} in the place of a colon` : `${shown(mark)} behind the colon of ${name}`,
      hint: `write ${name}:`,
      rank: 1.2,
    });
  for (const [i, found] of [...line.matchAll(/([{,]\s*)([\w-]+) (?=[^\s:])/g)].entries()) {
    if (i >= 4) break;
    const [, lead = '', name = ''] = found;
    if (!isFieldOrLanguage(name)) continue;
    const end = found.index + lead.length + name.length;
    edits.push({
      line: at,
      lines: [`${line.slice(0, end)}:${line.slice(end)}`],
      column: end,
      message: `${name} without its colon`,
      hint: `write ${name}: and its value`,
      rank: 1.3,
    });
  }
  return edits;
}

/** A text with `: ` in it, or a colon at its end. */
function quotingEdits(line: string, at: number): SlipEdit[] {
  const [, lead = '', value = '', tail = ''] =
    /^(\s*(?:- +)*(?:[\w-]+: +)?)([^\s"'[{|>#].*?)((?:\s+#.*)?\s*)$/s.exec(line) ?? [];
  const texts = [{ start: lead.length, value, tail }];
  for (const { index, 0: match } of line.matchAll(/(?<=[{,]\s*[\w-]+: +)[^\s,{}[\]"'][^,{}[\]]*(?=\s*[,}\]])/g))
    texts.push({ start: index, value: match.trimEnd(), tail: line.slice(index + match.trimEnd().length) });
  return texts.flatMap(text => {
    const colon = text.value.search(/:(?=\s|$)/);
    if (colon === -1) return [];
    const quoted = JSON.stringify(text.value);
    return {
      line: at,
      lines: [`${line.slice(0, text.start)}${quoted}${text.tail}`],
      column: text.start + colon,
      isMark: true,
      message: 'a text with ": " in it',
      hint: `put the text in quotes: ${shown(quoted)}`,
      rank: 1,
    };
  });
}

/** A text that begins with what YAML keeps for itself, or that goes on behind a closing quote. */
function wholeTextEdits(line: string, at: number): SlipEdit[] {
  const [, lead = '', value = '', tail = ''] =
    /^(\s*(?:- +)*(?:[\w-]+: +)?)(["'[{|>@`%*&!?,\]}-].*?)((?:\s+#\s.*)?\s*)$/s.exec(line) ?? [];
  if (value === '' || lead.trim() === '' || /^[|>][-+\d]*$/.test(value) || value === '-') return [];
  // Elsewhere what begins so is meant as it is.
  if (isNoText(/([\w-]+): +$/.exec(lead)?.[1] ?? '')) return [];
  const mark = value[0] ?? '';
  const isQuote = mark === '"' || mark === "'";
  // What is open to the end of the line may be closed there instead.
  const { open, quote } = openMarks(line);
  if (isQuote && quote !== undefined && value.indexOf(mark, 1) === -1) return [];
  const isLeftOpen = open.length > 0 || quote !== undefined;
  if (!isQuote && !isLeftOpen && value.trimEnd().endsWith(CLOSERS[mark] ?? ' ')) return [];
  const quoted = isQuote ? requoted(value, mark) : quotedText(value);
  return [
    {
      line: at,
      lines: [`${line.slice(0, lead.length)}${quoted}${tail}`],
      column: lead.length,
      message: isQuote
        ? `the text goes on behind a second ${mark}, which closes it`
        : `a text that begins with ${mark}`,
      hint: `put the text in quotes: ${shown(quoted)}`,
      rank: isLeftOpen && !isQuote ? 3 : 1.15,
    },
  ];
}

/** A text with a quote in it as one text: `"Called "ice" here"` has quotes around it, `"Ice" and more` has none. */
function requoted(value: string, mark: string): string {
  const second = value.indexOf(mark, 1);
  const isClosing = /^(?:\s|[,.;:!?)]|$)/.test(value.slice(second + 1)) && !/\s/.test(value[second - 1] ?? ' ');
  const isAround = value.endsWith(mark) && (second === value.length - 1 || !isClosing);
  return quotedText(isAround ? value.slice(1, -1) : value);
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** A bracket, brace or quote that is open at the end of the line, or that closes what is not open. */
function closingEdits(lines: readonly string[], at: number): SlipEdit[] {
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
function closerEdits(lines: readonly string[], at: number): SlipEdit[] {
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

/** True for a line that leaves a bracket, brace or quote open, and below which nothing is indented by more. */
export function isLeftOpen(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_LINE || !/[[{"']/.test(line) || isBlank(line)) return false;
  const { open, quote } = openMarks(line.replace(/\s+#.*$/, '').trimEnd());
  if (open.length === 0 && quote === undefined) return false;
  const next = lines.slice(at + 1, at + 20).find(other => other.trim() !== '');
  return next === undefined || indentOf(next) <= indentOf(line) + (/^\s*- /.test(line) ? 2 : 0);
}

/**
 * The columns of the brackets and braces that are open at the end of a line, of one that closes nothing or, as it were, what the
 * other kind opened, and of an open quote.
 */
function openMarks(line: string): {
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

/** Lines above an item among which the dashes of the lists that it may be in are looked for. */
const FARTHEST_DASH = 2000;

/** An item of a list that begins without its dash: a dash at a column where others stand above. */
function dashEdits(lines: readonly string[], at: number): SlipEdit[] {
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

/** A line, or a block of it and what is indented below it, that stands left or right of where it belongs. */
function indentEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const indent = indentOf(line);
  const isOdd = /^ *[^\S \r\n]/.test(line);
  const start = isOdd ? line.search(/[^\S ]/) : indent;
  const edits: SlipEdit[] = [];
  if (isPasted(lines, at)) return edits;
  for (const column of columnsAround(lines, at)) {
    const by = column - indent;
    if (by === 0 && !isOdd) continue;
    const moved = (from: string) => ' '.repeat(Math.max(0, indentOf(from) + by)) + from.trimStart();
    const others = lines.slice(Math.max(0, at - 60), at + 60).filter(other => indentOf(other) === column);
    const far = Math.abs(by) / 20 + (others.length < 2 && column > 0 ? 0.4 : 0);
    const odd = line.includes('\t') ? 'a tab' : 'a no-break space';
    const hint = column === 0 ? 'begin it at the left margin' : `indent it by ${spaces(column)}`;
    const message = isOdd
      ? `${odd} in the indentation`
      : `this line begins ${spaces(Math.abs(by))} ${by > 0 ? 'left' : 'right'} of its neighbours`;
    edits.push({ line: at, lines: [moved(line)], message, hint, column: start, rank: 1 + far });
    const whole = blockEnd(lines, at, indent);
    // Of a block that stands too far left, the next of its neighbours is no part.
    const isDash = /^\s*- /.test(line);
    const sibling = lines.findIndex(
      (other, i) => i > at && indentOf(other) === column && !isBlank(other) && /^\s*- /.test(other) === isDash,
    );
    const ends = [blockEnd(lines, at, indent + 1), whole, ...(sibling !== -1 && sibling < whole ? [sibling] : [])];
    for (const end of new Set(ends)) {
      if (end <= at + 1) continue;
      const block = lines.slice(at, end);
      edits.push({
        line: at,
        lines: block.map(other => (other.trim() === '' ? other : moved(other))),
        message: `these ${block.length} lines are indented by ${indent}, their neighbours by ${column}`,
        hint: `indent the first by ${spaces(column)}, and move the others with it`,
        column: indent,
        rank: 1.3 + far + Math.min(1, block.length / 100),
      });
    }
  }
  return edits;
}

/**
 * The text of a block scalar that begins no deeper than its field, up to the next field of the format or the next item; less
 * deep than its head says (YAML 1.2.2 §8.1.1.1), or than a line of blanks above it.
 */
function blockTextEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const [, before, head = ''] = /^(\s*(?:- +)*)['"]?[\w-]+['"]?:\s+([|>][-+\d]{0,2})\s*$/.exec(line) ?? [];
  const first = lines.findIndex((other, i) => i > at && other.trim() !== '');
  if (before === undefined || first === -1) return [];
  const column = before.length + 2;
  const depth = indentOf(lines[first] ?? '');
  const [digit] = /\d/.exec(head) ?? [];
  if (depth > before.length) {
    const blanks = lines.slice(at + 1, first);
    if (digit !== undefined && depth < before.length + Number(digit)) {
      const message = `the head of this block says ${spaces(Number(digit))}, and its text begins ${spaces(depth - before.length)} right of the field`;
      const mended = line.replace(/\d(?=[-+]?\s*$)/, '');
      return [
        {
          line: at,
          lines: [mended],
          message,
          hint: `take the ${digit} out`,
          column: line.lastIndexOf(digit),
          rank: 0.9,
        },
      ];
    }
    if (!blanks.some(blank => indentOf(blank) > depth)) return [];
    const message = 'a line of blanks that begins a block, deeper than the text below it';
    return [{ line: at + 1, lines: blanks.map(() => ''), message, hint: 'take the blanks out', column: 0, rank: 0.9 }];
  }
  let end = first;
  for (; end < lines.length; end++) {
    const [, item, field = ''] = /^\s*(- )?(?:['"]?([\w-]+)['"]?:(?:\s|$))?/.exec(lines[end] ?? '') ?? [];
    if (item !== undefined || FIELD_NAMES.has(field)) break;
  }
  if (end === first) return [];
  const text = lines.slice(first, end).map(one => (one.trim() === '' ? one : ' '.repeat(column) + one.trimStart()));
  const message = 'the text of a block begins no deeper than its field';
  return [{ line: first, lines: text, message, hint: `indent it by ${spaces(column)}`, rank: 0.9 }];
}

/** True for words under a value that is no text, which they cannot be a part of. */
function isPasted(lines: readonly string[], at: number): boolean {
  if (FIELD_OR_ITEM.test(lines[at] ?? '')) return false;
  const above = lines.slice(Math.max(0, at - 20), at).findLast(line => !isBlank(line)) ?? '';
  const [, field = ''] = /^\s*(?:- +)*([\w-]+):\s+\S/.exec(above) ?? [];
  return isNoText(field);
}

/** A line of an agenda but for those of a text: a field, an item, or a flow collection. An agenda written as JSON is one line of it. */
const FIELD_OR_ITEM = /^\s*(?:- |[[{]|['"]?[\w-]+['"]?:(?:\s|$))/;

/** The index of the first line after `at` that is indented by less than `least`. */
function blockEnd(lines: readonly string[], at: number, least: number): number {
  let end = at + 1;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (indentOf(line) < least) break;
    end = i + 1;
  }
  return end;
}

/** The columns at which a field, or the dash of an item and its first field, may begin in the place of a line. */
function itemColumns(lines: readonly string[], at: number, text: string, indent?: number): ReadonlySet<number> {
  const below = lines.slice(at + 1, at + 20).find(other => !isBlank(other)) ?? '';
  // What goes on below an item begins behind its dash.
  const dash = text.startsWith('- ') ? [Math.max(0, indentOf(below) - 2)] : [];
  return new Set([...columnsAround(lines, at, indent), ...dash]);
}

/** Columns at which the lines around begin, and their contents after a dash; a line that is indented by `indent` is a part of some. */
function columnsAround(lines: readonly string[], at: number, indent = indentOf(lines[at] ?? '')): ReadonlySet<number> {
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

/** A line that has no place here: one that stands twice, or text that somebody pasted between fields. */
function lineEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const without = `${' '.repeat(indentOf(line))}#`;
  if (line.trim() === lines[at - 1]?.trim())
    edits.push({
      line: at,
      lines: [without],
      message: 'this line stands twice',
      hint: 'take it out',
      takesOut: true,
      // It is one field less than with an edit that keeps both.
      rank: -5,
    });
  if (!FIELD_OR_ITEM.test(line))
    edits.push({
      line: at,
      lines: [`${' '.repeat(indentOf(line))}# ${line.trimStart()}`],
      message: 'this line is not a field: it has no ": "',
      hint: 'take it out, or begin it with # to make it a comment',
      drops: true,
      rank: 6,
    });
  return edits;
}

/** A line that was broken in two: in the name of a field, in a time, or where something is open. */
function joinEdits(lines: readonly string[], at: number): SlipEdit[] {
  const [line = '', below = ''] = lines.slice(at, at + 2);
  const [start, end] = [line.trimEnd(), below.trim()];
  if (isBlank(below) || below.length > LONGEST_LINE || /^- /.test(end)) return [];
  const isName = /^\s*(?:- +)?[\w-]+$/.test(start) && /^[\w-]*:(?:\s|$)/.test(end);
  const isTime = /\d[:.–-]?$/.test(start) && /^\d[\d:.–-]*$/.test(end);
  const { open, quote } = openMarks(start);
  if (!isName && !isTime && open.length === 0 && quote === undefined) return [];
  const isInWord = /\w$/.test(start) && /^\w/.test(end);
  return (isInWord && !isName ? ['', ' '] : ['']).map(between => ({
    line: at,
    lines: [start + between + below.trimStart(), `${' '.repeat(indentOf(line))}#`],
    joins: true,
    keepsField: true,
    column: start.length,
    message: 'this line is broken in two',
    hint: `join it with the next: ${shown(`${start}${between}${end}`.trimStart())}`,
    rank: between === '' ? 1.2 : 1.3,
  }));
}

/** Two lines in one: a field behind some blanks, or the dash of an item and a field. */
function splitEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const found = [...line.matchAll(/(?<=\S)[ \t]{2,}(?=(?:- +)?([\w-]+):(?:\s|$))/g)].slice(0, 3);
  return found.flatMap(({ index, 0: blanks, 1: name = '' }) => {
    if (!isFieldOrLanguage(name) || line.slice(0, index).trim() === '-') return [];
    const [start, end] = [line.slice(0, index), line.slice(index + blanks.length)];
    return [...itemColumns(lines, at, end)].map(column => ({
      line: at,
      lines: [`${start}\n${' '.repeat(column)}${end}`],
      column: index,
      message: `the field ${name} stands behind another line`,
      hint: `begin a new line with it, indented by ${spaces(column)}: ${shown(end)}`,
      rank: 1.4 + Math.abs(column - blanks.length) / 100,
    }));
  });
}

/** `one space`, `8 spaces`. */
function spaces(count: number): string {
  return count === 1 ? 'one space' : `${count} spaces`;
}

/** A text as a hint repeats it. */
function shown(text: string): string {
  const line = text.trimEnd();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
