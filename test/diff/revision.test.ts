import { expect, test } from 'vitest';
import { compare } from '../../src/diff/compare.js';
import { forgottenRevision } from '../../src/diff/revision.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';

function agenda(head: string, time: string): Agenda {
  const { agenda: found } = readYaml(
    `id: a\ntitle: A\ntimezone: UTC\n${head}\ndays: [{date: 2018-03-26, sessions: [{id: s, time: "${time}", title: S}]}]\n`,
  );
  if (found === undefined) throw new Error('no agenda');
  return found;
}

const MOVED = ['10:00-11:00', '12:00-13:00'] as const;

test.each<[old: string, now: string, times: readonly [string, string], write: number | undefined]>([
  ['', '', MOVED, 1],
  ['', '', ['10:00-11:00', '10:00-11:00'], undefined],
  ['revision: 3', 'revision: 3', MOVED, 4],
  ['revision: 3', 'revision: 4', MOVED, undefined],
  ['revision: 3', 'revision: 2', MOVED, 4],
  ['revision: 3', '', MOVED, 4],
  ['', 'updated: 2018-03-01', MOVED, undefined],
  ['updated: 2018-03-01', 'updated: 2018-03-01', MOVED, 1],
  ['updated: 2018-03-01', 'updated: 2018-03-01T09:00Z', MOVED, undefined],
  ['updated: 2018-03-01T09:00Z', 'updated: 2018-03-01T10:00+02:00', MOVED, 1],
  ['status: final', 'status: draft', MOVED, undefined],
  ['status: draft', 'status: final', MOVED, 1],
])('%s → %s, %j: %s', (old, now, [before, after], revision) => {
  const found = forgottenRevision(compare(agenda(old, before), agenda(now, after)));
  expect(found).toEqual(revision === undefined ? undefined : { sessions: 1, revision });
});
