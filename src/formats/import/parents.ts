import type { Session } from '../../model/agenda.js';
import { dayNumber, type IsoDate } from '../../model/date.js';
import { DAY, type Interval, isClock, type SessionTime } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import type { Issues, Span } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';

/** What a flat source says of when a session is, and of what it is a part. */
export interface FlatSession {
  readonly session: Pick<Session, 'id' | 'title'>;
  readonly date: IsoDate;
  /** Minutes from midnight of `date`, or a word for it; absent when the source's could not be read. */
  readonly time?: SessionTime;
  /** The index of the session that it is a part of. */
  readonly parent?: number;
  /** What a message about the session points to. */
  readonly span: Span;
}

/** A session in the tree of parts. */
export interface TreePosition {
  /** The index of the session that it is a part of; absent for one that is none. */
  readonly parent?: number;
  /** The date of the day that it belongs to: its own, or that of the outermost session around it. */
  readonly date: IsoDate;
  /** Its time in minutes from midnight of that date, or a word for it. */
  readonly time?: SessionTime | undefined;
}

/**
 * Where each session of a flat source is among the parts of others. A parent is left out and reported where it makes a
 * circle, goes too deep, or would have its part begin or end on a day that no time of an agenda can name.
 */
export function treeOf(sessions: readonly FlatSession[], issues: Issues): readonly TreePosition[] {
  const placed: (TreePosition & { readonly depth: number })[] = [];
  const place = (i: number, isCut = false): void => {
    const { date, time, parent } = sessions[i] as FlatSession;
    const alone = { date, time, depth: 0 };
    const above = parent === undefined || isCut ? undefined : placed[parent];
    if (parent === undefined || above === undefined) {
      placed[i] = alone;
      return;
    }
    const shown = time && onDay(time, date, above.date);
    if (above.depth === LIMITS.importedParts) {
      placed[i] = alone;
      report(i, `is a part of parts that are ${LIMITS.importedParts} deep`, 'put it under a session further up');
    } else if (shown === 'never') {
      placed[i] = alone;
      report(i, `is on ${date}, but its session is on ${above.date}`, 'write a date that its session reaches');
    } else placed[i] = { parent, date: above.date, time: shown, depth: above.depth + 1 };
  };
  const report = (i: number, problem: string, hint: string): void => {
    const { parent = i, span } = sessions[i] as FlatSession;
    const other = sessions[parent];
    const related =
      other === undefined || parent === i ? {} : { related: [{ at: { span: other.span }, message: 'its parent' }] };
    const message = `${nameOf(sessions[i])} ${problem}: it is read as a session of its own`;
    issues.add('wrong-type', { span }, message, { hint, ...related });
  };
  for (const i of sessions.keys()) {
    // From the session up to one that is placed; it is placed after the one it is a part of.
    const chain = new Set<number>();
    let at: number | undefined = i;
    while (at !== undefined && placed[at] === undefined && !chain.has(at)) {
      chain.add(at);
      at = sessions[at]?.parent;
    }
    if (at !== undefined && chain.has(at)) {
      const parent = sessions[at]?.parent;
      const problem =
        parent === at
          ? 'is a part of itself'
          : `is a part of ${nameOf(sessions[parent ?? at])}, which is in turn within it`;
      place(at, true);
      report(at, problem, 'name another session that it is a part of, or none');
    }
    for (const one of [...chain].reverse()) if (placed[one] === undefined) place(one);
  }
  return placed;
}

function nameOf(one: FlatSession | undefined): string {
  return quote(Object.values(one?.session.title ?? {})[0] ?? one?.session.id ?? '');
}

/** True for a time that an agenda can hold: it begins on its day or the next, and ends by the end of the next. */
function isWritable({ start, end = start }: Interval): boolean {
  return start >= 0 && start < 2 * DAY && end >= 0 && end <= 2 * DAY;
}

/**
 * A time of one date in minutes from midnight of another; `never` where an agenda cannot hold it. A word is of its day: it
 * goes with a session that begins after the midnight of that day, and with none of the day before.
 */
function onDay(time: SessionTime, from: IsoDate, to: IsoDate): SessionTime | 'never' {
  if (!isClock(time)) return from <= to ? time : 'never';
  const shown = shifted(time, from, to);
  return isWritable(shown) ? shown : 'never';
}

/** A time of one date in minutes from midnight of another. */
function shifted(time: Interval, from: IsoDate, to: IsoDate): Interval {
  if (from === to) return time;
  const { start, end } = time;
  const by = ((dayNumber(from) ?? 0) - (dayNumber(to) ?? 0)) * DAY;
  return { start: start + by, ...(end === undefined ? {} : { end: end + by }) };
}
