import { expect, test } from 'vitest';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { readAny } from '../../../src/formats/detect.js';
import { FORMATS } from '../../../src/formats/registry.js';
import { given } from '../../given/exports.js';

const YAML = `id: x
title: X
timezone: UTC
revision: 7
days:
  - date: 2030-01-01
    sessions:
      - {id: a, time: 10:00-11:00, title: A}
`;

/** What becomes of the revision of our own calendar when its SEQUENCE is changed. */
async function revisionOf(sequence: string) {
  const calendar = await (await FORMATS.ics.write()).write(given(YAML));
  const { agenda, faults } = await readAny(calendar.replace('SEQUENCE:7', `SEQUENCE:${sequence}`), {}, 'ics');
  if (agenda === undefined) throw new Error('not read');
  return [agenda.revision ?? 0, ...faults.map(({ message }) => message)];
}

test('the revision of the fixture is that of its SEQUENCE', async () => {
  expect(readYaml(YAML).agenda?.revision).toBe(7);
  expect(await revisionOf('7')).toEqual([7]);
});

test.each([
  ['999999999', [999_999_999]],
  ['1000000000', [0, 'SEQUENCE "1000000000" is not a whole number from 0 to 999,999,999']],
  ['9999999999990', [0, 'SEQUENCE "9999999999990" is not a whole number from 0 to 999,999,999']],
  ['-1', [0, 'SEQUENCE "-1" is not a whole number from 0 to 999,999,999']],
])('of SEQUENCE:%s it is a number that can be written, or it is told', async (sequence, expected) => {
  expect(await revisionOf(sequence)).toEqual(expected);
});
