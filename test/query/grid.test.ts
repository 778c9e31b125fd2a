import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clock } from '../../src/model/time.js';
import { type Grid, gridOf } from '../../src/query/grid.js';
import { isTimed, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { given } from '../given/exports.js';
import { runs } from '../support/runs.js';

/** Sessions as `id time type rooms`. */
function entriesOf(lines: readonly string[], rooms: readonly string[]) {
  const sessions = lines.map(line => {
    const [id, time, type, ...its] = line.split(' ');
    return `{id: ${id}, time: "${time}", type: ${type}, room: [${its.join(', ')}], title: T}`;
  });
  const list = rooms.map(room => `${room}: ${room}`).join(', ');
  const { agenda } = given(
    `id: a\ntitle: A\ntimezone: UTC\nrooms: {${list}}\ndays: [{date: 2018-06-01, sessions: [${sessions.join(', ')}]}]`,
  );
  return scheduledSessions(agenda);
}

/** The table as lines: a time and the ids in the lanes, with `|` between rooms. */
function draw({ rows, columns, cells }: Grid): readonly string[] {
  const edges = columns.map((_, i) => columns.slice(0, i).reduce((sum, { lanes }) => sum + lanes, 0));
  return rows.slice(0, -1).map((minutes, row) => {
    const lanes = columns.flatMap(({ lanes }, column) =>
      Array.from({ length: lanes }, (_, i) => {
        const lane = (edges[column] ?? 0) + i;
        const cell = cells.find(({ top, bottom, from, to }) => top <= row && row < bottom && from <= lane && lane < to);
        return `${i === 0 && column > 0 ? '| ' : ''}${cell?.entry?.session.id ?? '-'}`;
      }),
    );
    return `${clock(minutes)} ${lanes.join(' ')}`;
  });
}

describe('a day as a table', () => {
  test.each([
    [
      'a session covers the rows of its time',
      ['one 09:00-11:00 session a', 'two 10:00-10:30 session b'],
      ['09:00 one | -', '10:00 one | two', '10:30 one | -'],
    ],
    [
      'two sessions in one room are side by side',
      ['one 09:00-11:00 session a', 'two 10:00-12:00 session a'],
      ['09:00 one -', '10:00 one two', '11:00 - two'].map(line => `${line} | -`),
    ],
    [
      'a plenary goes across rooms that are free',
      ['all 09:00-10:00 plenary a', 'two 10:00-11:00 session b'],
      ['09:00 all | all', '10:00 - | two'],
    ],
    [
      'a plenary stays in its room beside another session',
      ['all 09:00-10:00 plenary a', 'two 09:00-10:00 session b'],
      ['09:00 all | two'],
    ],
    [
      'a break goes where nothing else is',
      ['rest 09:00-10:00 break', 'two 09:15-09:30 session b'],
      ['09:00 rest | -', '09:15 rest | two', '09:30 rest | -'],
    ],
    [
      'what has no room and no place has a column of its own',
      ['walk 09:00-10:00 social', 'one 09:00-10:00 session a', 'two 09:00-10:00 session b'],
      ['09:00 one | two | walk'],
    ],
    ['a session in rooms side by side is one cell', ['wide 09:00-10:00 session a b'], ['09:00 wide | wide']],
    [
      'what has no announced end lasts until something else',
      ['one 09:00- session a', 'two 10:00-11:00 session a'],
      ['09:00 one | -', '10:00 two | -'],
    ],
    [
      'at the end of a day it has a row all the same',
      ['one 09:00-10:00 session a', 'two 10:00- social a'],
      ['09:00 one | -', '10:00 two | -'],
    ],
  ])('%s', (_, lines, drawn) => {
    expect(draw(gridOf(entriesOf(lines, ['a', 'b']).filter(isTimed), ['a', 'b']))).toEqual(drawn);
  });

  test('has each session, and no cell over another, whatever there is', () => {
    const rooms = ['a', 'b', 'c'];
    const time = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => `${clock(480 + start * 15)}-${clock(480 + (start + length) * 15)}`);
    const line = fc
      .tuple(time, fc.constantFrom('session', 'plenary', 'break', 'social'), fc.subarray(rooms))
      .map(([time, type, its]) => [time, type, ...its].join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), lines => {
        const entries = entriesOf(
          lines.map((line, i) => `s${i} ${line}`),
          rooms,
        );
        const { rows, columns, cells } = gridOf(entries.filter(isTimed), rooms);
        expect(new Set(cells.flatMap(({ entry }) => entry ?? []))).toEqual(new Set(entries));
        const lanes = columns.reduce((sum, { lanes }) => sum + lanes, 0);
        const covered = cells.flatMap(({ top, bottom, from, to }) =>
          Array.from(
            { length: (bottom - top) * (to - from) },
            (_, i) => `${top + (i % (bottom - top))} ${from + Math.floor(i / (bottom - top))}`,
          ),
        );
        expect(covered).toHaveLength((rows.length - 1) * lanes);
        expect(new Set(covered).size).toBe(covered.length);
        for (const { entry, top, bottom } of cells) {
          if (entry === undefined) continue;
          expect([rows[top], rows[bottom]]).toEqual([entry.time.start, entry.time.end]);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
