import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/formats/agenda/read.js';
import { lint } from '../../../src/lint/lint.js';
import { ROOT, SHIPPED } from '../../support/run.js';
import { applied } from '../../support/slips.js';

const MONTAGNE = `${ROOT}test/given/slips/montagne.yaml`;

const AGENDA = `id: x
title: X
language: en
timezone: Europe/Paris
rooms:
  hall: Hall
  delta: Delta Room
people:
  okoro:
    name: Ines Okoro
    org: Port
  bui:
    name: Tam Bui
    org: Institute
days:
  - date: 2031-02-11
    title: Water
    sessions:
      - id: opening
        time: 09:00-09:30
        type: opening
        title: Opening
        room: hall
        speakers: [okoro]
      - id: tides
        time: 09:30-11:00
        title: { en: Tides, fr: Marées }
        room: delta
        speakers:
          - person: bui
            role: Discussant
      - id: sand
        time: 11:30-12:30
        title: "Sand"
`;

/** The agenda with one of its lines changed. */
function withSlip(line: string, by: string): string {
  expect(AGENDA).toContain(`${line}\n`);
  return AGENDA.replace(`${line}\n`, `${by}\n`);
}

describe('a slip of layout is one error: where it is, and what to type', () => {
  test.each<[slip: string, line: string, by: string, found: string]>([
    [
      'a field one space left',
      '        type: opening',
      '       type: opening',
      '21:8 this line begins one space left of its neighbours | indent it by 8 spaces',
    ],
    [
      'a field one space right',
      '        type: opening',
      '         type: opening',
      '21:10 this line begins one space right of its neighbours | indent it by 8 spaces',
    ],
    [
      'a person at the left margin',
      '  bui:',
      'bui:',
      '12:1 this line begins 2 spaces left of its neighbours | indent it by 2 spaces',
    ],
    [
      'a field of a person two spaces left, which is YAML all the same',
      '    org: Port',
      '  org: Port',
      '11:3 this line begins 2 spaces left of its neighbours | indent it by 4 spaces',
    ],
    [
      'a session two spaces left',
      '      - id: tides\n        time: 09:30-11:00\n        title: { en: Tides, fr: Marées }\n        room: delta\n        speakers:\n          - person: bui\n            role: Discussant',
      '    - id: tides\n      time: 09:30-11:00\n      title: { en: Tides, fr: Marées }\n      room: delta\n      speakers:\n        - person: bui\n          role: Discussant',
      '25:5 these 7 lines are indented by 4, their neighbours by 6 | indent the first by 6 spaces, and move the others with it',
    ],
    [
      'a dash forgotten',
      '      - id: tides',
      '        id: tides',
      '25:9 an item of a list without its dash | begin it with "- ", 6 spaces from the left: - id: tides',
    ],
    [
      'a dash without a space',
      '      - id: tides',
      '      -id: tides',
      '25:8 a dash without a space after it | write a space after the dash: - id: tides',
    ],
    [
      'another dash',
      '      - id: tides',
      '      – id: tides',
      '25:7 "–" where the dash of a list belongs | begin the item with "- ": - id: tides',
    ],
    [
      'a bullet',
      '          - person: bui',
      '          • person: bui',
      '30:11 "•" where the dash of a list belongs | begin the item with "- ": - person: bui',
    ],
    [
      'no space after a colon',
      '        time: 09:30-11:00',
      '        time:09:30-11:00',
      '26:13 a colon without a space after it | write a space after the colon: time: 09:30-11:00',
    ],
    [
      'no colon',
      '        room: delta',
      '        room delta',
      '28:13 the field room without its colon | write room: delta',
    ],
    ['no colon after a key of lines', '  bui:', '  bui', '12:6 "bui" without its colon | write bui:'],
    [
      'an open bracket',
      '        speakers: [okoro]',
      '        speakers: [okoro',
      '24:19 this [ is never closed | close it with ]: [okoro]',
    ],
    [
      'an open brace',
      '        title: { en: Tides, fr: Marées }',
      '        title: { en: Tides, fr: Marées',
      '27:16 this { is never closed | close it with }: { en: Tides, fr: Marées }',
    ],
    [
      'an open quote',
      '        title: "Sand"',
      '        title: "Sand',
      '34:16 a quote that is never closed | close it: "Sand"',
    ],
    [
      'a line that stands twice',
      '      - id: tides',
      '      - id: tides\n      - id: tides',
      '26:7 this line stands twice | take it out',
    ],
    [
      'a line pasted in between',
      '        room: delta',
      '        room: delta\nAfternoon session',
      '29:1 this line is not a field: it has no ": " | take it out, or begin it with # to make it a comment',
    ],
    [
      'a comment of another language',
      '        room: delta',
      '        room: delta\n        // to be confirmed',
      '29:9 a comment that begins with // | begin a comment with #',
    ],
    ['a tab', '        room: delta', '\troom: delta', '28:1 a tab in the indentation | indent it by 8 spaces'],
    [
      'a colon in a text',
      '        title: Opening',
      '        title: Opening: welcome',
      '22:23 a text with ": " in it | put the text in quotes: "Opening: welcome"',
    ],
    [
      'the dash of the first session forgotten',
      '      - id: opening',
      '        id: opening',
      '19:9 an item of a list without its dash | begin it with "- ", 6 spaces from the left: - id: opening',
    ],
    [
      'the dash of a day forgotten',
      '  - date: 2031-02-11',
      '    date: 2031-02-11',
      '16:5 an item of a list without its dash | begin it with "- ", 2 spaces from the left: - date: 2031-02-11',
    ],
    [
      'a key twice',
      '        room: delta',
      '        room: delta\n        room: delta',
      '29:9 this line stands twice | take it out',
    ],
    [
      'a quote before a field',
      '        room: delta',
      '        "room: delta',
      '28:9 a " before a field, which is never closed | take it out: room: delta',
    ],
    [
      'a quote far before a field',
      '        room: delta',
      '   "     room: delta',
      '28:4 a " before the field room | take it out, and indent room by 8 spaces',
    ],
    [
      'a brace before a field',
      '        time: 11:30-12:30',
      '     {time: 11:30-12:30',
      '33:6 "{" before the field time | take it out, and indent time by 8 spaces',
    ],
    [
      'a bracket before a key at the left margin',
      '  bui:',
      '[bui:',
      '12:1 "[" before the field bui | take it out, and indent bui by 2 spaces',
    ],
    [
      'a bracket before a field, which closes nothing',
      'people:',
      ']people:',
      '8:1 a ] before a field, which closes nothing | take it out: people:',
    ],
    [
      'a brace behind a dash',
      '      - id: tides',
      '      - {id: tides',
      '25:9 a { before a field, which is never closed | take it out: id: tides',
    ],
    [
      'a brace in the place of a bracket',
      '        speakers: [okoro]',
      '        speakers: [okoro}',
      '24:25 a [ and a }, which does not close it | write [ and ]: [okoro]',
    ],
    [
      'a bracket in the place of a brace',
      '        title: { en: Tides, fr: Marées }',
      '        title: [ en: Tides, fr: Marées }',
      '27:16 a [ and a }, which does not close it | write { and }: { en: Tides, fr: Marées }',
    ],
    [
      'a mark in the place of a colon',
      '    sessions:',
      '    sessions"',
      '18:13 " in the place of a colon | write sessions:',
    ],
    ['a mark behind a colon', '  bui:', '  bui:[', '12:7 [ behind the colon of bui | write bui:'],
    [
      'a field that is a comment of another language',
      '        type: opening',
      '        // type: opening',
      '21:9 a comment that begins with // | begin a comment with #',
    ],
    [
      'a comma forgotten between ids',
      '        title: "Sand"',
      '        title: "Sand"\n        speakers: [okoro bui]',
      '35:20 "okoro bui" is not in people | write each by itself: okoro, bui',
    ],
    [
      'an id broken in two, which makes an item of what follows',
      '  okoro:',
      '  ok\noro:',
      '9:5 this line is broken in two | join it with the next: okoro:',
    ],
    [
      'a dash too much, where those of days are',
      '        room: delta',
      '  -     room: delta',
      '28:3 "-" before the field room | take it out, and indent room by 8 spaces',
    ],
    [
      'a digit before a field',
      '        room: delta',
      '  3     room: delta',
      '28:3 "3" before the field room | take it out, and indent room by 8 spaces',
    ],
    [
      'a dash too much, far left',
      '        room: delta',
      ' -      room: delta',
      '28:2 "-" before the field room | take it out, and indent room by 8 spaces',
    ],
    [
      'a digit in the place of a dash',
      '          - person: bui',
      '          3 person: bui',
      '30:11 "3" where the dash of a list belongs | begin the item with "- ": - person: bui',
    ],
    [
      'a bracket closed at the left margin',
      '        speakers: [okoro]',
      '        speakers: [okoro\n]',
      '25:1 this ] begins no deeper than the field whose value it closes | indent it by 10 spaces',
    ],
    [
      'a name of a field broken in two',
      '        room: delta',
      '        ro\nom: delta',
      '28:11 this line is broken in two | join it with the next: room: delta',
    ],
    [
      'a time broken in two',
      '        time: 11:30-12:30',
      '        time: 11:30-12:\n30',
      '33:24 this line is broken in two | join it with the next: time: 11:30-12:30',
    ],
    [
      'braces broken in two',
      '        title: { en: Tides, fr: Marées }',
      '        title: { en: Tides, fr\n: Marées }',
      '27:31 this line is broken in two | join it with the next: title: { en: Tides, fr: Marées }',
    ],
    [
      'two lines in one',
      '        time: 09:00-09:30\n        type: opening',
      '        time: 09:00-09:30        type: opening',
      '20:26 the field type stands behind another line | begin a new line with it, indented by 8 spaces: type: opening',
    ],
    [
      'the first item of a list behind its key',
      '    sessions:\n      - id: opening',
      '    sessions:      - id: opening',
      '18:14 the field id stands behind another line | begin a new line with it, indented by 6 spaces: - id: opening',
    ],
  ])('%s', async (_, line, by, found) => {
    const text = withSlip(line, by);
    const problems = lint(await read(text));
    expect(problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint}`)).toEqual([
      found,
    ]);
    expect(lint(await read(applied(text, problems)))).toEqual([]);
  });
});

test.each<[slip: string, file: string, line: string, by: string, found: string]>([
  [
    'the dash of a day forgotten, behind a long day',
    SHIPPED,
    '  - date: 2018-03-27',
    '    date: 2018-03-27',
    '593:5 an item of a list without its dash | begin it with "- ", 2 spaces from the left: - date: 2018-03-27',
  ],
  [
    'the dash of the first session of a day forgotten',
    SHIPPED,
    '      - id: session-4',
    '        id: session-4',
    '596:9 an item of a list without its dash | begin it with "- ", 6 spaces from the left: - id: session-4',
  ],
  [
    'the dash of the first part of a session forgotten',
    SHIPPED,
    '          - id: panel-1',
    '            id: panel-1',
    '561:13 an item of a list without its dash | begin it with "- ", 10 spaces from the left: - id: panel-1',
  ],
  [
    'the dash of an item in a list of ids forgotten',
    SHIPPED,
    '          - ryder',
    '            ryder',
    '472:13 "fore ryder" is not in people | write each by itself: fore, ryder',
  ],
  [
    'an item in a list of ids one space right',
    SHIPPED,
    '          - ryder',
    '           - ryder',
    '472:13 "fore - ryder" is not in people | write each by itself: fore, ryder',
  ],
  [
    'a line of a folded text one space left, above a window that ends in one',
    SHIPPED,
    '            and what gets in',
    '           and what gets in',
    '622:12 this line begins one space left of its neighbours | indent it by 12 spaces',
  ],
  [
    'a tab in the last but one of the people',
    SHIPPED,
    '      fr: Directeur, Bureau des affaires',
    '\tfr: Directeur, Bureau des affaires',
    '410:1 a tab in the indentation | indent it by 6 spaces',
  ],
  [
    'the first of the people one space left, and not all others one space right',
    SHIPPED,
    '  swing:',
    ' swing:',
    '39:2 this line begins one space left of its neighbours | indent it by 2 spaces',
  ],
  [
    'the first of two languages one space right',
    SHIPPED,
    '          fr: >-\n            Le Directeur général de l’OIM ouvre',
    '           fr: >-\n            Le Directeur général de l’OIM ouvre',
    '464:12 this line begins one space right of its neighbours | indent it by 10 spaces',
  ],
  [
    'a colon forgotten, above lines that end in the middle of a session',
    SHIPPED,
    '      - id: session-2',
    '      - id session-2',
    '533:11 the field id without its colon | write id: session-2',
  ],
  [
    'a field of a day one space right, behind a long day',
    SHIPPED,
    '    title: { fr: Seconde',
    '     title: { fr: Seconde',
    '594:6 this line begins one space right of its neighbours | indent it by 4 spaces',
  ],
  [
    'the dash of the first session forgotten, in a list where its key stands',
    MONTAGNE,
    '    -   id: accueil',
    '        id: accueil',
    '15:9 an item of a list without its dash | begin it with "- ", 4 spaces from the left: - id: accueil',
  ],
  [
    'the field of lines twice',
    SHIPPED,
    '            description:\n              fr: >-\n                Ce que gouv',
    '            description:\n            description:\n              fr: >-\n                Ce que gouv',
    '584:13 this line stands twice | take it out',
  ],
])('in longer agendas: %s', async (_, file, line, by, found) => {
  const agenda = readFileSync(file, 'utf8');
  expect(agenda.split(`\n${line}`)).toHaveLength(2);
  const text = agenda.replace(`\n${line}`, `\n${by}`);
  const errors = async (of: string) => lint(await read(of), { least: 'error' });
  const problems = await errors(text);
  expect(problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint}`)).toEqual([found]);
  expect(await errors(applied(text, problems))).toEqual([]);
});

