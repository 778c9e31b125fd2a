import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { FORMATS, READER_NAMES, WRITER_NAMES } from '../../src/formats/registry.js';
import {
  type Agenda,
  diff,
  type EveryLanguage,
  lens,
  people,
  type ReaderName,
  read,
  readAgenda,
  schedule,
  schemas,
  select,
  type WriteOptions,
  type WriterName,
  write,
} from '../../src/index.js';
import { NASTY, SHIPPED } from '../given/exports.js';
import { idm, ROOT } from '../support/run.js';

const example = (name: string) => readFileSync(`${ROOT}examples/${name}`);

async function agendaOf(input: string | Uint8Array): Promise<Agenda> {
  const { agenda } = await read(input);
  if (agenda === undefined) throw new Error('no agenda');
  return agenda;
}

/** What a command prints as JSON. */
async function json(...args: string[]): Promise<unknown> {
  return JSON.parse((await idm([...args, '--json'])).out);
}

const EVERY: EveryLanguage = { lang: 'all' };

describe('read', () => {
  test.each([
    ['the content tells the format', example('schedule.xml'), {}],
    ['the name tells it', 'Title;Date;Start\nA;2030-05-16;10:00\n', { file: 'a.csv', assumeTz: 'Europe/Lisbon' }],
    ['it is named', 'Title;Date;Start\nA;2030-05-16;10:00\n', { format: 'csv', assumeTz: 'Europe/Lisbon' }],
    [
      'columns are named',
      example('talks.csv'),
      { file: 'talks.csv', map: { title: 'Headline' }, assumeTz: 'Europe/Lisbon' },
    ],
  ] as const)('%s', async (_, input, options) => {
    const { agenda, faults } = await read(input, options);
    expect(agenda?.days[0]?.date).toBe('2030-05-16');
    expect(faults.filter(({ rule }) => rule !== 'read-as')).toEqual([]);
  });

  test('what is wrong with an input is a fault', async () => {
    expect((await read('%PDF-1.7')).faults).not.toEqual([]);
  });

  test.each([
    [{ format: 'docs' as ReaderName }, `no format "docs" is read; there are: ${READER_NAMES.join(', ')}`],
    [{ format: 'toString' as ReaderName }, `no format "toString" is read; there are: ${READER_NAMES.join(', ')}`],
    [{ format: 'csv' as const, assumeTz: 'Paris' }, /Paris/],
  ])('%j is refused', async (options, message) => {
    await expect(read('Title;Date;Start\nA;2030-05-16;10:00\n', options)).rejects.toThrow(RangeError);
    await expect(read('Title;Date;Start\nA;2030-05-16;10:00\n', options)).rejects.toThrow(message);
  });
});

describe('the records are those of --json', () => {
  test.each([
    ['in the language of the agenda', {}, []],
    ['in another', { lang: 'en' }, ['--lang', 'en']],
    ['in another zone', { tz: 'Asia/Tokyo' }, ['--tz', 'Asia/Tokyo']],
    ['in every language', EVERY, ['--lang', 'all']],
  ])('%s', async (_, options, args) => {
    const agenda = await agendaOf(SHIPPED);
    const sessions = schedule(agenda, options);
    expect(sessions.map(({ description: _, parts: __, ...rest }) => rest)).toEqual(await json('list', ...args));
    expect(sessions.find(({ id }) => id === 'session-3')).toEqual(await json('show', 'session-3', ...args));
    expect(people(agenda, options)).toEqual(await json('speaker', ...args));
  });

  test('of diff, but for the lines of clashes', async () => {
    const [old, now] = await Promise.all(['draft.yaml', 'second.yaml'].map(name => agendaOf(example(name))));
    if (old === undefined || now === undefined) throw new Error('two agendas');
    const told = JSON.stringify(await json('diff', 'examples/draft.yaml', 'examples/second.yaml'));
    expect(diff(old, now)).toEqual(JSON.parse(told.replaceAll(' (line 50)', '')));
    expect(diff(now, now)).toEqual([]);
    const [change] = diff(await agendaOf(SHIPPED), await agendaOf(SHIPPED.replace('10:00-10:30', '10:05-10:30')), {
      lang: 'en',
      tz: 'Europe/Paris',
    });
    expect(change).toMatchObject({ change: 'moved', session: 'opening', title: 'Opening' });
    expect(change?.fields[0]).toMatchObject({ field: 'start', after: '2018-03-26T16:05:00+02:00' });
  });
});

describe('every language', () => {
  test('a text has what is written, a plain name is undetermined, and nothing is null', async () => {
    const agenda = await agendaOf(SHIPPED);
    const [first] = schedule(agenda, EVERY);
    expect(first).toMatchObject({ title: { fr: 'Enregistrement', en: 'Registration' }, subtitle: null });
    expect(people(agenda, EVERY)[0]).toMatchObject({ name: { und: 'William Lacy Swing' }, country: null });
  });

  test('a title that could not be read is null in every language as well', () => {
    const { agenda } = readAgenda(
      'id: a\ntitle: A\ntimezone: UTC\ndays:\n  - date: 2030-01-01\n    sessions:\n      - {id: s, time: 10:00-11:00}\n',
    );
    if (agenda === undefined) throw new Error('no agenda');
    expect(schedule(agenda, EVERY)[0]?.title).toBeNull();
    expect(schedule(agenda)[0]?.title).toBeNull();
  });
});

