import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../../../src/formats/agenda/full-read.js';
import { read as quick } from '../../../src/formats/agenda/read.js';
import { lint } from '../../../src/lint/lint.js';
import type { Session } from '../../../src/model/agenda.js';
import { formatTime } from '../../../src/model/time.js';

const HEAD = 'id: x\ntitle: X\nlanguage: en\ntimezone: Europe/Paris\n';
const DAY = `${HEAD}days:\n  - date: 2018-03-26\n    sessions:\n`;
const FINE = '      - {id: fine, time: 12:00-13:00, title: Fine}\n';

/** The problems of a text: `line:column rule: message | hint`. */
function problems(text: string | Uint8Array): string[] {
  return lint(read(text)).map(
    ({ line, column, rule, message, hint }) => `${line}:${column} ${rule}: ${message} | ${hint}`,
  );
}

function sessions(text: string): string[] {
  const list = read(text).agenda?.days.flatMap(day => day.sessions) ?? [];
  return list.map(
    ({ id, title, time }) => `${id} ${time ? formatTime(time) : '-'} ${Object.values(title).join(' / ')}`,
  );
}

describe('the commonest slips are one finding each, and hide nothing', () => {
  test.each([
    [
      'a colon and a space in a text',
      '      - id: a\n        title: Session 1: foo\n        time: 10:00-11:00\n',
      ['9:25 syntax: a text with ": " in it | put the text in quotes: "Session 1: foo"'],
      'a 10:00-11:00 Session 1: foo',
    ],
    [
      'two colons in a text, before a comment',
      '      - id: a\n        title: Panel: one: two # hello\n        time: 10:00-11:00\n',
      ['9:21 syntax: a text with ": " in it | put the text in quotes: "Panel: one: two"'],
      'a 10:00-11:00 Panel: one: two',
    ],
    [
      'a colon at the end of a text',
      '      - id: a\n        title: Session 1:\n        time: 10:00-11:00\n',
      ['9:25 syntax: a text with ": " in it | put the text in quotes: "Session 1:"'],
      'a 10:00-11:00 Session 1:',
    ],
    [
      'a colon in braces',
      '      - {id: a, title: Panel: one, time: 10:00-11:00}\n',
      ['8:29 syntax: a text with ": " in it | put the text in quotes: "Panel: one"'],
      'a 10:00-11:00 Panel: one',
    ],
    [
      'a comma in braces',
      '      - {id: a, title: {en: One, two, and three, fr: Un}, time: 10:00-11:00}\n',
      ['8:32 syntax: in braces, a comma ends the text before it | put the text in quotes: "One, two"'],
      'a 10:00-11:00 One, two, and three / Un',
    ],
    [
      'a quote that is never closed',
      '      - id: a\n        title: "Foo\n        time: 10:00-11:00\n',
      ['9:16 syntax: a quote that is never closed | close it: "Foo"'],
      'a 10:00-11:00 Foo',
    ],
    [
      'a quote inside a quoted text',
      "      - id: a\n        title: 'L'Ouverture'\n        time: 10:00-11:00\n",
      ['9:16 syntax: the text goes on behind a second \', which closes it | put the text in quotes: "L\'Ouverture"'],
      "a 10:00-11:00 L'Ouverture",
    ],
    [
      'a line that is not a field',
      '      - id: a\n        hello\n        title: A\n        time: 10:00-11:00\n',
      ['9:9 syntax: this line is not a field: it has no ": " | take it out, or begin it with # to make it a comment'],
      'a 10:00-11:00 A',
    ],
    [
      'a line of a block scalar that begins left of it',
      '      - id: a\n        time: 10:00-11:00\n        title: |-\n          One: a\n       two\n          three\n',
      ['12:8 syntax: this line begins 3 spaces left of its neighbours | indent it by 10 spaces'],
      'a 10:00-11:00 One: a\ntwo\nthree',
    ],
    [
      'the text of a block scalar that begins no deeper than its field',
      '      - id: a\n        title: |-\n        One: a\n        two\n        time: 10:00-11:00\n',
      ['10:9 syntax: the text of a block begins no deeper than its field | indent it by 10 spaces'],
      'a 10:00-11:00 One: a\ntwo',
    ],
    [
      'the text of a block scalar that begins less deep than its head says',
      '      - id: a\n        title: |4-\n          One\n        time: 10:00-11:00\n',
      [
        '9:17 syntax: the head of this block says 4 spaces, and its text begins 2 spaces right of the field | take the 4 out',
      ],
      'a 10:00-11:00 One',
    ],
    [
      'a line of blanks, deeper than the text of a block scalar below it',
      '      - id: a\n        title: >-\n             \n          One\n        time: 10:00-11:00\n',
      ['10:1 syntax: a line of blanks that begins a block, deeper than the text below it | take the blanks out'],
      'a 10:00-11:00 \nOne',
    ],
    [
      'a tab before a line of a block scalar',
      '      - id: a\n        time: 10:00-11:00\n        title: |-\n          one\n\ttwo\n          three\n',
      ['12:1 syntax: a tab in the indentation | indent it by 10 spaces'],
      'a 10:00-11:00 one\ntwo\nthree',
    ],
    [
      'a slip above a block scalar with a colon, a quote and a # in it, which are none there',
      '      - id: a\n        track: B: C\n        title: |-\n          One: two\n          "four # five\n        time: 10:00-11:00\n',
      ['9:17 syntax: a text with ": " in it | put the text in quotes: "B: C"'],
      'a 10:00-11:00 One: two\n"four # five',
    ],
    [
      'a field under a text',
      '      - id: a\n        title: Foo\n          time: 10:00-11:00\n',
      ['10:11 syntax: this line begins 2 spaces right of its neighbours | indent it by 8 spaces'],
      'a 10:00-11:00 Foo',
    ],
    [
      'a no-break space in the indentation',
      '      - id: a\n  \u00A0     title: A\n        time: 10:00-11:00\n',
      ['9:3 syntax: a no-break space in the indentation | indent it by 8 spaces'],
      'a 10:00-11:00 A',
    ],
    [
      'a text that begins with a reserved character',
      '      - id: a\n        title: @home\n        time: 10:00-11:00\n',
      ['9:16 syntax: a text that begins with @ | put the text in quotes: "@home"'],
      'a 10:00-11:00 @home',
    ],
    [
      'a tag',
      '      - id: a\n        title: !!js/function A\n        time: 10:00-11:00\n',
      ['9:16 syntax: a text that begins with ! | put the text in quotes: "!!js/function A"'],
      'a 10:00-11:00 !!js/function A',
    ],
    [
      'an alias without an anchor',
      '      - {id: a, title: A, time: 10:00-11:00, speakers: [*bob]}\n',
      ['8:57 syntax: the alias *bob has no anchor before it | put a text that begins with * in quotes'],
      'a 10:00-11:00 A',
    ],
    [
      'fields that stand twice, as those of an item without its first line do',
      '      - id: a\n        title: A\n        time: 10:00-11:00\n        title: B\n        time: 11:00-12:00\n',
      [
        '11:9 duplicate-key: the fields "title" and "time" stand twice (line 9) | where the second of these begins an item, begin it with "- "; else keep one of each',
      ],
      'a 10:00-11:00 A',
    ],
    [
      'a field that stands twice',
      '      - {id: a, title: A, time: 10:00-11:00, title: B}\n',
      ['8:46 duplicate-key: the field "title" stands twice (line 8) | keep one of them'],
      'a 10:00-11:00 A',
    ],
    [
      'a # that cuts a text short',
      '      - id: a\n        title: Item #3\n        time: 10:00-11:00 # a comment\n',
      [
        '9:21 syntax: the # ends the text here: what follows is a comment | put the text in quotes: "Item #3", or a space after the #',
      ],
      'a 10:00-11:00 Item',
    ],
  ])('%s', (_, session, found, read) => {
    expect(problems(DAY + session + FINE)).toEqual(found);
    expect(sessions(DAY + session + FINE)).toEqual([read, 'fine 12:00-13:00 Fine']);
  });
});

