import { dayIn, wordsOf, zoneIn } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { timeOf } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import { type Canvas, hangingIndent, readableWidth } from './canvas.js';
import { minutesIn } from './labels.js';
import { bySession, type Conflict, moments } from './tsv.js';

/** `idm conflicts` on a terminal: a block for each conflict, with both sessions, their times, and the rooms and people of both. */
export function conflictPage(conflicts: readonly Conflict[], presentation: Presentation, canvas: Canvas): string {
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const byId = bySession(presentation);
  const { both: common, colon } = wordsOf(presentation);
  const blocks = conflicts.map(({ rule, severity, clash }) => {
    const both = clash.sessions.map(id => byId.get(id));
    const day = both[1];
    const what = [
      ...clash.rooms.map(id => presentation.text(presentation.room(id).name)),
      ...clash.people.map(id => presentation.text(presentation.person(id).name)),
    ];
    const heading = [
      `${colors[severity](severity)} ${colors.bold(rule)}`,
      ...(day === undefined ? [] : [dayIn(day.day, day.date, presentation)]),
      `${moments(clash, day, presentation).join('-')} (${minutesIn(clash.minutes, presentation)})`,
    ].join('  ');
    const sessions = both.flatMap((entry, i) => {
      const lead = `  ${entry === undefined ? '' : timeOf(entry, presentation)}  `;
      const title = entry === undefined ? '' : `${presentation.text(titleOf(entry.session))} `;
      return hangingIndent(lead, `${title}(${clash.sessions[i]})`, width, colors.mark);
    });
    return [
      heading,
      ...sessions,
      ...(what.length === 0 ? [] : hangingIndent(`  ${common}${colon}`, what.join(', '), width, colors.dim)),
    ];
  });
  const zone =
    presentation.zone === presentation.agenda.timezone ? [] : [colors.dim(zoneIn(presentation.zone, presentation)), ''];
  return conflicts.length === 0 ? '' : `${[...zone, blocks.map(block => block.join('\n')).join('\n\n')].join('\n')}\n`;
}
