import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { lint } from '../../../src/lint/lint.js';

const problems = (session: string, rest = '') =>
  lint(
    readYaml(
      `id: x\ntitle: X\ntimezone: UTC\n${rest}days:\n  - date: 2031-02-11\n    sessions:\n      - {${session}}\n`,
    ),
  ).map(({ message, hint }) => `${message} | ${hint}`);
const HEAD = 'id: a, time: 10:00-11:00, title: A';

describe('a word for a field or a choice is told what it is here', () => {
  test.each([
    ['chair: [okoro]', 'a session has no field "chair" | did you mean moderators?'],
    ['location: hall', 'a session has no field "location" | did you mean room?'],
    ['venue: hall', 'a session has no field "venue" | did you mean room?'],
    ['salle: hall', 'a session has no field "salle" | did you mean room?'],
    ['abstract: text', 'a session has no field "abstract" | did you mean description?'],
    ['start: 10h', 'a session has no field "start" | write both in one field: time: 10:00-10:30'],
    ['type: lunch', '"lunch" is not a type | did you mean break?'],
    ['type: coffee break', '"coffee break" is not a type | did you mean break?'],
    ['type: roundtable', '"roundtable" is not a type | did you mean panel?'],
    ['status: postponed', '"postponed" is not a status | did you mean tentative?'],
    ['status: TBC', '"TBC" is not a status | did you mean tentative?'],
  ])('%s', (field, found) => expect(problems(`${HEAD}, ${field}`)).toEqual([found]));

  test.each([
    ['tite', 'id: a, time: 10:00-11:00, tite: A', 'a session has no field "tite" | did you mean title?'],
    ['name', 'id: a, time: 10:00-11:00, name: A', 'a session has no field "name" | did you mean title?'],
  ])('%s explains why the title is missing: one finding', (_, session, found) =>
    expect(problems(session)).toEqual([found]),
  );

  test('a field that is missing besides is told', () => {
    expect(problems('id: a, titel: A')).toEqual([
      'a session needs time | add `time:` with start and end, such as 10:00-10:30',
      'a session has no field "titel" | did you mean title?',
    ]);
  });
});

test.each([
  ['where lines could not be read, since it may be named there', '? {a: b}\n: c\ntitle: home', []],
  ['elsewhere', 'title: home', ['unused-room']],
])('an unused room is told %s', (_, title, found) => {
  const text = `id: x\n${title}\ntimezone: UTC\nrooms: {hall: Hall, foyer: Foyer}\ndays: [{date: 2031-02-11, sessions: [{id: a, title: A, time: 10:00-11:00, room: foyer}]}]\n`;
  expect(lint(readYaml(text)).map(({ rule }) => rule)).toEqual(found.length === 0 ? ['syntax'] : found);
});
