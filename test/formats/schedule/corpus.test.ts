import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { lint } from '../../../src/lint/lint.js';

const CORPUS = process.env.IDM_CORPUS;

/** File, zone to assume; then sessions, people, rooms, and how often each rule found something. */
const FILES: readonly (readonly [string, string | undefined, readonly number[], Readonly<Record<string, number>>])[] = [
  ['schedule-xml/pretalx-frab_schedule_empty.xml', 'Europe/Vienna', [0, 0, 1], {}],
  ['schedule-xml/pretalx-frab_schedule_minimal.xml', 'Europe/Vienna', [1, 1, 1], {}],
  ['schedule-xml/pretalx-frab_schedule_minimal_2.xml', 'Europe/Vienna', [2, 1, 1], { contradiction: 1 }],
  ['schedule-json/pretalx-democon.json', undefined, [36, 27, 2], { 'person-clash': 1 }],
  ['schedule-json/frab-camp2019.json', undefined, [79, 90, 2], { 'not-read': 1, 'same-person-twice': 1 }],
  ['schedule-json/pretalx-rc3.json', undefined, [48, 56, 5], { 'bad-timezone': 1, 'placeholder-text': 2 }],
  ['schedule-json/pretalx-rc3.json', 'Europe/Berlin', [48, 56, 5], { 'placeholder-text': 2 }],
  ['schedule-json/invalid-example.json', undefined, [1, 1, 1], {}],
];

describe.skipIf(CORPUS === undefined)('published schedules (skipped unless IDM_CORPUS names their folder)', () => {
  test.each(FILES)('%s, assuming %s', async (file, assumeTz, [sessions, people, rooms], rules) => {
    const reading = await readAny(readFileSync(`${CORPUS}/${file}`), { file, ...(assumeTz && { assumeTz }) });
    expect(reading.agenda?.days.flatMap(day => day.sessions)).toHaveLength(sessions ?? 0);
    expect(reading.agenda?.people).toHaveLength(people ?? 0);
    expect(reading.agenda?.rooms).toHaveLength(rooms ?? 0);
    const found: Record<string, number> = {};
    for (const { rule } of lint(reading)) found[rule] = (found[rule] ?? 0) + 1;
    expect(found).toEqual(rules);
  });
});
