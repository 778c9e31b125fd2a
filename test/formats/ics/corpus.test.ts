import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { lint } from '../../../src/lint/lint.js';
import { sessions } from '../../../src/query/walk.js';

/** A folder of calendars and tables from elsewhere, named by IDM_CORPUS. */
const CORPUS = process.env.IDM_CORPUS ?? '';
const isThere = CORPUS !== '' && existsSync(CORPUS);
const files = isThere
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:ics|csv)$/.test(name))
  : [];

const read = (name: string) => readAny(readFileSync(join(CORPUS, name)), { file: name, assumeTz: 'Europe/Berlin' });

describe.skipIf(!isThere)('calendars and tables from elsewhere (skipped unless IDM_CORPUS names their folder)', () => {
  test.each(files)('%s is read, or refused in a place', async name => {
    const reading = await read(name);
    const problems = lint(reading);
    expect(reading.foreign).toBe(true);
    if (reading.agenda === undefined) expect(problems).not.toEqual([]);
    for (const { line, message } of problems) expect([line > 0, message !== '']).toEqual([true, true]);
  });

  test.each([
    ['csv/gpn11.csv', 29, 31, 2, ['column "File URL" (29 cells) is not read']],
    ['ics/giggity-kolt_20.ics', 24, 20, 4, []],
  ])('%s has what it says', async (name, count, people, rooms, told) => {
    const { agenda, faults } = await read(name);
    if (agenda === undefined) throw new Error('not read');
    expect([...sessions(agenda)]).toHaveLength(count);
    expect([agenda.people.length, agenda.rooms.length]).toEqual([people, rooms]);
    expect(faults.map(({ message }) => message)).toEqual(told);
  });
});