describe('a text that is no agenda is one finding', () => {
  test.each([
    ['nothing', '', '1:1 wrong-type: this is empty: it is not an agenda | idm init writes one to start from'],
    ['a list', '- a\n- b\n', '1:1 wrong-type: this is a list: it is not an agenda | idm init writes one to start from'],
    [
      'plain text',
      'hello',
      '1:1 wrong-type: this is plain text: it is not an agenda | idm init writes one to start from',
    ],
    [
      'another map',
      'a: 1\nb: no\n',
      '1:1 wrong-type: this has none of id, title, timezone, days: it is not an agenda | idm init writes one to start from',
    ],
    [
      'tabs',
      `${HEAD}days:\n\t- date: 2018-03-26\n\t  sessions:\n`,
      '6:1 syntax: a tab in the indentation, here and on one more line | indent with spaces',
    ],
    ['20,000 brackets', '['.repeat(20_000), 'syntax: this is nested too deep to be read | null'],
    [
      'bytes that are not UTF-8',
      Buffer.from([...Buffer.from('id: x\ntitle: é'), 0xe9, 0x0a]),
      '2:9 syntax: a byte that is not UTF-8 | save the file in UTF-8',
    ],
    ['a NUL', 'id: x\ntitle: a\0b\n', undefined],
    [
      'a NUL in bytes',
      Buffer.from('id: x\ntitle: a\0b\n'),
      '2:9 syntax: a NUL character: this is not a text file | save it as plain text in UTF-8',
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFid: x\n', 'utf16le'),
      '1:1 syntax: this is UTF-16, not UTF-8 | save the file in UTF-8',
    ],
  ])('%s', (_, text, found) => {
    if (found === undefined) expect(problems(text).length).toBeGreaterThan(0);
    else expect(problems(text)).toEqual([expect.stringContaining(found)]);
  });

  test('an alias bomb is one finding, and does not expand', () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    expect(
      problems(`${HEAD}days: []\na0: &a0 [x]\n${levels.join('\n')}\n`).filter(found => found.includes('expand')),
    ).toHaveLength(1);
  });
});

