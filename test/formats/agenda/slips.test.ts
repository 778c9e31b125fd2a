import { describe, expect, test } from 'vitest';
import { read } from '../../../src/formats/agenda/read.js';
import { lint } from '../../../src/lint/lint.js';
import { applied } from '../../support/slips.js';

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
  ])('%s', async (_, line, by, found) => {
    const text = withSlip(line, by);
    const problems = lint(await read(text));
    expect(problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint}`)).toEqual([
      found,
    ]);
    expect(lint(await read(applied(text, problems)))).toEqual([]);
  });
});

test('two slips far from one another are two errors, and the rest is judged', async () => {
  const text = withSlip('  bui:', '  bui').replace('      - id: sand', '      -id: sand').replace('[okoro]', '[okro]');
  const problems = lint(await read(text)).filter(({ severity }) => severity === 'error');
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['12 syntax', '24 unknown-person', '32 syntax']);
});
