import type { Agenda, Appearance, Item, Session } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { memoize } from '../text/lazy.js';

/** A session with its path. */
export interface SessionAt {
  readonly session: Session;
  readonly path: Path;
  /** Its people, moderators first, those of its items last. */
  readonly cast: readonly Cast[];
}

/** Every session with its path, in file order, also those whose time could not be read. Memoised by agenda. */
export const sessions: (agenda: Agenda) => readonly SessionAt[] = memoize(agenda => {
  const found: SessionAt[] = [];
  for (const [i, day] of agenda.days.entries()) gather(day.sessions, ['days', i], found);
  return found;
});

function gather(list: readonly Session[], above: Path, found: SessionAt[]): void {
  for (const [i, session] of list.entries()) {
    const path = [...above, 'sessions', i];
    found.push({ session, path, cast: cast(session, path) });
    gather(session.sessions, path, found);
  }
}

/** The list of a session that a person stands in. */
export type RoleKind = 'moderator' | 'speaker';

/** An appearance with its path, which is built on demand. */
export class Cast {
  readonly appearance: Appearance;
  readonly as: RoleKind;
  /** What they stand in, where that is an item of the session. */
  readonly item: Item | undefined;
  private readonly within: Path;
  private readonly index: number;

  constructor(appearance: Appearance, as: RoleKind, within: Path, index: number, item?: Item) {
    this.appearance = appearance;
    this.as = as;
    this.item = item;
    this.within = within;
    this.index = index;
  }

  get path(): Path {
    return [...this.within, `${this.as}s`, this.index];
  }
}

/** The appearances of a session with their paths: moderators, speakers, then those of its items. */
export function cast({ moderators, speakers, items }: Session, path: Path): readonly Cast[] {
  const found: Cast[] = [];
  for (let i = 0; i < moderators.length; i++) found.push(new Cast(moderators[i] as Appearance, 'moderator', path, i));
  for (let i = 0; i < speakers.length; i++) found.push(new Cast(speakers[i] as Appearance, 'speaker', path, i));
  for (const [i, item] of items.entries()) {
    const within = [...path, 'items', i];
    for (const [j, appearance] of item.speakers.entries()) found.push(new Cast(appearance, 'speaker', within, j, item));
  }
  return found;
}

/** The appearances of a session but those of its items. */
export function ownCast(session: Session, path: Path): readonly Cast[] {
  return cast(session, path).filter(({ item }) => item === undefined);
}

/** The people of a session, as listings have them: its own, then those of its items who are not among its speakers, each once. */
export function castOnce(session: Session, path: Path): readonly Cast[] {
  const all = cast(session, path);
  if (session.items.length === 0) return all;
  const speaking = new Set(session.speakers.map(({ person }) => person));
  return all.filter(({ item, appearance: { person } }) => {
    if (item === undefined) return true;
    return !speaking.has(person) && speaking.add(person);
  });
}

/** Anything with a path in the agenda. */
export interface Located {
  readonly path: Path;
}

/** The path of each person by id: an entry of `people`, or the first appearance of an inline person. Memoised by agenda. */
export const personPaths: (agenda: Agenda) => ReadonlyMap<string, Located> = memoize(places);

function places(agenda: Agenda): ReadonlyMap<string, Located> {
  const inline = new Set<string>();
  const found = new Map<string, Located>();
  for (const person of agenda.people) if (person.inline) inline.add(person.id);
  for (const { id } of agenda.people) if (!inline.has(id)) found.set(id, { path: ['people', id] });
  for (const { cast } of sessions(agenda)) {
    for (const one of cast) {
      const { person } = one.appearance;
      if (inline.has(person) && !found.has(person)) found.set(person, one);
    }
  }
  return found;
}
