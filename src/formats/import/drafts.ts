import type { Agenda, Appearance, Day, Session } from '../../model/agenda.js';
import type { IsoDate } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import type { Issues, Span } from '../source/issues.js';
import type { Places } from '../source/source-map.js';
import { type Flat, treeOf } from './parents.js';
import type { Roster } from './roster.js';

/** A session as a flat source has it: with its own date, beside the others, naming its parent. */
export interface Draft extends Flat {
  readonly session: Omit<Session, 'time' | 'sessions'>;
  /** All that stands there. */
  readonly whole: Span;
  /** The spans of what is in it, by path from the session. */
  readonly fields: readonly (readonly [path: Path, span: Span])[];
}

/** Puts drafts together as days, each in the order of its times, parts in their sessions; notes where each comes from. */
export function days(drafts: readonly Draft[], places: Places, issues: Issues): readonly Day[] {
  const tree = treeOf(drafts, issues);
  const parts = new Map<number, number[]>();
  const tops = new Map<IsoDate, number[]>();
  for (const [i, { date, parent }] of tree.entries()) {
    if (parent === undefined) add(tops, date, i);
    else add(parts, parent, i);
  }
  const startOf = (i: number) => tree[i]?.time?.start ?? 0;
  const build = (list: readonly number[], at: Path): readonly Session[] =>
    list.toSorted((a, b) => startOf(a) - startOf(b)).map((i, position) => session(i, [...at, 'sessions', position]));
  const session = (i: number, path: Path): Session => {
    const draft = drafts[i] as Draft;
    places.put(path, draft.span, draft.whole);
    for (const [field, span] of draft.fields) places.put([...path, ...field], span);
    const time = tree[i]?.time;
    return { ...draft.session, ...(time && { time }), sessions: build(parts.get(i) ?? [], path) };
  };
  return [...tops.keys()].sort().map((date, i) => {
    const list = tops.get(date) ?? [];
    const first = drafts[list[0] ?? 0];
    if (first !== undefined) places.put(['days', i], first.span);
    return { date, sessions: build(list, ['days', i]) };
  });
}

function add<Key>(lists: Map<Key, number[]>, key: Key, i: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [i]);
  else list.push(i);
}

/** What an agenda has besides its sessions. */
export type Head = Omit<Agenda, 'room' | 'rooms' | 'people' | 'days' | 'lint'>;

/** The agenda of the sessions, rooms and people of a flat source. */
export function assembled(head: Head, drafts: readonly Draft[], names: Roster, places: Places, issues: Issues): Agenda {
  for (const [id, span] of names.places.rooms) places.put(['rooms', id], span);
  for (const [id, span] of names.places.people) places.put(['people', id], span);
  return {
    ...head,
    room: [],
    rooms: names.rooms(),
    people: names.people(),
    days: days(drafts, places, issues),
    lint: {},
  };
}

/** The appearances of people, by name and span, as the value of a field and the places of its items. */
export function appearing(
  field: 'moderators' | 'speakers',
  people: readonly (readonly [name: string, span: Span])[],
  names: Roster,
): { readonly list: readonly Appearance[]; readonly fields: Draft['fields'] } {
  return {
    list: people.map(([name, span]) => ({ person: names.person(name, span) })),
    fields: people.map(([, span], i) => [[field, i], span]),
  };
}
