import { expect, test } from 'vitest';
import { compareClashes, type FoundClash } from '../../src/diff/clashes.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Source } from '../../src/formats/source/read-result.js';
import { placed, unplacedClashes } from '../../src/lint/lint.js';

const clash = (rule: string, a: string, b: string): FoundClash => ({
  rule,
  severity: 'error',
  message: rule,
  clash: {
    sessions: [a, b],
    start: '2018-03-26T10:00:00Z',
    end: '2018-03-26T11:00:00Z',
    minutes: 60,
    rooms: [],
    people: [],
  },
});

test.each<[what: string, old: FoundClash[], now: FoundClash[], came: number, gone: number]>([
  ['the same', [clash('room-clash', 'a', 'b')], [clash('room-clash', 'a', 'b')], 0, 0],
  ['the other session first', [clash('room-clash', 'a', 'b')], [clash('room-clash', 'b', 'a')], 0, 0],
  ['a session with a new id', [clash('room-clash', 'a', 'old')], [clash('room-clash', 'a', 'new')], 0, 0],
  ['another session', [clash('room-clash', 'a', 'b')], [clash('room-clash', 'a', 'c')], 1, 1],
  ['another rule', [clash('room-clash', 'a', 'b')], [clash('person-clash', 'a', 'b')], 1, 1],
  ['one that came', [], [clash('room-clash', 'a', 'b')], 1, 0],
  ['one that is gone', [clash('room-clash', 'a', 'b')], [], 0, 1],
])('%s', (_, old, now, came, gone) => {
  const found = compareClashes(old, now, new Map([['new', 'old']]));
  expect([found.came.length, found.gone.length]).toEqual([came, gone]);
});

test('clashes that stand on both sides are found without their places, which take long', () => {
  const session = (id: string) => `{id: ${id}, time: 10:00-11:00, title: T, room: hall}`;
  const reading = readYaml(
    `id: a\ntitle: A\ntimezone: UTC\nrooms: {hall: Hall}\ndays: [{date: 2018-03-26, sessions: [${session('one')}, ${session('two')}]}]\n`,
  );
  let located = 0;
  const source: Source = Object.create(reading.source, {
    locate: { value: (...place: Parameters<Source['locate']>) => ++located && reading.source.locate(...place) },
  });
  const found = unplacedClashes({ ...reading, source }, { kinds: ['overlap'] });
  expect([found.map(({ clash }) => clash.sessions), located]).toEqual([[['one', 'two']], 0]);
  expect([placed(found).map(({ line, rule }) => `${line} ${rule}`), located > 0]).toEqual([['5 room-clash'], true]);
});
