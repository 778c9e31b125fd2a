import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { edits } from '../support/edits.js';
import { complete, whole } from '../support/example.js';
import { ROOT } from '../support/run.js';

describe('a suggestion mends what it stands by', () => {
  test('in the bad examples of rules', async () => {
    const found = await Promise.all(Object.values<Rule>(RULES).map(rule => edits(whole(rule, rule.bad))));
    expect(found.flat()).toEqual([
      'syntax: Opening: welcome → "Opening: welcome"',
      'unknown-field: trak → track',
      'wrong-type: about 90 → 90',
      'bad-id: Séance 1 → seance-1',
      'bad-date: 26/03/2018 → 2018-03-26',
      'bad-timezone: New York → America/New_York',
      'bad-language: english → en',
      'bad-url: www.example.org → https://www.example.org',
      'unknown-type: brake → break',
      'quote-this: no → "no"',
      'duplicate-id: opening → welcome',
      'unknown-person: arbor → arbour',
      'unknown-room: hal → hall',
      'ends-before-start: 11:40-1:10 → 11:40-13:10',
      'markup: Questions &amp; answers → "Questions & answers"',
    ]);
  });

  test.each([
    [
      'examples/draft.yaml',
      [
        'unknown-person: okafo → okafor',
        'syntax: Rising tides: what a harbour can do → "Rising tides: what a harbour can do"',
        'ends-before-start: 11:40-1:10 → 11:40-13:10',
      ],
    ],
    // The times are right then, so that something else about them can be wrong.
    [
      'test/given/nasty.yaml',
      [
        'ends-before-start: 18:00-17:00 → 17:00-18:00; out-of-order "backwards" starts at 17:00, below "after-midnight" at 00:30+1',
      ],
    ],
    ['test/given/elsewhere.yaml', []],
    ['test/given/clients/awkward.yaml', []],
    ['data/idm-2018.yaml', []],
    ...['schedules', 'calendars', 'tables'].flatMap(folder =>
      readdirSync(`${ROOT}test/given/${folder}`).map((name): [string, string[]] => [
        `test/given/${folder}/${name}`,
        [],
      ]),
    ),
  ])('in %s', async (file, expected) => {
    expect(await edits(readFileSync(ROOT + file, 'utf8'), file)).toEqual(expected);
  });

  const session = (fields: string) => `id: a
title: A
timezone: Europe/Paris
rooms: {hall: Hall, "no": Nest, "Big hall": Big}
people: {okafor: {name: Ada Okafor, org: X}}
days:
  - date: 2018-03-26
    sessions:
      - {id: s, time: 10:00-11:00, title: S, ${fields}}
`;

  test.each([
    ['of one room', session('room: hal'), 'unknown-room: hal → hall'],
    ['in a list', session('room: [hal]'), 'unknown-room: hal → hall'],
    ['of a person', session('speakers: [okafro]'), 'unknown-person: okafro → okafor'],
    ['of a person without a list', session('speakers: okafro'), 'wrong-type: okafro → [okafor]'],
    [
      'of a person with a role',
      session('speakers: [{person: okafro, role: chair}]'),
      'unknown-person: okafro → okafor',
    ],
    ['in double quotes', session('speakers: ["okafro"]'), 'unknown-person: "okafro" → "okafor"'],
    ['in single quotes', session("speakers: ['okafro']"), "unknown-person: 'okafro' → 'okafor'"],
    ['that needs quotes', session('room: noo'), 'unknown-room: noo → "no"'],
    ['of a field', session('"subtitel": B'), 'unknown-field: "subtitel" → "subtitle"'],
    ['of a list that lost a bracket', session('tags: "a, b]"'), 'wrong-type: "a, b]" → [a, b]'],
    ['of a type', session('type: brake'), 'unknown-type: brake → break'],
    ['of a status', session('status: canceled'), 'wrong-type: canceled → cancelled'],
    ['of a language', session('languages: [english]'), 'bad-language: english → en'],
    ['of the key of a text', session('subtitle: {fr_FR: B}'), 'bad-language: fr_FR → fr-FR'],
    [
      'of a URL',
      session('url: "www.example.org/a?b=c#d"'),
      'bad-url: "www.example.org/a?b=c#d" → "https://www.example.org/a?b=c#d"',
    ],
    [
      'of a URL without quotes',
      session('url: www.example.org/a?b'),
      'bad-url: www.example.org/a?b → "https://www.example.org/a?b"',
    ],
    [
      'of a time',
      session('x: 1').replace('time: 10:00-11:00', 'time: 1O:00-11:00').replace(', x: 1', ''),
      'bad-time: 1O:00-11:00 → 10:00-11:00',
    ],
    ['of a flag', complete('rooms: {hall: {name: H, shared: yes}}\nroom: hall\ndays: []\n'), 'wrong-type: yes → true'],
    ['of the day of the last change', complete('updated: 2018/3/1\ndays: []\n'), 'bad-date: 2018/3/1 → 2018-03-01'],
    ['of a zone', complete('timezone: Europe/Pariss\ndays: []\n'), 'bad-timezone: Europe/Pariss → Europe/Paris'],
    ['of a rule', complete('lint: {room-clas: off}\ndays: []\n'), 'unknown-field: room-clas → room-clash'],
    [
      'of a rule in an ignore',
      complete('# idm-ignore no-afiliation, room-clas: both agreed\ndays: []\n'),
      'unused-ignore: no-afiliation → no-affiliation; unused-ignore this ignore silences nothing: there is no no-affiliation here',
      'unused-ignore: room-clas → room-clash; unused-ignore this ignore silences nothing: there is no room-clash here',
    ],
    [
      'in JSON',
      '{"id": "a", "title": "A", "timezone": "Europe/Pariss", "days": []}',
      'bad-timezone: "Europe/Pariss" → "Europe/Paris"',
    ],
    [
      'behind an anchor',
      complete('timezone: &zone Europe/Pariss\ndays: []\n'),
      'bad-timezone: Europe/Pariss → Europe/Paris',
    ],
  ])('%s', async (_, text, ...expected) => {
    expect(await edits(text)).toEqual(expected);
  });

  const block = (fields: string) =>
    `${session('x: y').replace(/- \{id: s.*\}/, '- id: s')}        title: S\n${fields.replace(/^/gm, '        ')}\n`;
  const time = 'time: 10:00-11:00\n';

  test.each([
    ['moderator: okafor', `${time}moderator: okafor`, 'moderator: okafor → moderators: [okafor]'],
    ['a synonym of moderators', `${time}chair: "okafor"`, 'chair: "okafor" → moderators: [okafor]'],
    ['start and end', 'start: 9h\nend: 10h30', 'start: 9h\n        end: 10h30 → time: 09:00-10:30'],
    ['end and start', 'end: "10:30"\nstart: 09:00', 'end: "10:30"\n        start: 09:00 → time: 09:00-10:30'],
    ['from and to', 'from: 09:00\nto: 10:30', 'from: 09:00\n        to: 10:30 → time: 09:00-10:30'],
  ])('of fields: %s', async (_, fields, expected) => {
    const speaks = fields.includes('okafor') ? '' : '\nspeakers: [okafor]';
    expect(await edits(block(fields + speaks))).toEqual([`unknown-field: ${expected}`]);
    const inBraces = block(fields + speaks).replace(/- id: s\n(.*)$/s, (_, lines: string) => {
      return `- {id: s, ${lines.trim().split(/\n\s*/).join(', ')}}\n`;
    });
    expect(await edits(inBraces)).toEqual([`unknown-field: ${expected.replace(/\n\s*/, ', ')}`]);
  });

  test.each([
    ['a comment stands between', 'start: 10:00 # doors\nend: 11:00\nspeakers: [okafor]'],
    ['another field stands between', 'start: 10:00\ntype: panel\nend: 11:00\nspeakers: [okafor]'],
    ['one of the two is no time', 'start: early\nend: 11:00\nspeakers: [okafor]'],
    ['there is no end', 'start: 10:00\nspeakers: [okafor]'],
    ['there is a time as well', `${time}start: 10:00\nend: 11:00\nspeakers: [okafor]`],
    ['the value goes over two lines', `${time}moderator: >\n  okafor`],
  ])('but there is none for fields where %s', async (_, fields) => {
    expect(await edits(block(fields))).toEqual([]);
  });

  test.each([
    ['no word is near', session('room: xyz')],
    ['the id that is near is none itself', session('room: Big hal')],
    ['it is unknown what the syntax was meant to be', block(`${time}languages: [en\n}\nmoderator: okafor`)],
    ['the id is one that sessions refer to', complete('rooms: {Hall A: Hall}\nroom: Hall A\ndays: []\n')],
    ['the room is there already', session('room: [hall, hal]')],
    ['the person is there already', session('moderators: [okafor], speakers: [okafro]')],
    ['the date may be two', complete('updated: 3/4/2018\ndays: []\n')],
    ['the language is there already', session('subtitle: {fr_FR: B, fr-FR: C}')],
    ['the text goes over two lines', complete('timezone: >\n  Europe/Pariss\ndays: []\n')],
  ])('but there is none where %s', async (_, text) => {
    expect(await edits(text)).toEqual([]);
  });

  test.each([
    [
      'a table',
      'title,date,start,end,timezone,url\nA,2018-03-26,10:00,11:00,"Europe/Pariss",www.example.org\n',
      'a.csv',
      'bad-timezone: "Europe/Pariss" → Europe/Paris',
      'bad-url: www.example.org → https://www.example.org',
    ],
    [
      'a table with American dates',
      'title,date,start\nA,2018-26-03,10:00\n',
      'a.csv',
      'bad-date: 2018-26-03 → 2018-03-26',
    ],
    [
      'a schedule in XML',
      '<schedule><conference><title>A</title><time_zone_name> Europe/Pariss </time_zone_name></conference></schedule>',
      'a.xml',
      'bad-timezone: Europe/Pariss → Europe/Paris',
    ],
    [
      'a schedule in JSON',
      '{"schedule": {"conference": {"title": "A", "time_zone_name": "Europe/Pariss", "days": [{"date": "2018-03-26", "rooms": {"R": [{"title": "T", "start": "10:00", "language": "english"}]}}]}}}',
      'a.json',
      'bad-timezone: Europe/Pariss → Europe/Paris',
      'bad-language: english → en',
    ],
    [
      'a calendar, whose lines hold more than their values',
      'BEGIN:VCALENDAR\nURL:www.example.org\nEND:VCALENDAR\n',
      'a.ics',
    ],
  ])('in %s', async (_, text, file, ...expected) => {
    expect(await edits(text, file)).toEqual(expected);
  });
});
