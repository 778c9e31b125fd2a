import type { Agenda, Room } from '../model/agenda.js';
import { spellings } from '../model/localized.js';
import { fold, nameKey } from '../text/fold.js';
import type { Cell } from './cells.js';
import type { SessionState, Snapshot } from './snapshot.js';

/** Ids of the old side by those of the new one, for what has another id in new. */
export type Renames = ReadonlyMap<string, string>;

/** People of the same name: each the only one left that has it. */
export function matchPeople(old: Agenda, now: Agenda): Renames {
  return byNames(old.people, now.people, ({ name }) =>
    spellings(name)
      .map(text => nameKey(text))
      .filter(key => key !== ''),
  );
}

/** Rooms that have a name in common. */
export function matchRooms(old: Agenda, now: Agenda): Renames {
  return byNames(old.rooms, now.rooms, ({ name }: Room) => Object.values(name).map(fold));
}

function byNames<T extends { readonly id: string }>(
  old: readonly T[],
  now: readonly T[],
  keys: (one: T) => readonly string[],
): Renames {
  const [oldIds, newIds] = [old, now].map(list => new Set(list.map(({ id }) => id)));
  const gone = old.filter(({ id }) => !newIds?.has(id));
  const added = now.filter(({ id }) => !oldIds?.has(id));
  return new Map(uniquePairs(gone, added, keys).map(([before, after]) => [after.id, before.id]));
}

/** What tells that two sessions are one under two ids; each list of evidence is enough by itself. */
const EVIDENCE: readonly (readonly Clue[])[] = [
  ['people', 'start', 'rooms'],
  ['some people'],
  ['start'],
  ['some rooms', 'date'],
];

/** What starts with `some` must be there, and so must a start and a date. */
type Clue = 'people' | 'some people' | 'rooms' | 'some rooms' | 'start' | 'date';

/**
 * The sessions that have another id in new: of those that are left over on both sides, the ones with the same title and the
 * same people, or start, or room on the same day; or with the same people, start and room, whatever the title. What two
 * could be is neither. Both sides have the names of new for people and rooms.
 */
export function matchSessions(old: Snapshot, now: Snapshot): Renames {
  const gone = [...old.sessions.values()].filter(({ key }) => !now.sessions.has(key));
  const added = [...now.sessions.values()].filter(({ key }) => !old.sessions.has(key));
  const found = new Map<string, string>();
  const taken = new Set<string>();
  if (gone.length === 0 || added.length === 0) return found;
  const keep = (pairs: readonly (readonly [SessionState, SessionState])[]) => {
    for (const [before, after] of pairs) {
      if (taken.has(before.key) || found.has(after.key)) continue;
      taken.add(before.key);
      found.set(after.key, before.key);
    }
  };
  for (const clues of EVIDENCE) {
    keep(
      uniquePairs(gone, added, state => {
        const known = clues.map(clue => clueOf(state, clue));
        if (known.includes(undefined)) return [];
        return titles(state).map(title => JSON.stringify([title, ...known]));
      }),
    );
  }
  keep(
    uniquePairs(gone, added, state => {
      const known = (['some people', 'start', 'some rooms'] as const).map(clue => clueOf(state, clue));
      return known.includes(undefined) ? [] : [JSON.stringify(known)];
    }),
  );
  return found;
}

function titles({ session }: SessionState): readonly string[] {
  return Object.values(session.title)
    .map(fold)
    .filter(title => title !== '');
}

/** A clue of a session; undefined where it must be there and is not. */
function clueOf({ cells }: SessionState, clue: Clue): string | undefined {
  const people = `${listed(cells.get('moderators'))}|${listed(cells.get('speakers'))}`;
  const rooms = listed(cells.get('rooms'));
  const start = cells.get('start');
  const time = cells.get('time');
  switch (clue) {
    case 'people':
      return people;
    case 'some people':
      return people === '|' ? undefined : people;
    case 'rooms':
      return rooms;
    case 'some rooms':
      return rooms === '' ? undefined : rooms;
    case 'start':
      if (time !== undefined) return `${cells.get('date')?.value} ${time.value}`;
      return start && String(Date.parse(String(start.value)));
    case 'date':
      return cells.get('date')?.value as string | undefined;
  }
}

function listed(cell: Cell | undefined): string {
  return cell === undefined ? '' : [...(cell.value as readonly string[])].sort().join(',');
}

/** The pairs of which each is the only one of the other side that it has a key in common with. */
function uniquePairs<T>(
  old: readonly T[],
  now: readonly T[],
  keys: (one: T) => readonly string[],
): (readonly [T, T])[] {
  const byKey = new Map<string, { readonly old: Set<T>; readonly now: Set<T> }>();
  const note = (list: readonly T[], side: 'old' | 'now') => {
    for (const one of list) {
      for (const key of keys(one)) {
        const at = byKey.get(key) ?? { old: new Set(), now: new Set() };
        at[side].add(one);
        byKey.set(key, at);
      }
    }
  };
  note(old, 'old');
  note(now, 'now');
  const partners = new Map<T, Set<T>>();
  const meet = (one: T, others: ReadonlySet<T>) => {
    const all = partners.get(one) ?? new Set();
    for (const other of others) {
      // Two are as good as many: neither is the only one.
      if (all.size > 1) break;
      all.add(other);
    }
    partners.set(one, all);
  };
  for (const at of byKey.values()) {
    for (const one of at.old) meet(one, at.now);
    for (const one of at.now) meet(one, at.old);
  }
  return old.flatMap(one => {
    const [only, ...more] = partners.get(one) ?? [];
    if (only === undefined || more.length > 0 || partners.get(only)?.size !== 1) return [];
    return [[one, only] as const];
  });
}