describe('write', () => {
  test.each(WRITER_NAMES)('%s is what the command writes', async format => {
    const written = await write(await agendaOf(SHIPPED), format, { lang: 'en' });
    const binary = 'isBinary' in FORMATS[format];
    expect(typeof written === 'string').toBe(!binary);
    if (!binary) expect(written).toBe((await idm(['export', `--${format}`, '--lang', 'en'])).out);
  });

  test.each([
    ['ics', { alarm: '10m' }, ['--alarm', '10m']],
    ['ics', { tzid: true }, ['--tzid']],
    ['csv', { people: true, bom: true, delimiter: 'tab' }, ['--people', '--bom', '--delimiter', 'tab']],
    ['csv', { people: false, parents: false }, ['--no-parents']],
    ['html', { print: 'signs', lang: 'fr' }, ['--print', 'signs', '--lang', 'fr']],
    ['yaml', {}, []],
    ['json', { lang: 'all' }, ['--lang', 'all']],
  ] as const)('%s with %j', async (format, options, args) => {
    const { out } = await idm(['export', `--${format}`, ...args]);
    expect(await write(await agendaOf(SHIPPED), format, options)).toBe(out);
  });

  test('sessions that were chosen', async () => {
    const agenda = await agendaOf(SHIPPED);
    const sessions = select(agenda, { type: ['panel'] });
    if ('choices' in sessions) throw new Error('no panel');
    const { out } = await idm(['export', '--csv', '--type', 'panel']);
    expect(await write(agenda, 'csv', { sessions })).toBe(out);
  });

  test.each([
    ['word', {}, /^no format "word" is written; there are: yaml, ics/],
    ['constructor', {}, /^no format "constructor" is written/],
    ['ics', { delimiter: ';' }, /^ics has no option delimiter$/],
    ['ics', { alarm: 'soon' }, /^alarm takes minutes, hours or days before a session.*, not "soon"$/],
    ['csv', { lang: 'all' }, /^csv is not written in all languages: name one$/],
  ] as const)('%s with %j is refused', async (format, options: WriteOptions, message) => {
    const agenda = await agendaOf(SHIPPED);
    await expect(write(agenda, format as WriterName, options)).rejects.toThrow(RangeError);
    await expect(write(agenda, format as WriterName, options)).rejects.toThrow(message);
  });
});

describe('schemas', () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  addFormats.default(ajv);

  test.each([
    ['export', 'export', {}],
    ['exportAll', 'export-all', { lang: 'all' }],
  ] as const)('%s is the published one, and what is written fits it', async (name, file, options) => {
    await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(`../../schema/${file}.schema.json`);
    const validate = ajv.compile(schemas[name]);
    for (const text of [SHIPPED, NASTY]) {
      expect(validate(JSON.parse(await write(await agendaOf(text), 'json', options))), ajv.errorsText()).toBe(true);
    }
  });

  test('a text in one language is none in every language, nor the other way round', async () => {
    const agenda = await agendaOf(SHIPPED);
    const [one, all] = [await write(agenda, 'json'), await write(agenda, 'json', { lang: 'all' })];
    expect(ajv.validate(schemas.exportAll, JSON.parse(one))).toBe(false);
    expect(ajv.validate(schemas.export, JSON.parse(all))).toBe(false);
  });

  test('of the agenda and of changes', async () => {
    expect(schemas.agenda).toMatchObject({ title: 'Agenda' });
    const [old, now] = [await agendaOf(example('draft.yaml')), await agendaOf(example('second.yaml'))];
    expect(ajv.validate(schemas.changes, diff(old, now))).toBe(true);
    expect(Object.keys(schemas)).toEqual(['agenda', 'export', 'exportAll', 'changes', 'log']);
  });
});

test('a zone that is none is refused', async () => {
  const agenda = await agendaOf(SHIPPED);
  for (const call of [schedule, people]) expect(() => call(agenda, { tz: 'Paris' })).toThrow(RangeError);
  expect(() => diff(agenda, agenda, { tz: 'Paris' })).toThrow(RangeError);
  expect(() => lens(agenda, { tz: 'Paris' })).toThrow(RangeError);
});

describe('--lang all', () => {
  test.each([
    ['list'],
    ['show', 'opening'],
    ['speaker'],
    ['conflicts', '--json'],
    ['diff', 'examples/draft.yaml', 'examples/second.yaml', '--json'],
  ])('%s %s %s %s without JSON of its own is refused', async (...args) => {
    const { code, out, err } = await idm([...args.filter(Boolean), '--lang', 'all']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--lang all is for list, now, next, show and speaker with --json');
  });

  test.each([
    ['now', '--at', '2018-03-26T16:30'],
    ['next', '--at', '2018-03-26T16:30'],
  ])('%s %s %s', async (...args) => {
    const [record] = (await json(...args, '--lang', 'ALL')) as { title: object }[];
    expect(Object.keys(record?.title ?? {})).toEqual(['fr', 'en']);
  });
});
