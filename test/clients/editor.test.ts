import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHIPPED } from '../support/run.js';
import { type LanguageServer, startLanguageServer, YAML_LANGUAGE_SERVER } from './language-server.js';
import { withProgram } from './programs.js';

const HEAD = 'id: x\ntitle: X\ntimezone: Europe/Paris\n';
const DAY = `${HEAD}days:\n  - date: 2030-05-16\n    sessions:\n`;
const SESSION = `${DAY}      - id: a\n        time: 10:00-11:00\n        title: A\n`;

withProgram(YAML_LANGUAGE_SERVER, () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await startLanguageServer();
  });
  afterAll(() => server.stop());

  /** What is typed for each proposal. */
  const typed = async (marked: string) =>
    Object.fromEntries(
      (await server.complete(marked)).map(({ label, textEdit, insertText }) => [
        label,
        textEdit?.newText ?? insertText,
      ]),
    );

  test.each([
    [
      'of an agenda',
      '|',
      { id: 'id: ', title: 'title: ', timezone: 'timezone: ', venue: 'venue: ', people: 'people: ' },
    ],
    ['of a day', `${HEAD}days:\n  - |`, { date: expect.stringMatching(/^date: /), title: 'title: ' }],
    ['of a session', `${DAY}      - |`, { id: 'id: ', time: 'time: ', title: 'title: ', type: 'type: ' }],
    ['of a person', `${HEAD}people:\n  ann:\n    |`, { name: 'name: ', org: 'org: ' }],
    ['of a room', `${HEAD}rooms:\n  hall:\n    |`, { name: 'name: ', capacity: 'capacity: ' }],
    [
      'of an appearance',
      `${SESSION}        speakers:\n          - |`,
      { person: 'person: ', name: 'name: ', role: 'role: ' },
    ],
  ])('a field %s is completed with its colon', async (_, marked, expected) => {
    expect(await typed(marked)).toMatchObject(expected);
  });

  test.each([
    [
      'a session',
      `${DAY}      - |`,
      'session',
      /^id: \$\{1:id\}\n {2}time: \$\{2:10:00-11:00\}\n {2}title: \$\{3:Title\}\n/,
    ],
    ['a break', `${DAY}      - |`, 'break', /\n {2}type: break\n {2}title: \$\{3:Lunch\}$/],
    ['a person', `${HEAD}people:\n  ann:\n    |`, 'person', /^name: \$\{1:Name\}\ntitle: \$\{2:Function\}\norg: /],
    ['a speaker', `${SESSION}        speakers:\n          - |`, 'speaker', /^name: \$\{1:Name\}\n/],
  ])('%s is a snippet', async (_, marked, label, expected) => {
    expect((await typed(marked))[label]).toMatch(expected);
  });

  test('types are proposed, and nothing else', async () => {
    expect(Object.keys(await typed(`${SESSION}        type: |`)).sort()).toEqual([
      'break',
      'closing',
      'keynote',
      'opening',
      'panel',
      'plenary',
      'registration',
      'session',
      'side-event',
      'social',
      'workshop',
    ]);
  });

  test.each([
    ['a field', `${DAY}      - ti|me: 10:00-11:00`, ['Start and end', '10:00-10:30', '19:00-', '23:00-01:00+1']],
    ['a type', `${SESSION}        type: side-ev|ent`, ['`side-event`: Beside the programme', '`panel`: A panel']],
  ])('over %s, it says what it is', async (_, marked, parts) => {
    const text = await server.hover(marked);
    for (const part of parts) expect(text).toContain(part);
  });

  test.each([
    ['a time', `${DAY}      - {id: a, time: 10, title: A}`, '7:23 write start and end: 10:00-10:30'],
    ['a date', `${HEAD}days:\n  - date: 16.5.2030\n    sessions: []`, '5:11 write a date, year first: 2030-05-16'],
    ['an id', `${DAY}      - {id: A b, time: 10:00-11:00, title: A}`, '7:14 write an id: small letters a-z'],
    ['an address', `${SESSION}        url: www`, '10:14 write a web or mail address'],
    ['a language', `${SESSION}        languages: [français]`, '10:21 write a language tag (BCP 47)'],
    ['a number', `revision: x\n${HEAD}days: []`, '1:11 write a whole number from 0'],
    ['a type', `${SESSION}        type: panle`, '10:15 Value is not accepted. Valid values: "session", "plenary"'],
    ['a field', `${SESSION}        tite: A`, '10:9 Property tite is not allowed.'],
    ['a room', `${HEAD}rooms:\n  hall: {capacity: 9}\ndays: []`, '5:3 Missing property "name".'],
    ['a missing field', `${DAY}      - {id: a, title: A}`, '7:9 Missing property "time".'],
  ])('of %s that is wrong, it says what to write', async (_, text, expected) => {
    const problems = await server.problems(text);
    expect(problems).toEqual([expect.stringContaining(expected)]);
    for (const problem of problems) expect(problem).not.toMatch(/pattern|\\d/);
  });

  test('in the shipped agenda, nothing is wrong', async () => {
    expect(await server.problems(readFileSync(SHIPPED, 'utf8'), SHIPPED)).toEqual([]);
  });
});
