import type { Agenda, Appearance, Day, Session } from '../../model/agenda.js';
import { dayNumber, type IsoDate } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import { DAY, type Interval } from '../../model/time.js';
import { quote } from '../source/faults.js';
import type { Issues, Span } from '../source/issues.js';
import type { Places } from '../source/source-map.js';
import type { Roster } from './roster.js';

/** A session as a flat source has it: with its own date, beside the others, naming its parent. */
export interface Draft {
  readonly date: IsoDate;
  /** Minutes from midnight of `date`; absent when the source's could not be read. */
  readonly time?: Interval;
  readonly session: Omit<Session, 'time' | 'sessions'>;
  /** The index of its parent among the drafts. */
  readonly parent?: number;
  /** What a message about the session points to. */
  readonly span: Span;
  /** All that stands there. */
  readonly whole: Span;
  /** The spans of what is in it, by path from the session. */
  readonly fields: readonly (readonly [path: Path, span: Span])[];
}

/** How deep parts go into parts. */
const DEEPEST = 20;

/**
 * Puts drafts together as days, each in the order of its times, parts in their sessions; notes where each comes from. A
 * parent that makes a circle, or puts a session too deep, is left out and reported.
 */
export function days(drafts: readonly Draft[], places: Places, issues: Issues): readonly Day[] {
  const parents = parentsOf(drafts, issues);
  const parts = new Map<number, number[]>();
  const tops = new Map<IsoDate, number[]>();
  for (const [i, { date }] of drafts.entries()) {
    const parent = parents[i];
    const [map, key] = parent === undefined ? [tops, date] : [parts, parent];
    const list = (map as Map<number | IsoDate, number[]>).get(key);
    if (list === undefined) (map as Map<number | IsoDate, number[]>).set(key, [i]);
    else list.push(i);
  }
  const build = (list: readonly number[], date: IsoDate, at: Path): readonly Session[] =>
    inOrder(list, drafts, date).map((i, position) => session(i, date, [...at, 'sessions', position]));
  const session = (i: number, date: IsoDate, path: Path): Session => {
    const draft = drafts[i] as Draft;
    places.put(path, draft.span, draft.whole);
    for (const [field, span] of draft.fields) places.put([...path, ...field], span);
    const time = draft.time && shifted(draft.time, draft.date, date);
    return { ...draft.session, ...(time && { time }), sessions: build(parts.get(i) ?? [], date, path) };
  };
  return [...tops.keys()].sort().map((date, i) => {
    const list = tops.get(date) ?? [];
    const first = drafts[list[0] ?? 0];
    if (first !== undefined) places.put(['days', i], first.span);
    return { date, sessions: build(list, date, ['days', i]) };
  });
}

/** The parent of each draft, those left out that make a circle or go too deep: each of these is reported. */
function parentsOf(drafts: readonly Draft[], issues: Issues): readonly (number | undefined)[] {
  const parents = drafts.map(({ parent }) => parent);
  const depths = new Map<number, number>();
  const name = (i: number) => quote(Object.values(drafts[i]?.session.title ?? {})[0] ?? drafts[i]?.session.id ?? '');
  /** Takes a draft out of its parent, and says so. */
  const cut = (i: number, problem: string, hint: string) => {
    const parent = drafts[parents[i] ?? i];
    const related =
      parent === undefined || parents[i] === i
        ? {}
        : { related: [{ at: { span: parent.span }, message: 'its parent' }] };
    issues.add(
      'wrong-type',
      { span: drafts[i]?.span ?? [0, 0] },
      `${name(i)} ${problem}: it is read as a session of its own`,
      { hint, ...related },
    );
    parents[i] = undefined;
    depths.set(i, 0);
  };
  for (const i of drafts.keys()) {
    const chain = new Set<number>();
    let at: number | undefined = i;
    while (at !== undefined && !depths.has(at) && !chain.has(at)) {
      chain.add(at);
      at = parents[at];
    }
    if (at !== undefined && chain.has(at)) {
      const parent = parents[at] ?? at;
      const problem =
        parent === at ? 'is a part of itself' : `is a part of ${name(parent)}, which is in turn within it`;
      cut(at, problem, 'name another session that it is a part of, or none');
    }
    for (const one of [...chain].reverse()) {
      if (depths.has(one)) continue;
      const parent = parents[one];
      const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
      if (depth <= DEEPEST) depths.set(one, depth);
      else cut(one, `is a part of parts that are ${DEEPEST} deep`, 'put it under a session further up');
    }
  }
  return parents;
}

function inOrder(list: readonly number[], drafts: readonly Draft[], date: IsoDate): readonly number[] {
  const start = (i: number) => {
    const draft = drafts[i];
    return draft?.time ? shifted(draft.time, draft.date, date).start : 0;
  };
  return [...list].sort((a, b) => start(a) - start(b));
}

/** A time of one date in minutes from midnight of another. */
function shifted(time: Interval, from: IsoDate, to: IsoDate): Interval {
  if (from === to) return time;
  const { start, end } = time;
  const by = ((dayNumber(from) ?? 0) - (dayNumber(to) ?? 0)) * DAY;
  return { start: start + by, ...(end === undefined ? {} : { end: end + by }) };
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
