import type { Agenda } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { clock, type Minutes } from '../model/time.js';
import { instant, type Occurrence } from '../model/zone.js';
import { entries } from './entries.js';

/** A start or an end that the clocks of its day do not show once. */
export interface OddTime {
  readonly path: Path;
  readonly date: IsoDate;
  /** As the clock would show it. */
  readonly at: string;
  readonly minutes: number;
  readonly occurs: Occurrence;
}

const known = new WeakMap<Agenda, readonly OddTime[]>();

/**
 * The starts and ends of sessions that occur twice, or never, on their day. An end is judged by the minute before it:
 * a session until the very moment of a change of clocks has an end like any other. Worked out once an agenda.
 */
export function oddTimes(agenda: Agenda, occurs: Occurrence): readonly OddTime[] {
  let list = known.get(agenda);
  if (list === undefined) {
    list = [...odd(agenda)];
    known.set(agenda, list);
  }
  return list.filter(one => one.occurs === occurs);
}

function* odd(agenda: Agenda): Generator<OddTime> {
  // Sessions begin and end together, so that few times are looked up.
  const looked = new Map<Minutes, Occurrence>();
  for (const { path, date, time, start: absolute } of entries(agenda)) {
    const occurrence = (minutes: Minutes) => {
      const key = absolute - time.start + minutes;
      const found = looked.get(key) ?? instant(date, minutes, agenda.timezone).occurs;
      looked.set(key, found);
      return found;
    };
    const { start, end } = time;
    const starts = occurrence(start);
    const at = [...path, 'time'];
    if (starts !== 'once') yield { path: at, date, at: clock(start), minutes: start, occurs: starts };
    if (end === undefined || end <= start) continue;
    const ends = occurrence(end - 1);
    if (ends !== 'once') yield { path: at, date, at: clock(end), minutes: end, occurs: ends };
  }
}
