import type { Transition } from '../../model/zone.js';

/** A change on the same weekday of the same month every year (RFC 5545 §3.3.10). */
export interface Rule {
  readonly month: number;
  /** Counted in the month, from 1; -1 is the last. */
  readonly week: number;
  readonly weekday: string;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DAY = 86_400_000;

/** The rule that changes of consecutive years follow, all at one local time and between the same offsets; or undefined. */
export function yearlyRule(series: readonly Transition[]): Rule | undefined {
  const [first, ...others] = series.map(place);
  if (first === undefined || others.some(other => other.kind !== first.kind)) return undefined;
  const all = [first, ...others];
  const { month, weekday, week } = first;
  if (all.every(other => other.week === week && week <= 4)) return { month, weekday, week };
  return all.every(({ last }) => last) ? { month, weekday, week: -1 } : undefined;
}

/** Where a change lies by the clock that it ends. */
function place({ at, before, after }: Transition) {
  const local = at + before * 60_000;
  const date = new Date(local);
  const month = date.getUTCMonth() + 1;
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  return {
    month,
    weekday,
    week: Math.ceil(date.getUTCDate() / 7),
    last: new Date(local + 7 * DAY).getUTCMonth() + 1 !== month,
    /** What must not differ from year to year. */
    kind: [month, weekday, date.toISOString().slice(11), before, after].join(),
  };
}
