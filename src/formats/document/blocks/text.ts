import { lazyRegExp } from '../../../text/lazy.js';
import type { Span } from '../../source/issues.js';
import { LIMITS } from '../../source/limits.js';
import { timeAlone, timeAtStart } from '../words/clocks.js';
import { columnLabel } from '../words/labels.js';
import { type BlockDocument, BlockList, type CellPlace } from './block.js';
import { behindMailHeaders, MAIL_SUBJECT } from './mail.js';

const emphasis = lazyRegExp('(?<![\\uE000*\\p{L}\\p{N}])\\*(?=\\S)([^*]*\\S)\\*(?![*\\p{L}\\p{N}])', 'gu');

/** A line with its offset in the text. */
interface TextLine {
  readonly text: string;
  readonly from: number;
  /** From 1. */
  readonly number: number;
}

/** A piece of a line: what is left of it without mark-up, and the span of what it was made of. */
interface Piece {
  readonly text: string;
  readonly span: Span;
  readonly isItem: boolean;
  readonly isStrong: boolean;
}

/** Tags of HTML that conversions leave in a text: those that begin a line, and those within one. */
const TAG =
  /<\/?(?:p|ul|ol|li|br|div|tr|table|tbody|thead|h[1-6]|td|th|b|i|em|strong|u|span|font|sup|sub)(?:\s[^<>]*)?\/?>/gi;
const BREAKING = /^<\/?(?:p|ul|ol|li|br|div|tr|table|h[1-6])\b/i;
/** What begins an item of a list. */
const bulletAtStart = lazyRegExp(
  '^(?:[•●▪◦‣∙·➢➤✓–—*+-]|\\uF0B7|o(?=\\s{2})|>(?=\\s+\\p{Lu})|[a-h]\\)(?=\\s+\\p{Lu}))\\s+',
  'u',
);
/** Bullets within a line. */
const INNER_BULLET = /\s[•●▪◦‣➢]\s/g;
const HEADING = /^#{1,6}\s+(?=\S)/;
/** The line below a heading, or above it as well. */
const UNDERLINE = /^(?:={3,}|-{3,}|\*{3,}|_{3,})$/;
/** UTF-16 code units of the longest such heading. */
const LONGEST_HEADING = 120;
/** The line between the header of a table and its rows, and a line of signs alone. */
const RULE = /^[\s|:=_*~+-]*$/;

