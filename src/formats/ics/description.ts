import type { Appearance } from '../../model/agenda.js';
import type { Text } from '../../model/localized.js';
import { capital, wordsOf } from '../../model/words.js';
import { titleOf } from '../../query/agenda-index.js';
import { castLine, interpretationNames, itemLine, joiningLinks, joinTexts } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import { isTimed, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { ownCast } from '../../query/walk.js';
import { oneLine } from '../../text/one-line.js';
import { uriValue } from './content-lines.js';
import { BETWEEN_BLOCKS, BULLET, linkLine } from './own-details.js';

/** The DESCRIPTION of an event, and what it is made of. */
export interface Description {
  readonly text: string;
  /** The texts of the agenda that stand in it. */
  readonly of: readonly (Text | undefined)[];
  /** True when labels stand between them, in the language of the presentation. */
  readonly isLabelled: boolean;
}

/**
 * All that is to be read about a session, empty lines between: the word for its time, subtitle, people, items, description,
 * links, and a line each for who holds it, where to join by video, the interpretation, and what it is a part of.
 */
export function description(entry: ScheduledSession, presentation: Presentation): Description {
  const { session, path, parent, rooms } = entry;
  const { text } = presentation;
  const words = wordsOf(presentation);
  const textsOf = (appearance: Appearance) => {
    const { name, title, org, honorific } = presentation.personOf(appearance);
    const names = typeof name === 'string' ? [] : [name];
    return [...names, appearance.role, appearance.note, honorific, title, org];
  };
  const own = ownCast(session, path);
  const people = own.map(({ appearance, as }) => {
    const label = text(appearance.role) || words[as];
    return { line: `${label}${words.colon}${castLine(appearance, presentation)}`, of: textsOf(appearance) };
  });
  const inItems = session.items.flatMap(({ speakers }) => speakers.flatMap(textsOf));
  const whole = parent && titleOf(parent.session);
  const joining = joiningLinks(rooms, presentation);
  const labelled = (label: string, value: string) => (value === '' ? '' : `${label}${words.colon}${value}`);
  const details = [
    labelled(words.organizer, oneLine(text(session.organizer))),
    joining.map(url => labelled(words.join, uriValue(url))).join('\n'),
    labelled(words.interpretation, interpretationNames(entry, presentation)),
  ];
  const blocks = [
    isTimed(entry) ? '' : capital(words[entry.time], presentation),
    text(session.subtitle),
    people.map(({ line }) => line).join('\n'),
    session.items.map(item => `${BULLET}${oneLine(itemLine(item, presentation))}`).join('\n'),
    text(session.description),
    session.links.map(({ title, url }) => linkLine(text(title), url)).join('\n'),
    ...details,
    whole ? `${words.partOf}${words.colon}${text(whole)}` : '',
  ];
  return {
    text: joinTexts(blocks, BETWEEN_BLOCKS),
    of: [
      session.subtitle,
      session.description,
      session.organizer,
      whole,
      ...session.items.flatMap(({ title, note }) => [title, note]),
      ...session.links.map(({ title }) => title),
      ...people.flatMap(({ of }) => of),
      ...inItems,
    ],
    isLabelled:
      !isTimed(entry) ||
      people.length > 0 ||
      session.items.some(({ speakers }) => speakers.length > 0) ||
      details.some(detail => detail !== '') ||
      whole !== undefined,
  };
}
