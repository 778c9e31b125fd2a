import type { Agenda } from '../model/agenda.js';
import type { Minutes } from '../model/time.js';
import { type Entry, entries } from './entries.js';
import { cast } from './walk.js';

/** A session without parts, with what it takes from the sessions around it. */
export interface Leaf {
  readonly entry: Entry;
  readonly order: number;
  readonly start: Minutes;
  /** A minute after the start when no end is announced. */
  readonly end: Minutes;
  readonly people: ReadonlySet<string>;
  readonly plenary: boolean;
}

const PLENARY = new Set(['plenary', 'opening', 'closing', 'keynote']);

/** The end for the sake of overlaps: a session without announced end is its first minute; one that ends before it starts, nothing. */
export function endOf({ start, end = start + 1 }: Entry): Minutes {
  return end;
}

/** Every session without parts that takes place, in the order of `entries`. */
export function leaves(agenda: Agenda): readonly Leaf[] {
  return leavesOf(held(agenda));
}

/** Every session that takes place, in the order of `entries`. */
export function held(agenda: Agenda): readonly Entry[] {
  return entries(agenda).filter(({ status }) => status !== 'cancelled');
}

/** Those of some sessions that have no parts. */
export function leavesOf(all: readonly Entry[]): Leaf[] {
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

/** True for what is meant for everybody, itself or as a part. */
export function isPlenary(entry: Entry): boolean {
  return PLENARY.has(entry.session.type) || (entry.parent !== undefined && isPlenary(entry.parent));
}
