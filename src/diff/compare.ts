import type { Agenda } from '../model/agenda.js';
import { FIELDS } from '../model/fields.js';
import { UNDETERMINED } from '../model/localized.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { type Cell, type Cells, keyOf, type Value } from './cells.js';
import { matchPeople, matchRooms, matchSessions, type Renames } from './match.js';
import { SAME_NAMES, type SessionState, type Snapshot, snapshot } from './snapshot.js';

/** What happened to a session, in the order in which it is told: at one time the first of these that holds. */
export const SESSION_CHANGES = ['new', 'cancelled', 'removed', 'moved', 'changed'] as const;
export type SessionChangeKind = (typeof SESSION_CHANGES)[number];

/** A field that differs: of a text, in one language. Null is nothing. */
export interface FieldChange {
  /** As a cell has it: `title`, `speakers`, `speakers.ada.role`. */
  readonly field: string;
  readonly lang: string | null;
  /** With the ids of the new side. */
  readonly before: Value | null;
  readonly after: Value | null;
}

/** A session that is not what it was. */
export interface SessionChange {
  readonly change: SessionChangeKind;
  /** Absent of a new one. */
  readonly before?: SessionState;
  /** Absent of one that is gone. */
  readonly after?: SessionState;
  readonly fields: readonly FieldChange[];
}

/** Ids of old by those of new, of what has another one in new. */
export interface AllRenames {
  readonly people: Renames;
  readonly rooms: Renames;
  /** By the keys of states. */
  readonly sessions: Renames;
}

/** What differs between two agendas. */
export interface Comparison {
  readonly old: Snapshot;
  readonly now: Snapshot;
  readonly renames: AllRenames;
  /** The fields of the agenda itself, its rooms, people and days. */
  readonly agenda: readonly FieldChange[];
  /** By day and start: of new, or of old for what is gone. */
  readonly sessions: readonly SessionChange[];
}

/** Compares two agendas, by what a reader sees of them. O(sessions × fields). */
export function compare(old: Agenda, now: Agenda, zones: TimeZones = timeZones()): Comparison {
  const people = matchPeople(old, now);
  const rooms = matchRooms(old, now);
  const [newPeople, newRooms] = [inverse(people), inverse(rooms)];
  const isRenamed = newPeople.size + newRooms.size > 0;
  const names = isRenamed
    ? { person: (id: string) => newPeople.get(id) ?? id, room: (id: string) => newRooms.get(id) ?? id }
    : SAME_NAMES;
  const [before, after] = [snapshot(old, names, zones), snapshot(now, SAME_NAMES, zones)];
  const renames = { people, rooms, sessions: matchSessions(before, after) };
  return compareSnapshots(before, after, renames);
}

/** The same of two sides that share their names for people and rooms. */
export function compareSnapshots(old: Snapshot, now: Snapshot, renames: AllRenames): Comparison {
  const differ = cellComparison(old.agenda, now.agenda);
  const newKeys = inverse(renames.sessions);
  const parentOf = ({ parent }: SessionState) => parent && (newKeys.get(parent) ?? parent);
  const sessions: SessionChange[] = [];
  const matched = new Set<string>();
  for (const after of now.sessions.values()) {
    const before = old.sessions.get(renames.sessions.get(after.key) ?? after.key);
    if (before === undefined) {
      const fields = [...differ(new Map(), after.cells), ...parts(undefined, after.parent)];
      sessions.push({ change: 'new', after, fields });
      continue;
    }
    matched.add(before.key);
    const fields = [...differ(before.cells, after.cells), ...parts(parentOf(before), after.parent)];
    if (fields.length > 0) sessions.push({ change: kindOf(fields), before, after, fields });
  }
  for (const before of old.sessions.values()) {
    if (matched.has(before.key)) continue;
    const fields = [...differ(before.cells, new Map()), ...parts(parentOf(before), undefined)];
    sessions.push({ change: 'removed', before, fields });
  }
  return { old, now, renames, agenda: differ(old.cells, now.cells), sessions: inOrder(sessions) };
}

/** True when two agendas are the same to a reader. */
export function isSame({ agenda, sessions }: Comparison): boolean {
  return agenda.length + sessions.length === 0;
}

/** The session of a change as it is now, or was. */
export function stateOf({ before, after }: SessionChange): SessionState {
  // One of the two is there.
  return (after ?? before) as SessionState;
}

function inverse(renames: Renames): Renames {
  return new Map([...renames].map(([now, before]) => [before, now]));
}

