import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { timeZones } from '../../src/model/zone.js';
import { clockChangeTimes } from '../../src/query/clock-change-times.js';

const HEAD = 'id: x\ntitle: X\ntimezone: Europe/Paris\ndays:\n';

/** A night when clocks change, a time; then what does not exist on it, and what is there twice. */
test.each([
  ['2024-03-31', '01:00-02:00', [], []],
  ['2024-03-31', '01:00-02:30', ['02:30'], []],
  ['2024-03-31', '01:00-03:00', [], []],
  ['2024-03-30', '23:00-03:00+1', [], []],
  ['2024-03-31', '02:00-04:00', ['02:00'], []],
  ['2024-10-27', '01:00-02:00', [], []],
  ['2024-10-27', '01:00-02:30', [], ['02:30']],
  ['2024-10-27', '01:00-03:00', [], []],
  ['2024-10-27', '02:30-03:30', [], ['02:30']],
])('%s %s', (date, time, never, twice) => {
  const { agenda } = read(`${HEAD}  - {date: ${date}, sessions: [{id: a, time: "${time}", title: A}]}\n`);
  if (agenda === undefined) throw new Error('no agenda');
  const zones = timeZones();
  expect([...clockChangeTimes(agenda, 'never', zones)].map(({ at }) => at)).toEqual(never);
  expect([...clockChangeTimes(agenda, 'twice', zones)].map(({ at }) => at)).toEqual(twice);
});
