import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/formats/html/browser/calendar.js';
import { type Attended, clash, isTight } from '../../../src/formats/html/browser/clashes.js';
import { write as writeCalendar } from '../../../src/formats/ics/write.js';
import { clock } from '../../../src/model/time.js';
import { overlaps } from '../../../src/query/overlaps.js';
import { isTimed, scheduledSessions, type TimedSession } from '../../../src/query/scheduled-sessions.js';
import { given, NASTY, SHIPPED } from '../../given/exports.js';
import { runs } from '../../support/runs.js';

const SIX = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');

describe('the calendar of picks', () => {
  test.each([
    ['the shipped agenda', SHIPPED],
    ['an agenda in six languages', SIX],
    ['an agenda of awkward texts', NASTY],
  ])('of %s is the export of these sessions, byte for byte', (_, yaml) => {
    const request = given(yaml);
    const whole = writeCalendar(request);
    const all = request.selection;
    const choices = [all, all.slice(0, 1), all.filter(({ parent }) => parent), all.filter((_, i) => i % 3 === 1)];
    for (const selection of choices.filter(({ length }) => length > 0)) {
      const ids = new Set(selection.map(({ session }) => session.id));
      expect(calendarOf(whole, ids)).toBe(writeCalendar({ ...request, selection }));
    }
  });
});

/** What the page knows of a session. */
function attended({ session, start, end = start + 1, status, rooms, parts }: TimedSession): Attended {
  return {
    start,
    end: Math.max(end, start + 1),
    type: session.type,
    rooms,
    isCancelled: status === 'cancelled',
    hasParts: parts.length > 0,
  };
}

describe('picks that clash', () => {
  test('are those of idm conflicts --parallel, but for what is there by design', () => {
    const time = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }))
      .map(([start, length]) => `${clock(600 + start * 15)}-${clock(600 + (start + length) * 15)}`);
    const line = fc.record({
      time,
      type: fc.constantFrom('session', 'plenary', 'break', 'social', 'side-event', 'registration', 'panel'),
      room: fc.constantFrom('a', 'b', 'c'),
      status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), lines => {
        const sessions = lines.map(
          ({ time, type, room, status }, i) =>
            `{id: s${i}, time: "${time}", type: ${type}, room: ${room}, status: ${status}, title: T}`,
        );
        const { agenda } = given(
          `id: a\ntitle: A\ntimezone: UTC\nrooms: {a: A, b: B, c: C}\ndays: [{date: 2018-06-01, sessions: [${sessions.join(', ')}]}]`,
        );
        const entries = scheduledSessions(agenda).filter(isTimed);
        const own = entries.flatMap((a, i) =>
          entries
            .slice(i + 1)
            .flatMap(b => (clash(attended(a), attended(b)) ? [`${a.session.id} ${b.session.id}`] : [])),
        );
        const judged = overlaps(agenda, { parallel: true })
          .filter(({ kinds }) => kinds.some(kind => /^(?:plenary-overlap|break-overlap|parallel)$/.test(kind)))
          .map(({ a, b }) => `${a.session.id} ${b.session.id}`);
        expect(own.sort()).toEqual(judged.sort());
      }),
      { numRuns: runs(300) },
    );
  });

  const session = (start: number, end: number, room: string, more: Partial<Attended> = {}): Attended => ({
    ...{ start, end, type: 'session', rooms: [room], isCancelled: false, hasParts: false },
    ...more,
  });
  test.each([
    ['in another room, right after', session(0, 10, 'a'), session(10, 20, 'b'), true],
    ['in the same room', session(0, 10, 'a'), session(10, 20, 'a'), false],
    ['with a minute between', session(0, 10, 'a'), session(11, 20, 'b'), false],
    ['which is cancelled', session(0, 10, 'a'), session(10, 20, 'b', { isCancelled: true }), false],
    ['whose parts are attended', session(0, 10, 'a', { hasParts: true }), session(10, 20, 'b'), false],
    ['without a room', session(0, 10, 'a'), session(10, 20, 'b', { rooms: [] }), false],
  ])('a session %s leaves no time to change rooms: $3', (_, a, b, expected) => {
    expect(isTight(a, b)).toBe(expected);
  });
});
