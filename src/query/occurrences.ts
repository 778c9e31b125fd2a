import type { Agenda } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { clock, type Minutes } from '../model/time.js';
import { instant, type Occurrence } from '../model/zone.js';
import { onceOf } from '../text/lazy.js';
import { type Entry, entries } from './entries.js';

/** A start or an end that the clocks of its day do not show once. */
export interface OddTime {
  readonly path: Path;
  readonly date: IsoDate;
  /** As the clock would show it. */
  readonly at: string;
  readonly minutes: number;
  readonly occurs: Occurrence;
}

/**
 * The starts and ends of sessions that occur twice, or never, on their day. An end is so where the minute before it is
 * too: a session until the very moment of a change of clocks, as it shows before or after it, has an end like any other.
 * Worked out once an agenda.
 */
export function oddTimes(agenda: Agenda, occurs: Occurrence): readonly OddTime[] {
  return all(agenda).filter(one => one.occurs === occurs);
}

const all = onceOf((agenda: Agenda) => [...odd(agenda)]);

function* odd(agenda: Agenda): Generator<OddTime> {
  // Sessions begin and end together, so that few times are looked up.
  const looked = new Map<Minutes, Occurrence>();
  const occurrence = ({ date, time, start }: Entry, minutes: Minutes): Occurrence => {
    const absolute = start - time.start + minutes;
    const known = looked.get(absolute);
    if (known !== undefined) return known;
    const { occurs } = instant(date, minutes, agenda.timezone);
    looked.set(absolute, occurs);
    return occurs;
  };
  const oddTime = ({ path, date }: Entry, minutes: Minutes, occurs: Occurrence): OddTime => ({
    path: [...path, 'time'],
    date,
    at: clock(minutes),
    minutes,
    occurs,
  });
  for (const entry of entries(agenda)) {
    const { start, end } = entry.time;
    const starts = occurrence(entry, start);
    if (starts !== 'once') yield oddTime(entry, start, starts);
    if (end === undefined || end <= start) continue;
    const ends = occurrence(entry, end - 1);
    if (ends !== 'once' && occurrence(entry, end) === ends) yield oddTime(entry, end, ends);
  }
}
