import { describe, expect, test } from 'vitest';
import { titleOf } from '../../src/query/agenda-index.js';
import { sessionTable } from '../../src/views/session-listing.js';
import { COLOUR, column, day, everything, page, shipped, solid, titled, widest } from '../given/pages.js';
import { expectLinear } from '../support/growth.js';

const NESTED = day(`
- {id: a, time: 09:00-12:00, title: Whole morning}
- id: b
  time: 13:00-15:00
  title: Afternoon
  type: panel
  sessions:
    - id: b-1
      time: 13:00-14:00
      title: First part, whose title is so long that it goes on
      sessions: [{id: b-1-1, time: 13:00-13:30, title: Introduction}]
    - {id: b-2, time: 14:00-15:00, title: Second part, status: cancelled}
- {id: c, time: 19:00-, title: Dinner, type: social, status: tentative}
`);

test('sessions are listed by day, parts indented under their session', () => {
  expect(sessionTable(...everything(NESTED), page(60))).toBe(`\
Small
Times in UTC

Day 1 · Saturday 29 February 2020
┌─────────────┬─────────────────────────────┬──────┬───────┐
│ Time        │ Session                     │ Room │ Id    │
├─────────────┼─────────────────────────────┼──────┼───────┤
│ 09:00-12:00 │ Whole morning               │      │ a     │
│ 13:00-15:00 │ Afternoon · panel           │      │ b     │
│ 13:00-14:00 │   First part, whose title   │      │ b-1   │
│             │   is so long that it goes   │      │       │
│             │   on                        │      │       │
│ 13:00-13:30 │     Introduction            │      │ b-1-1 │
│ 14:00-15:00 │   Second part · cancelled   │      │ b-2   │
│ 19:00-      │ Dinner · social, tentative  │      │ c     │
└─────────────┴─────────────────────────────┴──────┴───────┘
`);
});

test('a part whose session is not chosen stands alone', () => {
  const [entries, presentation] = everything(NESTED);
  const text = sessionTable(
    entries.filter(({ session }) => session.id.startsWith('b-1')),
    presentation,
    page(80),
  );
  expect(text).toContain('│ First part');
  expect(text).toContain('│   Introduction');
});

test('no session is nothing', () => expect(sessionTable([], everything(shipped)[1], page(80))).toBe(''));

describe.each([40, 60, 80, 200])('at %i columns', width => {
  test.each([
    ['the shipped agenda', shipped],
    ['nested parts', NESTED],
    ['Chinese', titled('国際移住対話は二日間にわたり政府国際機関都市企業市民社会のあいだで議論する場である')],
    ['one very long word', titled('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')],
    [
      'right to left',
      titled('الحوار الدولي حول الهجرة: شراكات مبتكرة وشاملة من أجل حوكمة عالمية جيدة للهجرة والتنمية'),
    ],
    ['accents apart from their letters', titled('Les e\u0301changes se\u0301curise\u0301s '.repeat(6))],
    ['emoji', titled('👨‍👩‍👧🇫🇷 👍🏽 '.repeat(12))],
  ])('%s: no line is wider and no character of a title is lost', (_, agenda) => {
    const [entries, presentation] = everything(agenda);
    const text = sessionTable(entries, presentation, page(width));
    expect(widest(text)).toBeLessThanOrEqual(width);
    const titles = column(text, 1);
    let from = 0;
    for (const { session } of entries) {
      const title = solid(presentation.text(titleOf(session)));
      const found = titles.indexOf(title, from);
      expect(found, title).toBeGreaterThanOrEqual(from);
      from = found + title.length;
    }
    for (const { session } of entries) expect(column(text, 3)).toContain(session.id);
  });
});

test.each([1, 5, 10, 20, 30])('a page of %i columns neither fails nor loses a title', width => {
  const [entries, presentation] = everything(shipped);
  const text = sessionTable(entries, presentation, page(width));
  expect(column(text, 1)).toContain(solid('Remarques de clôture'));
});

test('the days have columns of the same widths', () => {
  const rules = sessionTable(...everything(shipped), page(80)).match(/^┌.*$/gm);
  expect(rules).toHaveLength(2);
  expect(new Set(rules).size).toBe(1);
});

test('ids and rooms give way to titles, at hyphens and spaces', () => {
  const text = sessionTable(...everything(shipped), page(80));
  expect(text).toContain(`\
│ 10:30-12:00 │ Mise en situation : Œuvrer de    │ Salle de     │ setting-the- │
│             │ concert pour rendre les          │ conférence 2 │ scene        │
│             │ migrations bénéfiques à tous     │              │              │
`);
});

test('the heading names the day in its own words, too', () => {
  expect(sessionTable(...everything(shipped, { lang: 'en' }), page(80))).toMatch(
    /^International Dialogue on Migration 2018\n.*\n.*\nTimes in America\/New_York\n\nDay 1 · Monday 26 March 2018 · Day one\n/,
  );
});

test('clocks of another zone are named, and that they are not those of the agenda', () => {
  const text = sessionTable(...everything(shipped, { tz: 'Asia/Tokyo' }), page(80));
  expect(text).toContain('Heures\u00a0: Asia/Tokyo, et non America/New_York comme dans le programme\n');
  expect(text).toContain('Jour 1 · lundi 26 mars 2018');
  expect(text).toContain('│ 23:00-23:30 │ Ouverture');
  expect(text).toContain('│ mar.        │ Session 3');
});

test.each([
  ['draft', 'draft · Times in UTC'],
  ['final', '\nTimes in UTC'],
])('an agenda that is %s says %j', (status, line) => {
  const agenda = day('- {id: a, time: 09:00-10:00, title: A}', `status: ${status}`);
  expect(sessionTable(...everything(agenda), page(80))).toContain(line);
});

test('control and bidi characters of a title, a room and a day are inert', () => {
  const agenda = titled('Red \u001b[31malert\u0007 \u202Eevil\ttab\nline');
  const evil = {
    ...agenda,
    title: { en: '\u001b]0;owned\u0007' },
    days: agenda.days.map(one => ({ ...one, title: { en: '\u009b2J' } })),
  };
  const text = sessionTable(...everything(evil), page(80));
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  expect(text).toContain('Red \\u{1b}[31malert\\u{7} \\u{202e}evil tab line');
});

test('colour changes nothing but the colour', () => {
  for (const width of [40, 80, 200]) {
    const painted = sessionTable(...everything(NESTED), page(width, COLOUR));
    expect(painted).toContain('\u001b[1mSmall\u001b[22m');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(sessionTable(...everything(NESTED), page(width)));
  }
});

test.each([
  ['words', 'word ', 20_000],
  ['one word', 'x', 100_000],
  ['Chinese', '国', 100_000],
])('a title of 100,000 characters takes as long as ten of 10,000: %s', async (_, piece, count) => {
  const title = (by: number) => piece.repeat(count / by);
  expect(column(sessionTable(...everything(titled(title(1))), page(80)), 1)).toContain(solid(title(1)));
  await expectLinear(
    by => everything(titled(title(by))),
    given => sessionTable(...given, page(80)),
  );
});
