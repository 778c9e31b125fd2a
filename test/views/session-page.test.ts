import { describe, expect, test } from 'vitest';
import { sessionPage } from '../../src/views/session-page.js';
import { COLOUR, day, one, page, shipped, solid, titled, widest } from '../given/pages.js';
import { expectLinear } from '../support/growth.js';

const FULL = day(
  `
- id: talk
  time: 09:00-10:30
  title: A talk
  subtitle: About it
  description: "First paragraph.\\n\\nSecond \\e[1m paragraph."
  type: keynote
  status: tentative
  room: [hall, annex]
  track: Science
  tags: [new, short]
  languages: [en, fr]
  url: https://example.org/talk
  moderators:
    - {person: ann, role: Rapporteur and chair, note: online}
  speakers:
    - {name: Zoé Ortiz, honorific: Dr., title: Head of Verité, org: Verité, country: FR}
    - {name: Bob, org: OIT, title: "Head, exploitation"}
  sessions:
    - {id: part, time: 09:00-10:00, title: A part, status: cancelled, sessions: [{id: sub, time: 09:00-09:10, title: Sub}]}
- {id: dinner, time: 19:00-, title: Dinner, room: []}
`,
  `venue: Town hall
rooms: {hall: {name: Hall, floor: First floor}, annex: Annex}
people: {ann: {name: Ann, title: Director, org: UN}}`,
);

test('all of a session', () => {
  expect(sessionPage(...one(FULL, 'talk'), page(80))).toBe(`\
A talk
About it

Id          talk
Type        keynote
Status      tentative
Time        Day 1 · Saturday 29 February 2020, 09:00-10:30, 90 min, UTC
Rooms       Hall (First floor), Annex, Town hall

Rapporteur and chair
              Ann, Director, UN (online)
Speakers    Dr. Zoé Ortiz, Head of Verité
            Bob, Head, exploitation, OIT

First paragraph.

Second \\u{1b}[1m paragraph.

09:00-10:00  A part (part) · cancelled
  09:00-09:10  Sub (sub) · cancelled

Track       Science
Tags        new, short
Languages   en, fr
Link        https://example.org/talk
`);
});

test('no heading without anything under it', () => {
  expect(sessionPage(...one(FULL, 'dinner'), page(80))).toBe(`\
Dinner

Id          dinner
Type        session
Time        Day 1 · Saturday 29 February 2020, 19:00-, UTC
`);
});

test('a part names its session', () => {
  expect(sessionPage(...one(shipped, 'panel-2', { lang: 'en' }), page(80))).toContain(`
Part of     Session 3: Building partnerships to achieve the migration-related
            Sustainable Development Goals (session-3)

Moderator   Mr. Shawn MacDonald, Chief Executive Officer, Verité
Speakers    Mr. Geoffrey Shaw, Ambassador for People Smuggling and Human
              Trafficking, Australia; Chair, Alliance 8.7 Global Coordinating
              Group
`);
});

test('clocks of another zone stand with those of the agenda', () => {
  const text = sessionPage(...one(shipped, 'session-3', { tz: 'Asia/Tokyo' }), page(80));
  expect(solid(text)).toContain(solid('mar. 05:00-07:00, 120 min, Asia/Tokyo (16:00-18:00 America/New_York)'));
});

describe.each([40, 60, 80, 200])('at %i columns', width => {
  const limit = Math.min(width, 100);

  test.each(['opening', 'setting-the-scene', 'session-3', 'panel-1', 'lunch-1', 'session-6'])(
    '%s: no line is wider and nothing is lost',
    id => {
      const [entry, presentation] = one(shipped, id);
      const text = sessionPage(entry, presentation, page(width));
      expect(widest(text)).toBeLessThanOrEqual(limit);
      expect(solid(text)).toContain(solid(presentation.text(entry.session.title)));
      expect(solid(text)).toContain(solid(presentation.text(entry.session.description)));
      for (const { person } of entry.session.speakers)
        expect(solid(text)).toContain(solid(presentation.text(presentation.person(person).name)));
    },
  );

  test.each(['国際移住対話'.repeat(30), 'x'.repeat(300), 'e\u0301'.repeat(300), 'مرحبا بالعالم '.repeat(20)])(
    'the title %s is whole',
    title => {
      const text = sessionPage(...one(titled(title), 'one'), page(width));
      expect(widest(text)).toBeLessThanOrEqual(limit);
      expect(solid(text)).toContain(solid(title));
    },
  );
});

test.each([1, 5, 12, 20])('a page of %i columns does not fail', width => {
  expect(sessionPage(...one(FULL, 'talk'), page(width))).toMatch(/\n$/);
});

test('colour changes nothing but the colour', () => {
  const painted = sessionPage(...one(FULL, 'talk'), page(80, COLOUR));
  expect(painted).toContain('\u001b[1mA talk\u001b[22m');
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(sessionPage(...one(FULL, 'talk'), page(80)));
});

test('a title of 100,000 characters takes as long as ten of 10,000', async () => {
  await expectLinear(
    by => one(titled('国 é'.repeat(33_000 / by)), 'one'),
    given => sessionPage(...given, page(80)),
  );
});