/** Reads plain text and Markdown: lines, tables by pipes or tabs, also with a cell on each line. */
export function textBlocks(text: string): BlockDocument {
  const lines = linesOf(text);
  const found = new BlockList();
  let table = -1;
  let row = 0;
  let isInTable = false;
  let isApart = true;
  const columns = cellsPerRow(lines);
  let column = 0;
  /** Where the columns begin of a table that has a ruler below its header, or words of columns in it. */
  let ruler: readonly number[] | undefined;
  let isHeaded = false;
  /** The cell of the line before in such a table, and where the longest line ends. */
  let above = '';
  const longest = lines.reduce((most, { text }) => Math.max(most, Math.min(text.trimEnd().length, LONGEST_LINE)), 0);
  const first = behindMailHeaders(lines);
  for (const [i, whole] of lines.entries()) {
    if (found.cut !== undefined) break;
    // Of a mail, its subject may name the meeting and its dates.
    const [label = ''] = i < first ? (MAIL_SUBJECT.exec(whole.text) ?? []) : [];
    if (i < first && label === '') continue;
    const line = { ...whole, text: whole.text.slice(label.length), from: whole.from + label.length };
    const bare = line.text.trim();
    if (bare === '') {
      isApart = true;
      if (!isHeaded) ruler = undefined;
      above = '';
      continue;
    }
    if (RULE.test(bare)) continue;
    ruler ??= columnsOf(lines[i + 1]?.text ?? '');
    if (ruler === undefined && !isInTable) {
      ruler = columnsOfHeader(line.text, lines[i + 1]?.text ?? '');
      isHeaded = ruler !== undefined;
    }
    const isAcross = isHeaded && ruler?.some(at => at > 0 && /^\S\s?\S/.test(line.text.slice(at - 2, at + 1)));
    const cells = isAcross ? undefined : cellsIn(line, ruler, columns);
    // The rest of the row above.
    if (ruler !== undefined && isInTable && row > 0 && cells?.[0]?.text.trim() === '') row--;
    if (cells === undefined) {
      isInTable = false;
      column = 0;
      const [sign = ''] = HEADING.exec(bare) ?? [];
      const isUnderlined =
        isApart &&
        bare.length <= LONGEST_HEADING &&
        UNDERLINE.test(lines[i + 1]?.text.trim() ?? '') &&
        timeAtStart(bare) === undefined;
      if (sign === '' && isUnderlined)
        for (const { text, span } of pieces(line.text, line.from))
          found.add({ kind: 'heading', level: 2, text, span, where: place(line), isApart: true });
      else if (sign === '') push(pieces(inColumns(line.text), line.from), line, undefined);
      else {
        const shown = withoutEnd(bare.slice(sign.length), '#').trimEnd();
        for (const { text, span } of pieces(shown, line.from + line.text.indexOf(bare) + sign.length))
          found.add({ kind: 'heading', level: sign.trimEnd().length, text, span, where: place(line), isApart: true });
      }
    } else {
      if (!isInTable) {
        table++;
        row = 0;
        column = 0;
      }
      isInTable = true;
      const filled = ruler === undefined ? [] : cells.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]));
      const [only] = filled;
      // More of the cell above, where its next word had no place on the line.
      const [word = ''] = /^\S+/.exec(bare) ?? [];
      const isMore =
        filled.length === 1 &&
        `${row} ${only}` === above &&
        !/^[^:：]{3,40}[:：]\s/.test(bare) &&
        (lines[i - 1]?.text.trimEnd().length ?? 0) + 1 + word.length > longest;
      above = filled.length > 0 ? `${row} ${filled.at(-1)}` : '';
      if (isMore) {
        found.goOn(withoutEmphasis(bare), line.from + line.text.trimEnd().length);
        row++;
        continue;
      }
      for (const cell of cells) {
        push(pieces(cell.text, cell.from), line, { table, row, column, width: 1, height: 1 });
        column++;
      }
      if (ruler !== undefined || columns === undefined || column >= columns) {
        row++;
        column = 0;
      }
    }
    isApart = false;
  }
  return { noun: 'text', text, blocks: found.blocks, ...(found.cut && { cut: found.cut }) };

  function push(all: readonly Piece[], line: TextLine, cell: CellPlace | undefined): void {
    for (const { text, span, isItem, isStrong } of all) {
      found.add({
        kind: isItem ? 'item' : 'paragraph',
        text,
        span,
        where: place(line),
        ...(isStrong && { isStrong }),
        ...(cell === undefined ? { indent: line.text.length - line.text.trimStart().length } : { cell }),
        ...(isApart && { isApart }),
      });
      isApart = false;
    }
  }
}

function place({ number }: TextLine): string {
  return `line ${number}`;
}

function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let number = 0;
  // One line more than are read shows that there are more; empty lines that follow one another are one.
  for (let from = 0, filled = 0, isEmpty = false; from <= text.length && filled <= LIMITS.documentLines; ) {
    const end = text.indexOf('\n', from);
    const whole = text.slice(from, end === -1 ? text.length : end);
    const wasEmpty = isEmpty;
    isEmpty = whole.trim() === '';
    number++;
    if (!isEmpty) filled++;
    if (!isEmpty || !wasEmpty) lines.push({ text: whole.replace(/[\r\f\v]/g, ' '), from, number });
    from += whole.length + 1;
  }
  return lines;
}

/** A text without the signs at its end that are all one. */
function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end--;
  return text.slice(0, end);
}

/** True for a text with something between its first pipe and its last. */
function hasCell(text: string): boolean {
  const first = text.indexOf('|');
  return first !== -1 && text.slice(first + 1, text.lastIndexOf('|')).trim() !== '';
}

