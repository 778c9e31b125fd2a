import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { readPlain as read } from '../../../src/formats/csv/read.js';
import { FORMATS } from '../../../src/formats/registry.js';
import type { Reading } from '../../../src/formats/source/read-result.js';
import { lint } from '../../../src/lint/lint.js';
import type { Session } from '../../../src/model/agenda.js';
import { formatTime } from '../../../src/model/time.js';
import { presentation } from '../../../src/query/presentation.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { runs } from '../../support/runs.js';

/** `id parent day start end`: a row of a table, its date a day of March 2018. */
function table(rows: readonly string[]): Reading {
  const lines = rows.map(row => {
    const [id, parent, day, start = '10:00', end = '11:00'] = row.split(' ');
    return `${id},${parent === '-' ? '' : parent},2018-03-${day ?? '26'},${start},${end},Talk ${id}`;
  });
  return read(['id,parent,date,start,end,title', ...lines].join('\n'), { assumeTz: 'UTC' });
}

/** `26 a(b(c) d) 27 e`: the days and their sessions, parts in brackets. */
function tree({ agenda }: Reading): string {
  const list = (sessions: readonly Session[]): string =>
    sessions.map(({ id, sessions }) => id + (sessions.length === 0 ? '' : `(${list(sessions)})`)).join(' ');
  return (agenda?.days ?? []).map(({ date, sessions }) => `${date?.slice(8)} ${list(sessions)}`).join(' ');
}

function problems(reading: Reading): string[] {
  return lint(reading, { least: 'error' }).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
  );
}

const chain = (length: number) => Array.from({ length }, (_, i) => `d${i} ${i === 0 ? '-' : `d${i - 1}`}`);
const nested = (from: number, to: number): string => (from === to ? `d${from}` : `d${from}(${nested(from + 1, to)})`);

describe('a part that cannot be one stands by itself, and is told', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['a part before its session', ['b a', 'a -'], '26 a(b)', []],
    ['a part of a part', ['c b', 'b a', 'a -'], '26 a(b(c))', []],
    ['itself', ['a a'], '26 a', ['2:28 wrong-type: "Talk a" is a part of itself: it is read as a session of its own']],
    [
      'two of each other, one with a part',
      ['a b', 'b a', 'c a'],
      '26 a(b c)',
      [
        '2:28 wrong-type: "Talk a" is a part of "Talk b", which is in turn within it: it is read as a session of its own (line 3)',
      ],
    ],
    [
      'a circle that is reached from outside',
      ['x a', 'a b', 'b c', 'c a'],
      '26 a(x c(b))',
      [
        '3:28 wrong-type: "Talk a" is a part of "Talk b", which is in turn within it: it is read as a session of its own (line 4)',
      ],
    ],
    [
      'two circles',
      ['a a', 'b c', 'c b'],
      '26 a b(c)',
      [
        '2:28 wrong-type: "Talk a" is a part of itself: it is read as a session of its own',
        '3:28 wrong-type: "Talk b" is a part of "Talk c", which is in turn within it: it is read as a session of its own (line 4)',
      ],
    ],
    ['parts to a depth of 20', chain(21), `26 ${nested(0, 20)}`, []],
    [
      'parts that are deeper',
      chain(23),
      `26 ${nested(0, 20)} ${nested(21, 22)}`,
      [
        '23:32 wrong-type: "Talk d21" is a part of parts that are 20 deep: it is read as a session of its own (line 22)',
      ],
    ],
    ['a part on the next day', ['a - 26 22:00 02:00', 'b a 27 00:30 01:00'], '26 a(b)', []],
    [
      'a part until the end of the next day',
      ['a - 26 22:00 02:00', 'b a 27 22:00 24:00'],
      '26 a(b)',
      ['3:16 outside-parent: "b" (22:00+1-24:00+1) is not inside its session "a" (22:00-02:00+1) (line 2)'],
    ],
    [
      'a part two days later',
      ['a -', 'b a 28', 'c b 28'],
      '26 a 28 b(c)',
      [
        '3:28 wrong-type: "Talk b" is on 2018-03-28, but its session is on 2018-03-26: it is read as a session of its own (line 2)',
      ],
    ],
    [
      'a part that ends after the next day',
      ['a -', 'b a 27 23:00 01:00'],
      '26 a 27 b',
      [
        '3:28 wrong-type: "Talk b" is on 2018-03-27, but its session is on 2018-03-26: it is read as a session of its own (line 2)',
      ],
    ],
    [
      'a part on the day before',
      ['a -', 'b a 25'],
      '25 b 26 a',
      [
        '3:28 wrong-type: "Talk b" is on 2018-03-25, but its session is on 2018-03-26: it is read as a session of its own (line 2)',
      ],
    ],
  ])('%s', (_, rows, expected, said) => {
    const reading = table(rows);
    expect(tree(reading)).toBe(expected);
    expect(problems(reading)).toEqual(said);
  });

  test('whatever the parents and dates, each row is one session, what is not told is kept, and the agenda can be written', async () => {
    const { write } = await FORMATS.yaml.write();
    const row = fc.record({
      parent: fc.option(fc.nat(11)),
      day: fc.integer({ min: 22, max: 28 }),
      start: fc.constantFrom('00:30', '10:00', '23:00'),
      end: fc.constantFrom('11:00', '24:00', '01:00'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), rows => {
        const has = (parent: number | null): parent is number => parent !== null && parent < rows.length;
        const reading = table(
          rows.map(
            ({ parent, day, start, end }, i) => `s${i} ${has(parent) ? `s${parent}` : '-'} ${day} ${start} ${end}`,
          ),
        );
        const { agenda } = reading;
        if (agenda === undefined) throw new Error('no agenda');
        const entries = scheduledSessions(agenda);
        const ids = rows.map((_, i) => `s${i}`);
        expect(entries.map(({ session }) => session.id).sort()).toEqual(ids.sort());
        const said = rows.filter(({ parent }) => has(parent)).length;
        const kept = entries.filter(({ parent }) => parent !== undefined).length;
        expect(kept).toBe(said - reading.faults.length);
        const text = write({ presentation: presentation(agenda), selection: entries, options: {} });
        const again = readYaml(text);
        expect(again.faults).toEqual([]);
        const times = (of: typeof agenda) =>
          scheduledSessions(of).map(({ session, date, time }) => `${session.id} ${date} ${formatTime(time)}`);
        expect(times(again.agenda ?? agenda)).toEqual(times(agenda));
      }),
      { numRuns: runs(1000) },
    );
  });
});
