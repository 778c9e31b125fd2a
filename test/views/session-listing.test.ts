import { describe, expect, test } from 'vitest';
import { sessionLines, sessionList, sessionTable } from '../../src/views/session-listing.js';
import { COLOUR, day, everything, many, page, titled } from '../given/pages.js';
import { expectLinear } from '../support/growth.js';

const PARTS = day(
  `
- id: morning
  time: 09:00-12:00
  title: A title that is not wrapped however narrow the terminal is
  room: [hall, aula]
  sessions:
    - {id: talk, time: 09:00-10:00, title: "国際移住", type: keynote, status: cancelled}
- {id: dinner, time: 19:00-, title: Dinner, type: social}
`,
  'rooms: {hall: Hall, aula: Große Aula}',
);

test('a line a session, aligned, its title last and whole', () => {
  expect(sessionLines(...everything(PARTS), page(40))).toBe(`\
Small
Times in UTC

Day 1 · Saturday 29 February 2020
09:00-12:00  morning  Hall, Große Aula  A title that is not wrapped however narrow the terminal is
09:00-10:00  talk     Hall, Große Aula    国際移住 · keynote, cancelled
19:00-       dinner                     Dinner · social
`);
});

test.each([
  [200, sessionTable],
  [201, sessionLines],
])('%i sessions are drawn by %o', (count, view) => {
  const [entries, presentation] = everything(many(count));
  expect(sessionList(entries, presentation, page(80))).toBe(view(entries, presentation, page(80)));
});

test('a table of many lines is one table', () => {
  const text = sessionTable(...everything(many(200)), page(45));
  const table = text.slice(text.indexOf('┌')).trimEnd().split('\n');
  expect(table.length).toBeGreaterThan(400);
  expect(new Set(table.map(line => line.length)).size).toBe(1);
  expect(table.filter(line => !line.startsWith('│')).map(line => line[0])).toEqual(['┌', '├', '└']);
});

test('no session is nothing', () => expect(sessionList([], everything(PARTS)[1], page(80))).toBe(''));

test('a field that is far longer than others does not push them all', () => {
  const agenda = day(`
- {id: ${'x'.repeat(90)}, time: 09:00-10:00, title: Long}
- {id: b, time: 09:00-10:00, title: Short}
`);
  expect(sessionLines(...everything(agenda), page(80))).toMatch(/^09:00-10:00 {2}b {39}Short$/m);
});

test('control and bidi characters are inert', () => {
  const text = sessionLines(...everything(titled('a\u001b[2Jb\u2066c\nd')), page(80));
  expect(text).toContain('a\\u{1b}[2Jb\\u{2066}c d\n');
});

test('colour changes nothing but the colour', () => {
  const painted = sessionLines(...everything(PARTS), page(80, COLOUR));
  expect(painted).toContain('\u001b[35mdinner\u001b[39m');
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(sessionLines(...everything(PARTS), page(80)));
});

describe('time', () => {
  test.each([
    ['10,000 sessions', (by: number) => many(10_000 / by), 'America/New_York'],
    ['a title of 100,000 characters', (by: number) => titled('国'.repeat(100_000 / by)), 'UTC'],
  ])('grows as what is listed: %s', async (_, agenda, tz) => {
    const given = (by: number) => everything(agenda(by), { tz });
    expect(sessionLines(...given(1), page(80))).toContain('Times in');
    await expectLinear(given, input => sessionLines(...input, page(80)));
  });

  test('grows as what is listed: sessions of several lines as a table', async () => {
    const given = (by: number) => everything(many(1000 / by));
    expect(sessionTable(...given(1), page(41))).toContain('Times in');
    await expectLinear(given, input => sessionTable(...input, page(41)));
  });
});
