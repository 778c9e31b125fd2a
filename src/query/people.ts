import type { Agenda, Appearance, Item, Person } from '../model/agenda.js';
import { spelling, spellings } from '../model/localized.js';
import { fold, queryWords, words } from '../text/fold.js';
import { distance } from '../text/nearest.js';
import { type ScheduledSession, scheduledSessions } from './scheduled-sessions.js';
import { cast, castOnce, type RoleKind, sessions } from './walk.js';

/** An appearance of a person in a session. */
export interface PersonAppearance {
  readonly entry: ScheduledSession;
  readonly appearance: Appearance;
  readonly as: RoleKind;
  /** What they stand in, where that is an item of the session. */
  readonly item: Item | undefined;
}

/** The appearances of all people by person id, in the order of `scheduledSessions`: those in items where they are in no list of the session. */
export function appearances(agenda: Agenda): ReadonlyMap<string, readonly PersonAppearance[]> {
  const found = new Map<string, PersonAppearance[]>();
  for (const entry of scheduledSessions(agenda)) {
    for (const { appearance, as, item } of castOnce(entry.session, entry.path)) {
      const list = found.get(appearance.person);
      if (list === undefined) found.set(appearance.person, [{ entry, appearance, as, item }]);
      else list.push({ entry, appearance, as, item });
    }
  }
  return found;
}

/**
 * The people that match a query, in file order: each word of it is a prefix of a word of their id, name, function or
 * organisation, in any language and script, also where the function or organisation is that of one appearance.
 */
export function findPeople(agenda: Agenda, query: string): readonly Person[] {
  const wanted = queryWords(query);
  if (wanted.length === 0) return [];
  const extra = new Map<string, string[]>();
  for (const { session, path } of sessions(agenda)) {
    for (const { appearance } of cast(session, path)) {
      if (appearance.title === undefined && appearance.org === undefined) continue;
      const own = [...spellings(appearance.title), ...spellings(appearance.org)].flatMap(words);
      const list = extra.get(appearance.person) ?? [];
      for (const word of own) list.push(word);
      extra.set(appearance.person, list);
    }
  }
  return agenda.people.filter(person => {
    const known = [person.id, person.name, person.sort, person.org, person.title]
      .flatMap(spellings)
      .flatMap(words)
      .concat(extra.get(person.id) ?? []);
    return wanted.every(word => known.some(candidate => candidate.startsWith(word)));
  });
}

/**
 * People as a list has them: those with `sort` by it, in the alphabet of the language shown, then the others in their order.
 */
export function sortedPeople<T>(
  list: readonly T[],
  personOf: (one: T) => Person,
  { lang, agenda }: { readonly lang?: string; readonly agenda: Agenda },
): readonly T[] {
  const keyed = list.filter(one => personOf(one).sort !== undefined);
  if (keyed.length === 0) return list;
  const tag = lang ?? agenda.language;
  const collator = new Intl.Collator(tag === undefined ? [] : Intl.Collator.supportedLocalesOf(tag));
  keyed.sort((a, b) => collator.compare(personOf(a).sort ?? '', personOf(b).sort ?? ''));
  return [...keyed, ...list.filter(one => personOf(one).sort === undefined)];
}

/** The names nearest to a query without matches, nearest first: at most three. */
export function nearestPeople(agenda: Agenda, query: string): readonly string[] {
  const wanted = queryWords(query).map(word => word.slice(0, 50));
  const scored = agenda.people.flatMap(person => {
    const known = [...spellings(person.name), person.id].flatMap(words);
    const edits = wanted.map(word =>
      known.reduce((least, other) => Math.min(least, distance(word, other)), Math.ceil(word.length / 2)),
    );
    const close = wanted.filter((word, i) => (edits[i] ?? 0) <= Math.max(1, Math.floor(word.length / 3)));
    return close.length > 0 && close.length * 2 > wanted.length
      ? [{ name: spelling(person.name), score: edits.reduce((a, b) => a + b, 0) }]
      : [];
  });
  const least = scored.reduce((least, { score }) => Math.min(least, score), Number.POSITIVE_INFINITY);
  return scored
    .filter(({ score }) => score <= least + 1)
    .sort((a, b) => a.score - b.score || (fold(a.name) < fold(b.name) ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
