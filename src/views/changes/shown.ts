import type { Cells } from '../../diff/cells.js';
import {
  type Comparison,
  type FieldChange,
  SESSION_CHANGES,
  type SessionChange,
  type SessionChangeKind,
  stateOf,
} from '../../diff/compare.js';
import type { Room } from '../../model/agenda.js';
import { type ChangeWords, changeWordsOf, fieldLabel } from '../../model/change-words.js';
import type { IsoDate } from '../../model/date.js';
import { UNDETERMINED } from '../../model/localized.js';
import { clock, TIME_WORDS } from '../../model/time.js';
import { TYPE_WORDS } from '../../model/type-words.js';
import { capital, dateIn, labelLanguage, languageNameIn, punctuationIn, wordsOf } from '../../model/words.js';
import { minutesIn } from '../../model/zone.js';
import { titleOf } from '../../query/agenda-index.js';
import type { Presentation } from '../../query/presentation.js';

/** A comparison in a language: both sides under one presentation of labels and clocks. */
export interface ShownComparison {
  readonly comparison: Comparison;
  readonly old: Presentation;
  readonly now: Presentation;
  readonly words: ChangeWords;
}

/** One line about a change: what a field was and is, in words. Empty is nothing. */
export interface ShownField {
  readonly label: string;
  /** Of a text, the tag of the language that changed. */
  readonly lang: string | null;
  readonly before: string;
  readonly after: string;
  /** Of a list: what came, what went, and whether the others stand in another order. */
  readonly list?: { readonly came: readonly string[]; readonly gone: readonly string[]; readonly reordered: boolean };
}

/** Shows a comparison; both presentations are of its agendas, in one language and zone. */
export function shownComparison(comparison: Comparison, old: Presentation, now: Presentation): ShownComparison {
  return { comparison, old, now, words: changeWordsOf(now) };
}

/** The changes of a day: of new, of old for what is gone; no date where none could be read. */
export interface ChangedDay {
  readonly date: string | undefined;
  readonly kinds: readonly (readonly [SessionChangeKind, readonly SessionChange[]])[];
}

