import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import type { Writer } from '../../src/formats/format.js';
import type { Back, Kept } from '../../src/formats/keeps.js';
import { FORMATS } from '../../src/formats/registry.js';
import type { Agenda, Appearance } from '../../src/model/agenda.js';
import { FIELDS } from '../../src/model/fields.js';
import { formatTime } from '../../src/model/time.js';
import { presentation } from '../../src/query/presentation.js';
import { interpretation, type ScheduledSession, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { BOTH_WAYS, given } from '../given/exports.js';
import { fullAgendas } from '../given/full-agendas.js';
import { runs } from '../support/runs.js';

/** A thing of an agenda by field, in one language; undefined where it has none. */
type Thing = Readonly<Record<string, unknown>>;
type Things = ReadonlyMap<string, Thing>;
const { inlinePerson: _, ...GROUPS } = FIELDS;
type Group = keyof typeof GROUPS;

/** Every thing of an agenda, by what it is known by on both sides: dates, ids of sessions, names of rooms and people. */
function things(agenda: Agenda): Readonly<Record<Group, Things>> {
  const view = presentation(agenda);
  const said = (one: object) =>
    Object.fromEntries(
      Object.entries(one).map(([field, value]) => [
        field,
        value !== null && typeof value === 'object' && !Array.isArray(value) ? view.text(value) : value,
      ]),
    );
  const all = scheduledSessions(agenda);
  const nameOf = ({ person }: Appearance) => view.text(view.person(person).name);
  const cast = (entry: ScheduledSession, as: 'moderators' | 'speakers') => entry.session[as].map(nameOf);
  const session = (entry: ScheduledSession): Thing => ({
    ...said(entry.session),
    time: `${entry.date} ${formatTime(entry.time)}`,
    room: entry.rooms.map(id => view.text(view.room(id).name)),
    moderators: cast(entry, 'moderators'),
    speakers: cast(entry, 'speakers'),
    inItems: entry.session.items.flatMap(({ speakers }) => speakers.map(nameOf)),
    status: entry.status,
    interpretation: interpretation(entry, view),
    sessions: entry.parent?.session.id,
  });
  const appearances = all.flatMap(entry =>
    // Of one who speaks and gives a paper, the first stands.
    [
      ...entry.session.items.flatMap(({ speakers }) => speakers),
      ...entry.session.moderators,
      ...entry.session.speakers,
    ].map(one => {
      const name = nameOf(one);
      return [`${entry.session.id} ${name}`, { ...said(one), person: name }] as const;
    }),
  );
  /** What stands in lists, by its holder and number. */
  const listed = (holders: readonly { readonly id: string; readonly list: readonly object[] }[]) =>
    new Map(holders.flatMap(({ id, list }) => list.map((one, i) => [`${id} ${i}`, said(one)] as const)));
  return {
    agenda: new Map([['', { ...said(agenda), room: [], rooms: [], people: [], days: [], lint: {} }]]),
    room: new Map(agenda.rooms.map(one => [view.text(one.name), said(one)])),
    person: new Map(agenda.people.map(one => [view.text(one.name), said(one)])),
    day: new Map(agenda.days.map(one => [one.date ?? '', { ...said(one), sessions: [] }])),
    session: new Map(all.map(entry => [entry.session.id, session(entry)])),
    item: listed(all.map(({ session: { id, items } }) => ({ id, list: items }))),
    link: listed([agenda, ...all.map(({ session }) => session)].map(({ id, links }) => ({ id, list: links }))),
    appearance: new Map(appearances),
  };
}

const line = (value: unknown) => (typeof value === 'string' ? value.replace(/\s*\n\s*/g, ' ') : value);
const inUtc = (time: string) => (time.length === 10 ? time : new Date(time).toISOString().replace('.000', ''));
const href = (value: unknown) => (typeof value === 'string' ? new URL(value).href : value);
const list = (value: unknown) => (Array.isArray(value) ? value : []);

/** Where nothing is promised. */
const ANY = Symbol('any');

/** What `back` says of a field, as the value that is expected. `agenda` is the one before. */
const COMES_BACK: Readonly<Record<Back, (field: string, one: Thing, after: Thing, agenda: Thing) => unknown>> = {
  same: (field, one) => one[field],
  'as an instant, where there is one': (field, one) => (one[field] === undefined ? ANY : inUtc(String(one[field]))),
  'on one line': (field, one) => line(one[field]),
  'same, by the GUID of a session': (field, one, after) =>
    after[field] === String(one[field]).replaceAll('-', '_') ? ANY : one[field],
  'the first': (field, one) => list(one[field]).slice(0, 1),
  'the first, else the venue': (field, one, _, agenda) => [list(one[field])[0] ?? line(agenda.venue)],
  'where an end is announced': (field, one) => (String(one[field]).endsWith('-') ? ANY : one[field]),
  'after the moderators': (field, one) => [
    ...new Set([...list(one.moderators), ...list(one[field]), ...list(one.inItems)]),
  ],
  'before those of the items': (field, one) => [...new Set([...list(one[field]), ...list(one.inItems)])],
  'with the track': (field, one) => {
    const words = [line(one.track), ...list(one[field])];
    return [...new Set(words)].filter(word => word !== undefined && word !== one.type);
  },
  'in a longer text': (field, one, after) =>
    String(after[field] ?? '').includes(String(one[field] ?? '')) ? ANY : one[field],
  'where it is cancelled': (field, one) => (one[field] === 'cancelled' ? 'cancelled' : undefined),
  'as an address': (field, one) => href(one[field]),
  'as an address, else that of the agenda': (field, one, _, agenda) => href(one[field] ?? agenda[field]),
  'same, where a clock is announced': (field, one) =>
    one[field] === 'tentative' && /[a-z]$/.test(String(one.time)) ? 'confirmed' : one[field],
  '—': () => ANY,
};

/** The sessions that a format has: a schedule has none that are cancelled or without a clock, and of those with parts the parts. */
function written(format: (typeof BOTH_WAYS)[number], { session }: ReturnType<typeof things>): readonly string[] {
  const isSchedule = format.startsWith('schedule');
  const isHeld = ({ status, time }: Thing) => status !== 'cancelled' && !/[a-z]$/.test(String(time));
  const held = [...session].filter(([, one]) => !isSchedule || isHeld(one));
  const wholes = new Set(held.map(([, one]) => one.sessions));
  return held.flatMap(([id]) => (isSchedule && wholes.has(id) ? [] : [id])).sort();
}

describe.each(BOTH_WAYS)('an agenda as %s and back', format => {
  test('keeps what the tables of the formats say, field by field, and nothing is new', async () => {
    const { write, keeps }: Writer = await FORMATS[format].write();
    await fc.assert(
      fc.asyncProperty(fullAgendas, async yaml => {
        const source = given(yaml);
        const { agenda, faults } = await readAny(await write(source), { file: 'made-2026.txt' }, format);
        expect(faults).toEqual([]);
        if (agenda === undefined) throw new Error('no agenda');
        const [before, after] = [things(source.agenda), things(agenda)];
        expect([...after.session.keys()].sort()).toEqual(written(format, before));
        // What stands in lists of sessions is there, all of it, where any of it comes back.
        const inLists = (group: 'item' | 'link', of: typeof before) =>
          [...of[group].keys()].filter(key => after.session.has(key.split(' ')[0] ?? '')).sort();
        for (const group of ['item', 'link'] as const)
          if (keeps[group].title.back !== '—') expect(inLists(group, after)).toEqual(inLists(group, before));
        for (const group of Object.keys(GROUPS) as Group[]) {
          for (const [key, one] of after[group]) {
            const origin = before[group].get(key);
            // The place of what has no room is the venue.
            if (group === 'room' && key === line(before.agenda.get('')?.venue)) continue;
            // A part takes from its session what it lacks, such as people.
            const [id = ''] = key.split(' ');
            const isPart = before.session.get(id)?.sessions !== undefined;
            if (isPart && format.startsWith('schedule')) continue;
            if (origin === undefined) throw new Error(`${group} ${key} is new`);
            for (const [field, { back = '—' }] of Object.entries<Kept<never>>(keeps[group])) {
              const expected = COMES_BACK[back](field, origin, one, before.agenda.get('') ?? {});
              if (expected !== ANY) expect([group, key, field, one[field]]).toEqual([group, key, field, expected]);
            }
          }
        }
      }),
      { numRuns: runs(120) },
    );
  });
});

test.each(BOTH_WAYS)('a session until the end of the next day comes back out of %s', async format => {
  const source = given(`{id: x123, title: X, timezone: Europe/Paris, venue: V, days: [{date: 2018-03-26, sessions: [
    {id: long, time: "10:00-24:00+1", title: Long}, {id: late, time: "22:00+1-24:00+1", title: Late}]}]}`);
  const { write } = await FORMATS[format].write();
  const { agenda, faults } = await readAny(await write(source), {}, format);
  expect(faults).toEqual([]);
  const [before, after] = [source.agenda, agenda ?? source.agenda].map(one =>
    scheduledSessions(one).map(({ session, start, end }) => [session.id, start, end]),
  );
  expect(after).toEqual(before);
});
