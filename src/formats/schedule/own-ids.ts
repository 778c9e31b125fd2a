import { guidOf } from './guids.js';
import type { SourceEvent } from './source.js';

/** The ids in a schedule that idm wrote, whose GUIDs were made of them. */
export interface OwnIds {
  /** The id of the agenda, of which the acronym is another form. */
  readonly agenda: string;
  /** The id of a session by the end of its slug and its GUID; undefined where they don't belong together. */
  session(slug: string, guid: string): string | undefined;
}

/** Recovers the ids that a schedule of idm was made of; undefined where no GUID of an event is one of idm. */
export function ownIds(acronym: string, events: readonly SourceEvent[]): OwnIds | undefined {
  const plain = acronym.replace(/_+$/, '');
  const agendas = new Set([acronym, plain, plain.replaceAll('_', '-')]);
  for (const { slug, guid } of events.slice(0, TRIED)) {
    const end = slug?.value.replace(/^[^-]*-\d+-/, '') ?? '';
    for (const agenda of agendas) {
      const session = sessionOf(agenda);
      if (guid !== undefined && session(end, guid.value) !== undefined) return { agenda, session };
    }
  }
  return undefined;
}

/** Events that are tried for the id of the agenda. */
const TRIED = 5;

/** A slug is padded with zeros to three characters, and ends with a letter or digit: the id may end with more. */
function sessionOf(agenda: string): OwnIds['session'] {
  return (slug, guid) => {
    const padded = /^0{0,2}/.exec(slug)?.[0].length ?? 0;
    for (let zeros = 0; zeros <= padded; zeros++) {
      const id = ENDS.map(end => slug.slice(zeros) + end).find(one => guidOf(agenda, 'session', one) === guid);
      if (id !== undefined) return id;
    }
    return undefined;
  };
}

/** Ends of ids that a slug loses. */
const ENDS = ['', '_', '-', '__', '--', '_-', '-_'];
