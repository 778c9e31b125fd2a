import { describe, expect, test } from 'vitest';
import { spelling } from '../../src/model/localized.js';
import { presentation } from '../../src/query/presentation.js';
import { peoplePage, peopleTable } from '../../src/views/people-page.js';
import { COLOUR, column, day, page, people, shipped, solid, widest } from '../given/pages.js';

const SMALL = day(
  `
- id: talk
  time: 09:00-10:30
  title: A talk
  room: hall
  moderators: [{person: ann, role: Chair, note: online, title: Acting head}]
- {id: cut, time: 11:00-12:00, title: Not held, status: cancelled, speakers: [ann], room: []}
`,
  `rooms: {hall: Hall}
people:
  ann: {name: Ann, honorific: Dr., title: Director, org: UN, bio: "Has been here \\e[5m before.", url: "https://example.org/ann"}
  bob: {name: Bob}`,
);

describe('people who were looked for', () => {
  test('who they are and where they appear', () => {
    expect(peoplePage(people(SMALL), presentation(SMALL), page(80))).toBe(`\
Dr. Ann
Director, UN
Has been here \\u{1b}[5m before.
https://example.org/ann

  Day 1 · Saturday 29 February 2020 · 09:00-10:30 · Chair
    A talk (talk)
    Acting head, UN · Hall · online

  Day 1 · Saturday 29 February 2020 · 11:00-12:00 · Speaker · cancelled
    Not held (cut)

Bob

  In no session

Times in UTC
`);
  });

  test('of the shipped agenda', () => {
    expect(peoplePage(people(shipped, 'Arbour'), presentation(shipped), page(80))).toBe(`\
Mme Louise Arbour
Représentante spéciale du Secrétaire général des Nations Unies pour les
migrations internationales

  Jour 1 · lundi 26 mars 2018 · 10:30-12:00 · Intervention
    Mise en situation : Œuvrer de concert pour rendre les migrations bénéfiques
    à tous (setting-the-scene)
    Salle de conférence 2

  Jour 2 · mardi 27 mars 2018 · 17:00-17:30 · Intervention
    Remarques de clôture (closing)
    Salle de conférence 2

Heures\u00a0: America/New_York
`);
  });

  test('by other clocks', () => {
    const text = peoplePage(people(shipped, 'Arbour'), presentation(shipped, { tz: 'Asia/Tokyo' }), page(80));
    expect(text).toContain('Jour 1 · lundi 26 mars 2018 · 23:30-mar. 01:00 · Intervention');
    expect(text).toContain('Heures\u00a0: Asia/Tokyo, et non America/New_York comme dans le programme\n');
  });

  test.each([40, 60, 80, 200])('at %i columns no line is wider and nothing is lost', width => {
    const found = people(shipped);
    const text = peoplePage(found, presentation(shipped), page(width));
    expect(widest(text)).toBeLessThanOrEqual(Math.min(width, 100));
    for (const { person } of found) expect(solid(text)).toContain(solid(person.title?.fr ?? spelling(person.name)));
  });
});

describe('everyone', () => {
  test('in a table', () => {
    expect(peopleTable(people(SMALL), presentation(SMALL), page(80))).toBe(`\
Small
┌─────────┬──────────┬──────────────┬──────────┐
│ Name    │ Function │ Organization │ Sessions │
├─────────┼──────────┼──────────────┼──────────┤
│ Dr. Ann │ Director │ UN           │ 2        │
│ Bob     │          │              │ 0        │
└─────────┴──────────┴──────────────┴──────────┘
`);
  });

  test.each([60, 80, 200])('at %i columns no line is wider and nothing is lost', width => {
    const found = people(shipped);
    const text = peopleTable(found, presentation(shipped), page(width));
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(column(text, 1)).toBe(`Fonction${found.map(({ person }) => solid(person.title?.fr ?? '')).join('')}`);
    expect(column(text, 0)).toContain(solid('Mme Maria Manuel Leitão Marques'));
  });

  test('in plain lines when they are more than 200', () => {
    const [ann] = people(SMALL);
    if (ann === undefined) throw new Error('no one');
    const text = peopleTable(Array(201).fill(ann), presentation(SMALL), page(80));
    expect(text).toBe(`Small\n${'Dr. Ann  2  UN  Director\n'.repeat(201)}`);
  });
});

test('nobody is nothing', () => {
  expect(peoplePage([], presentation(SMALL), page(80)) + peopleTable([], presentation(SMALL), page(80))).toBe('');
});

test('colour changes nothing but the colour', () => {
  for (const view of [peoplePage, peopleTable]) {
    const painted = view(people(shipped), presentation(shipped), page(80, COLOUR));
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(view(people(shipped), presentation(shipped), page(80)));
  }
});
