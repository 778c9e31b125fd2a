import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/diff/compare.js';
import { write } from '../../src/formats/agenda/write.js';
import { readAny } from '../../src/formats/detect.js';
import type { Agenda } from '../../src/model/agenda.js';
import { presentation } from '../../src/query/presentation.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { anyAgenda } from '../given/random-agendas.js';
import { ROOT } from '../support/run.js';
import { runs } from '../support/runs.js';
import { agendaOf, anyData, anyEdits, type Data, expectNamed, named } from './edits.js';

const FILES = [
  'data/idm-2018.yaml',
  'examples/draft.yaml',
  'examples/schedule.xml',
  ...['nasty.yaml', 'winter-time.yaml', 'every-rule.yaml', 'calendars/meeting.ics', 'schedules/first.json'].map(
    name => `test/given/${name}`,
  ),
];

async function read(file: string): Promise<Agenda> {
  const { agenda } = await readAny(readFileSync(ROOT + file), { file });
  if (agenda === undefined) throw new Error(file);
  return agenda;
}

/** The agenda as its own format writes it. */
function canonical(agenda: Agenda): string {
  return write({
    presentation: presentation(agenda),
    selection: scheduledSessions(agenda),
    options: { parents: true },
  });
}

/** Data in which maps and the days, people and rooms stand in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

describe('nothing changed', () => {
  test.each(FILES)('between %s and itself', async file => {
    const [a, b] = [await read(file), await read(file)];
    expect(named(compare(a, b))).toEqual([]);
  });

  test('between any agenda and what is written of it, with comments, or with its fields in another order', () => {
    fc.assert(
      fc.property(anyAgenda, data => {
        const agenda = agendaOf(data as Data);
        expect(named(compare(agenda, agendaOf(data as Data)))).toEqual([]);
        expect(named(compare(agenda, agendaOf(reordered(data) as Data)))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
    fc.assert(
      fc.property(anyData, data => {
        const agenda = agendaOf(data);
        const days = (data.days as Data[]).map(day => ({ ...day, sessions: (day.sessions as Data[]).toReversed() }));
        expect(named(compare(agenda, agendaOf({ ...data, days: days.reverse() })))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('between any agenda and its canonical form, with comments', async () => {
    await fc.assert(
      fc.asyncProperty(anyData, async data => {
        const agenda = agendaOf(data);
        const yaml = canonical(agenda).replace(/^( *)(?:- )?(?:title|time):/gm, '$1# a remark\n$&');
        const again = (await readAny(yaml)).agenda;
        expect(again).toBeDefined();
        expect(named(compare(agenda, again as Agenda))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what changed is named, and nothing else', () => {
  test('several fields', () => {
    fc.assert(
      fc.property(anyData, anyEdits, (data, edit) => void expectNamed(data, edit)),
      { numRuns: runs(500) },
    );
  });

  test('an edit of the zone, and one of the times that keeps the instants', () => {
    fc.assert(
      fc.property(anyData, fc.constantFrom(-6, 0, 6), fc.nat(), (data, hours, which) => {
        const paris: Data = { ...data, timezone: 'Europe/Paris' };
        expectNamed(paris, other => {
          other.timezone = 'America/New_York';
          const [day] = other.days as Data[];
          const all = (day?.sessions ?? []) as Data[];
          const one = all[which % all.length];
          const [, from, to, rest] = /^(\d\d)(:\d\d-\d\d)(:\d\d)$/.exec(String(one?.time)) ?? [];
          if (one === undefined || from === undefined || to === undefined || rest === undefined) return;
          const [start, end] = [Number(from) + hours, Number(to.slice(4)) + hours];
          if (start < 0 || end > 23) return;
          one.time = `${String(start).padStart(2, '0')}${to.slice(0, 4)}${String(end).padStart(2, '0')}${rest}`;
        });
      }),
      { numRuns: runs(100) },
    );
  });

  test('sessions that come and go, and parts of another session', () => {
    const dropOrMove = fc.tuple(fc.nat(), fc.nat(3)).map(([which, how]) => (data: Data) => {
      const [first, second] = data.days as { sessions: Data[] }[];
      const list = first?.sessions ?? [];
      const [one] = list.splice(which % list.length, 1);
      if (one === undefined || how === 0) return;
      if (how === 1) second?.sessions.push(one);
      else if (how === 2) {
        const [parent] = second?.sessions ?? [];
        if (parent !== undefined) parent.sessions = [...((parent.sessions ?? []) as Data[]), one];
      } else
        list.push({
          ...one,
          id: 'fresh',
          title: 'A title of its own',
          time: '05:00-05:05',
          speakers: [],
          moderators: [],
          room: [],
        });
    });
    fc.assert(
      fc.property(anyData, dropOrMove, (data, edit) => void expectNamed(data, edit)),
      { numRuns: runs(300) },
    );
  });
});
