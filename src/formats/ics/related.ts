import type { Text } from '../../model/localized.js';
import type { ImportedSession } from '../import/sessions.js';
import { all, parameter, textOf } from './components.js';
import { withoutPartOf } from './own-calendar.js';
import type { Event } from './series.js';

/** A session of an occurrence, with what tells its parent. */
export interface Placed {
  readonly imported: ImportedSession;
  readonly event: Event;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The parts of events (RELATED-TO, RFC 5545 §3.8.4.5): each under the occurrence of its parent that holds its time, the
 * one that ends last where several do. In our own calendars, where none does, under the first.
 */
export function withParents(occurrences: readonly Placed[], own: boolean): readonly ImportedSession[] {
  const byUid = new Map<string, number[]>();
  for (const [i, { event }] of occurrences.entries()) {
    const list = byUid.get(event.uid);
    if (list === undefined) byUid.set(event.uid, [i]);
    else list.push(i);
  }
  const holders = new Map<string, Holders>();
  return occurrences.map(({ imported, event, startMs, endMs }) => {
    const relation = all(event.component, 'related-to').find(property =>
      /^parent$/i.test(parameter(property, 'reltype') ?? 'parent'),
    );
    const uid = textOf(relation) ?? '\0';
    const candidates = byUid.get(uid);
    if (candidates === undefined) return imported;
    const holds = holders.get(uid) ?? holdersOf(candidates, occurrences);
    holders.set(uid, holds);
    const parent = holds(startMs, endMs) ?? (own ? candidates[0] : undefined);
    const of = parent === undefined ? undefined : occurrences[parent]?.imported;
    return parent === undefined || of === undefined
      ? imported
      : { ...imported, session: own ? withoutParent(imported.session, of.session.title) : imported.session, parent };
  });
}

/** Finds the occurrence that holds a time (epoch milliseconds), the one that ends last where several do. */
type Holders = (startMs: number, endMs: number) => number | undefined;

function holdersOf(candidates: readonly number[], occurrences: readonly Placed[]): Holders {
  const at = (i: number) => occurrences[i] as Placed;
  const sorted = [...candidates].sort((a, b) => at(a).startMs - at(b).startMs);
  /** Of each and those before it, the one that ends last. */
  const longest: number[] = [];
  for (const one of sorted) {
    const before = longest.at(-1) ?? one;
    longest.push(at(one).endMs > at(before).endMs ? one : before);
  }
  return (startMs, endMs) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(sorted[middle] as number).startMs <= startMs) low = middle + 1;
      else high = middle;
    }
    const found = longest[low - 1];
    return found !== undefined && at(found).endMs >= endMs ? found : undefined;
  };
}

function withoutParent(
  { description, ...session }: ImportedSession['session'],
  title: Text,
): ImportedSession['session'] {
  const rest = withoutPartOf(description ?? {}, title);
  return Object.keys(rest).length === 0 ? session : { ...session, description: rest };
}
