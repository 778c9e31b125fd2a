import type { Agenda } from '../model/agenda.js';
import { DAY, type Minutes } from '../model/time.js';
import { memoize } from '../text/lazy.js';
import { endOf, isPlenary, type LeafSession, leafSessions, takingPlace } from './leaves.js';
import { namesakes } from './names.js';
import { isTimed, type ScheduledSession, type TimedSession } from './scheduled-sessions.js';

/** The kinds of overlaps, each a rule of that name, gravest first. */
export const OVERLAP_KINDS = [
  'room-clash',
  'person-clash',
  'outside-parent',
  'plenary-overlap',
  'break-overlap',
  'during-break',
  'parallel',
] as const;
export type OverlapKind = (typeof OVERLAP_KINDS)[number];

/** Two sessions at the same time; or, of `outside-parent`, a session and a part that is not inside its time. */
export interface Overlap {
  readonly kinds: readonly OverlapKind[];
  /** The session that starts earlier, or stands first in the file; of `outside-parent`, the session around the part. */
  readonly a: TimedSession;
  readonly b: TimedSession;
  /** Local minutes since 1970-01-01 of the time that both have, or of the time that is outside the session. */
  readonly start: Minutes;
  readonly end: Minutes;
  /** Ids of the rooms, those marked shared apart, and of the people that both have. */
  readonly rooms: readonly string[];
  readonly people: readonly string[];
  /** Ids of people of one name, one in each of the two: perhaps one person. Empty where the two have a person in common. */
  readonly namesakes: readonly string[];
  /** True when one of the two is plenary. */
  readonly plenary: boolean;
  /** True when one of the two is tentative. */
  readonly tentative: boolean;
}

const BY_DESIGN = new Set(['side-event', 'social', 'registration']);

export interface OverlapOptions {
  readonly parallel?: boolean;
}

/** The overlaps found by a sweep; `cut` when it left pairs out. */
interface Swept {
  readonly list: readonly Overlap[];
  readonly cut: boolean;
}

/**
 * Every overlap of sessions without parts, and every part outside its session's time, but none with a cancelled session.
 * Sessions that are merely side by side are left out unless `parallel`. Sorted by the start of `a`, then of `b`.
 * O(n log n + pairs); of more than {@link OVERLAP_LIMIT} pairs, each day gets a share. Memoised by agenda.
 */
export function overlaps(agenda: Agenda, { parallel = false }: OverlapOptions = {}): readonly Overlap[] {
  return (parallel ? everything : meaningful)(agenda).list;
}

/** True when {@link overlaps} left pairs out. */
export function overlapsAreCut(agenda: Agenda, { parallel = false }: OverlapOptions = {}): boolean {
  return (parallel ? everything : meaningful)(agenda).cut;
}

const meaningful = memoize((agenda: Agenda) => allOverlaps(agenda, false));
const everything = memoize((agenda: Agenda) => allOverlaps(agenda, true));

/** At most so many pairs of sessions at one time are looked at: a longer list is of no use to anyone. */
export const OVERLAP_LIMIT = 200_000;

/** The notice that commands print where {@link overlapsAreCut}. */
export const OVERLAPS_CUT = `only ${OVERLAP_LIMIT} pairs of sessions at one time were looked at`;

/** More sessions than the largest text that is read can have. */
const MOST_SESSIONS = 2 ** 26;

/** A pair comes up once for each room and person that both have; a sweep stops when it is this often on average. */
const TIMES = 10;

/** What an agenda says of its rooms and people that overlaps depend on. */
interface Known {
  /** Ids of the rooms that are shared. */
  readonly shared: ReadonlySet<string>;
  /** The names that several people have, by the ids of these. */
  readonly names: ReadonlyMap<string, string>;
}