/** Groups changes by day, then by what happened. */
export function byDayAndKind(changes: readonly SessionChange[]): readonly ChangedDay[] {
  const days = new Map<string | undefined, SessionChange[]>();
  for (const one of changes) {
    const date = stateOf(one).entry?.date;
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  const inOrder = [...days].sort(([a = '~'], [b = '~']) => (a < b ? -1 : 1));
  return inOrder.map(([date, all]) => ({
    date,
    kinds: SESSION_CHANGES.flatMap(kind => {
      const of = all.filter(({ change }) => change === kind);
      return of.length === 0 ? [] : [[kind, of] as const];
    }),
  }));
}

/** The title of a session as it is now, or was. */
export function titleShown(change: SessionChange, { old, now }: ShownComparison): string {
  return (change.after === undefined ? old : now).text(titleOf(stateOf(change).session));
}

/** The time of a session as it is now, or was: `10:00–10:30`; empty where none could be read. */
export function timeShown({ before, after }: SessionChange, shown: ShownComparison): string {
  return after === undefined ? timeOf(before?.cells, shown.old) : timeOf(after.cells, shown.now);
}

function timeOf(cells: Cells | undefined, presentation: Presentation): string {
  const { zone, zones } = presentation;
  const word = TIME_WORDS.find(known => known === cells?.get('time')?.value);
  if (word !== undefined) return wordsOf(presentation)[word];
  const start = cells?.get('start')?.value;
  const end = cells?.get('end')?.value;
  if (start === undefined) return '';
  // The day that the session belongs to, so that 00:30 of the next one is 00:30+1.
  const date = String(cells?.get('date')?.value ?? start).slice(0, 10);
  const at = (iso: unknown) => minutesIn(Date.parse(String(iso)), date, zones.get(zone));
  return `${clock(at(start))}–${end === undefined ? '' : clock(at(end), 'end')}`;
}

/** What is told of a session that came or is gone, besides its title and time. */
const WHERE_AND_WHO = new Set(['rooms', 'moderators', 'speakers']);
const TIME = new Set(['time', 'start', 'end']);

/**
 * What changed of a session, a line a field. A text is told in the language shown where `one` holds, and else in each
 * language that it changed in; of a session that came or is gone, where it is and who is in it.
 */
export function shownFields(change: SessionChange, shown: ShownComparison, one: boolean): readonly ShownField[] {
  const { before, after, fields } = change;
  const whole = before === undefined || after === undefined;
  const lines: ShownField[] = [];
  if (!whole && fields.some(({ field }) => TIME.has(field))) {
    const [was, is] = [timeOf(before.cells, shown.old), timeOf(after.cells, shown.now)];
    // On another day, the clock may be the same.
    if (was !== is) lines.push({ label: fieldLabel('time', shown.words), lang: null, before: was, after: is });
  }
  const told = fields.filter(({ field }) => !TIME.has(field) && (!whole || WHERE_AND_WHO.has(field)));
  const [was, is] = [before?.cells ?? new Map(), after?.cells ?? new Map()];
  return sorted([...lines, ...shownLines(told, was, is, shown, one)], shown.words);
}

/** The day stands before the time. */
function sorted(lines: readonly ShownField[], { fields }: ChangeWords): readonly ShownField[] {
  return [...lines.filter(({ label }) => label === fields.date), ...lines.filter(({ label }) => label !== fields.date)];
}

/** The rooms and people of a comparison's agenda, each with a name. */
const NAMED = /^(?:rooms|people)\.([^.]+)\.(.+)$/;

/** What changed of the conference as a whole, its rooms, people and days; of people, not those who came or went with a session. */
export function shownAgenda(shown: ShownComparison, one: boolean): readonly ShownField[] {
  const { agenda, sessions, old, now } = shown.comparison;
  const inSessions = new Set(sessions.flatMap(({ fields }) => fields.flatMap(peopleOf)));
  const told = agenda.filter(({ field }) => {
    const [, id = '', name] = NAMED.exec(field) ?? [];
    const isOnBoth = isKnown(field, old.cells) && isKnown(field, now.cells);
    // Of who or what came or is gone, the name says enough.
    return name === undefined || isOnBoth || (name === 'name' && !(field.startsWith('people.') && inSessions.has(id)));
  });
  return shownLines(told, old.cells, now.cells, shown, one);
}

/** True where there is a name for the room or the person that a field is of. */
function isKnown(field: string, cells: Cells): boolean {
  const name = field.replace(NAMED, (whole, _, last: string) => `${whole.slice(0, -last.length)}name`);
  return cells.has(name) || [...cells.values()].some(cell => cell.field === name);
}

function peopleOf({ field, before, after }: FieldChange): readonly string[] {
  return field === 'moderators' || field === 'speakers' ? [...listOf(before), ...listOf(after)] : [];
}

function listOf(value: FieldChange['before']): readonly string[] {
  return typeof value === 'object' && value !== null ? value : [];
}

/** The lines of fields; of one text in several languages, one line where `one` holds, if a reader of the language sees it. */
function shownLines(
  fields: readonly FieldChange[],
  before: Cells,
  after: Cells,
  shown: ShownComparison,
  one: boolean,
): readonly ShownField[] {
  const lines: ShownField[] = [];
  const texts = new Set<string>();
  for (const change of fields) {
    const { field, lang } = change;
    if (lang === null || !one) {
      lines.push(lineOf(change, shown));
      continue;
    }
    if (texts.has(field)) continue;
    texts.add(field);
    const [was, is] = [shown.old.text(textOf(before, field)), shown.now.text(textOf(after, field))];
    if (was !== is) lines.push({ ...lineOf(change, shown), lang: null, before: was, after: is });
  }
  return lines;
}

function textOf(cells: Cells, field: string): Readonly<Record<string, string>> | undefined {
  const found = [...cells.values()].filter(cell => cell.field === field);
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.map(({ lang, value }) => [lang ?? UNDETERMINED, String(value)]));
}

function lineOf({ field, lang, before, after }: FieldChange, shown: ShownComparison): ShownField {
  const value = (side: 'old' | 'now', of: FieldChange['before']) =>
    of === null ? '' : valueShown(field, of, side, shown);
  const line = { label: labelOf(field, shown), lang, before: value('old', before), after: value('now', after) };
  if (typeof (before ?? after) !== 'object' || field === 'rooms') return line;
  const [was, is] = [listOf(before), listOf(after)];
  const names = (side: 'old' | 'now', ids: readonly string[]) => ids.map(id => itemShown(field, id, side, shown));
  const [stayed, stay] = [was.filter(id => is.includes(id)), is.filter(id => was.includes(id))];
  return {
    ...line,
    list: {
      came: names(
        'now',
        is.filter(id => !was.includes(id)),
      ),
      gone: names(
        'old',
        was.filter(id => !is.includes(id)),
      ),
      reordered: PEOPLE.has(field) && stayed.some((id, i) => id !== stay[i]),
    },
  };
}