test.each([
  ['people:', 'peple:', ['8:1 an agenda has no field "peple"']],
  ['rooms:', 'rooms3:', ['5:1 an agenda has no field "rooms3"']],
  ['people:', 'people', ['8:7 the field people without its colon']],
  ['people:', 'people3', ['8:1 an agenda has no field "people3"', '8:8 "people3" without its colon']],
])('a list that cannot be read is told once, and not at each reference to it: %s → %s', async (line, by, found) => {
  const problems = lint(await read(AGENDA.replace(`\n${line}\n`, `\n${by}\n`)), { least: 'error' });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(found);
});

test.each<[slip: string, line: string, by: string, found: readonly string[]]>([
  [
    'an unknown field is a field of no other place',
    '    name: Ines Okoro',
    '    ne: Ines Okoro',
    ['9:3 a person needs name', '10:5 a person has no field "ne"'],
  ],
  [
    'a field of a room is no room',
    '  delta: Delta Room',
    '  delta:\n    n #xme: Delta Room\n    capacity: 60',
    ['7:3 a room needs name', '8:5 this line is not a field: it has no ": "'],
  ],
  [
    'what follows from an error of which it is not known what was meant is silent',
    'id: x',
    '{: x',
    ['2:1 this line does not fit the text above it'],
  ],
  [
    'where it is silent, other errors are not',
    '      - id: opening\n        time: 09:00-09:30',
    '      - id"x {opening\n        time: 09:00-9:70',
    [
      '19:9 this line is not a field: it has no ": "',
      '20:15 the time "09:00-9:70" has no time that can be read after the dash',
    ],
  ],
])('%s', async (_, line, by, found) => {
  expect(AGENDA).toContain(`${line}\n`);
  const problems = lint(await read(AGENDA.replace(`${line}\n`, `${by}\n`)), { least: 'error' });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(found);
});

test('an edit of what stands above makes no item of a field with a dash too much', async () => {
  const fjord = readFileSync(`${ROOT}test/given/slips/fjord.yaml`, 'utf8');
  const problems = lint(await read(fjord.replace('        tags: [food', '        - tags: [food')), { least: 'error' });
  expect(problems.filter(({ line }) => line !== 49).map(({ line, message }) => `${line} ${message}`)).toEqual([]);
});

test('two slips far from one another are two errors, and the rest is judged', async () => {
  const text = withSlip('  bui:', '  bui').replace('      - id: sand', '      -id: sand').replace('[okoro]', '[okro]');
  const problems = lint(await read(text)).filter(({ severity }) => severity === 'error');
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['12 syntax', '24 unknown-person', '32 syntax']);
});
