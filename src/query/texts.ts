import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import type { Text } from '../model/text.js';
import { described } from './described.js';
import { cast, sessions } from './walk.js';

/** A text or a string of an agenda, and where it stands. */
export interface Placed<T> {
  readonly text: T;
  readonly path: Path;
  /** The name of its field. */
  readonly what: string;
}

/** Every text, in all its languages: those of the agenda, the rooms, the people, then day by day. */
export function* texts(agenda: Agenda): Generator<Placed<Text>> {
  yield* under([], agenda, ['title', 'subtitle', 'description', 'venue', 'organizer']);
  for (const room of agenda.rooms) yield* under(['rooms', room.id], room, ['name', 'floor']);
  for (const [person, path] of people(agenda)) yield* under(path, person, ['honorific', 'title', 'org', 'bio']);
  for (const [i, day] of agenda.days.entries()) yield* under(['days', i], day, ['title']);
  for (const { session, path } of sessions(agenda)) {
    yield* under(path, session, ['title', 'subtitle', 'description', 'track']);
    for (const { appearance, path: at } of cast(session, path))
      yield* under(at, appearance, ['role', 'note', 'title', 'org']);
  }
}

/** Every string that people read: each text in each language, the names and countries of people, the tags. */
export function* strings(agenda: Agenda): Generator<Placed<string>> {
  for (const { text, path, what } of texts(agenda))
    for (const [tag, string] of Object.entries(text)) yield { text: string, path: [...path, tag], what };
  for (const [person, path] of people(agenda)) yield* under(path, person, ['name', 'country']);
  for (const { session, path } of sessions(agenda))
    for (const [i, text] of session.tags.entries()) yield { text, path: [...path, 'tags', i], what: 'tag' };
}

function people(agenda: Agenda) {
  const paths = described(agenda);
  return agenda.people.map(person => [person, paths.get(person.id) ?? ['people', person.id]] as const);
}

/** The named fields of what stands at a path, those that are there. */
function* under<K extends string, H extends { readonly [field in K]?: Text | string }>(
  path: Path,
  holder: H,
  fields: readonly K[],
): Generator<Placed<H[K] & {}>> {
  for (const what of fields) {
    const text = holder[what];
    if (text !== undefined) yield { text, path: [...path, what], what };
  }
}
