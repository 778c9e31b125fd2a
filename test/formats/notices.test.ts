import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Kept, KeptTable } from '../../src/formats/keeps.js';
import { notices } from '../../src/formats/notices.js';
import type { WriterOptions } from '../../src/formats/options.js';
import { FORMATS, WRITER_NAMES, type WriterName } from '../../src/formats/registry.js';
import { FIELDS, type Field, type Fields, type Kind } from '../../src/model/fields.js';
import { given, one, SHIPPED } from '../given/exports.js';
import { AGENDAS } from '../given/schedule-agendas.js';
import { idm } from '../support/run.js';
import { written } from '../support/written.js';

async function found(name: WriterName, ...request: Parameters<typeof given>): Promise<readonly string[]> {
  return notices(given(...request), await FORMATS[name].write());
}

describe('the notices of the shipped agenda', () => {
  const OF_A_SCHEDULE = [
    '1 session that has parts (its parts are exported)',
    'the description of 1 session with parts',
    'that 3 sessions have no room: “Siège des Nations Unies, New York” stands for it',
    'of people: who moderates, notes, honorifics, functions, organisations, countries',
  ];
  const EXPECTED: Readonly<Record<WriterName, readonly string[]>> = {
    yaml: [],
    ics: ['of people: countries', 'of the agenda: subtitle, description, organizer, status, titles of days'],
    csv: [
      'of people: notes, honorifics, functions, organisations, countries',
      'of the agenda: subtitle, description, venue, organizer, status, date of update, titles of days',
    ],
    json: ['of the agenda: titles of days'],
    html: [],
    markdown: ['the type of 8 sessions', 'of people: countries', 'of the agenda: status, date of update'],
    docx: ['of people: countries'],
    'schedule-xml': [
      ...OF_A_SCHEDULE,
      'of the agenda: subtitle, description, venue, organizer, status, titles of days',
    ],
    'schedule-json': [...OF_A_SCHEDULE, 'of the agenda: subtitle, venue, organizer, status, titles of days'],
  };

  test.each(WRITER_NAMES)('as %s', async name => {
    expect(await found(name, SHIPPED)).toEqual(EXPECTED[name]);
  });

  test('as a table of people, which speaks of nothing else', async () => {
    expect(await found('csv', SHIPPED, { people: true })).toEqual(['of people: notes']);
  });

  test('speak of what is exported only', async () => {
    const options = {
      only: ({ day, session }: { day: number; session: { type: string } }) => day === 2 && session.type === 'break',
    };
    expect(await found('csv', SHIPPED, options)).toEqual([
      'of the agenda: subtitle, description, venue, organizer, status, date of update, titles of days',
    ]);
  });
});

describe('the notices of a schedule', () => {
  test.each([
    [
      'parts',
      [
        '1 session, cancelled',
        '2 sessions that have parts (their parts are exported)',
        'the other languages of 1 session',
        'the mail address of 1 session',
        'what 1 session is part of',
        'of people: who moderates, addresses, biographies',
      ],
    ],
    [
      'rooms',
      [
        'the other rooms of 1 session',
        'that 1 session has no room: “Palais & annexes” stands for it',
        'of rooms: capacities, floors, which are shared',
        'of the agenda: venue',
      ],
    ],
    ['open ends', ['that 3 sessions have no announced end', 'that 1 session has no room: “Colloque” stands for it']],
  ])('speak of %s', async (name, sentences) => {
    expect(await found('schedule-xml', AGENDAS[name] ?? '')).toEqual(sentences);
  });

  test.each([
    ['status: tentative', 'that 1 session is tentative'],
    ['status: cancelled', '1 session, cancelled'],
    ['tags: [a]', 'the tags of 1 session'],
    ['languages: [fr, en]', 'the other languages of 1 session'],
    ['speakers: [{name: A, role: B}]', 'of people: roles'],
  ])('speak of %s', async (field, sentence) => {
    expect(await found('schedule-xml', one('rooms: {a: A}\nroom: a\n', `, ${field}`))).toEqual([sentence]);
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
  ])('speak of sessions in a shared room: %s', async (_, times, sentences) => {
    const list = times.map((time, i) => `{id: s-${i}, time: "${time}", title: T, room: hall}`);
    const agenda = `{id: x, title: X, timezone: UTC, rooms: {hall: {name: Hall, shared: true}, b: B},
      days: [{date: 2018-06-01, sessions: [${list.join(', ')}, {id: other, time: 10:30-12:30, title: T, room: b}]}]}`;
    expect(await found('schedule-xml', agenda)).toEqual([...sentences, 'of rooms: which are shared']);
  });

  test('are none where all is kept', async () => {
    const kept =
      ', subtitle: S, description: D, track: T, languages: [fr], url: "https://example.org", speakers: [{name: A}]';
    expect(await found('schedule-xml', one('rooms: {a: A}\nroom: a\n', kept))).toEqual([]);
  });

  test('speak of what a part takes from its session, though that is not exported', async () => {
    const only = ({ session }: { session: { id: string } }) => session.id === 'part';
    expect(await found('schedule-xml', AGENDAS.parts ?? '', { only })).toEqual([
      'the other languages of 1 session',
      'of people: who moderates, addresses, biographies',
    ]);
  });

  test('are fewer in JSON, which has rooms, people and the description of the agenda', async () => {
    expect(await found('schedule-json', AGENDAS.rooms ?? '')).toContain('of rooms: which are shared');
    expect(await found('schedule-json', AGENDAS.parts ?? '')).toContain('of people: who moderates');
  });
});

