import { describe, expect, test } from 'vitest';
import { compare, stateOf } from '../../src/diff/compare.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';

/** An agenda with these sessions, each as flow YAML, on 26 March; `~` before one puts it on the next day. */
function agenda(sessions: readonly string[], head = 'timezone: Europe/Paris'): Agenda {
  const of = (later: boolean) =>
    sessions
      .filter(one => one.startsWith('~') === later)
      .map(one => `      - {${one.replace('~', '')}}\n`)
      .join('');
  const { agenda: found } = readYaml(
    `id: a\ntitle: A\n${head}\nrooms: {r: Room R, q: Room Q}\npeople: {ada: {name: Ada Reef}, ben: {name: Ben Hill}}\n` +
      `days:\n  - date: 2018-03-26\n    sessions:\n${of(false)}  - date: 2018-03-27\n    sessions:\n${of(true)}`,
  );
  if (found === undefined) throw new Error('no agenda');
  return found;
}

/** What is told of the sessions: `moved x: start, end`. */
const told = (old: Agenda, now: Agenda) =>
  compare(old, now).sessions.map(
    one => `${one.change} ${stateOf(one).key}: ${one.fields.map(({ field }) => field).join(', ')}`,
  );

const TALK = 'time: 10:00-11:00, title: A talk';
const ADA = 'speakers: [ada]';

describe('a session under another id', () => {
  test.each<[what: string, old: string[], now: string[], told: string[]]>([
    ['the same in all else', [`id: a, ${TALK}`], [`id: b, ${TALK}`], ['changed b: id']],
    [
      'with the same title and people',
      [`id: a, ${TALK}, ${ADA}`],
      [`~id: b, time: 14:00-15:00, title: A TALK, ${ADA}, room: r`],
      ['moved b: id, date, start, end, rooms, title'],
    ],
    [
      'with the same title and start',
      [`id: a, ${TALK}, ${ADA}`],
      [`id: b, ${TALK}, speakers: [ben], room: r`],
      ['moved b: id, rooms, speakers'],
    ],
    [
      'with the same title and room, on the same day',
      [`id: a, ${TALK}, room: r`],
      ['id: b, time: 12:00-13:00, title: A talk, room: r'],
      ['moved b: id, start, end'],
    ],
    [
      'with the same people, start and room',
      [`id: a, ${TALK}, ${ADA}, room: r`],
      [`id: b, time: 10:00-11:00, title: Another, ${ADA}, room: r`],
      ['changed b: id, title'],
    ],
    [
      'with a title in one more language',
      [`id: a, time: 10:00-11:00, title: {en: A talk}`],
      [`id: b, time: 10:00-11:00, title: {en: A talk, fr: Une conférence}`],
      ['changed b: id, title'],
    ],
  ])('is found: %s', (_, old, now, expected) => {
    expect(told(agenda(old), agenda(now))).toEqual(expected);
  });

  const GONE = 'removed a';
  test.each<[what: string, old: string[], now: string[]]>([
    ['the title alone is the same', [`id: a, ${TALK}`], ['id: b, time: 12:00-13:00, title: A talk']],
    [
      'the same title and room on another day',
      [`id: a, ${TALK}, room: r`],
      ['~id: b, time: 12:00-13:00, title: A talk, room: r'],
    ],
    [
      'the same start and room, and no people',
      [`id: a, ${TALK}, room: r`],
      ['id: b, time: 10:00-11:00, title: Another, room: r'],
    ],
    [
      'two could be it in new',
      [`id: a, ${TALK}, ${ADA}`],
      [`id: b, time: 12:00-13:00, title: A talk, ${ADA}`, `id: c, time: 14:00-15:00, title: A talk, ${ADA}`],
    ],
    [
      'two could be it in old',
      [`id: a, ${TALK}, ${ADA}`, `id: c, time: 14:00-15:00, title: A talk, ${ADA}`],
      [`id: b, time: 12:00-13:00, title: A talk, ${ADA}`],
    ],
    ['nothing but a title could be read', ['id: a, title: A talk'], ['id: b, title: A talk']],
  ])('is not looked for: %s', (_, old, now) => {
    const changes = compare(agenda(old), agenda(now)).sessions;
    expect(changes.map(({ change }) => change)).not.toContain('changed');
    expect(changes.map(({ change }) => change)).not.toContain('moved');
    expect(changes.map(one => `${one.change} ${stateOf(one).key}`)).toContain(GONE);
    expect(changes).toHaveLength(old.length + now.length);
  });

  test('is the whole of its parts as before', () => {
    const part = (id: string) => `id: ${id}, ${TALK}, sessions: [{id: part, time: 10:00-10:30, title: Part}]`;
    expect(told(agenda([part('a')]), agenda([part('b')]))).toEqual(['changed b: id']);
  });

  test('is no other when both ids are there', () => {
    expect(told(agenda([`id: a, ${TALK}`]), agenda([`id: a, time: 12:00-13:00, title: X`, `id: b, ${TALK}`]))).toEqual([
      expect.stringMatching(/^new b: /),
      'moved a: start, end, title',
    ]);
  });
});

