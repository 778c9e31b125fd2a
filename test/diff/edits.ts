import fc from 'fast-check';
import { expect } from 'vitest';
import { type Comparison, compare, isSame, stateOf } from '../../src/diff/compare.js';
import { snapshot } from '../../src/diff/snapshot.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';
import { FIELDS, type Field, type Kind } from '../../src/model/fields.js';
import { instants, timeZones } from '../../src/model/zone.js';
import { agendaIndex } from '../../src/query/agenda-index.js';
import { interpretation, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { fullAgendas } from '../given/full-agendas.js';
import { apply } from './apply.js';

/** An agenda as plain data, as the format has it. */
export type Data = Record<string, unknown>;

/** The agenda of plain data. */
export function agendaOf(data: Data): Agenda {
  const { agenda } = readYaml(JSON.stringify(data));
  if (agenda === undefined) throw new Error('no agenda');
  return agenda;
}

/** Agendas with any field. */
export const anyData: fc.Arbitrary<Data> = fullAgendas.map(json => JSON.parse(json));

const word = fc.constantFrom('Öffnung', 'a b', '中文', 'x', '<b>', '🍕', "O'Hara");
const text = fc.oneof(word, fc.record({ fr: word, en: word }), fc.record({ en: word }));
const appearance = fc
  .constantFrom('ada', 'ben', 'celik', 'no', 'zoe')
  .chain(person =>
    fc.record(
      { person: fc.constant(person), role: text, note: text, remote: fc.boolean(), title: text, org: text },
      { requiredKeys: ['person'] },
    ),
  );

const cast = fc.uniqueArray(appearance, { maxLength: 3, selector: ({ person }) => person });
const page = fc.constantFrom('https://example.org/1', 'mailto:a@example.org');

/** Values that a field of each kind may get; none for what is no value or has its own edits. */
const VALUES: { readonly [K in Kind]?: fc.Arbitrary<unknown> } = {
  id: fc.constantFrom('made-2027', 'other'),
  text,
  name: fc.oneof(word, fc.record({ fr: word, ar: word })),
  string: word,
  webUrl: fc.constantFrom('https://example.org/1', 'https://example.org/2'),
  url: fc.constantFrom('https://example.org/1', 'https://example.org/2'),
  languages: fc.subarray(['fr', 'en', 'ru']),
  timezone: fc.constantFrom('America/New_York', 'Europe/Paris', 'Asia/Kolkata'),
  updated: fc.constantFrom('2026-04-01', '2026-04-02'),
  time: fc
    .tuple(fc.nat(90), fc.nat(30))
    .map(([at, long]) => `${clock(at * 15)}-${long === 0 ? '' : clock((at + long) * 15)}`),
  count: fc.integer({ min: 1, max: 9 }),
  flag: fc.boolean(),
  rooms: fc.subarray(['r1', 'r2']),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  appearances: cast,
  items: fc.array(
    fc.record({ title: text, speakers: cast, note: text, url: page }, { requiredKeys: ['title', 'speakers'] }),
    { maxLength: 2 },
  ),
  links: fc.array(fc.record({ title: text, url: page }), { maxLength: 2 }),
};

function clock(minutes: number): string {
  const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}${minutes >= 1440 ? '+1' : ''}`;
}

/** Changes something of an agenda, where there is something to change. */
type Edit = (data: Data) => void;

/** Every session of plain data, parts after the session that they are of. */
export const sessionsOf = (data: Data): Data[] => {
  const found: Data[] = [];
  const gather = (list: readonly Data[]) => {
    for (const one of list) {
      found.push(one);
      gather((one.sessions ?? []) as Data[]);
    }
  };
  for (const day of data.days as Data[]) gather(day.sessions as Data[]);
  return found;
};

/** Everything that has the fields of a table. */
const HOLDERS = {
  agenda: data => [data],
  room: data => Object.values(data.rooms as Record<string, Data>),
  person: data => Object.values(data.people as Record<string, Data>),
  day: data => data.days as Data[],
  session: sessionsOf,
  appearance: data =>
    sessionsOf(data).flatMap(one => [...((one.moderators ?? []) as Data[]), ...((one.speakers ?? []) as Data[])]),
} satisfies Partial<Record<keyof typeof FIELDS, (data: Data) => Data[]>>;

/** Every field that an edit can give another value: its table, its name, and its values. */
export const EDITED: readonly (readonly [table: keyof typeof HOLDERS, name: string, values: fc.Arbitrary<unknown>])[] =
  Object.keys(HOLDERS).flatMap(table => {
    const known = table as keyof typeof HOLDERS;
    return Object.entries<Field>(FIELDS[known]).flatMap(([name, { kind, of }]) => {
      const values = of === undefined ? VALUES[kind] : fc.constantFrom(...of);
      // Another id of a session is another session, or one that has to be found.
      return values === undefined || (known === 'session' && kind === 'id') ? [] : [[known, name, values] as const];
    });
  });

/** Gives a field another value, or none where it need not have one. */
export function edits(table: keyof typeof HOLDERS, name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  const { required } = (FIELDS[table] as Readonly<Record<string, Field>>)[name] as Field;
  return fc.tuple(fc.nat(), required === undefined ? fc.option(values) : values).map(([which, value]) => data => {
    const all = HOLDERS[table](data);
    const one = all[which % all.length];
    if (one === undefined) return;
    if (value === null) delete one[name];
    else one[name] = value;
  });
}

/** Some edits of any fields, one after the other. */
export const anyEdits: fc.Arbitrary<Edit> = fc
  .array(
    fc.constantFrom(...EDITED).chain(([table, name, values]) => edits(table, name, values)),
    { minLength: 1, maxLength: 4 },
  )
  .map(list => data => {
    for (const edit of list) edit(data);
  });

const asTexts = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { fr: value };

/**
 * Everything that a reader sees of plain data, by the way to it: worked out field by field from what is written, to compare
 * with what a comparison of the agendas says.
 */
export function seen(data: Data): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const put = (way: string, value: unknown) => {
    if (value !== undefined && value !== false && JSON.stringify(value) !== '[]') found.set(way, JSON.stringify(value));
  };
  const fields = (table: keyof typeof FIELDS, holder: Data, way: string, without: readonly string[] = []) => {
    for (const [name, { kind }] of Object.entries<Field>(FIELDS[table])) {
      const value = holder[name];
      if (value === undefined || without.includes(name)) continue;
      if (kind === 'text' || (kind === 'name' && typeof value === 'object'))
        for (const [tag, part] of Object.entries(asTexts(value))) put(`${way}${name} ${tag}`, part);
      else if (kind === 'appearances') {
        put(
          way + name,
          (value as Data[]).map(({ person }) => person),
        );
        for (const one of value as Data[]) fields('appearance', one, `${way}${name}.${one.person}.`, ['person']);
      } else if (kind === 'items' || kind === 'links') {
        const listed = kind === 'items' ? 'item' : 'link';
        // An item may be its title alone.
        for (const [i, one] of (value as (Data | string)[]).entries())
          fields(listed, typeof one === 'object' && 'title' in one ? one : { title: one }, `${way}${name}.${i + 1}.`);
      } else if (kind === 'languages' || kind === 'tags') put(way + name, [...(value as string[])].sort());
      else put(way + name, value);
    }
  };
  fields('agenda', data, 'agenda ', [
    'room',
    'interpretation',
    'updated',
    'revision',
    'lint',
    'rooms',
    'people',
    'days',
  ]);
  for (const [id, room] of Object.entries(data.rooms as Data))
    fields('room', room as Data, `agenda rooms.${id}.`, ['interpretation']);
  for (const [id, person] of Object.entries(data.people as Data))
    fields('person', person as Data, `agenda people.${id}.`);
  for (const day of data.days as Data[]) fields('day', day, `agenda days.${day.date}.`, ['date', 'room', 'sessions']);
  const agenda = agendaOf(data);
  const entries = new Map(scheduledSessions(agenda).map(entry => [entry.session.id, entry]));
  for (const session of sessionsOf(data)) {
    const entry = entries.get(String(session.id));
    if (entry === undefined) throw new Error('a session without a place');
    const way = `${session.id} `;
    fields('session', { type: 'session', ...session }, way, ['time', 'room', 'status', 'interpretation', 'sessions']);
    put(`${way}date`, entry.date);
    put(`${way}start`, entry.start);
    put(`${way}end`, entry.end);
    if (entry.end !== undefined) put(`${way}minutes`, entry.end - entry.start);
    if (typeof entry.time === 'string') put(`${way}time`, entry.time);
    put(`${way}rooms`, [...entry.rooms].sort());
    put(`${way}interpretation`, [...interpretation(entry, { agenda, room: agendaIndex(agenda).room })].sort());
    put(`${way}status`, entry.status);
    put(`${way}parent`, entry.parent?.session.id);
  }
  return found;
}

/** Everything that a comparison names, as `session field` and the language. */
export function named({ agenda, sessions }: Comparison): readonly string[] {
  const way = (of: string, field: string, lang: string | null) => `${of} ${field}${lang === null ? '' : ` ${lang}`}`;
  return [
    ...agenda.map(({ field, lang }) => way('agenda', field, lang)),
    ...sessions.flatMap(one => one.fields.map(({ field, lang }) => way(stateOf(one).key, field, lang))),
  ].sort();
}

/** What differs between what a reader sees of two agendas. */
function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(way => a.get(way) !== b.get(way)).sort();
}

/** The instants of the start and the end of each session with a time, in epoch milliseconds, and the clocks of both. */
function momentsOf(agenda: Agenda): ReadonlyMap<string, Moments> {
  const zone = timeZones().get(agenda.timezone);
  const found = new Map<string, Moments>();
  for (const entry of scheduledSessions(agenda)) {
    if (entry.start === undefined) continue;
    const { start, end } = instants(entry.date, entry.time, zone);
    found.set(entry.session.id, {
      start: [entry.start, start.ms],
      ...(entry.end !== undefined && end && { end: [entry.end, end.ms] }),
    });
  }
  return found;
}

interface Moments {
  readonly start: readonly [clock: number, instant: number];
  readonly end?: readonly [clock: number, instant: number];
}

/**
 * What differs to a reader where the zones differ: a time stays the same by the clock, or as an instant where another edit
 * moved it by as much as the zone; day and length are told where one of its times is.
 */
function seenAcrossZones(ways: readonly string[], a: Agenda, b: Agenda): readonly string[] {
  const [before, after] = [momentsOf(a), momentsOf(b)];
  const isSame = (id: string, side: 'start' | 'end') => {
    const [one, other] = [before.get(id)?.[side], after.get(id)?.[side]];
    return one === undefined || other === undefined ? one === other : one.some((value, i) => value === other[i]);
  };
  return ways.filter(way => {
    const [id = '', field = ''] = way.split(' ');
    if (!before.has(id) || !after.has(id)) return true;
    if (field === 'start' || field === 'end') return !isSame(id, field);
    return (field !== 'date' && field !== 'minutes') || !isSame(id, 'start') || !isSame(id, 'end');
  });
}

/**
 * Compares data with an edited copy: what differs is named and nothing else, and applied to the one gives the other. True
 * where something differs.
 */
export function expectNamed(data: Data, edit: (data: Data) => void): boolean {
  const other: Data = structuredClone(data);
  edit(other);
  const [a, b] = [agendaOf(data), agendaOf(other)];
  const comparison = compare(a, b);
  const ways = differing(seen(data), seen(other));
  expect(named(comparison)).toEqual(data.timezone === other.timezone ? ways : seenAcrossZones(ways, a, b));
  const applied = apply(comparison);
  // By the clock of another zone.
  if (data.timezone !== other.timezone) return true;
  const target = snapshot(b);
  const loosely = (cells: Iterable<unknown>) => JSON.parse(JSON.stringify([...cells].sort()));
  const values = (cells: Comparison['old']['cells']) =>
    [...cells.values()].map(({ field, lang, value }) => {
      const plain = Array.isArray(value) && !/^(?:moderators|speakers)$/.test(field) ? value.toSorted() : value;
      return JSON.stringify([field, lang, plain]);
    });
  expect(loosely(values(applied.agenda))).toEqual(loosely(values(target.cells)));
  expect([...applied.sessions.keys()].sort()).toEqual([...target.sessions.keys()].sort());
  for (const [key, { parent, cells }] of target.sessions) {
    expect(loosely(values(applied.sessions.get(key)?.cells ?? new Map()))).toEqual(loosely(values(cells)));
    expect(applied.sessions.get(key)?.parent).toBe(parent);
  }
  return !isSame(comparison);
}