/** An agenda of a session with one person and one without a room, as YAML; a field of one table has a value besides. */
function withField(table: KeptTable, name: string, value: unknown): string {
  const held = { [name]: value };
  const of = (other: KeptTable) => (other === table ? held : {});
  return JSON.stringify({
    id: 'made-2026',
    title: 'T',
    timezone: 'UTC',
    room: 'hall',
    rooms: { hall: { name: 'Hall', ...of('room') } },
    people: { ann: { name: 'Ann', ...of('person') } },
    days: [
      {
        date: '2026-05-04',
        sessions: [
          {
            id: 'one',
            time: '09:00-10:00',
            title: 'One',
            speakers: [{ person: 'ann', ...of('appearance') }],
            ...(table === 'item' && { items: [{ title: 'Paper', ...held }] }),
            ...(table === 'link' && { links: [{ title: 'Slides', url: 'https://example.org', ...held }] }),
            ...of('session'),
          },
          { id: 'two', time: '10:00-11:00', title: 'Two', room: [] },
        ],
        ...of('day'),
      },
    ],
    ...of('agenda'),
  });
}

/** Values that can be told from all else; other kinds are not looked for in a file. */
const VALUES: Partial<Readonly<Record<Kind, unknown>>> = {
  text: 'Mark1234',
  name: 'Mark1234',
  string: 'Mark1234',
  webUrl: 'https://example.org/Mark1234',
  url: 'https://example.org/Mark1234',
  tags: ['Mark1234'],
  count: 1234,
  flag: true,
  languages: ['pt', 'fr'],
};
const MARK = /Mark1234/;

const { inlinePerson: _, ...TABLES } = FIELDS;
const ROWS = Object.entries<Fields>(TABLES).flatMap(([table, fields]) =>
  Object.entries<Field>(fields)
    .filter(([, { kind }]) => VALUES[kind] !== undefined)
    .map(([name, field]) => ({ table: table as KeptTable, name, field, value: VALUES[field.kind] })),
);

describe.each(WRITER_NAMES)('what %s is said to keep', writerName => {
  test.each(ROWS)(
    'of the $name of $table is in the file, and what is lost is told',
    async ({ table, name, field, value }) => {
      const writer = await FORMATS[writerName].write();
      const kept = (writer.keeps[table] as Readonly<Record<string, Kept<never>>>)[name] ?? {};
      const cases: readonly WriterOptions[] = kept.unless === undefined ? [{}] : [{}, { [kept.unless]: true }];
      for (const options of cases) {
        const isKept = kept.in !== undefined && (kept.unless === undefined || options[kept.unless] === true);
        const yaml = withField(table, name, value);
        if (MARK.test(JSON.stringify(value)))
          expect(MARK.test(await written(writerName, given(yaml, options)))).toBe(isKept);
        if (typeof kept.loses === 'object') continue;
        const told = notices(given(yaml, options), writer).filter(notice => notice.includes(field.noun));
        const isTold = kept.loses === 'value' && !(kept.unless !== undefined && options[kept.unless]);
        expect([name, told.length]).toEqual([name, isTold ? 1 : 0]);
      }
    },
  );
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
    const first = await idm(['export', '-o', file, '--day', '1']);
    expect(first.err).toContain(`not in ${file}: 1 session that has parts (its parts are exported)\n`);
    expect([first.code, first.out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('<schedule>');
    expect(await idm(['export', '-o', file, '--day', '1', '--check'])).toEqual({ code: 0, out: '', err: '' });
    rmSync(folder, { recursive: true });
  });

  test('says nothing where nothing is lost', async () => {
    expect((await idm(['export', '--yaml'])).err).toBe('');
  });
});
