import type { Agenda } from '../model/agenda.js';
import type { TimeZones } from '../model/zone.js';
import { clashes, clashOf } from '../query/clashes.js';
import type { Overlap, OverlapKind } from '../query/overlaps.js';
import type { Finding } from './rule.js';

/** The findings of a rule about overlaps: at the time of the later session, with the earlier one as the related place. */
export function* overlapFindings(
  agenda: Agenda,
  zones: TimeZones,
  kind: OverlapKind,
  describe: (overlap: Overlap) => { readonly message: string; readonly hint?: string },
): Generator<Finding> {
  const zone = zones.get(agenda.timezone);
  for (const overlap of clashes(agenda, kind)) {
    yield {
      at: [...overlap.b.path, 'time'],
      related: [{ at: overlap.a.path, message: kind === 'outside-parent' ? 'its session' : 'the other session' }],
      tentative: overlap.tentative,
      clash: clashOf(overlap, zone),
      ...describe(overlap),
    };
  }
}
