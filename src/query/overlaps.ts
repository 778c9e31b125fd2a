import type { Agenda } from '../model/agenda.js';
import type { Minutes } from '../model/time.js';
import { type Entry, entries } from './entries.js';
import { cast } from './walk.js';

/** What an overlap means, gravest first. */
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

/** Two sessions that take place at once; or, of `outside-parent`, a session and the part that sticks out of it. */
export interface Overlap {
  readonly kinds: readonly OverlapKind[];
  /** The earlier, or the one that is first in the file. */
  readonly a: Entry;
  readonly b: Entry;
  /** Local minutes since 1970-01-01, as of an entry: what they share, or what sticks out. */
  readonly start: Minutes;
  readonly end: Minutes;
  /** Ids of the rooms and people that both have; a clash only where the rooms are not shared. */
  readonly rooms: readonly string[];
  readonly people: readonly string[];
  /** True when one of the two is tentative. */
  readonly tentative: boolean;
}

/** A session without parts, with what it takes from the sessions around it. */
interface Leaf {
  readonly entry: Entry;
  readonly order: number;
  readonly start: Minutes;
  readonly end: Minutes;
  readonly people: ReadonlySet<string>;
  readonly plenary: boolean;
}

const PLENARY = new Set(['plenary', 'opening', 'closing', 'keynote']);
const BY_DESIGN = new Set(['side-event', 'social', 'registration']);

const found = new WeakMap<Agenda, readonly Overlap[]>();

/**
 * Every overlap between sessions without parts, and every part outside its session; those of cancelled sessions apart.
 * In the order of the earlier session. O(n log n + pairs); worked out once an agenda.
 */
export function overlaps(agenda: Agenda): readonly Overlap[] {
  let list = found.get(agenda);
  if (list === undefined) {
    const all = entries(agenda).filter(({ status }) => status !== 'cancelled');
    list = [...pairs(agenda, leaves(all)), ...all.flatMap(outside)].sort(
      (x, y) => x.a.start - y.a.start || x.b.start - y.b.start,
    );
    found.set(agenda, list);
  }
  return list;
}

/** The end for the sake of overlaps: a session without announced end is its first minute; one that ends before it starts, nothing. */
function endOf({ start, end = start + 1 }: Entry): Minutes {
  return end;
}

function leaves(all: readonly Entry[]): Leaf[] {
  const inherited = new Map<Entry, ReadonlySet<string>>();
  const listed = new Map<Entry, Set<string>>();
  const own = (entry: Entry) => [...cast(entry.session, entry.path)].map(({ appearance }) => appearance.person);
  // Bottom up: who is listed on a part, at any depth. Top down: who comes from above and is listed on no part.
  for (const entry of [...all].reverse()) {
    const inParts = entry.parts.flatMap(part => [...(listed.get(part) ?? [])]);
    listed.set(entry, new Set([...own(entry), ...inParts]));
  }
  return all.flatMap((entry, order) => {
    const people = new Set([...own(entry), ...(entry.parent ? (inherited.get(entry.parent) ?? []) : [])]);
    const parts = entry.parts.filter(part => part.status !== 'cancelled');
    if (parts.length > 0) {
      const inParts = new Set(parts.flatMap(part => [...(listed.get(part) ?? [])]));
      inherited.set(entry, new Set([...people].filter(id => !inParts.has(id))));
      return [];
    }
    const end = endOf(entry);
    return end > entry.start ? [{ entry, order, start: entry.start, end, people, plenary: isPlenary(entry) }] : [];
  });
}

function isPlenary(entry: Entry): boolean {
  return PLENARY.has(entry.session.type) || (entry.parent !== undefined && isPlenary(entry.parent));
}

/** Sweeps over the starts; a session leaves the field when it has ended. */
function* pairs(agenda: Agenda, all: readonly Leaf[]): Generator<Overlap> {
  const shared = new Set(agenda.rooms.filter(room => room.shared).map(room => room.id));
  let running: Leaf[] = [];
  for (const leaf of [...all].sort((a, b) => a.start - b.start || a.order - b.order)) {
    running = running.filter(other => other.end > leaf.start);
    for (const other of running) {
      const overlap = judge(other, leaf, shared);
      if (overlap !== undefined) yield overlap;
    }
    running.push(leaf);
  }
}

function judge(a: Leaf, b: Leaf, shared: ReadonlySet<string>): Overlap | undefined {
  const types = [a.entry.session.type, b.entry.session.type];
  const breaks = types.filter(type => type === 'break').length;
  if (breaks === 2) return undefined;
  const rooms = a.entry.rooms.filter(room => !shared.has(room) && b.entry.rooms.includes(room));
  const people = [...a.people].filter(id => b.people.has(id));
  const registration = types.includes('registration');
  const byDesign = breaks === 1 && types.some(type => BY_DESIGN.has(type));
  const kinds: OverlapKind[] = [];
  if (rooms.length > 0) kinds.push('room-clash');
  if (people.length > 0) kinds.push('person-clash');
  if (byDesign) kinds.push('during-break');
  else if (!registration) {
    if (breaks === 1) kinds.push('break-overlap');
    else kinds.push(a.plenary || b.plenary ? 'plenary-overlap' : 'parallel');
  }
  if (kinds.length === 0) return undefined;
  return { ...pair(a.entry, b.entry), kinds, start: b.start, end: Math.min(a.end, b.end), rooms, people };
}

/** What sticks out of a session at either end; a session without announced end holds all that starts after it does. */
function outside(part: Entry): Overlap[] {
  const { parent } = part;
  if (parent === undefined) return [];
  const end = endOf(part);
  if (end <= part.start || (parent.end !== undefined && parent.end <= parent.start)) return [];
  const limit = parent.end ?? Number.POSITIVE_INFINITY;
  const early = part.start < parent.start;
  const late = end > limit;
  if (!early && !late) return [];
  const from = early ? part.start : Math.max(part.start, limit);
  const to = late ? end : Math.min(end, parent.start);
  return [{ ...pair(parent, part), kinds: ['outside-parent'], start: from, end: to, rooms: [], people: [] }];
}

function pair(a: Entry, b: Entry): Pick<Overlap, 'a' | 'b' | 'tentative'> {
  return { a, b, tentative: a.status === 'tentative' || b.status === 'tentative' };
}