describe('YAML beyond the ordinary', () => {
  test('150 aliases of one person are honest', () => {
    const list = Array.from(
      { length: 150 },
      (_, i) => `      - {id: s${i}, time: 10:00-11:00, title: S, languages: *l}\n`,
    ).join('');
    const text = `${DAY}      - {id: first, time: 09:00-10:00, title: F, languages: &l [en, fr]}\n${list}`;
    const { faults, agenda } = read(text);
    expect(faults).toEqual([]);
    expect(agenda?.days[0]?.sessions[150]?.languages).toEqual(['en', 'fr']);
  });

  test.each([
    [
      'a merge key',
      `${HEAD}<<: {url: "https://example.org"}\ndays: []\n`,
      ['5:1 unknown-field: an agenda has no field "<<" | merge keys are not part of the format: write the fields out'],
    ],
    [
      '__proto__ and constructor as fields',
      `${HEAD}__proto__: {a: b}\nconstructor: x\ndays: []\n`,
      [
        expect.stringContaining('5:1 unknown-field: an agenda has no field "__proto__"'),
        expect.stringContaining('6:1 unknown-field: an agenda has no field "constructor"'),
      ],
    ],
    [
      '__proto__ as a person',
      `${HEAD}people:\n  __proto__: {name: A}\ndays: []\n`,
      [expect.stringContaining('6:3 bad-id')],
    ],
    [
      'a second document',
      `${HEAD}days: []\n---\nid: y\n`,
      ['6:1 syntax: a second YAML document begins here | one file is one agenda: take the --- away'],
    ],
    [
      '%YAML 1.1, whose no is a text here as well',
      `%YAML 1.1\n---\n${HEAD}days:\n  - date: 2018-03-26\n    sessions:\n      - {id: a, time: 10:00-11:00, title: "no"}\n`,
      [],
    ],
    [
      'a mark at the beginning',
      `\uFEFF${HEAD}days: []\nid: y\n`,
      ['6:1 duplicate-key: the field "id" stands twice (line 1) | keep one of them'],
    ],
    [
      'Windows line ends',
      `${HEAD}titel: A\ndays: []\n`.replace(/\n/g, '\r\n'),
      [expect.stringContaining('5:1 unknown-field: an agenda has no field "titel"')],
    ],
    [
      'wide characters before the place, in UTF-16 code units',
      `${HEAD}days: [{date: 2018-03-26, title: 👩‍🚀é, sessions: [], x: y}]\n`,
      [expect.stringContaining('5:56 unknown-field')],
    ],
    [
      'a fault inside an anchor, once for all its aliases',
      `${HEAD}people:\n  a: &p {name: A, titel: x}\n  b: *p\ndays: [{date: 2018-03-26, sessions: [{id: s, time: 10:00-11:00, title: S, speakers: [a, b]}]}]\n`,
      ['6:19 unknown-field: a person has no field "titel" | did you mean title?'],
    ],
  ])('%s', (_, text, found) => {
    expect(
      lint(read(text), { kinds: ['shape'] }).map(
        ({ line, column, rule, message, hint }) => `${line}:${column} ${rule}: ${message} | ${hint}`,
      ),
    ).toEqual(found);
  });

  test('a no-break space that indents inside a text is part of it', () => {
    const text = `${HEAD}description: |\n  one\n  \u00A0 note: two\ndays: []\n`;
    expect([read(text).faults, read(text).agenda?.description?.en]).toEqual([[], 'one\n\u00A0 note: two\n']);
  });

  test('a scalar is taken as it is written', () => {
    const text = `${HEAD}days:\n  - date: 2018-03-26\n    title: 007\n    sessions:\n      - {id: a, time: 10:00-11:00, title: no, tags: [1.10, 0x1F, ~, "", 2018-03-26]}\n`;
    const day = read(text).agenda?.days[0];
    expect([day?.title?.en, day?.sessions[0]?.title.en, day?.sessions[0]?.tags]).toEqual([
      '007',
      'no',
      ['1.10', '0x1F', '~', '2018-03-26'],
    ]);
  });
});

