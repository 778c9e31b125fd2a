import type { Agenda } from '../model/agenda.js';
import { dateOf } from '../model/date.js';
import type { Clash } from '../model/diagnostic.js';
import { clock, DAY, type Minutes } from '../model/time.js';
import { instants, isoInstant, type TimeZone } from '../model/zone.js';
import { type Overlap, type OverlapKind, overlaps } from './overlaps.js';

/** The overlaps of one kind. */
export function* clashes(agenda: Agenda, kind: OverlapKind): Generator<Overlap> {
  for (const overlap of overlaps(agenda, { parallel: kind === 'parallel' }))
    if (overlap.kinds.includes(kind)) yield overlap;
}

/** An overlap as data: instants with the agenda's offset, real minutes, the rooms and people of the clash. */
export function clashOf({ a, b, start, end, rooms, people }: Overlap, zone: TimeZone): Clash {
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
    people,
  };
}

/** `10:00-10:30` of an overlap, by the day of its later session. */
export function span({ b, start, end }: Overlap): string {
  const midnight: Minutes = b.start - b.time.start;
  return `${clock(start - midnight)}-${clock(end - midnight, 'end')}`;
}
