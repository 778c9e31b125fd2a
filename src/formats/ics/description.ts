import { titleOf } from '../../query/agenda-index.js';
import { castLine, joinTexts, roleOf } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast } from '../../query/walk.js';

/** All that is to be read about a session: subtitle, people, description, and what it is a part of; empty lines between. */
export function description(entry: ScheduledSession, presentation: Presentation): string {
  const { session, path, parent } = entry;
  const people = [...cast(session, path)].map(
    ({ appearance, as }) => `${roleOf(appearance, as, presentation)}: ${castLine(appearance, presentation)}`,
  );
  const blocks = [
    presentation.text(session.subtitle),
    people.join('\n'),
    presentation.text(session.description),
    parent ? `Part of: ${presentation.text(titleOf(parent.session))}` : '',
  ];
  return joinTexts(blocks, '\n\n');
}