describe('what a reader cannot tell apart', () => {
  const one = [`id: a, ${TALK}, ${ADA}, room: r`];
  test('people and rooms under other ids', () => {
    const other = structuredClone(agenda(one)) as unknown as {
      rooms: { id: string }[];
      people: { id: string }[];
      days: { sessions: { rooms: string[]; speakers: { person: string }[] }[] }[];
    };
    for (const room of other.rooms) if (room.id === 'r') room.id = 'r-1';
    for (const person of other.people) if (person.id === 'ada') person.id = 'p-7';
    const [session] = other.days[0]?.sessions ?? [];
    if (session === undefined) throw new Error('no session');
    session.rooms = ['r-1'];
    session.speakers = [{ ...session.speakers[0], person: 'p-7' }];
    const comparison = compare(agenda(one), other as unknown as Agenda);
    expect([comparison.agenda, comparison.sessions]).toEqual([[], []]);
  });

  test.each([
    ['the same clocks in another zone', 'timezone: Europe/Paris', 'timezone: Europe/London', '10:00-11:00'],
    ['the same instants in another zone', 'timezone: Europe/Paris', 'timezone: Europe/London', '09:00-10:00'],
  ])('%s: the zone alone is told', (_, before, after, time) => {
    const now = agenda([`id: a, time: ${time}, title: A talk, ${ADA}, room: r`], after);
    const { agenda: head, sessions } = compare(agenda(one, before), now);
    expect([head.map(({ field }) => field), sessions]).toEqual([['timezone'], []]);
  });

  test('the day of the same instant in another zone', () => {
    const late = agenda(['id: a, time: 23:00-23:30, title: A'], 'timezone: Europe/London');
    const early = agenda(['~id: a, time: 00:00-00:30, title: A'], 'timezone: Europe/Paris');
    expect(told(late, early)).toEqual([]);
  });

  test.each([
    ['language: fr', 'language: en', ['language']],
    ['timezone: Europe/Paris', 'language: en', ['language']],
  ])('a text in the only language of each: %s, %s', (before, after, fields) => {
    const zone = 'timezone: Europe/Paris';
    const [old, now] = [agenda(one, `${zone}\n${before === zone ? '' : before}`), agenda(one, `${zone}\n${after}`)];
    const comparison = compare(old, now);
    expect(comparison.agenda.map(({ field }) => field)).toEqual(fields);
    expect(comparison.sessions).toEqual([]);
  });

  test.each([
    ['composed and decomposed letters', 'Zoé', 'Zoe\u0301'],
    ['one blank and several', 'a b', 'a  b'],
    ['blanks around', 'a', '" a "'],
  ])('%s', (_, before, after) => {
    expect(
      told(
        agenda([`id: a, time: 10:00-11:00, title: ${before}`]),
        agenda([`id: a, time: 10:00-11:00, title: ${after}`]),
      ),
    ).toEqual([]);
  });

  test.each([
    ['another case', 'Talk', 'talk'],
    ['another accent', 'Zoé', 'Zoe'],
    ['another line', '"a\\n\\nb"', '"a b"'],
  ])('but not %s', (_, before, after) => {
    expect(
      told(
        agenda([`id: a, time: 10:00-11:00, title: ${before}`]),
        agenda([`id: a, time: 10:00-11:00, title: ${after}`]),
      ),
    ).toEqual(['changed a: title']);
  });
});

describe('what happened to a session', () => {
  test.each<[before: string, after: string, told: string]>([
    [TALK, `${TALK}, status: cancelled`, 'cancelled a: status'],
    [`${TALK}, status: cancelled`, TALK, 'changed a: status'],
    [`${TALK}, status: confirmed`, TALK, ''],
    [TALK, 'time: 10:30-11:30, title: A talk', 'moved a: start, end'],
    [TALK, 'time: 10:00-11:30, title: A talk', 'moved a: end, minutes'],
    [TALK, 'time: 10:00-, title: A talk', 'moved a: end, minutes'],
    [TALK, `${TALK}, room: q`, 'moved a: rooms'],
    [`${TALK}, room: [r, q]`, `${TALK}, room: [q, r]`, ''],
    [`${TALK}, speakers: [ada, ben]`, `${TALK}, speakers: [ben, ada]`, 'changed a: speakers'],
    [`${TALK}, speakers: [{person: ada, note: video}]`, `${TALK}, speakers: [ada]`, 'changed a: speakers.ada.note'],
    [`${TALK}, speakers: [ada]`, `${TALK}, moderators: [ada]`, 'changed a: moderators, speakers'],
    [`${TALK}, tags: [x, y]`, `${TALK}, tags: [y, x]`, ''],
    [TALK, `${TALK}, type: panel`, 'changed a: type'],
    [`${TALK}, status: cancelled`, `time: 12:00-13:00, title: A talk, status: cancelled`, 'moved a: start, end'],
  ])('%s → %s: %s', (before, after, expected) => {
    const found = told(agenda([`id: a, ${before}`]), agenda([`id: a, ${after}`]));
    expect(found).toEqual(expected === '' ? [] : [expected]);
  });

  test('two sessions with one id are each compared with their own', () => {
    const twice = [`id: a, ${TALK}`, 'id: a, time: 12:00-13:00, title: B'];
    expect(told(agenda(twice), agenda(twice))).toEqual([]);
    expect(told(agenda(twice), agenda([twice[0] ?? '', 'id: a, time: 12:00-13:00, title: C']))).toEqual([
      'changed a/2: title',
    ]);
  });
});
