import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lost as lostByJson } from '../../../src/formats/schedule/write-json.js';
import { lost } from '../../../src/formats/schedule/write-xml.js';
import { given, one } from '../../given/exports.js';
import { AGENDAS } from '../../given/schedule-agendas.js';
import { idm } from '../../support/run.js';

const found = (name: string) => lost(given(AGENDAS[name] ?? ''));

describe('what a schedule loses', () => {
  test('is said of the shipped agenda', () => {
    expect(found('shipped')).toEqual([
      '1 session with parts (the parts are exported)',
      'the description of 1 session with parts',
      'that 3 sessions have no room: “Siège des Nations Unies, New York” stands for it',
      'of people: who moderates, notes, honorifics, functions, organisations, countries',
      'of the agenda: subtitle, description, venue, organizer, status, titles of days',
    ]);
  });

  test('is said of parts, rooms and open ends', () => {
    expect(found('parts')).toEqual([
      '1 session, cancelled',
      '2 sessions with parts (the parts are exported)',
      'what 1 session is part of',
      'the other languages of 1 session',
      'the mail address of 1 session',
      'of people: who moderates, biographies, addresses',
    ]);
    expect(found('rooms')).toEqual([
      'the other rooms of 1 session',
      'that 1 session has no room: “Palais & annexes” stands for it',
      'of rooms: which are shared, capacities, floors',
      'of the agenda: venue',
    ]);
    expect(found('open ends')).toEqual([
      'that 3 sessions have no announced end',
      'that 1 session has no room: “Colloque” stands for it',
    ]);
  });

  test.each([
    ['status: tentative', 'that 1 session is tentative'],
    ['status: cancelled', '1 session, cancelled'],
    ['tags: [a]', 'the tags of 1 session'],
    ['languages: [fr, en]', 'the other languages of 1 session'],
    ['speakers: [{name: A, role: B}]', 'of people: roles'],
  ])('is said of %s', (field, sentence) => {
    expect(lost(given(one('rooms: {a: A}\nroom: a\n', `, ${field}`)))).toEqual([sentence]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'two at once',
      ['10:00-12:00', '11:00-13:00'],
      ['that 2 sessions overlap in one room: an app may show one over the other'],
    ],
    ['one after the other', ['10:00-11:00', '11:00-12:00'], []],
    [
      'one within another, and one beside both',
      ['10:00-14:00', '11:00-12:00', '13:00-13:30'],
      ['that 3 sessions overlap in one room: an app may show one over the other'],
    ],
    [
      'two that begin together',
      ['10:00-11:00', '10:00-10:30'],
      ['that 2 sessions overlap in one room: an app may show one over the other'],
    ],
  ])('is said of sessions in a shared room: %s', (_, times, sentences) => {
    const list = times.map((time, i) => `{id: s-${i}, time: "${time}", title: T, room: hall}`);
    const agenda = `{id: x, title: X, timezone: UTC, rooms: {hall: {name: Hall, shared: true}, b: B},
      days: [{date: 2018-06-01, sessions: [${list.join(', ')}, {id: other, time: 10:30-12:30, title: T, room: b}]}]}`;
    expect(lost(given(agenda))).toEqual([...sentences, 'of rooms: which are shared']);
  });

  test('is nothing where all is kept', () => {
    const kept =
      ', subtitle: S, description: D, track: T, languages: [fr], url: "https://example.org", speakers: [{name: A}]';
    expect(lost(given(one('rooms: {a: A}\nroom: a\n', kept)))).toEqual([]);
  });

  test('is said of what is exported only', () => {
    const part = given(AGENDAS.parts ?? '', { only: ({ session }) => session.id === 'part' });
    expect(lost(part)).toEqual([
      'the other languages of 1 session',
      'of people: who moderates, biographies, addresses',
    ]);
  });

  test('is less in JSON, which has rooms, people and the description of the agenda', () => {
    expect(lostByJson(given(AGENDAS.rooms ?? ''))).toContain('of rooms: which are shared');
    expect(lostByJson(given(AGENDAS.parts ?? ''))).toContain('of people: who moderates');
    expect(lostByJson(given(AGENDAS.shipped ?? ''))).toContain(
      'of the agenda: subtitle, venue, organizer, status, titles of days',
    );
  });
});

describe('export', () => {
  test('says on stderr what is lost, under the name of the format', async () => {
    const { out, err, code } = await idm(['export', '--schedule-xml', '--type', 'panel']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<schedule>/);
    expect(err.split('\n')[0]).toBe(
      'not in schedule-xml: of people: who moderates, honorifics, functions, organisations, countries',
    );
    expect(JSON.parse((await idm(['export', '--schedule-json'])).out).schedule.version).toMatch(/^revision 0/);
  });

  test('says it under the name of the file, once it is written, and nothing with --check', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'idm-schedule-'));
    const file = join(folder, 'schedule.xml');
    const written = await idm(['export', '-o', file, '--day', '1']);
    expect(written.err).toContain(`not in ${file}: 1 session with parts (the parts are exported)\n`);
    expect([written.code, written.out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('<schedule>');
    expect(await idm(['export', '-o', file, '--day', '1', '--check'])).toEqual({ code: 0, out: '', err: '' });
    rmSync(folder, { recursive: true });
  });

  test('says nothing of formats that lose nothing', async () => {
    expect((await idm(['export', '--json'])).err).toBe('');
  });
});
