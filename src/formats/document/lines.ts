import { lazyRegExp } from '../../text/lazy.js';
import type { Block } from './blocks/block.js';
import { type Line, lineOf } from './line.js';
import { tableLines } from './tables.js';
import { rangesIn, timeAtStart } from './words/clocks.js';
import { datesIn, dayHeading, daySpansIn } from './words/dates.js';
import { labelOf } from './words/labels.js';

const wordWithColon = lazyRegExp('^\\p{Lu}[\\p{L}()]{3,20}\\s?:\\s', 'u');

/** The lines of a document in reading order. Blocks of a table come row by row, with what their columns say. */
export function linesOf(blocks: readonly Block[]): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    if (block.cell === undefined) {
      lines.push(...cut(broken(lineOf(block, at))));
      at++;
      continue;
    }
    let end = at;
    while (end < blocks.length && blocks[end]?.cell?.table === block.cell.table) end++;
    lines.push(...tableLines(blocks, at, end).flatMap(broken));
    at = end;
  }
  return joined(lines);
}

/** The lines of a paragraph that is broken into some; those of a cell of times stay together. */
function broken(line: Line): readonly Line[] {
  if (!line.text.includes('\n') || line.column === 'time') return [line];
  return line.text
    .split('\n')
    .map(text => text.trim())
    .filter(text => text !== '')
    .map((text, i) => ({ ...line, text, ...(i > 0 && { isApart: false }) }));
}

/** UTF-16 code units of a line that may be a whole agenda. */
const LONG = 160;
/** Ranges in a line that is one. */
const MANY = 3;

/** Places where a long line is cut besides its times and days: numbered sessions, labels of people, who says a word. */
const INNER = lazyRegExp(
  "(?<=\\s)(?=(?:Session|Séance|Sesión|SESIÓN|SESSION|Panel|PANEL|Сессия)\\s+(?:\\d{1,2}|[IVX]{1,5})(?![\\p{L}\\d])|(?:Palabras|Remarks|Remarques|Statement|Keynote|Allocution)\\s+(?:de|del|by|du|d['’])\\s|\\p{Lu}[\\p{L}()]{3,20}\\s?:\\s)",
  'gu',
);
/** The words for an agenda, which divide the head of one. */
const STATUS =
  /(?<=\s)(?=(?:ORDRE DU JOUR|Ordre du jour|AGENDA|Agenda|PROGRAMME|Programme|PROGRAMA|Programa|ПРОГРАММА)\s)/gu;

/** The pieces of a line that has a whole agenda in it, as conversions of PDF give it; any other line as it is. */
function cut(input: readonly Line[]): readonly Line[] {
  return input.flatMap(line => {
    if (line.text.length < LONG) return [line];
    const times = rangesIn(line.text);
    if (times.length < MANY) return [line];
    const starts = new Set([0, ...times.map(({ from }) => from), ...daySpansIn(line.text)]);
    const first = Math.min(...[...starts].filter(at => at > 0));
    for (const { index } of line.text.matchAll(INNER()))
      if (index > first && !isLabelOnly(line.text, index)) starts.add(index);
    for (const { index } of line.text.matchAll(STATUS)) if (index < first) starts.add(index);
    for (const { from, to, last } of datesIn(line.text.slice(0, first)))
      if (last !== undefined && to < first) starts.add(from).add(to);
    const order = [...starts].sort((a, b) => a - b);
    return order.flatMap((from, i) => {
      const end = order[i + 1] ?? line.text.length;
      const text = line.text.slice(from, end).replace(/^[\s,–—-]+|[\s–—-]+$/g, '');
      if (text === '') return [];
      // A dash for an end that is not written goes with its time.
      const shown = timeAtStart(line.text.slice(from, end)) === undefined ? text : line.text.slice(from, end).trim();
      const isDay = dayHeading(shown) !== undefined;
      return [{ ...line, text: shown, isApart: true, kind: isDay ? ('heading' as const) : line.kind }];
    });
  });
}

/** True where a word with a colon is no label of people or rooms. */
function isLabelOnly(text: string, at: number): boolean {
  const piece = text.slice(at, at + 60);
  return wordWithColon().test(piece) && !/^(?:Session|Panel)\s/.test(piece) && labelOf(piece) === undefined;
}

/** What may be a part of a time or of a day that conversions put on several lines. */
const FRAGMENT = lazyRegExp(
  '^(?:\\d{1,2}(?:[:.h]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\.?|h)?\\s*[-–—]?|[-–—]|\\p{L}{3,12}\\s?,)$',
  'iu',
);

/** The lines with times and days put together that stand on several: `10`, `–`, `11 AM`; `Monday,`, `6 July`. */
function joined(lines: readonly Line[]): readonly Line[] {
  const all: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const together = FRAGMENT().test(line.text) && line.column === undefined ? runFrom(lines, at) : undefined;
    all.push(together?.line ?? line);
    at += together === undefined ? 0 : together.count - 1;
  }
  return all;
}

function runFrom(lines: readonly Line[], at: number): { readonly line: Line; readonly count: number } | undefined {
  for (const count of [3, 2]) {
    const run = lines.slice(at, at + count);
    if (run.length < count || run.some(({ column }) => column !== undefined)) continue;
    const text = run.map(line => line.text).join(' ');
    if (text.length > 60) continue;
    const time = timeAtStart(text);
    const isTime =
      time?.end !== undefined && time.rest >= text.length && timeAtStart(run[0]?.text ?? '')?.end === undefined;
    const isDay = /,$/.test(run[0]?.text ?? '') && count === 2 && dayHeading(text)?.date !== undefined;
    if (!isTime && !isDay) continue;
    const [first, last] = [run[0] as Line, run[count - 1] as Line];
    return {
      line: { ...first, text, span: [first.span[0], last.span[1]], blocks: run.flatMap(({ blocks }) => blocks) },
      count,
    };
  }
  return undefined;
}
