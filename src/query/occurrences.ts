import type { Agenda } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { clock } from '../model/time.js';
import { instant, type Occurrence } from '../model/zone.js';
import { entries } from './entries.js';

/** A start or an end that the clocks of its day do not show once. */
export interface OddTime {
  readonly path: Path;
  readonly date: IsoDate;
  /** As the clock would show it. */
  readonly at: string;
  readonly minutes: number;
}

/**
 * The starts and ends of sessions that occur twice, or never, on their day. An end is so where the minute before it is
 * too: a session until the very moment of a change of clocks, as it shows before or after it, has an end like any other.
 */
export function* oddTimes(agenda: Agenda, occurs: Occurrence): Generator<OddTime> {
  for (const { path, date, time } of entries(agenda)) {
    const found = (minutes: number) => instant(date, minutes, agenda.timezone).occurs === occurs;
    const odd = (minutes: number): OddTime => ({ path: [...path, 'time'], date, at: clock(minutes), minutes });
    if (found(time.start)) yield odd(time.start);
    const { start, end } = time;
    if (end !== undefined && end > start && found(end - 1) && found(end)) yield odd(end);
  }
}