/** A line with a time whose columns stand apart by blanks, as text from a PDF has them: with a pipe for some of the blanks. */
function inColumns(text: string): string {
  const first = text.length - text.trimStart().length;
  if (!/\S {3,}\S/.test(text)) return text;
  const hasColumn = () =>
    text
      .trim()
      .split(/ {3,}/)
      .some(part => timeAlone(part) !== undefined);
  if (timeAtStart(text.slice(first)) === undefined && !hasColumn()) return text;
  return (
    text.slice(0, first) + text.slice(first).replace(/(?<=\S) {3,}(?=\S)/g, gap => ` |${' '.repeat(gap.length - 2)}`)
  );
}

/** The cells of a line: by where columns begin, by signs, or the one of a text with a cell on each line. */
function cellsIn(
  line: TextLine,
  ruler: readonly number[] | undefined,
  columns: number | undefined,
): readonly TextLine[] | undefined {
  if (ruler !== undefined) return cut(line, ruler);
  return columns === undefined ? cellsOf(line) : singleCell(line);
}

/** The cells of a line with tabs, or with pipes around them; undefined for a line that is no row. */
function cellsOf(line: TextLine): readonly TextLine[] | undefined {
  const { text } = line;
  if (text.includes('\t')) return split(line, '\t', 0, text.length);
  const [pipe, last] = [text.indexOf('|'), text.lastIndexOf('|')];
  if (pipe === -1) return undefined;
  const isFirst = text.slice(0, pipe).trim() === '';
  if (!(isFirst && last > pipe) && !hasCell(text) && !(/^\s*\d/.test(text) && /\S\s\|\s\S/.test(text)))
    return undefined;
  const end = text.trimEnd().length;
  return split(line, '|', isFirst ? pipe + 1 : 0, text[end - 1] === '|' ? end - 1 : end);
}

/** A ruler of a table in columns of one width: `---  ---------  -----`. */
const RULER = /^\s*-{2,}(?:\s+-{2,}){2,}\s*$/;

/** Where the columns begin that a ruler shows; undefined for any other line. */
function columnsOf(text: string): readonly number[] | undefined {
  return RULER.test(text) ? Array.from(text.matchAll(/-+/g), ({ index }) => index) : undefined;
}

/** UTF-16 code units of the longest line that is broken where it ends. */
const LONGEST_LINE = 120;

/** Where the columns begin of a line of words for columns that stand apart by blanks, above a line of signs or an empty one. */
function columnsOfHeader(text: string, next: string): readonly number[] | undefined {
  if (text.length > LONGEST_LINE || !RULE.test(next.trim()) || text.includes('|') || text.includes('\t'))
    return undefined;
  const names = [...text.matchAll(/\S+(?: \S+)*/g)];
  const labels = names.map(([name]) => columnLabel(name));
  if (names.length < 2 || labels.includes(undefined)) return undefined;
  return labels[0] === 'time' || labels[0] === 'date' || labels[0] === 'start'
    ? names.map(({ index }) => index)
    : undefined;
}

/** The cells of a line by where columns begin. */
function cut({ text, from, number }: TextLine, columns: readonly number[]): readonly TextLine[] {
  return columns.slice(0, LIMITS.tableCells).map((at, i) => ({
    text: text.slice(i === 0 ? 0 : at, columns[i + 1] ?? text.length),
    from: from + (i === 0 ? 0 : at),
    number,
  }));
}

function split({ text, from, number }: TextLine, by: string, first: number, last: number): readonly TextLine[] {
  const cells: TextLine[] = [];
  for (let at = first; at <= last && cells.length < LIMITS.tableCells; ) {
    const next = cells.length === LIMITS.tableCells - 1 ? -1 : text.indexOf(by, at);
    const end = next === -1 || next > last ? last : next;
    cells.push({ text: text.slice(at, end), from: from + at, number });
    at = end + 1;
  }
  return cells;
}

