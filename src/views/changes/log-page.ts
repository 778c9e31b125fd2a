import { wordsOf } from '../../model/words.js';
import { escapeControlsOnLine } from '../../text/escape.js';
import { block, type Canvas, hangingIndent, readableWidth } from '../canvas.js';
import { type Commit, countsShown } from './log-lines.js';
import { byDayAndKind, type ShownComparison, timeShown, titleShown } from './shown.js';

/** Lines of a version's changes that `idm log` shows. */
const FIRST = 5;

/** A version in `idm log` on a terminal: when, which, how many changes, and the first of them. */
export function logEntry({ commit, date }: Commit, shown: ShownComparison, canvas: Canvas): string {
  const { words, comparison, now } = shown;
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const { revision } = now.agenda;
  const when = date.slice(0, 16).replace('T', ' ');
  const head = [when, ...(revision === undefined ? [] : [`${words.revision} ${revision}`])].join('  ');
  const changes = byDayAndKind(comparison.sessions).flatMap(({ kinds }) => kinds.flatMap(([, all]) => all));
  const lines = changes
    .slice(0, FIRST)
    .flatMap(change =>
      hangingIndent(
        '    ',
        `${words[change.change]}${wordsOf(now).colon}${timeShown(change, shown)} ${titleShown(change, shown)}`,
        width,
        colors.dim,
        6,
      ),
    );
  return `${[
    `${colors.bold(escapeControlsOnLine(head))}  ${colors.mark(escapeControlsOnLine(commit.slice(0, 12)))}`,
    ...block(countsShown(comparison, shown), width).map(line => `  ${line}`),
    ...lines,
    ...(changes.length > FIRST ? ['    …'] : []),
  ].join('\n')}\n\n`;
}
