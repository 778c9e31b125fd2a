import type { Agenda, Appearance, Day, Session } from '../../model/agenda.js';
import { dayNumber, type IsoDate } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import { DAY, type Interval } from '../../model/time.js';
import type { Span } from '../source/issues.js';
import type { Places } from '../source/source-map.js';
import type { Roster } from './roster.js';

/** A session as a flat source has it: with its own date, beside the others, naming its parent. */
export interface Draft {
  readonly date: IsoDate;
  /** Minutes from midnight of `date`; absent when the source's could not be read. */
  readonly time?: Interval;
  readonly session: Omit<Session, 'time' | 'sessions'>;
  /** The index of its parent among the drafts. */
  readonly parent?: number;
  /** What a message about the session points to. */
  readonly span: Span;
  /** All that stands there. */
  readonly whole: Span;
  /** The spans of what is in it, by path from the session. */
  readonly fields: readonly (readonly [path: Path, span: Span])[];
}

/** How deep parts go into parts: what is deeper, or its own ancestor, stands alone. */
const DEEPEST = 20;

/** Puts drafts together as days, each in the order of its times, parts in their sessions; notes where each comes from. */
export function days(drafts: readonly Draft[], places: Places): readonly Day[] {
  const parts = new Map<number, number[]>();
  const tops = new Map<IsoDate, number[]>();
  for (const [i, { date, parent }] of drafts.entries()) {
    const [map, key] = parent !== undefined && isRooted(drafts, i) ? [parts, parent] : [tops, date];
    const list = (map as Map<number | IsoDate, number[]>).get(key);
    if (list === undefined) (map as Map<number | IsoDate, number[]>).set(key, [i]);
    else list.push(i);
  }
  const build = (list: readonly number[], date: IsoDate, at: Path): readonly Session[] =>
    inOrder(list, drafts, date).map((i, position) => session(i, date, [...at, 'sessions', position]));
  const session = (i: number, date: IsoDate, path: Path): Session => {
    const draft = drafts[i] as Draft;
    places.put(path, draft.span, draft.whole);
    for (const [field, span] of draft.fields) places.put([...path, ...field], span);
    const time = draft.time && shifted(draft.time, draft.date, date);
    return { ...draft.session, ...(time && { time }), sessions: build(parts.get(i) ?? [], date, path) };
  };
  return [...tops.keys()].sort().map((date, i) => {
    const list = tops.get(date) ?? [];
    const first = drafts[list[0] ?? 0];
    if (first !== undefined) places.put(['days', i], first.span);
    return { date, sessions: build(list, date, ['days', i]) };
  });
}

function isRooted(drafts: readonly Draft[], from: number): boolean {
  let at: number | undefined = from;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    at = drafts[at]?.parent;
    if (at === undefined) return true;
  }
  return false;
}

function inOrder(list: readonly number[], drafts: readonly Draft[], date: IsoDate): readonly number[] {
  const start = (i: number) => {
    const draft = drafts[i];
    return draft?.time ? shifted(draft.time, draft.date, date).start : 0;
  };
  return [...list].sort((a, b) => start(a) - start(b));
}

/** A time of one date in minutes from midnight of another. */
function shifted(time: Interval, from: IsoDate, to: IsoDate): Interval {
  if (from === to) return time;
  const { start, end } = time;
  const by = ((dayNumber(from) ?? 0) - (dayNumber(to) ?? 0)) * DAY;
  return { start: start + by, ...(end === undefined ? {} : { end: end + by }) };
}

/** What an agenda has besides its sessions. */
export type Head = Omit<Agenda, 'room' | 'rooms' | 'people' | 'days' | 'lint'>;

/** The agenda of the sessions, rooms and people of a flat source. */
export function assembled(head: Head, drafts: readonly Draft[], names: Roster, places: Places): Agenda {
  for (const [id, span] of names.places.rooms) places.put(['rooms', id], span);
  for (const [id, span] of names.places.people) places.put(['people', id], span);
  return { ...head, room: [], rooms: names.rooms(), people: names.people(), days: days(drafts, places), lint: {} };
}

/** The appearances of people, by name and span, as the value of a field and the places of its items. */
export function appearing(
  field: 'moderators' | 'speakers',
  people: readonly (readonly [name: string, span: Span])[],
  names: Roster,
): { readonly list: readonly Appearance[]; readonly fields: Draft['fields'] } {
  return {
    list: people.map(([name, span]) => ({ person: names.person(name, span) })),
    fields: people.map(([, span], i) => [[field, i], span]),
  };
}
