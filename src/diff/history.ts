import type { Agenda } from '../model/agenda.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { type Comparison, compare, isSame, SESSION_CHANGES, type SessionChangeKind } from './compare.js';

/** A version of an agenda, with whatever tells which. */
export interface Version<Told> {
  readonly told: Told;
  readonly agenda: Agenda;
}

/** A version that changed something that a reader sees. */
export interface HistoryEntry<Told> extends Version<Told> {
  /** With the version before; of the first one, with an agenda that has nothing. */
  readonly comparison: Comparison;
}

/**
 * Of versions from the newest to the oldest, those that a reader sees a change in, the first one among them. Two versions
 * are held at a time.
 */
export async function* history<Told>(
  newestFirst: AsyncIterable<Version<Told>>,
  zones: TimeZones = timeZones(),
): AsyncGenerator<HistoryEntry<Told>> {
  let newer: Version<Told> | undefined;
  for await (const version of newestFirst) {
    if (newer !== undefined) {
      const comparison = compare(version.agenda, newer.agenda, zones);
      if (!isSame(comparison)) yield { ...newer, comparison };
    }
    newer = version;
  }
  if (newer !== undefined) yield { ...newer, comparison: compare(nothing(newer.agenda), newer.agenda, zones) };
}

/** An agenda that has nothing, in the zone and the language of another. */
function nothing({ timezone, language }: Agenda): Agenda {
  return {
    ...(language !== undefined && { language }),
    ...{ id: '', title: {}, timezone, links: [], room: [], rooms: [], people: [], days: [], lint: {} },
  };
}

/** How many sessions each kind of change happened to. */
export type ChangeCounts = Readonly<Record<SessionChangeKind, number>>;

/** Counts the sessions of a comparison by what happened to them. */
export function changeCounts({ sessions }: Comparison): ChangeCounts {
  const counts = Object.fromEntries(SESSION_CHANGES.map(kind => [kind, 0])) as Record<SessionChangeKind, number>;
  for (const { change } of sessions) counts[change]++;
  return counts;
}
