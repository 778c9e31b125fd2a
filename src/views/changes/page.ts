import type { ClashChanges, FoundClash } from '../../diff/clashes.js';
import { punctuationIn, wordsOf } from '../../model/words.js';
import { wordDiff } from '../../text/word-diff.js';
import { block, type Canvas, hangingIndent, PLAIN_STYLE, readableWidth, type Style } from '../canvas.js';
import {
  byDayAndKind,
  dayHeading,
  type ShownComparison,
  type ShownField,
  shownAgenda,
  shownFields,
  timeShown,
  titleShown,
} from './shown.js';

/** `idm diff` on a terminal: the agenda, then each day with what is new, cancelled, removed, moved and changed, then the clashes. */
export function changesPage(shown: ShownComparison, clashes: ClashChanges, canvas: Canvas): string {
  const { words, now, comparison } = shown;
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const one = now.lang !== undefined;
  const lines = (fields: readonly ShownField[]) => fields.flatMap(field => fieldLines(field, shown, canvas));
  const head = lines(shownAgenda(shown, one));
  const days = byDayAndKind(comparison.sessions).map(({ date, kinds }) => [
    ...block(dayHeading(date, shown), width, colors.bold),
    ...kinds.flatMap(([kind, changes]) => [
      `  ${(kind === 'cancelled' || kind === 'removed' ? colors.warning : PLAIN_STYLE)(words[kind])}`,
      ...changes.flatMap(change => [
        ...hangingIndent(
          `    ${timeShown(change, shown).padEnd(13)}`,
          `${titleShown(change, shown)} (${(change.after ?? change.before)?.session.id})`,
          width,
          colors.mark,
        ),
        ...lines(shownFields(change, shown, one)),
      ]),
    ]),
  ]);
  const blocks = [
    ...(head.length === 0 ? [] : [[...block(words.agenda, width, colors.bold), ...head]]),
    ...days,
    ...clashBlocks(clashes, canvas),
  ];
  return blocks.map(lines => `${lines.join('\n')}\n`).join('\n');
}

/** The clashes, in English as their messages are. */
function clashBlocks({ came, gone }: ClashChanges, canvas: Canvas): readonly (readonly string[])[] {
  const { colors } = canvas;
  const list = (title: string, all: readonly FoundClash[], sign: string, style: (one: FoundClash) => Style) =>
    all.length === 0
      ? []
      : [
          [
            ...block(title, readableWidth(canvas), colors.bold),
            ...all.flatMap(one =>
              hangingIndent(`  ${sign} `, `${one.rule}: ${one.message}`, readableWidth(canvas), style(one)),
            ),
          ],
        ];
  return [
    ...list('Clashes that came', came, '+', ({ severity }) => colors[severity]),
    ...list('Clashes that went', gone, '-', () => colors.dim),
  ];
}

/** Columns from which on a text is long: what differs in it is marked. */
const LONG = 40;

function fieldLines(
  { label, lang, before, after, list }: ShownField,
  { words, now }: ShownComparison,
  canvas: Canvas,
): string[] {
  const name = `${label}${lang === null ? '' : ` [${lang}]`}${wordsOf(now).colon}`;
  const lines = (text: string) => hangingIndent('      ', name + text, readableWidth(canvas), PLAIN_STYLE, 8);
  if (list !== undefined) {
    const both = [...list.gone.map(one => `- ${one}`), ...list.came.map(one => `+ ${one}`)];
    return lines(
      [...both, ...(list.reordered ? [`${words.order}${wordsOf(now).colon}${after}`] : [])].join(
        punctuationIn(now).list,
      ),
    );
  }
  if (before === '') return lines(`+ ${after}`);
  if (after === '') return lines(`- ${before}`);
  return lines(Math.min(before.length, after.length) > LONG ? marked(before, after) : `${before} → ${after}`);
}

/** Words kept around a difference. */
const AROUND = 4;

/** Two long texts as one: `the [-old-] {+new+} words`, with … for what both have at some distance. */
function marked(before: string, after: string): string {
  const runs = wordDiff(before, after);
  return runs
    .map(({ kind, text }, i) => {
      if (kind === 'gone') return `[-${text.trim()}-] `;
      if (kind === 'came') return `{+${text.trim()}+} `;
      const words = text.split(/(?<=\s)/);
      const start = i === 0 ? [] : words.slice(0, AROUND);
      const end = i === runs.length - 1 ? [] : words.slice(-AROUND);
      return start.length + end.length >= words.length || words.length <= 2 * AROUND
        ? text
        : `${start.join('')}… ${end.join('')}`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
