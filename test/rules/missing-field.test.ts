import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';

/** The hints for what is missing in an agenda. */
function hints(agenda: string): (string | null)[] {
  return lint(read(agenda)).flatMap(({ rule, hint }) => (rule === 'missing-field' ? [hint] : []));
}

const HEAD = 'id: a\ntitle: A\ntimezone: Europe/Paris\n';
const DAY = `${HEAD}days:\n  - date: 2018-03-26\n    sessions:\n`;

test.each([
  ['an id', 'title: A\ntimezone: Europe/Paris\ndays: []\n', 'add `id: a`, or a short name for calendars'],
  ['a title', 'id: a\ntimezone: Europe/Paris\ndays: []\n', 'add `title:` with the name of the conference'],
  [
    'a zone',
    'id: a\ntitle: A\ndays: []\n',
    'add `timezone:` with the IANA zone of the times, such as America/New_York',
  ],
  ['days', HEAD, 'add `days:` with a list of days and their sessions'],
  [
    'a zone after its field',
    'id: a\ntitle: A\ntimezone:\ndays: []\n',
    'after `timezone:`, write the IANA zone of the times, such as America/New_York',
  ],
  ['a date', `${HEAD}days:\n  - sessions: []\n`, 'add `date:` with the date of the day, such as 2018-03-26'],
  ['sessions', `${HEAD}days:\n  - date: 2018-03-26\n`, 'add `sessions:` with a list of the sessions of the day'],
  [
    'the id of a session',
    `${DAY}      - {time: 10:00-10:30, title: S}\n`,
    'add `id: s`, or a name that no other session has',
  ],
  ['its time', `${DAY}      - {id: s, title: S}\n`, 'add `time:` with start and end, such as 10:00-10:30'],
  ['its title', `${DAY}      - {id: s, time: 10:00-10:30}\n`, 'add `title:` with the name of the session'],
  [
    'its title after the field',
    `${DAY}      - {id: s, time: 10:00-10:30, title: }\n`,
    'after `title:`, write the name of the session',
  ],
  ['the name of a room', `${HEAD}rooms:\n  hall: {floor: "1"}\ndays: []\n`, 'add `name:` with the name on the door'],
  ['a room', `${HEAD}rooms:\n  hall:\ndays: []\n`, 'after the colon, write the name on the door'],
  [
    'the name of a person',
    `${HEAD}people:\n  ada: {org: X}\ndays: []\n`,
    'add `name:` with the name as printed, without honorific',
  ],
  ['a person', `${HEAD}people:\n  ada:\ndays: []\n`, 'add `name:` with the name as printed, without honorific'],
  [
    'a person where they speak',
    `${DAY}      - {id: s, time: 10:00-10:30, title: S, speakers: [{role: chair}]}\n`,
    'add `name:` with the name as printed, without honorific',
  ],
  [
    'the person of an appearance',
    `${DAY}      - {id: s, time: 10:00-10:30, title: S, speakers: [{person: }]}\n`,
    'after `person:`, write the id of a person in people',
  ],
])('the hint says what to add for %s', (_, agenda, hint) => {
  expect(hints(agenda)).toEqual([hint]);
});
