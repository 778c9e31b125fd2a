import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';

const long = (text: string) => text.repeat(150);
const [HALL, ANNEX, ADA, BOB, NOBODY] = [long('hall'), long('annex'), long('ada'), long('bob'), long('nobody')];

/** Rooms, people and ids of hundreds of letters, which the findings of many rules name. */
const AGENDA = `id: a
title: A
timezone: Europe/Paris
rooms:
  ${HALL}: Hall
  ${ANNEX}: Annex
  ${long('empty')}: Empty
people:
  ${ADA}: {name: ${long('Ada ')}, org: X}
  ${BOB}: {name: ${long('Bob ')}}
  ${long('absent')}: {name: Absent, org: X}
days:
  - date: 2018-03-26
    sessions:
      - {id: ${long('one')}, time: 10:00-11:00, title: ${long('?')}, room: ${HALL}, speakers: [${ADA}, ${ADA}], moderators: [${ADA}]}
      - {id: ${long('two')}, type: plenary, time: 10:30-11:30, title: Two, room: ${HALL}, speakers: [${ADA}, ${NOBODY}]}
      - {id: ${long('two')}, time: 11:30-12:00, title: Three, room: ${ANNEX}, speakers: [${ADA}, ${BOB}]}
      - {id: ${long('four')}, time: 11:45-12:00, title: Four, room: ${long('nowhere')}, speakers: [{name: ${long('Ada ')}, org: X}]}
      - {id: ${long('five')}, type: break, time: 09:45-12:00, title: Five, room: [], sessions: [{id: ${long('six')}, time: 08:00-08:30, title: Six}]}
      - {id: ${long('seven')}, time: 13:00-14:00, title: Seven, room: [${HALL}]}
      - {id: ${long('eight')}, time: 13:00-14:00, title: Eight, room: [${ANNEX}]}
# idm-ignore ${long('rule')}: of no rule
`;

test('no message and no hint repeats a text of hundreds of letters', () => {
  const problems = lint(read(AGENDA), { parallel: true });
  expect([...new Set(problems.map(({ rule }) => rule))].sort()).toEqual([
    'duplicate-id',
    'moderator-speaks',
    'no-affiliation',
    'out-of-order',
    'outside-parent',
    'parallel',
    'person-clash',
    'placeholder-text',
    'repeated-speaker',
    'room-change',
    'room-clash',
    'same-person-twice',
    'unknown-person',
    'unknown-room',
    'unused-ignore',
    'unused-person',
    'unused-room',
  ]);
  const texts = problems.flatMap(({ rule, message, hint }) => [`${rule}: ${message}`, `${rule}: ${hint}`]);
  expect(texts.filter(text => text.length > 400)).toEqual([]);
});