describe('what other YAML readers would change asks for quotes', () => {
  test.each([
    ['title: no', 'false'],
    ['title: Yes', 'true'],
    ['title: 2018', 'a number'],
    ['title: 1.10', 'a number'],
    ['title: 007', 'a number'],
    ['title: 10:00', 'a number of base 60'],
    ['title: ~', 'nothing'],
    ['title: 2018-03-26', 'a date'],
    ['title: {no: Åpning}', 'false'],
  ])('%s would be %s', (field, meaning) => {
    const found = problems(`${DAY}      - {id: a, time: 10:00-11:00, ${field}}\n`);
    expect(found).toEqual([expect.stringContaining(`make ${meaning} of`)]);
  });

  test.each(['title: "no"', "title: 'no'", 'title: north', 'title: 1.10.2', 'title: 10h', 'title: v2'])(
    '%s needs none',
    field => {
      expect(problems(`${DAY}      - {id: a, time: 10:00-11:00, ${field}}\n`)).toEqual([]);
    },
  );

  test('dates, numbers and lint settings need none', () => {
    const text = `${HEAD}updated: 2018-03-20\nrevision: 0\nlint: {room-clash: off}\nrooms:\n  hall: {name: Hall, capacity: 90, shared: true}\ndays: []\n`;
    expect(problems(text)).toEqual([]);
  });
});

