import { clock, DAY, type Minutes } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import type { Issues } from '../source/issues.js';
import type { Draft } from './drafts.js';

/** Minutes of the longest session that others are parts of, and of the longest whose end is on a clock of twelve hours. */
const LONGEST = 6 * 60;

/** Judges the clocks of a document: halves of the day, ends that are not written, ends that are not after their starts. */
export function settleHours(sessions: readonly Draft[], issues: Issues): void {
  const timed = sessions.filter(({ start }) => start !== undefined);
  if (hasTwelveHours(timed)) useTwelveHours(timed, issues);
  for (const session of timed) settleEnd(session, issues);
  fillEnds(timed, issues);
}

/** True where no clock is after 12:59, none says am or pm, and some go back: `11:00 - 1:00`, or 2:00 behind 11:00. */
function hasTwelveHours(sessions: readonly Draft[]): boolean {
  const bare = sessions.filter(({ hasHalf }) => !hasHalf);
  const clocks = bare.flatMap(({ start, end }) => [start ?? 0, ...(end === undefined ? [] : [end])]);
  if (clocks.length === 0 || clocks.some(minutes => minutes >= 13 * 60 || minutes < 60)) return false;
  const turns = bare.some(({ start = 0, end }) => end !== undefined && end <= start && start >= 7 * 60 && end < 7 * 60);
  const goesBack = bare.some((session, i) => {
    const before = bare[i - 1];
    return before?.day === session.day && (before.start ?? 0) >= 8 * 60 && (session.start ?? 0) < 7 * 60;
  });
  return turns || goesBack;
}

/** Adds twelve hours to what is behind noon in the order of each day. */
function useTwelveHours(sessions: readonly Draft[], issues: Issues): void {
  const shifted: Draft[] = [];
  const latest = new Map<number, Minutes>();
  for (const session of sessions) {
    if (session.hasHalf || session.start === undefined) continue;
    const last = latest.get(session.day) ?? 0;
    const { start: written } = session;
    const isLater =
      written < 7 * 60 || (written < last && written + DAY / 2 >= last && written < DAY / 2 && last >= DAY / 2);
    const start = isLater && written + DAY / 2 < DAY ? written + DAY / 2 : written;
    session.start = start;
    if (session.end !== undefined && session.end <= start && session.end + DAY / 2 > start) session.end += DAY / 2;
    if (isLater) shifted.push(session);
    latest.set(session.day, Math.max(last, start));
  }
  const turned = sessions.filter(session => session.end !== undefined && session.end >= 13 * 60 && !session.hasHalf);
  const told = [...new Set([...shifted, ...turned])];
  const [first] = told;
  if (first === undefined) return;
  for (const session of told) session.guesses.push({ field: 'time', why: 'the clocks have twelve hours' });
  const message = `the clocks have twelve hours and no am or pm: ${quote(first.line.text)} is read as ${clock(first.start ?? 0)}${first.end === undefined ? '' : `-${clock(first.end, 'end')}`}${told.length > 1 ? `; so are ${told.length - 1} more` : ''}`;
  issues.add('read-as', { span: first.line.span }, message);
}

/** An end that is not after its start: of the next day late in the evening, else left open and told. */
function settleEnd(session: Draft, issues: Issues): void {
  const { start = 0, end, line } = session;
  if (end === undefined || end > start) return;
  if (start >= 17 * 60 && end <= 7 * 60) {
    session.end = end + DAY;
    session.guesses.push({ field: 'time', why: 'the end is on the next day' });
    issues.add('read-as', { span: line.span }, `${line.where}: ${quote(line.text)} ends on the next day`);
    return;
  }
  delete session.end;
  session.guesses.push({ field: 'time', why: `the end ${clock(end)} is not after the start` });
  const message = `${line.where}: in ${quote(line.text)} the end ${clock(end)} is not after the start ${clock(start)}: the end is left open`;
  issues.add('contradiction', { span: line.span }, message, { severity: 'warning', hint: 'write the time of the end' });
}

