import type { Agenda, Appearance, Day, Session } from '../../model/agenda.js';
import type { IsoDate } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import { sortMinutes } from '../../model/time.js';
import { letterPattern } from '../../text/letters.js';
import type { Issues, Span } from '../source/issues.js';
import type { SourceMap } from '../source/source-map.js';
import { type FlatSession, treeOf } from './parents.js';
import type { NameRegistry } from './registry.js';

/** A session as a flat source has it: with its own date, beside the others, naming its parent. */
export interface ImportedSession extends FlatSession {
  readonly session: Omit<Session, 'time' | 'sessions'>;
  /** The whole event in the source text: a row of a table, a component of a calendar. */
  readonly extent: Span;
  /** The spans of its values, by path from the session. */
  readonly fieldSpans: readonly (readonly [path: Path, span: Span])[];
}

/** What an agenda has besides its sessions, rooms and people. */
export type AgendaHead = Omit<Agenda, 'room' | 'rooms' | 'people' | 'days' | 'lint'>;

/** Builds the agenda of a flat source, and records where its days, sessions, rooms and people stand in the text. */
export function buildAgenda(
  head: AgendaHead,
  sessions: readonly ImportedSession[],
  names: NameRegistry,
  places: SourceMap,
  issues: Issues,
): Agenda {
  for (const [id, span] of names.spans.rooms) places.record(['rooms', id], span);
  for (const [id, span] of names.spans.people) places.record(['people', id], span);
  return {
    ...head,
    room: [],
    rooms: names.rooms(),
    people: names.people(),
    days: daysOf(sessions, places, issues),
    lint: {},
  };
}

/** The days by date, the sessions of each by their starts, and parts in their sessions. */
function daysOf(imported: readonly ImportedSession[], places: SourceMap, issues: Issues): readonly Day[] {
  const tree = treeOf(imported, issues);
  const parts = new Map<number, number[]>();
  const tops = new Map<IsoDate, number[]>();
  for (const [i, { date, parent }] of tree.entries()) {
    if (parent === undefined) add(tops, date, i);
    else add(parts, parent, i);
  }
  const startOf = (i: number) => {
    const time = tree[i]?.time;
    return time === undefined ? 0 : sortMinutes(time);
  };
  const build = (list: readonly number[], at: Path): readonly Session[] =>
    list.toSorted((a, b) => startOf(a) - startOf(b)).map((i, position) => session(i, [...at, 'sessions', position]));
  const session = (i: number, path: Path): Session => {
    const one = imported[i] as ImportedSession;
    places.record(path, one.span, one.extent);
    for (const [field, span] of one.fieldSpans) places.record([...path, ...field], span);
    const time = tree[i]?.time;
    return { ...one.session, ...(time && { time }), sessions: build(parts.get(i) ?? [], path) };
  };
  return [...tops.keys()].sort().map((date, i) => {
    const list = tops.get(date) ?? [];
    const first = imported[list[0] ?? 0];
    if (first !== undefined) places.record(['days', i], first.span);
    return { date, sessions: build(list, ['days', i]) };
  });
}

function add<Key>(lists: Map<Key, number[]>, key: Key, i: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [i]);
  else list.push(i);
}

/** The appearances of people, by name and span, as the value of a field and the spans of its items. */
export function appearancesOf(
  field: 'moderators' | 'speakers',
  people: readonly (readonly [name: string, span: Span])[],
  names: NameRegistry,
): { readonly appearances: readonly Appearance[]; readonly fieldSpans: ImportedSession['fieldSpans'] } {
  return {
    appearances: people.map(([name, span]) => ({ person: names.person(name, span) })),
    fieldSpans: people.map(([, span], i) => [[field, i], span]),
  };
}

const LETTER_OR_DIGIT = letterPattern('[\\p{L}\\p{N}]', 'u');

/** The name of a file without folder and extension, as a title where nothing else is one; `otherwise` without a letter or digit. */
export function titleOfFile(file: string | undefined, otherwise: string): string {
  const stem = (file ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return LETTER_OR_DIGIT(stem).test(stem) ? stem : otherwise;
}