describe('an ignore', () => {
  const clash = (first: string, second: string) =>
    `${HEAD}rooms:\n  hall: Hall\ndays:\n  - date: 2018-03-26\n    sessions:\n${first}      - id: one\n        time: 10:00-11:00\n        title: One\n        room: hall\n${second}      - id: two\n        time: 10:30-11:30\n        title: Two\n        room: hall\n`;
  const IGNORE = '      # idm-ignore room-clash: agreed with the chair\n';

  test.each([
    ['on the line above the later session', clash('', IGNORE), []],
    ['on the line above the earlier session', clash(IGNORE, ''), []],
    ['on a line of a session', clash('', '').replace('title: Two', 'title: Two # idm-ignore room-clash: agreed'), []],
    [
      'of several rules',
      clash('', '').replace('title: Two', 'title: Two # idm-ignore room-clash, person-clash: agreed'),
      ['16:20 unused-ignore'],
    ],
    ['without a reason', clash('', '      # idm-ignore room-clash\n'), ['14:7 unused-ignore', '16:15 room-clash']],
    [
      'of a rule that there is not',
      clash('', '      # idm-ignore room-clsh: agreed\n'),
      ['14:7 unused-ignore', '16:15 room-clash'],
    ],
    [
      'of nothing',
      clash('', '').replace('room: hall\n      - id: two', 'room: []\n      - id: two') + IGNORE,
      ['18:7 unused-ignore'],
    ],
    [
      'with a colon and no reason',
      clash('', '      # idm-ignore room-clash: \n'),
      ['14:7 unused-ignore', '16:15 room-clash'],
    ],
    [
      'of two words that are no rules',
      clash('', '# idm-ignore one , two : agreed\n'),
      ['14:1 unused-ignore', '14:1 unused-ignore', '16:15 room-clash'],
    ],
    ['of no rule', clash('', '# idm-ignored\n'), ['14:1 unused-ignore', '16:15 room-clash']],
    ['above another ignore', clash('', `${IGNORE}# idm-ignore person-clash: none\n`), ['15:1 unused-ignore']],
    ['above two comments and a line', clash('', `${IGNORE}#\n  # and more\n`), []],
    ['above another comment', clash('', `${IGNORE}      # and another comment\n`), []],
    [
      'in a text is none',
      clash('', '').replace('title: Two', 'title: "# idm-ignore room-clash: agreed"'),
      ['15:15 room-clash'],
    ],
    [
      'of what cannot be read',
      clash('', '').replace('time: 10:30-11:30', 'time: noon # idm-ignore bad-time: we know'),
      ['15:15 bad-time', '15:20 unused-ignore'],
    ],
  ])('%s', (_, text, found) => {
    expect(lint(read(text)).map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual(found);
  });

  test('an unused ignore weighs what the agenda says', () => {
    const text = (level: string) =>
      `${HEAD}lint: {unused-ignore: ${level}}\ndays:\n  - date: 2018-03-26\n    sessions:\n${IGNORE}${FINE}`;
    expect(lint(read(text('off')))).toEqual([]);
    expect(lint(read(text('error'))).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('of parallel is not unused where parallel is not asked for', () => {
    const text = `${HEAD}days:\n  - date: 2018-03-26\n    sessions:\n      # idm-ignore parallel: fine\n${FINE}`;
    expect(lint(read(text))).toEqual([]);
    expect(lint(read(text), { parallel: true }).map(({ rule }) => rule)).toEqual(['unused-ignore']);
  });
});

describe('a tag is one fault, whatever it would make of a text', () => {
  test.each([
    ['days: !!omap\n  - a: b\n', '2:3'],
    ['days: !!pairs\n  - a: b\n', '2:3'],
    ['title: !!omap [a: 1]\n', '1:15'],
    ['title: !<tag:yaml.org,2002:pairs> [a: 1]\n', '1:35'],
    ['title: !!set {a, b}\n', '1:14'],
    ['title: !!binary aGVsbG8=\n', '1:17'],
    ['title: !own [a]\n', '1:13'],
  ])('%j', (text, at) => {
    const problems = lint(read(text)).filter(({ rule }) => rule === 'syntax');
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      `${at} a tag: the format has none`,
    ]);
  });
});

describe('the aliases of a file', () => {
  const titles = (count: number, length: number) => {
    const sessions = Array.from({ length: count }, (_, i) => `      - {id: s${i}, time: 10:00-, title: *t}\n`);
    return `${HEAD}subtitle: &t ${'a'.repeat(length)}\ndays:\n  - date: 2018-03-26\n    sessions:\n${sessions.join('')}`;
  };
  test.each([
    ['bring 16 million characters at most', titles(16, 1_000_000), 0, 16],
    ['bring no more, however few values they are', titles(18, 1_000_000), 1, 16],
    ['bring many short texts', titles(5000, 10), 0, 5000],
  ])('%s', (_, text, faults, titled) => {
    const { agenda, faults: found } = read(text);
    const bombs = found.filter(({ message }) => message.includes('expand to more than 16 million characters'));
    expect(bombs).toHaveLength(faults);
    expect(agenda?.days[0]?.sessions.filter(({ title }) => Object.keys(title).length > 0)).toHaveLength(titled);
  });
});

test('parts of parts are read to a hundred levels, by both parsers and through aliases', async () => {
  const nested = (levels: number, inner: string) =>
    `${HEAD}days: [{date: 2018-03-26, sessions: ${'[{id: a, time: 10:00-11:00, title: T, sessions: '.repeat(levels)}${inner}${'}]'.repeat(levels)}}]\n`;
  const chained = Array.from(
    { length: 300 },
    (_, i) => `x${i + 1}: &x${i + 1} {id: a, time: 10:00-, title: T, sessions: [*x${i}]}\n`,
  );
  const depth = (sessions: readonly Session[]): number => Math.max(0, ...sessions.map(one => 1 + depth(one.sessions)));
  for (const [text, levels, deep] of [
    [nested(99, '[]'), 99, 0],
    [nested(100, '[]'), 100, 0],
    [nested(101, '[]'), 100, 1],
    [nested(40, '[]'), 40, 0],
    [
      `${HEAD}x0: &x0 {id: a, time: 10:00-, title: T}\n${chained.join('')}days: [{date: 2018-03-26, sessions: [*x300]}]\n`,
      100,
      1,
    ],
  ] as const) {
    const { agenda, faults } = await quick(text);
    expect(depth(agenda?.days[0]?.sessions ?? [])).toBe(levels);
    expect(faults.filter(({ message }) => message.startsWith('parts of parts, 100 deep'))).toHaveLength(deep);
  }
});