/** Ends that are not written are where the next session of the day begins. */
function fillEnds(sessions: readonly Draft[], issues: Issues): void {
  const filled: Draft[] = [];
  for (const [i, session] of sessions.entries()) {
    if (session.end !== undefined || session.guesses.some(({ field }) => field === 'time')) continue;
    const next = sessions
      .slice(i + 1, i + 30)
      .find(other => other.day === session.day && (other.start ?? 0) > (session.start ?? 0));
    if (next?.day !== session.day || next.start === undefined || next.start - (session.start ?? 0) > LONGEST) continue;
    session.end = next.start;
    session.guesses.push({ field: 'time', why: 'the end is where the next session begins' });
    filled.push(session);
  }
  const [first] = filled;
  if (first === undefined) return;
  const what = `${first.line.where}: the end of ${quote(first.title || first.line.text)} is not written, and taken to be ${clock(first.end ?? 0)}, where the next session begins`;
  issues.add(
    'read-as',
    { span: first.line.span },
    filled.length === 1 ? what : `${what}; so it is of ${filled.length - 1} more`,
  );
}

/** Types of sessions that have no parts. */
const WITHOUT_PARTS = new Set(['break', 'registration', 'social', 'side-event', 'opening', 'closing']);

/** Sessions at one time among which one is looked for that a later one is a part of. */
const MOST_OPEN = 500;

/** Finds the sessions that stand inside the time of one before them: they are its parts, unless that is a break. */
export function settleParts(sessions: readonly Draft[]): void {
  /** The sessions of a day that later ones may be parts of, the innermost last. */
  let open: Draft[] = [];
  let day = -1;
  for (const session of sessions) {
    if (session.isGroup === true) continue;
    if (session.day !== day) open = [];
    day = session.day;
    const { start, end } = session;
    if (start === undefined) continue;
    open = open.filter(other => (other.end ?? 0) > start && (other.start ?? 0) <= start);
    if (session.parent === undefined && session.type !== 'side-event' && session.type !== 'social') {
      const around = open.findLast(other => contains(other, start, end ?? start + 1, session));
      if (around !== undefined) session.parent = around;
    }
    if (end !== undefined && end - start <= LONGEST && !WITHOUT_PARTS.has(session.type ?? 'session'))
      open.push(session);
    if (open.length > MOST_OPEN) open.shift();
  }
  settleGroups(sessions);
}

function contains(other: Draft, start: Minutes, end: Minutes, session: Draft): boolean {
  const from = other.start ?? 0;
  const to = other.end ?? 0;
  if (start < from || end > to || end - start >= to - from) return false;
  return other.room === undefined || session.room === undefined || other.room.name === session.room.name;
}

/** The time of a heading with parts is theirs; one that has none is no session. */
function settleGroups(sessions: readonly Draft[]): void {
  const partsOf = new Map<Draft, Draft[]>();
  for (const session of sessions) {
    const { parent } = session;
    if (parent === undefined) continue;
    const parts = partsOf.get(parent);
    if (parts === undefined) partsOf.set(parent, [session]);
    else parts.push(session);
  }
  for (const group of sessions) {
    if (group.isGroup !== true) continue;
    const parts = partsOf.get(group) ?? [];
    // A break behind the last part is none.
    for (const part of parts)
      if (part.type !== undefined && WITHOUT_PARTS.has(part.type) && part === parts.at(-1) && parts.length > 1)
        delete part.parent;
    const inside = parts.filter(({ parent, start }) => parent === group && start !== undefined);
    const starts = inside.map(({ start = 0 }) => start);
    const ends = inside.map(({ end }) => end);
    const [first] = inside;
    if (first === undefined) continue;
    group.day = first.day;
    group.start = Math.min(...starts);
    if (ends.every(end => end !== undefined)) group.end = Math.max(...ends.map(end => end ?? 0));
    else group.end = Math.max(...inside.map(({ start = 0, end = start + 1 }) => end));
    group.guesses.push({ field: 'time', why: 'from its first part to its last' });
  }
}