function parts(before: string | undefined, after: string | undefined): readonly FieldChange[] {
  return before === after ? [] : [{ field: 'parent', lang: null, before: before ?? null, after: after ?? null }];
}

const MOVES = new Set(['date', 'time', 'start', 'end', 'rooms']);

function kindOf(fields: readonly FieldChange[]): SessionChangeKind {
  if (fields.some(({ field, after }) => field === 'status' && after === 'cancelled')) return 'cancelled';
  return fields.some(({ field }) => MOVES.has(field)) ? 'moved' : 'changed';
}

/** Compares the cells of one thing on both sides. */
function cellComparison(old: Agenda, now: Agenda) {
  const [own, ownNow] = [old.language ?? UNDETERMINED, now.language ?? UNDETERMINED];
  const isOneZone = old.timezone === now.timezone;
  return (before: Cells, after: Cells): readonly FieldChange[] => {
    const aligned = own === ownNow ? before : inLanguage(before, after, own, ownNow);
    const found: FieldChange[] = [];
    for (const [key, cell] of aligned) {
      const other = after.get(key);
      if (other === undefined || !isSameValue(cell, other)) found.push(change(cell, other));
    }
    for (const [key, cell] of after) if (!aligned.has(key)) found.push(change(undefined, cell));
    const told = isOneZone ? found : found.filter(one => !isSameTime(one, before, after));
    return told.length < 2 ? told : told.toSorted((a, b) => rank(a) - rank(b));
  };
}

/** Where both agendas have one language each, a text in the old one is compared with that in the new one. */
function inLanguage(before: Cells, after: Cells, own: string, ownNow: string): Cells {
  const found: Cells = new Map();
  for (const [key, cell] of before) {
    const there = keyOf(cell.field, ownNow);
    const isOwn = cell.lang === own && after.has(there) && !after.has(key) && !before.has(there);
    if (isOwn) found.set(there, { ...cell, lang: ownNow });
    else found.set(key, cell);
  }
  return found;
}

function change(before: Cell | undefined, after: Cell | undefined): FieldChange {
  const { field, lang } = (after ?? before) as Cell;
  return { field, lang, before: before?.value ?? null, after: after?.value ?? null };
}

/** Lists whose order says nothing are equal as sets. */
const ORDERED = new Set(['moderators', 'speakers']);

function isSameValue({ field, value: a }: Cell, { value: b }: Cell): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (a.length !== b.length) return false;
  if (a.every((one, i) => one === b[i])) return true;
  if (ORDERED.has(field)) return false;
  const [left, right] = [a.toSorted(), b.toSorted()];
  return left.every((one, i) => one === right[i]);
}

const TIMES = new Set(['start', 'end']);

/**
 * Where the zones differ, a time is the same by the clock or as an instant; a day and a length are, where the start is. The
 * zone itself is told of the agenda.
 */
function isSameTime({ field, before, after }: FieldChange, old: Cells, now: Cells): boolean {
  if (TIMES.has(field)) return before !== null && after !== null && isSameMoment(before, after);
  if (field !== 'date' && field !== 'minutes') return false;
  const same = (name: string) => {
    const [a, b] = [old.get(name), now.get(name)];
    return a === undefined || b === undefined ? a === b : isSameMoment(a.value, b.value);
  };
  return old.has('start') && same('start') && same('end');
}

/** Of two times in ISO 8601 with offset. */
function isSameMoment(a: Value, b: Value): boolean {
  const [one, other] = [String(a), String(b)];
  return one.slice(0, 19) === other.slice(0, 19) || Date.parse(one) === Date.parse(other);
}

/** Time and place come first, then what the tables of fields have, in their order. */
const FIRST = ['id', 'date', 'time', 'start', 'end', 'minutes', 'rooms', 'status'];
const ORDER = new Map(
  [...new Set([...FIRST, 'parent', ...Object.keys(FIELDS.session), ...Object.keys(FIELDS.agenda)])].map(
    (name, i) => [name, i] as const,
  ),
);

function rank({ field }: FieldChange): number {
  const dot = field.indexOf('.');
  return ORDER.get(dot === -1 ? field : field.slice(0, dot)) ?? ORDER.size;
}

function inOrder(changes: readonly SessionChange[]): readonly SessionChange[] {
  const at = (one: SessionChange) => stateOf(one).entry?.sortedAt ?? Number.POSITIVE_INFINITY;
  const starts = new Map(changes.map(one => [one, at(one)]));
  const of = (one: SessionChange) => starts.get(one) ?? 0;
  // Infinity less itself is no number.
  return changes.toSorted((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)));
}
