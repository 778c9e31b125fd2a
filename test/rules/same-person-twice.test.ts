import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import type { Person } from '../../src/model/agenda.js';
import { timeZones } from '../../src/model/zone.js';
import { samePersonTwice } from '../../src/rules/same-person-twice.js';
import { day, found } from '../given/rule-agendas.js';
import { expectLinear } from '../support/growth.js';

function check(names: readonly string[]): string[] {
  const people = names.map((name, i): Person => ({ id: `p${i}`, name }));
  const agenda = { id: 'x', title: {}, timezone: 'UTC', links: [], room: [], rooms: [], people, days: [], lint: {} };
  return [...(samePersonTwice.check?.(agenda, timeZones()) ?? [])].map(({ message }) => message);
}

describe('two names are one person’s', () => {
  test.each([
    ['equal', 'Ann Berg', 'Ann Berg', '"Ann Berg" is described twice'],
    ['but for case and accents', 'Maria Leitão', 'Maria LEITAO', '"Maria LEITAO" and "Maria Leitão" are one name'],
    ['but for an apostrophe', 'Grainne O’Hara', 'Grainne OHara', '"Grainne OHara" and "Grainne O’Hara" are one name'],
    ['but for word order', 'Takgon Lee', 'LEE, Takgon', '"LEE, Takgon" and "Takgon Lee" are one name'],
    ['but for an honorific', 'Ada Lind', 'Dr. Ada Lind', 'are one name but for an honorific'],
    ['but for two honorifics', 'H.E. Mr. Bo Ek', 'Bo Ek', 'are one name but for an honorific'],
    ['in another script', '김민준', '김민준', '"김민준" is described twice'],
    ['a letter replaced', 'Henrietta Fore', 'Henriette Fore', 'one letter apart'],
    ['a letter left out', 'Bradley Myles', 'Bradly Myles', 'one letter apart'],
    ['a letter too many', 'Marta Foresti', 'Martha Foresti', 'one letter apart'],
    ['two letters swapped', 'Shawn MacDonald', 'Shawn MacDonlad', 'one letter apart'],
    ['the first letter', 'Catarina Lopes', 'Katarina Lopes', 'one letter apart'],
    ['a space', 'Ana de la Cruz', 'Ana dela Cruz', 'one letter apart'],
  ])('%s: %s, %s', (_, a, b, message) => expect(check([a, b])).toEqual([expect.stringContaining(message)]));

  test.each([
    ['names of fewer than ten letters', 'Jan Bergen', 'Jon Bergen'],
    ['two letters apart', 'Bradley Myles', 'Bradly Miles'],
    ['another initial', 'John A. Smithson', 'John B. Smithson'],
    ['a name in the middle', 'Tom Reed', 'Tom Vale Reed'],
    ['a number', 'Representative 1', 'Representative 2'],
    ['syllables of few letters', '김민준입니다', '김민중입니다'],
    ['empty names', '', ''],
    ['placeholders', 'To be confirmed', 'To be confirmed'],
  ])('but not %s: %s, %s', (_, a, b) => expect(check([a, b])).toEqual([]));

  test('one letter apart, wherever the letter is', () => {
    const name = 'maria fernandez';
    const variants = [...name].flatMap((letter, i) => {
      const [before, after] = [name.slice(0, i), name.slice(i + 1)];
      return letter === ' ' ? [] : [`${before}x${after}`, before + after, `${before}x${letter}${after}`];
    });
    expect(variants.filter(variant => check([name, variant]).length !== 1)).toEqual([]);
    expect(variants.filter(variant => check([variant, name]).length !== 1)).toEqual([]);
  });

  test('each stands second once, also among many', () => {
    expect(check(['Ann Berg', 'ann berg', 'Anders Lindqvist', 'Andreas Lindqvist', 'Anders Lindquist'])).toEqual([
      '"ann berg" and "Ann Berg" are one name',
      '"Anders Lindquist" and "Anders Lindqvist" are one letter apart',
    ]);
  });
});

describe('where they stand', () => {
  const severities = (agenda: string) =>
    lint(read(agenda)).flatMap(({ rule, severity, hint }) => (rule === 'same-person-twice' ? [severity, hint] : []));
  const people = 'people:\n  ann: {name: Anna Lindberg, org: IOM}\n';
  const both = (name: string) =>
    day(
      `- {id: a, time: 10:00-11:00, title: A, speakers: [ann]}
- {id: b, time: 11:00-12:00, title: B, speakers: [{name: ${name}, title: Chair}]}`,
      people,
    );

  test('an equal name in a session is an error, at the session', () => {
    expect(found('same-person-twice', both('Anna Lindberg'))).toEqual([
      '{name: Anna Lindberg, title: Chair} → "Anna Lindberg" is described twice (line 5)',
    ]);
    expect(severities(both('Anna LINDBERG'))).toEqual([
      'error',
      'refer to ann of people; two people of one name both belong in people',
    ]);
  });

  test('a name in a session that is one letter apart is a warning', () => {
    expect(severities(both('Anna Lindborg'))).toEqual(['warning', 'refer to ann of people']);
  });

  test('two equal names in sessions are an error', () => {
    const agenda = day(`- {id: a, time: 10:00-11:00, title: A, speakers: [{name: Ann Berg, org: IOM}]}
- {id: b, time: 11:00-12:00, title: B, moderators: [{name: Ann Berg, org: UN}]}`);
    expect(severities(agenda)).toEqual([
      'error',
      'put them in people once and refer to the id; two people of one name both belong in people',
    ]);
  });

  test('two equal names in people are a warning', () => {
    const agenda = day(
      '- {id: a, time: 10:00-11:00, title: A, speakers: [ann, berg]}',
      'people:\n  ann: {name: Ann Berg, org: IOM}\n  berg: {name: Ann Berg, org: UN}\n',
    );
    expect(severities(agenda)).toEqual(['warning', 'put them in people once and refer to the id']);
  });
});

test('ten thousand people are looked up, not compared', async () => {
  const given = [
    'Alejandra',
    'Bartholomew',
    'Christina',
    'Dimitrios',
    'Esperanza',
    'Francesca',
    'Guillermo',
    'Henrietta',
  ];
  const word = (n: number) =>
    [...n.toString(5).padStart(5, '0')].map((digit, i) => ['krtzm', 'aeiou'][i % 2]?.[Number(digit)]).join('');
  const names = (count: number) =>
    Array.from({ length: count }, (_, i) => `${given[i % 8]} ${word(i % 3125)}${word((i * 7919) % 3125)}son`);
  const [all, twice] = [names(10_000), `${names(43)[42]}`];
  expect(check([...all, `${twice}n`]).at(-1)).toBe(`"${twice}n" and "${twice}" are one letter apart`);
  await expectLinear(by => names(10_000 / by), check);
});
