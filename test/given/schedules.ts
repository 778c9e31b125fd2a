import { readFileSync } from 'node:fs';
import { readAny } from '../../src/formats/detect.js';
import type { ReadOptions } from '../../src/formats/format.js';
import type { Reading } from '../../src/formats/source/read-result.js';
import { lint } from '../../src/lint/lint.js';
import type { Session } from '../../src/model/agenda.js';
import { FIXED_RULES, FOREIGN_RULES } from '../../src/model/rule-ids.js';
import { formatTime } from '../../src/model/time.js';
import { ROOT } from '../support/run.js';

/** A schedule of the fixtures. */
export function fixture(name: string): Uint8Array {
  return readFileSync(`${ROOT}test/given/schedules/${name}`);
}

export async function given(input: string | Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  return readAny(input, options);
}

/** The sessions of a reading: `date time id type status? [tags] rooms: people`. */
export function sessions({ agenda }: Reading): string[] {
  return (agenda?.days ?? []).flatMap(({ date, sessions }) => sessions.map(one => `${date ?? '-'} ${session(one)}`));
}

function session({ id, time, type, status, tags, rooms, moderators, speakers }: Session): string {
  const people = [...moderators.map(({ person }) => `${person}*`), ...speakers.map(({ person }) => person)];
  const marks = [type, ...(status ? [status] : []), ...tags.map(tag => `[${tag}]`)];
  return [
    time ? formatTime(time) : '-',
    id,
    ...marks,
    `${(rooms ?? []).join('+') || '-'}:`,
    people.join(' ') || '-',
  ].join(' ');
}

/** Rules about agendas whose places in a source are looked at here; what other rules find is theirs to test. */
const LOOKED_AT: readonly string[] = [
  ...FIXED_RULES,
  ...FOREIGN_RULES,
  'room-clash',
  'person-clash',
  'same-person-twice',
  'duplicate-id',
  'over-a-day',
];

/** The problems of a reading: `line:column rule: message | hint`. */
export function problems(reading: Reading): string[] {
  const found = lint(reading).filter(({ rule }) => LOOKED_AT.includes(rule));
  return found.map(({ line, column, rule, message, hint }) => `${line}:${column} ${rule}: ${message} | ${hint ?? ''}`);
}
