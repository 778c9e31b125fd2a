import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SESSION_STATUSES, SESSION_TYPES } from '../../src/model/agenda.js';
import { clock } from '../../src/model/time.js';
import { measure } from '../../src/text/wrap.js';
import { timetable } from '../../src/views/timetable.js';
import { COLOUR, day, everything, page } from '../given/pages.js';
import { runs } from '../support/runs.js';

const ROOMS = 'rooms: {a: Hall, b: Studio, c: Garden}';

/** The grid alone, without the head of the listing. */
function grid(sessions: string, width = 60, options: { tz?: string; lang?: string } = {}): string {
  return timetable(...everything(day(sessions, ROOMS), options), page(width))
    .split('\n')
    .slice(4, -1)
    .join('\n');
}

describe('a day is a grid', () => {
  test('with a session in every row that it covers, parts inside, and what is for everybody across', () => {
    expect(
      grid(
        `
- {id: reg, time: 08:30-09:00, title: Registration, type: registration}
- {id: open, time: 09:00-09:30, title: Opening, type: opening, room: b}
- id: long
  time: 09:30-11:00
  title: Rivers
  room: a
  sessions:
    - {id: p1, time: 09:30-10:00, title: The Nile}
    - {id: p2, time: 10:00-11:00, title: The Mekong, room: b, status: cancelled}
- {id: side, time: 10:00-11:30, title: Beside, room: c, status: tentative}
- {id: lunch, time: 11:30-12:30, title: Lunch, type: break}
- {id: walk, time: 14:00-, title: A walk, type: social}
- {id: late, time: evening, title: Music, room: c}
`,
        72,
      ),
    ).toBe(`\
        Hall                 Studio               Garden
08:30 ┌──────────────────────────────────────────────────────────────┐
      │ Registration                                                 │
09:00 ├──────────────────────────────────────────────────────────────┤
      │ Opening (Studio)                                             │
09:30 ├────────────────────┬─────────────────────────────────────────┤
      │ Rivers             │                                         │
10:00 │   09:30-10:00 The  │                    ┌────────────────────┤
      │   Nile             │                    │ Beside · tentative │
      │   10:00-11:00 The  │                    │                    │
      │   Mekong ·         │                    │                    │
      │   cancelled        │                    │                    │
      │   (Studio)         │                    │                    │
11:00 ├────────────────────┘                    │                    │
      │                                         │                    │
11:30 ├─────────────────────────────────────────┴────────────────────┤
      │ Lunch                                                        │
12:30 ├──────────────────────────────────────────────────────────────┤
      │                                                              │
14:00 ├──────────────────────────────────────────────────────────────┤
      │ 14:00- A walk                                                │
      └──────────────────────────────────────────────────────────────┘

evening  Music · Garden · late`);
  });

  test('with two sessions of one room side by side, and others across what is free', () => {
    expect(
      grid(`
- {id: one, time: 09:00-10:00, title: One, room: a}
- {id: two, time: 09:30-10:30, title: Two, room: a}
- {id: rest, time: 10:30-10:45, title: Rest, type: break}
`),
    ).toBe(`\
        Hall
09:00 ┌─────────────────────────┬─────────────────────────┐
      │ One                     │                         │
09:30 │                         ├─────────────────────────┤
      │                         │ Two                     │
10:00 ├─────────────────────────┤                         │
      │                         │                         │
10:30 ├─────────────────────────┴─────────────────────────┤
      │ Rest                                              │
10:45 └───────────────────────────────────────────────────┘`);
  });

  test('whose titles end in … and an id where they are too long', () => {
    expect(grid(`- {id: long-one, time: 09:00-10:00, title: "${'many words '.repeat(60)}", room: a}`, 80)).toBe(`\
        Hall
09:00 ┌──────────────────────────────────────────────────────────────┐
      │ many words many words many words many words many words many  │
      │ words many words many words many words many words many words │
      │ many words many words many words many words many words many  │
      │ words many words many words many words many words many words │
      │ many words many words many words many words many words many  │
      │ words many words many words many words many words many word… │
      │ long-one                                                     │
10:00 └──────────────────────────────────────────────────────────────┘`);
  });

  test('by the clocks of another zone, and of another day by its name', () => {
    const drawn = grid('- {id: a, time: 01:30-03:00, title: Early, room: a}', 60, { tz: 'America/New_York' });
    expect(drawn.split('\n').map(line => line.slice(0, 10))).toEqual([
      '          ',
      'Fri 20:30 ',
      '          ',
      'Fri 22:00 ',
    ]);
  });
});

/** Sessions of a random day in YAML: each title begins with a word of its own, and that of a part too. */
const sessions = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 0, max: 8 }),
      type: fc.constantFrom(...SESSION_TYPES),
      status: fc.constantFrom(...SESSION_STATUSES),
      rooms: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
      title: fc.constantFrom(
        '',
        '国際移住対話について',
        'مستقبل الأنهار صباحًا',
        'long '.repeat(90),
        'W'.repeat(70),
        '👩🏽‍🚀 et ‘l’eau’',
      ),
      parts: fc.nat(3),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(all =>
    all
      .map(({ start, length, type, status, rooms, title, parts }, i) => {
        const [from, to] = [480 + 15 * start, 480 + 15 * (start + length)];
        const time = start === 40 ? 'evening' : `${clock(from)}-${length === 0 ? '' : clock(to, 'end')}`;
        const inside = Array.from(
          { length: parts },
          (_, p) => `{id: part-${i}-${p}, time: "${clock(from)}-", title: "s${i}p${p} ${title}"}`,
        );
        const fields = `id: "id-${i}", time: "${time}", type: ${type}, status: ${status}, room: [${rooms.map(r => `r${r}`).join(', ')}]`;
        return `- {${fields}, title: "s${i} ${title}", sessions: [${inside.join(', ')}]}`;
      })
      .join('\n'),
  );

describe('whatever the day', () => {
  const rooms = Array.from({ length: 12 }, (_, i) => `r${i}: ${i % 2 === 0 ? `Room ${i}` : `会议室 ${i}`}`);
  const heads = `rooms: {${rooms.join(', ')}}`;

  test.each([200, 120, 80, 60])('at %s columns no session is hidden, and no line is wider', width => {
    fc.assert(
      fc.property(sessions, yaml => {
        const [entries, presentation] = everything(day(yaml, heads));
        const drawn = timetable(entries, presentation, page(width));
        const coloured = timetable(entries, presentation, page(width, COLOUR));
        for (const line of coloured.split('\n')) expect(measure(line)).toBeLessThanOrEqual(width);
        const words = new Set(drawn.match(/\bs\d+(?:p\d+)?\b/g));
        expect([...words].sort()).toEqual(entries.map(({ session }) => session.title.en?.split(' ')[0]).sort());
        // The boxes of a block have straight sides.
        const lines = drawn.split('\n').filter(line => /[│┤┘┐]$/.test(line));
        expect(new Set(lines.map(measure)).size).toBeLessThanOrEqual(2);
      }),
      { numRuns: runs(200) },
    );
  });

  test('a title that is cut has its id below', () => {
    fc.assert(
      fc.property(sessions, yaml => {
        const drawn = timetable(...everything(day(yaml.replaceAll('evening', '20:00-'), heads)), page(80));
        const ids = drawn.match(/\b(?:id|part)-[\d-]+/g) ?? [];
        expect(drawn.match(/…/g) ?? []).toHaveLength(ids.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