/** The lists whose order says something. */
const PEOPLE = new Set(['moderators', 'speakers']);

/** `Title`; of a person in a session, a person or a room, behind the name: `Ada Reef – Role`. */
function labelOf(field: string, shown: ShownComparison): string {
  const { words } = shown;
  const [holder = '', id, name = ''] = field.split('.');
  if (id === undefined) return fieldLabel(holder === 'rooms' ? 'room' : holder, words);
  if (name === 'name') return fieldLabel(holder, words);
  // What has a number: `Links 1 – Address`, `Items 2 – Ada Reef – Role`.
  if (holder === 'items' || holder === 'links') {
    const [, , , person, of] = field.split('.');
    const whose = person === undefined ? '' : `${itemShown('speakers', person.split('/')[0] ?? '', 'now', shown)} – `;
    return `${fieldLabel(holder, words)} ${id} – ${whose}${fieldLabel(person !== undefined && of === 'title' ? 'function' : (of ?? name), words)}`;
  }
  if (holder === 'days') return `${dateIn(id, shown.now)} – ${fieldLabel(name, words)}`;
  const of = holder === 'rooms' ? 'rooms' : 'speakers';
  const [known = id] = id.split('/');
  const isNow =
    of === 'rooms'
      ? shown.now.agenda.rooms.some(room => room.id === id)
      : isKnown(`people.${known}.name`, shown.comparison.now.cells);
  const label = of === 'speakers' && name === 'title' ? 'function' : name;
  return `${itemShown(of, known, isNow ? 'now' : 'old', shown)} – ${fieldLabel(label, words)}`;
}

/** A value in words: the names of people and rooms, a type and a status in the language shown, a day in full. */
function valueShown(
  field: string,
  value: NonNullable<FieldChange['before']>,
  side: 'old' | 'now',
  shown: ShownComparison,
): string {
  const { words } = shown;
  const presentation = shown[side];
  if (typeof value === 'object')
    return value.map(one => itemShown(field, one, side, shown)).join(punctuationIn(shown.now).list);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  switch (field) {
    case 'date':
      return dateIn(String(value), shown.now);
    case 'start':
    case 'end':
      return clock(
        minutesIn(Date.parse(String(value)), String(value).slice(0, 10), presentation.zones.get(presentation.zone)),
      );
    case 'minutes':
      return `${value} ${words.minutes}`;
    case 'type':
      return (TYPE_WORDS[labelLanguage(shown.now)] as Readonly<Record<string, string>>)[value] ?? String(value);
    case 'status':
      return (words.statuses as Readonly<Record<string, string>>)[value] ?? String(value);
    case 'language':
      return languageShown(String(value), shown);
    case 'parent': {
      const state = shown.comparison[side].sessions;
      const key =
        side === 'old' ? (shown.comparison.renames.sessions.get(String(value)) ?? String(value)) : String(value);
      const session = state.get(key)?.session;
      return session === undefined ? key : presentation.text(titleOf(session));
    }
    default:
      return String(value);
  }
}

/** One of a list: the name of a person or a room, a language in the language shown, a tag. */
function itemShown(field: string, id: string, side: 'old' | 'now', shown: ShownComparison): string {
  const { renames } = shown.comparison;
  const presentation = shown[side];
  if (field === 'rooms') {
    const room: Room = presentation.room(side === 'old' ? (renames.rooms.get(id) ?? id) : id);
    return presentation.text(room.name) || id;
  }
  if (field === 'moderators' || field === 'speakers' || field.endsWith('.speakers'))
    return presentation.text(presentation.person(side === 'old' ? (renames.people.get(id) ?? id) : id).name);
  return field === 'languages' || field === 'interpretation' ? languageShown(id, shown) : id;
}

/** The name of a language in the language shown. */
function languageShown(tag: string, { now }: ShownComparison): string {
  return languageNameIn(tag, labelLanguage(now));
}

/** The heading of a day, as at the beginning of a line; a dash for what has no day that could be read. */
export function dayHeading(date: IsoDate | undefined, shown: ShownComparison): string {
  return date === undefined ? '—' : capital(dateIn(date, shown.now), shown.now);
}
