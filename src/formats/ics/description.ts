import type { Entry } from '../../query/entries.js';
import type { Lens } from '../../query/lens.js';
import { titleOf } from '../../query/lookup.js';
import { castLine, listed, roleOf } from '../../query/naming.js';
import { cast } from '../../query/walk.js';

/** All that is to be read about a session: subtitle, people, description, and what it is a part of; empty lines between. */
export function description(entry: Entry, lens: Lens): string {
  const { session, path, parent } = entry;
  const people = [...cast(session, path)].map(
    ({ appearance, as }) => `${roleOf(appearance, as, lens)}: ${castLine(appearance, lens)}`,
  );
  const blocks = [
    lens.text(session.subtitle),
    people.join('\n'),
    lens.text(session.description),
    parent ? `Part of: ${lens.text(titleOf(parent.session))}` : '',
  ];
  return listed(blocks, '\n\n');
}
