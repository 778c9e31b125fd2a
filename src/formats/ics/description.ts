import type { Text } from '../../model/localized.js';
import { wordsOf } from '../../model/words.js';
import { titleOf } from '../../query/agenda-index.js';
import { castLine, joinTexts } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast } from '../../query/walk.js';

/** The DESCRIPTION of an event, and what it is made of. */
export interface Description {
  readonly text: string;
  /** The texts of the agenda that stand in it. */
  readonly of: readonly (Text | undefined)[];
  /** True when labels stand between them, in the language of the presentation. */
  readonly isLabelled: boolean;
}

/** All that is to be read about a session: subtitle, people, description, and what it is a part of; empty lines between. */
export function description(entry: ScheduledSession, presentation: Presentation): Description {
  const { session, path, parent } = entry;
  const { text } = presentation;
  const words = wordsOf(presentation);
  const people = [...cast(session, path)].map(({ appearance, as }) => {
    const { title, org, honorific } = presentation.personOf(appearance);
    const label = text(appearance.role) || words[as];
    return {
      line: `${label}${words.colon}${castLine(appearance, presentation)}`,
      of: [appearance.role, appearance.note, honorific, title, org],
    };
  });
  const whole = parent && titleOf(parent.session);
  const blocks = [
    text(session.subtitle),
    people.map(({ line }) => line).join('\n'),
    text(session.description),
    whole ? `${words.partOf}${words.colon}${text(whole)}` : '',
  ];
  return {
    text: joinTexts(blocks, '\n\n'),
    of: [session.subtitle, session.description, whole, ...people.flatMap(({ of }) => of)],
    isLabelled: people.length > 0 || whole !== undefined,
  };
}
