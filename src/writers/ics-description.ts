import { words } from '../model/fold.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { cast } from '../query/walk.js';

const LABELS = { moderator: 'Moderator', speaker: 'Speaker' } as const;

/** All that is to be read about a session: subtitle, people, description, and what it is a part of; empty lines between. */
export function description(entry: Entry, lens: Lens): string {
  const { session, path, parent } = entry;
  const people = [...cast(session, path)].map(({ appearance, as }) => {
    const { name, honorific, title, org } = lens.appearing(appearance);
    const label = lens.text(appearance.role) || LABELS[as];
    const note = lens.text(appearance.note);
    const who = [lens.text(honorific), name].filter(Boolean).join(' ');
    return `${label}: ${[who, ...office(lens.text(title), lens.text(org))].join(', ')}${note && ` (${note})`}`;
  });
  const blocks = [
    lens.text(session.subtitle),
    people.join('\n'),
    lens.text(session.description),
    parent ? `Part of: ${lens.text(titleOf(parent.session))}` : '',
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** The function, and the organisation where the function does not name it. */
function office(title: string, org: string): string[] {
  const phrase = (text: string) => ` ${words(text).join(' ')} `;
  const named = phrase(title).includes(phrase(org));
  return [title, named ? '' : org].filter(Boolean);
}
