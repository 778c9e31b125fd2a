import type { Appearance, Item, Link } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import { FIELDS, type Field, type Kind, type TableName } from '../model/fields.js';
import type { Name, Text } from '../model/localized.js';
import { isClock, type SessionTime } from '../model/time.js';
import { instants, isoInstant, type TimeZone } from '../model/zone.js';

/** What a field holds on one side of a comparison; a list is one of ids, tags or languages. */
export type Value = string | number | boolean | readonly string[];

/** One field with a value: of a text, in one language. */
export interface Cell {
  /** The name of the field; of what has a name itself, behind that: `speakers.ada.role`, `rooms.hall.name`. */
  readonly field: string;
  /** The tag of the language of a text; null for what is no text. */
  readonly lang: string | null;
  readonly value: Value;
}

/** All that a reader sees of a session or of an agenda, by field and language. What is not there has no cell. */
export type Cells = Map<string, Cell>;

/** Under which ids people, rooms and sessions are known to the other side. */
export interface Names {
  person(id: string): string;
  room(id: string): string;
}

/** What the value of a field is read with. */
interface Context {
  readonly names: Names;
  /** Where times are those of a day. */
  readonly day?: { readonly date: IsoDate; readonly zone: TimeZone };
}

type Put = (field: string, value: Value | undefined, lang?: string) => void;
/** Puts down the value of a field of one kind. */
type Teller = (value: never, name: string, put: Put, context: Context) => void;

const plain = (value: Value, name: string, put: Put) => put(name, value);
/** What is put down elsewhere: with its place, or as entries of its own. */
const elsewhere = () => {};

/** Puts down each of a list, under its number from 1. */
function listed(table: 'item' | 'link') {
  return (list: readonly (Item | Link)[], name: string, put: Put, context: Context): void => {
    for (const [i, one] of list.entries()) tell(table, one, prefixed(`${name}.${i + 1}.`, put), context);
  };
}

/** How a value of each kind is put down. */
const TELLERS = {
  id: plain,
  name: (name: Name, field: string, put: Put) => {
    if (typeof name === 'string') put(field, name);
    else TELLERS.text(name, field, put);
  },
  string: plain,
  url: plain,
  webUrl: plain,
  language: plain,
  timezone: plain,
  date: plain,
  updated: plain,
  count: plain,
  flag: (value: boolean, name: string, put: Put) => put(name, value || undefined),
  choice: plain,
  person: elsewhere,
  languages: plain,
  tags: plain,
  text: (text: Text, name: string, put: Put) => {
    for (const tag in text) put(name, text[tag], tag);
  },
  time: (time: SessionTime, name: string, put: Put, { day }: Context) => {
    if (!isClock(time)) put(name, time);
    if (day === undefined || !isClock(time)) return;
    const { start, end } = time;
    const at = instants(day.date, { start, ...(end !== undefined && { end }) }, day.zone);
    put('start', isoInstant(at.start.ms, day.zone));
    if (at.end === undefined) return;
    put('end', isoInstant(at.end.ms, day.zone));
    // What ends before it starts has no length.
    const minutes = Math.round((at.end.ms - at.start.ms) / 60_000);
    put('minutes', minutes > 0 ? minutes : undefined);
  },
  rooms: (ids: readonly string[], name: string, put: Put, { names }: Context) =>
    put(
      name,
      ids.map(id => names.room(id)),
    ),
  appearances: (list: readonly Appearance[], name: string, put: Put, context: Context) => {
    const ids = list.map(({ person }) => context.names.person(person));
    put(name, ids);
    const seen = new Map<string, number>();
    for (const [i, id] of ids.entries()) {
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      tell('appearance', list[i] ?? {}, prefixed(`${name}.${id}${times === 1 ? '' : `/${times}`}.`, put), context);
    }
  },
  items: listed('item'),
  links: listed('link'),
  lint: elsewhere,
  days: elsewhere,
  sessions: elsewhere,
  people: elsewhere,
  roomMap: elsewhere,
} satisfies Record<Kind, Teller>;

/**
 * The fields that no reader sees, and those that are told otherwise: the rooms, the status and the interpretation that a
 * session inherits, the day that it is on.
 */
const APART: { readonly [T in TableName]?: ReadonlySet<string> } = {
  agenda: new Set(['room', 'interpretation', 'updated', 'revision']),
  room: new Set(['interpretation']),
  day: new Set(['date', 'room']),
  session: new Set(['room', 'status', 'interpretation']),
};

/** Puts down every field of a table that a holder has a value for, in the order of the table. */
export function tell(table: TableName, holder: object, put: Put, context: Context): void {
  for (const [name, { kind }] of FIELD_LISTS[table]) {
    const value = (holder as Readonly<Record<string, unknown>>)[name];
    // By the table of fields, a value that is there is of this kind.
    if (value !== undefined) (TELLERS[kind] as Teller)(value as never, name, put, context);
  }
}

const FIELD_LISTS = Object.fromEntries(
  Object.entries(FIELDS).map(([table, fields]) => {
    const apart = APART[table as TableName];
    return [table, Object.entries<Field>(fields).filter(([name]) => !apart?.has(name))];
  }),
) as unknown as Readonly<Record<TableName, readonly (readonly [string, Field])[]>>;

/** Puts fields under a name: `rooms.hall.` before `name`. */
export function prefixed(prefix: string, put: Put): Put {
  return (field, value, lang) => put(prefix + field, value, lang);
}

/** Collects cells. What says nothing is left out: an empty text, an empty list. */
export function collector(): { readonly cells: Cells; readonly put: Put } {
  const cells: Cells = new Map();
  const put: Put = (field, given, lang) => {
    const value = typeof given === 'string' ? asRead(given) : given;
    if (value === undefined || value === '' || (typeof value === 'object' && value.length === 0)) return;
    cells.set(keyOf(field, lang ?? null), { field, lang: lang ?? null, value });
  };
  return { cells, put };
}

/** The key of a cell. */
export function keyOf(field: string, lang: string | null): string {
  return lang === null ? field : `${field}\n${lang}`;
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A text as a reader sees it: composed (NFC), with one blank where there are several and none at the ends of lines. */
function asRead(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
