import { describe, expect, test } from 'vitest';
import * as views from '../../src/views/tsv.js';
import { day, everything, one, people, shipped } from '../given/pages.js';

/** The lines of a view as one text. */
const whole =
  <A extends unknown[]>(view: (...given: A) => Iterable<string>) =>
  (...given: A) =>
    [...view(...given)].join('');
const appearancesTsv = whole(views.appearancesTsv);
const peopleTsv = whole(views.peopleTsv);
const sessionTsv = whole(views.sessionTsv);
const showTsv = whole(views.showTsv);
const tsv = (rows: readonly (readonly string[])[]) => [...views.tsv(rows, row => row)].join('');

const SMALL = day(
  `
- id: talk
  time: 09:00-10:30
  title: {en: A talk, fr: Un exposé}
  subtitle: About it
  description: "First line\\n\\nSecond\\tline"
  type: keynote
  status: tentative
  room: [hall, annex]
  track: Science
  tags: [new, short]
  languages: [en, fr]
  url: https://example.org/talk
  moderators:
    - {person: ann, role: Chair, note: online}
  speakers:
    - {name: Zoé Ortiz, honorific: Dr., title: Head of Verité, org: Verité}
  sessions:
    - {id: part, time: 09:00-10:00, title: A part, room: []}
- {id: dinner, time: 19:00-, title: "Dinner\\tfor\\nall \\e[1m", room: []}
`,
  `venue: Town hall
rooms: {hall: {name: Hall, floor: First floor}, annex: Annex}
people: {ann: {name: Ann, title: Director, org: UN}, bob: {name: Bob}}`,
);

test('fields of a line have tabs between, and none within', () => {
  expect(
    tsv([
      ['a\tb', 'c\r\nd'],
      ['\u001b', ''],
    ]),
  ).toBe('a b\tc d\n\\u{1b}\t\n');
  expect(tsv([])).toBe('');
});

describe('sessions', () => {
  test('date, start, end, id, type, rooms, title', () => {
    expect(sessionTsv(...everything(SMALL))).toBe(`\
2020-02-29	09:00	10:30	talk	keynote	hall,annex	A talk
2020-02-29	09:00	10:00	part	session		A part
2020-02-29	19:00		dinner	session		Dinner for all \\u{1b}[1m
`);
  });

  test('in another language, by other clocks', () => {
    const [first] = sessionTsv(...everything(SMALL, { lang: 'fr', tz: 'Pacific/Kiritimati' })).split('\n');
    expect(first).toBe('2020-02-29\t23:00\tSun 00:30\ttalk\tkeynote\thall,annex\tUn exposé');
  });

  test('of the shipped agenda', () => {
    const lines = sessionTsv(...everything(shipped))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(15);
    expect(lines.every(line => line.split('\t').length === 7)).toBe(true);
    expect(lines[1]).toBe('2018-03-26\t10:00\t10:30\topening\topening\tcr2\tOuverture');
  });

  test('none is nothing', () => expect(sessionTsv([], everything(SMALL)[1])).toBe(''));
});

describe('people', () => {
  test('id, name, function, organisation, number of appearances', () => {
    expect(peopleTsv(people(SMALL), everything(SMALL)[1])).toBe(`\
ann	Ann	Director	UN	1
bob	Bob			0
zoe-ortiz	Zoé Ortiz	Head of Verité	Verité	1
`);
  });

  test('where they appear, and those who do not', () => {
    expect(appearancesTsv(people(SMALL), everything(SMALL)[1])).toBe(`\
ann	Ann	moderator	2020-02-29	09:00	10:30	talk	hall,annex	A talk
bob	Bob							
zoe-ortiz	Zoé Ortiz	speaker	2020-02-29	09:00	10:30	talk	hall,annex	A talk
`);
  });
});

describe('one session', () => {
  test('all that is known of it', () => {
    expect(showTsv(...one(SMALL, 'talk'))).toBe(`\
id	talk
type	keynote
status	tentative
title	A talk
subtitle	About it
date	2020-02-29
start	09:00
end	10:30
minutes	90
zone	UTC
room	Hall
room	Annex
venue	Town hall
moderator	Chair: Ann, Director, UN (online)
speaker	Dr. Zoé Ortiz, Head of Verité
description	First line  Second line
part	part
track	Science
tag	new
tag	short
language	en
language	fr
url	https://example.org/talk
`);
  });

  test('and nothing that is not', () => {
    expect(showTsv(...one(SMALL, 'dinner'))).toBe(`\
id	dinner
type	session
status	confirmed
title	Dinner for all \\u{1b}[1m
date	2020-02-29
start	19:00
zone	UTC
`);
    expect(showTsv(...one(SMALL, 'part'))).toContain('parent\ttalk\n');
  });
});