/** The one cell of a line that ends with a pipe. */
function singleCell(line: TextLine): readonly TextLine[] | undefined {
  const shown = line.text.trimEnd();
  return shown.endsWith('|') ? [{ ...line, text: shown.slice(0, -1).trimEnd() }] : undefined;
}

/**
 * Where each cell stands on a line of its own that ends with a pipe: how many make a row, which is how many there are
 * before the first time. Undefined for other texts.
 */
function cellsPerRow(lines: readonly TextLine[]): number | undefined {
  const ended = lines
    .map(({ text }) => text.trimEnd())
    .filter(text => text.length > 1 && text.indexOf('|') === text.length - 1)
    .map(text => text.trimStart());
  if (ended.length < 4 || lines.some(({ text }) => hasCell(text))) return undefined;
  const times = ended.flatMap((text, i) => (/^\d{1,2}(?:\D|$)/.test(text) ? [i] : []));
  const [first = 0, second] = times;
  return first > 1 ? first : second === undefined ? undefined : second - first;
}

/** The pieces of a line or a cell: cut at tags and at bullets, without emphasis of Markdown. */
function pieces(text: string, from: number): readonly Piece[] {
  const found: Piece[] = [];
  let isBullet = false;
  const add = (start: number, end: number) => {
    let at = start;
    const raw = text.slice(start, end);
    const cuts = [...raw.matchAll(INNER_BULLET)].map(({ index }) => start + index + 1);
    for (const cut of [...cuts, end]) {
      piece(at, cut);
      at = cut;
    }
  };
  const piece = (start: number, end: number) => {
    const raw = text.slice(start, end).replace(TAG, '');
    // A backslash at the end of a line of Markdown breaks it.
    const bare = raw.trim().replace(/\\$/, '').trimEnd();
    const bullet = bulletAtStart().exec(bare)?.[0] ?? '';
    const isItem = bullet !== '' || isBullet;
    const shown = bare.slice(bullet.length);
    // Emphasis of Markdown over all of the line.
    const plain = withoutEmphasis(shown);
    if (plain === '') return;
    isBullet = false;
    const lead = text.slice(start, end).length - text.slice(start, end).trimStart().length;
    const span: Span = [from + start + lead, from + Math.max(start + lead, end)];
    const isStrong = /^\s*(?:\*\*|__)/.test(shown) || /^\s*<(?:i|b|em|strong)>/i.test(text.slice(start, end));
    found.push({ text: plain, span, isItem, isStrong });
  };
  let start = 0;
  for (const tag of text.includes('<') ? text.matchAll(TAG) : []) {
    if (!BREAKING.test(tag[0])) continue;
    add(start, tag.index);
    start = tag.index + tag[0].length;
    if (/^<li\b/i.test(tag[0])) isBullet = true;
  }
  add(start, text.length);
  return found;
}

/** UTF-16 code units of a line in which emphasis is looked for, and signs of it in one: each may be the first of two. */
const LONGEST = 5000;
const MOST_SIGNS = 60;

/** A text without the signs of Markdown around words, and its escapes; a very long one is left as it is. */
function withoutEmphasis(text: string): string {
  const signs = text.length > LONGEST ? 0 : (text.match(/[*[]|__/g)?.length ?? 0);
  if (text.length > LONGEST || signs > MOST_SIGNS) return text.replace(/\s+/g, ' ').normalize('NFC').trim();
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '\uE000$1')
    .replace(/(?<!\uE000)!?\[([^\]]*)\]\((<[^>]*>|[^()\s]*)\)/g, (_, label: string) => label)
    .replace(/(?<!\uE000)(\*\*|__)(?=\S)(.*?\S)(?<!\uE000)\1/g, '$2')
    .replace(emphasis(), '$1')
    .replace(/^\*\*(?=\S)|(?<=\S)\*\*$/g, '')
    .replace(/&nbsp;|\u00A0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\uE000/g, '')
    .replace(/[ \t]+/g, ' ')
    .normalize('NFC')
    .trim();
}
