import type { Agenda } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { clock, type Minutes } from '../model/time.js';
import { instant, type LocalTimeOccurrence, type TimeZones } from '../model/zone.js';
import { memoize } from '../text/lazy.js';
import { isTimed, scheduledSessions, type TimedSession } from './scheduled-sessions.js';

/** A start or end whose local time occurs twice or never on its day. */
export interface ClockChangeTime {
  readonly path: Path;
  readonly date: IsoDate;
  /** `02:30`, formatted by `clock`. */
  readonly at: string;
  readonly minutes: number;
  readonly occurs: LocalTimeOccurrence;
}

/**
 * The starts and ends of sessions whose local time occurs twice, or never, on its day. An end counts only if its last
 * minute does too: ending exactly at the clock change is fine. Memoised by agenda.
 */
export function clockChangeTimes(
  agenda: Agenda,
  occurs: LocalTimeOccurrence,
  zones: TimeZones,
): readonly ClockChangeTime[] {
  return all(zones)(agenda).filter(one => one.occurs === occurs);
}

const all = memoize((zones: TimeZones) => memoize((agenda: Agenda) => [...odd(agenda, zones)]));

function* odd(agenda: Agenda, zones: TimeZones): Generator<ClockChangeTime> {
  const zone = zones.get(agenda.timezone);
  // Many sessions share their times, so that few of them are looked up.
  const looked = new Map<Minutes, LocalTimeOccurrence>();
  const occurrence = ({ date, time, start }: TimedSession, minutes: Minutes): LocalTimeOccurrence => {
    const absolute = start - time.start + minutes;
    const known = looked.get(absolute);
    if (known !== undefined) return known;
    const { occurs } = instant(date, minutes, zone);
    looked.set(absolute, occurs);
    return occurs;
  };
  const oddTime = ({ path, date }: TimedSession, minutes: Minutes, occurs: LocalTimeOccurrence): ClockChangeTime => ({
    path: [...path, 'time'],
    date,
    at: clock(minutes),
    minutes,
    occurs,
  });
  for (const entry of scheduledSessions(agenda).filter(isTimed)) {
    const { start, end } = entry.time;
    const starts = occurrence(entry, start);
    if (starts !== 'once') yield oddTime(entry, start, starts);
    if (end === undefined || end <= start) continue;
    const ends = occurrence(entry, end - 1);
    if (ends !== 'once' && occurrence(entry, end) === ends) yield oddTime(entry, end, ends);
  }
}
