import type { Agenda } from '../model/agenda.js';
import { dateOf } from '../model/date.js';
import type { Clash, Severity } from '../model/diagnostic.js';
import { clock, DAY, type Minutes } from '../model/time.js';
import { instants, isoInstant, type TimeZone, type TimeZones } from '../model/zone.js';
import { type Overlap, type OverlapKind, overlaps } from '../query/overlaps.js';
import type { Finding } from './rule.js';

/** Makes the findings of a rule about overlaps: at the time of the later session, related to the earlier one. */
export function* overlapFindings(
  agenda: Agenda,
  zones: TimeZones,
  kind: OverlapKind,
  describe: (overlap: Overlap) => { readonly message: string; readonly hint?: string; readonly severity?: Severity },
): Generator<Finding> {
  const zone = zones.get(agenda.timezone);
  for (const overlap of overlaps(agenda, { parallel: kind === 'parallel' })) {
    if (!overlap.kinds.includes(kind)) continue;
    yield {
      at: [...overlap.b.path, 'time'],
      related: [{ at: overlap.a.path, message: kind === 'outside-parent' ? 'its session' : 'the other session' }],
      tentative: overlap.tentative,
      clash: clashOf(overlap, zone),
      ...describe(overlap),
    };
  }
}

/** Converts an overlap to data: ISO 8601 instants with offset, minutes of real time, ids of the common rooms and people. */
function clashOf({ a, b, start, end, rooms, people, namesakes }: Overlap, zone: TimeZone): Clash {
  const day = Math.floor(start / DAY);
  const { start: from, end: to = from } = instants(
    dateOf(day),
    { start: start - day * DAY, end: end - day * DAY },
    zone,
  );
  return {
    sessions: [a.session.id, b.session.id],
    start: isoInstant(from.ms, zone),
    end: isoInstant(to.ms, zone),
    minutes: Math.round((to.ms - from.ms) / 60_000),
    rooms,
    people: [...people, ...namesakes],
  };
}

/** Formats the time of an overlap, `10:00-10:30`, in clocks of the later session's day. */
export function span({ b, start, end }: Overlap): string {
  const midnight: Minutes = b.start - b.time.start;
  return `${clock(start - midnight)}-${clock(end - midnight, 'end')}`;
}