function allOverlaps(agenda: Agenda, parallel: boolean): Swept {
  const known: Known = {
    shared: new Set(agenda.rooms.filter(room => room.shared).map(room => room.id)),
    names: namesakes(agenda),
  };
  const inOrder = leafSessions(agenda).toSorted((a, b) => a.start - b.start || a.order - b.order);
  const found = sweepUpTo(OVERLAP_LIMIT, inOrder, known, parallel);
  const { list, cut } = found.cut ? sweepDays(inOrder, known, parallel) : found;
  const outsiders = takingPlace(agenda).flatMap(outside);
  return { list: [...outsiders, ...list].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start), cut };
}

/** Sweeps each day by itself, from the fewest sessions that start on it to the most; what a day leaves of its share goes to the rest. */
function sweepDays(inOrder: readonly LeafSession[], known: Known, parallel: boolean): Swept {
  const list: Overlap[] = [];
  let left = OVERLAP_LIMIT;
  const days = leavesByDay(inOrder).toSorted((a, b) => a.starting - b.starting);
  for (const [i, { from, leaves }] of days.entries()) {
    const found = sweepUpTo(Math.floor(left / (days.length - i)), leaves, known, parallel, from);
    for (const overlap of found.list) list.push(overlap);
    left -= found.looked;
  }
  return { list, cut: true };
}

/** The midnight of a day in local minutes since 1970-01-01, the sessions that run on it, by start, and how many start on it. */
interface RunningOnDay {
  readonly from: Minutes;
  readonly leaves: LeafSession[];
  starting: number;
}

function leavesByDay(inOrder: readonly LeafSession[]): readonly RunningOnDay[] {
  const days = new Map<number, RunningOnDay>();
  for (const leaf of inOrder) {
    const first = Math.floor(leaf.start / DAY);
    for (let day = first; day * DAY < leaf.end; day++) {
      const running = days.get(day) ?? { from: day * DAY, leaves: [], starting: 0 };
      running.leaves.push(leaf);
      if (day === first) running.starting++;
      days.set(day, running);
    }
  }
  return [...days.values()];
}

/** Sweeps pairs whose later session starts at or after `from`, at most `limit` of them; `looked` is the number of pairs. */
function sweepUpTo(
  limit: number,
  inOrder: readonly LeafSession[],
  known: Known,
  parallel: boolean,
  from = Number.NEGATIVE_INFINITY,
): Swept & { readonly looked: number } {
  const list: Overlap[] = [];
  const judged = new Set<number>();
  let times = 0;
  const consider: Consider = (a, b) => {
    const pair = a.order * MOST_SESSIONS + b.order;
    if (++times > limit * TIMES) return false;
    if (judged.has(pair)) return true;
    if (judged.size === limit) return false;
    judged.add(pair);
    const overlap = judge(a, b, known);
    if (overlap !== undefined && (parallel || overlap.kinds[0] !== 'parallel')) list.push(overlap);
    return true;
  };
  const isForAll = ({ plenary, entry }: LeafSession) => plenary || entry.session.type === 'break';
  // Only pairs that can mean something are looked at: of one room, of one person, or with one that is for everybody.
  const whole = parallel
    ? meet(inOrder, from, () => true, consider)
    : [
        ...groups(inOrder, ({ entry }) => entry.rooms.filter(room => !known.shared.has(room))),
        ...groups(inOrder, ({ people }) => people),
        ...(known.names.size === 0 ? [] : groups(inOrder, ({ people }) => namesOf(people, known))),
      ].every(group => meet(group, from, () => true, consider)) && meet(inOrder, from, isForAll, consider);
  return { list, looked: judged.size, cut: !whole };
}

/** Groups sessions by key; groups of one are left out. */
function groups(
  leaves: readonly LeafSession[],
  keys: (leaf: LeafSession) => Iterable<string>,
): readonly (readonly LeafSession[])[] {
  const byKey = new Map<string, LeafSession[]>();
  for (const leaf of leaves) {
    for (const key of new Set(keys(leaf))) {
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [leaf]);
      else group.push(leaf);
    }
  }
  return [...byKey.values()].filter(group => group.length > 1);
}

