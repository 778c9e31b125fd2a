import { expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';
import { leafSessions } from '../../src/query/leaves.js';
import { nearestPeople } from '../../src/query/people.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';

function read(sessions: string, head = ''): Agenda {
  const { agenda } = readYaml(
    `id: x\ntitle: X\ntimezone: UTC\n${head}days: [{date: 2018-03-26, sessions: [${sessions}]}]\n`,
  );
  if (agenda === undefined) throw new Error('no agenda');
  return agenda;
}

// Whoever eats or takes the bus is not in the hall: with its room, all of these would clash there with what is.
test.each([
  ['session', ['hall']],
  ['plenary', ['hall']],
  ['workshop', ['hall']],
  ['break', []],
  ['registration', []],
  ['social', []],
  ['side-event', []],
])('a %s without a room of its own takes of the agenda %j', (type, rooms) => {
  const agenda = read(`{id: a, time: 10:00-11:00, title: A, type: ${type}}`, 'room: hall\nrooms: {hall: Hall}\n');
  expect(scheduledSessions(agenda).map(entry => entry.rooms)).toEqual([rooms]);
});

// A session is left out of overlaps for its parts, which stand for it; cancelled ones do not.
test.each([
  ['none of its parts is cancelled', '', '', ['one', 'two']],
  ['one of its parts is cancelled', ', status: cancelled', '', ['two']],
  ['all of its parts are cancelled', ', status: cancelled', ', status: cancelled', ['whole']],
])('a session takes place itself where %s: %s%s', (_, one, two, expected) => {
  const agenda = read(`{id: whole, time: 10:00-12:00, title: W, sessions: [
    {id: one, time: 10:00-11:00, title: A${one}}, {id: two, time: 11:00-12:00, title: B${two}}]}`);
  expect(leafSessions(agenda).map(({ entry }) => entry.session.id)).toEqual(expected);
});

// Of names that are nearly as near, all are meant; of others, the nearest.
test.each([
  ['bergen', ['Ann Bergan', 'Bo Bargan']],
  ['bergan', ['Ann Bergan', 'Bo Bargan']],
])('for %j the names that are nearly as near as the nearest are %j', (query, names) => {
  const agenda = read(
    '{id: a, time: 10:00-11:00, title: A, speakers: [ann, bo, cy]}',
    'people: {ann: {name: Ann Bergan}, bo: {name: Bo Bargan}, cy: {name: Cy Bargax}}\n',
  );
  expect(nearestPeople(agenda, query)).toEqual(names);
});

// Half of a name is the name of many: whoever looks for "Anna Karenina" does not mean every Anna.
test.each([
  ['anna', ['Anna Berg']],
  ['anna brg', ['Anna Berg']],
  ['anna karenina', []],
  ['anna karenina berg', ['Anna Berg']],
  ['karenina', []],
])('for %j the names that are near are %j', (query, names) => {
  const agenda = read('{id: a, time: 10:00-11:00, title: A, speakers: [ann]}', 'people: {ann: {name: Anna Berg}}\n');
  expect(nearestPeople(agenda, query)).toEqual(names);
});
