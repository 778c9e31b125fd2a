import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/diff/compare.js';
import { write } from '../../src/formats/agenda/write.js';
import { readAny } from '../../src/formats/detect.js';
import type { Agenda } from '../../src/model/agenda.js';
import { presentation } from '../../src/query/presentation.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { named } from './edits.js';

const CORPUS = process.env.IDM_CORPUS;

const xml = (name: string) => `schedule-xml/pretalx-frab_schedule_${name}.xml`;

async function read(file: string, text = readFileSync(`${CORPUS}/${file}`)): Promise<Agenda> {
  const { agenda } = await readAny(text, { file, assumeTz: 'Europe/Vienna' });
  if (agenda === undefined) throw new Error(`${file} has no agenda`);
  return agenda;
}

/** What differs, as the change and the session, and the fields of those that only changed. */
function told(before: Agenda, after: Agenda): readonly string[] {
  return compare(before, after).sessions.map(({ change, before: old, after: now, fields }) =>
    [change, (now ?? old)?.key, ...(change === 'changed' ? fields.map(({ field }) => field) : [])].join(' '),
  );
}

describe.skipIf(CORPUS === undefined)('published schedules (skipped unless IDM_CORPUS names their folder)', () => {
  test.each<[before: string, after: string, changes: readonly string[]]>([
    ['empty', 'minimal', ['new eroffnungsrede']],
    ['minimal', 'minimal_2', ['changed eroffnungsrede subtitle', 'new best-talk']],
    ['minimal_2', 'minimal', ['changed eroffnungsrede subtitle', 'removed best-talk']],
    ['minimal_2', 'empty', ['removed best-talk', 'removed eroffnungsrede']],
  ])('two versions of one: %s, %s', async (before, after, changes) => {
    expect(told(await read(xml(before)), await read(xml(after))).toSorted()).toEqual(changes.toSorted());
  });

  test.each([
    xml('minimal_2'),
    'schedule-json/frab-camp2019.json',
    'schedule-json/pretalx-democon.json',
    'schedule-json/pretalx-rc3.json',
    'ics/giggity-kolt_20.ics',
    'csv/gpn11.csv',
  ])('%s and the agenda that is made of it differ in nothing', async file => {
    const agenda = await read(file);
    const yaml = write({
      presentation: presentation(agenda),
      selection: scheduledSessions(agenda),
      options: { parents: true },
    });
    expect(named(compare(agenda, await read('agenda.yaml', Buffer.from(yaml))))).toEqual([]);
  });

  test('a later version of a large one: what moved, was cancelled, renamed and came is told, and nothing else', async () => {
    const file = 'schedule-json/frab-camp2019.json';
    const before = await read(file);
    const [first, ...days] = before.days;
    const [a, b, c, d, ...rest] = first?.sessions ?? [];
    const time = a?.time;
    if (
      first === undefined ||
      a === undefined ||
      time === undefined ||
      typeof time === 'string' ||
      time.end === undefined ||
      b === undefined ||
      c === undefined ||
      d === undefined
    )
      throw new Error('too few sessions');
    const moved = { ...a, time: { start: time.start + 15, end: time.end + 15 } };
    const sessions = [moved, { ...b, status: 'cancelled' as const }, { ...c, id: 'made-anew' }, ...rest];
    const after: Agenda = { ...before, days: [{ ...first, sessions }, ...days] };
    expect(told(before, after).toSorted()).toEqual(
      [`moved ${a.id}`, `cancelled ${b.id}`, 'changed made-anew id', `removed ${d.id}`].toSorted(),
    );
  });
});