/** Judges a pair; false stops the sweep. */
type Consider = (a: LeafSession, b: LeafSession) => boolean;

/**
 * Sweeps over the starts and passes on each pair that runs at the same time, where one of the two `counts` and the later
 * one starts at or after `from`. Returns false when `consider` stopped it.
 */
function meet(
  inOrder: readonly LeafSession[],
  from: Minutes,
  counts: (leaf: LeafSession) => boolean,
  consider: Consider,
): boolean {
  let running: LeafSession[] = [];
  let counting: LeafSession[] = [];
  for (const leaf of inOrder) {
    const isCounting = counts(leaf);
    if (leaf.start >= from) {
      counting = counting.filter(other => other.end > leaf.start);
      if (isCounting) running = running.filter(other => other.end > leaf.start);
      for (const other of isCounting ? running : counting) if (!consider(other, leaf)) return false;
    }
    if (isCounting) counting.push(leaf);
    running.push(leaf);
  }
  return true;
}

/** The names of people that others have as well. */
function namesOf(people: ReadonlySet<string>, { names }: Known): readonly string[] {
  return [...people].flatMap(id => names.get(id) ?? []);
}

/** Ids of people of one name, one in each of two sessions. */
function namesakesIn(a: LeafSession, b: LeafSession, known: Known): readonly string[] {
  if (known.names.size === 0) return [];
  const inA = new Set(namesOf(a.people, known));
  const both = new Set(namesOf(b.people, known).filter(name => inA.has(name)));
  return [...a.people, ...b.people].filter(id => both.has(known.names.get(id) ?? ''));
}

function judge(a: LeafSession, b: LeafSession, known: Known): Overlap | undefined {
  const types = [a.entry.session.type, b.entry.session.type];
  const breaks = types.filter(type => type === 'break').length;
  if (breaks === 2) return undefined;
  const rooms = [...new Set(a.entry.rooms)].filter(room => !known.shared.has(room) && b.entry.rooms.includes(room));
  const people = [...a.people].filter(id => b.people.has(id));
  const likely = people.length > 0 ? [] : namesakesIn(a, b, known);
  const registration = types.includes('registration');
  const byDesign = breaks === 1 && types.some(type => BY_DESIGN.has(type));
  const kinds: OverlapKind[] = [];
  if (rooms.length > 0) kinds.push('room-clash');
  if (people.length > 0 || likely.length > 0) kinds.push('person-clash');
  if (byDesign) kinds.push('during-break');
  else if (!registration) {
    if (breaks === 1) kinds.push('break-overlap');
    else kinds.push(a.plenary || b.plenary ? 'plenary-overlap' : 'parallel');
  }
  if (kinds.length === 0) return undefined;
  const [start, end] = [b.start, Math.min(a.end, b.end)];
  return { ...pair(a.entry, b.entry), kinds, start, end, rooms, people, namesakes: likely };
}

/** The time of a part before its session starts or after it ends; a session without announced end has no end to exceed. */
function outside(part: ScheduledSession): Overlap[] {
  const { parent } = part;
  if (parent === undefined || !isTimed(part) || !isTimed(parent)) return [];
  const end = endOf(part);
  if (end <= part.start || (parent.end !== undefined && parent.end <= parent.start)) return [];
  const limit = parent.end ?? Number.POSITIVE_INFINITY;
  const early = part.start < parent.start;
  const late = end > limit;
  if (!early && !late) return [];
  const from = early ? part.start : Math.max(part.start, limit);
  const to = late ? end : Math.min(end, parent.start);
  const none = { rooms: [], people: [], namesakes: [] };
  return [{ ...pair(parent, part), kinds: ['outside-parent'], start: from, end: to, ...none }];
}

function pair(a: TimedSession, b: TimedSession): Pick<Overlap, 'a' | 'b' | 'plenary' | 'tentative'> {
  return {
    a,
    b,
    plenary: isPlenary(a) || isPlenary(b),
    tentative: a.status === 'tentative' || b.status === 'tentative',
  };
}
