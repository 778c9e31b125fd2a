import { likelyZone } from '../../model/likely-zone.js';
import { formatOffset } from '../../model/zone.js';
import { zoneByName } from '../../model/zone-by-name.js';
import { ianaName } from '../../model/zone-names.js';
import { correction } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { parseTimestamp } from '../import/iso8601.js';
import type { Issues } from '../source/issues.js';
import type { SourceSchedule, SourceValue } from './source.js';

/**
 * The name of the zone of a schedule: the one it names, else `assumeTz`, also where what it names is none. Where there is
 * neither, an issue asks for it, and a zone of one offset keeps the instants right until then: the offset that all its times
 * have, else UTC.
 */
export function scheduleZone(schedule: SourceSchedule, { assumeTz }: ReadOptions, issues: Issues): string {
  const { zone, span } = schedule;
  const named = zone && zoneByName(zone.value);
  if (named !== undefined) return named;
  if (assumeTz !== undefined) return assumeTz;
  if (zone !== undefined) {
    const remedy = correction(likelyZone(zone.value), 'it wants a name such as Europe/Paris');
    issues.add('bad-timezone', { span: zone.span }, `${quote(zone.value)} is not an IANA time zone`, remedy);
  }
  const offsets = offsetsOf(schedule);
  const [only] = offsets.size === 1 ? offsets : [];
  if (zone === undefined) {
    const seen = only === undefined ? '' : ` (its times are at ${formatOffset(only)})`;
    const hint = `say which with --assume-tz, such as --assume-tz Europe/Paris${seen}`;
    issues.add('bad-timezone', { span }, 'this schedule names no time zone', hint);
  }
  return zoneOfOffset(only ?? 0);
}

/** The offsets that the times of events have, else those of days, in minutes east of UTC. */
function offsetsOf({ days, undatedEvents }: SourceSchedule): ReadonlySet<number> {
  const offsets = (list: readonly (SourceValue | undefined)[]) =>
    new Set(list.flatMap(source => (source && parseTimestamp(source.value)?.offset) ?? []));
  const events = offsets(
    [...days.flatMap(day => day.events), ...undatedEvents].map(({ date, start }) => date ?? start),
  );
  return events.size > 0 ? events : offsets(days.flatMap(({ start, end }) => [start, end]));
}

/** The zone of an offset in minutes east of UTC: `Etc/GMT-2` for 120, as its signs count westwards; UTC for half hours. */
function zoneOfOffset(offset: number): string {
  const name = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}`;
  return offset !== 0 && offset % 60 === 0 && ianaName(name) !== undefined ? name : 'UTC';
}
