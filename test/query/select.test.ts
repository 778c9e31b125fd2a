import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';
import { type Filters, select } from '../../src/query/select.js';
import { runs } from '../support/runs.js';

function agendaOf(yaml: string): Agenda {
  const { agenda } = readYaml(yaml);
  if (agenda === undefined) throw new Error('the fixture is no agenda');
  return agenda;
}

/** The ids of the chosen sessions, or what is said of a word that names nothing. */
function chosen(agenda: Agenda, filters: Filters): readonly string[] | string {
  const found = select(agenda, filters);
  return 'choices' in found ? `no ${found.filter} ${found.value}` : found.map(({ session }) => session.id);
}

const COMMAS = agendaOf(`id: x
title: X
timezone: UTC
rooms: {hall: "Hall A, north", foyer: Foyer}
days:
  - date: 2018-03-26
    sessions:
      - {id: society, time: 09:00-10:00, title: One, track: Society, room: hall, speakers: [{name: "Silva, Maria"}]}
      - {id: both, time: 10:00-11:00, title: "Two, or more", track: "Society, culture", speakers: [{name: John Silva}]}
      - {id: health, time: 11:00-12:00, title: Three, track: Health, room: foyer, speakers: [{name: Kim}]}
`);

describe('a value with a comma is tried whole before it is divided', () => {
  test.each<[string, Filters, readonly string[] | string]>([
    ['a track with a comma', { track: ['Society, culture'] }, ['both']],
    ['in any case', { track: [' SOCIETY, Culture '] }, ['both']],
    ['a track that begins like it', { track: ['Society'] }, ['society']],
    ['two tracks', { track: ['Society,Health'] }, ['society', 'health']],
    ['a track with a comma among others', { track: ['Health, Society, culture'] }, ['both', 'health']],
    ['the longest name first', { track: ['Society, culture, Society'] }, ['society', 'both']],
    ['a track that there is none of', { track: ['Society, cultures'] }, 'no track cultures'],
    ['a room by a name with a comma', { room: ['hall a, NORTH'] }, ['society']],
    ['rooms by name and id', { room: ['Hall A, north,foyer'] }, ['society', 'health']],
    ['a room that there is none of', { room: ['foyer, south'] }, 'no room south'],
    ['someone as a list of names has them', { speaker: ['Silva, Maria'] }, ['society']],
    ['two people', { speaker: ['Kim, Maria'] }, ['society', 'health']],
    ['someone whom nobody knows among others', { speaker: ['Nobody, Kim'] }, ['health']],
    ['a text with a comma', { search: ['two, OR'] }, ['both']],
    ['two texts', { search: ['two, three'] }, ['both', 'health']],
    ['types', { type: ['session, panel'] }, ['society', 'both', 'health']],
    ['days', { day: ['1,2018-03-26'] }, ['society', 'both', 'health']],
    ['a day that there is none of', { day: ['1,2'] }, 'no day 2'],
    ['a day by its name, among others', { day: ['tue, Monday'] }, 'no day tue'],
    ['days by name', { day: ['monday'] }, ['society', 'both', 'health']],
    ['a status', { status: ['Confirmed'] }, ['society', 'both', 'health']],
    ['a status that no session has', { status: ['cancelled'] }, []],
    ['a status that there is none of', { status: ['canceled'] }, 'no status canceled'],
    ['values that are repeated', { track: ['Society, culture', 'Health'] }, ['both', 'health']],
  ])('%s', (_, filters, expected) => {
    expect(chosen(COMMAS, filters)).toEqual(expected);
  });

  test('every track can be asked for, whatever commas are in its name', () => {
    const piece = fc.constantFrom('Society', 'culture', 'Health', 'a, b', 'café');
    const name = fc.array(piece, { minLength: 1, maxLength: 5 }).map(pieces => pieces.join(', '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), names => {
        const lines = names.map(
          (track, i) => `{id: s${i}, time: 10:00-11:00, title: T, track: ${JSON.stringify(track)}}`,
        );
        const agenda = agendaOf(
          `{id: x, title: X, timezone: UTC, days: [{date: 2018-03-26, sessions: [${lines.join(', ')}]}]}`,
        );
        for (const [i, track] of names.entries()) expect(chosen(agenda, { track: [track] })).toEqual([`s${i}`]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('a value of many commas is divided in as many looks as it has pieces, not their square', () => {
    let looks = 0;
    const name = new Proxy(
      { und: 'Hall' },
      {
        ownKeys: text => {
          looks++;
          return Reflect.ownKeys(text);
        },
      },
    );
    const agenda: Agenda = { ...COMMAS, rooms: [{ id: 'hall', name }] };
    const looksOf = (pieces: number) => {
      looks = 0;
      chosen(agenda, { room: [Array(pieces).fill('Hall').join()] });
      return looks;
    };
    expect(looksOf(1000)).toBeLessThan(12 * looksOf(100));
  });
});

test('the tracks to choose from are named in the language of the agenda, each once', () => {
  const agenda = agendaOf(`id: x
title: X
timezone: UTC
language: fr
days:
  - date: 2018-03-26
    sessions:
      - {id: a, time: 09:00-10:00, title: A, track: {en: Health, fr: Santé}}
      - {id: b, time: 10:00-11:00, title: B, track: {fr: santé, en: Health}}
      - {id: c, time: 11:00-12:00, title: C, track: Culture}
`);
  expect(chosen(agenda, { track: ['health'] })).toEqual(['a', 'b']);
  expect(select(agenda, { track: ['x'] })).toEqual({ filter: 'track', value: 'x', choices: ['santé', 'Culture'] });
});
