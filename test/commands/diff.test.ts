import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesSchema } from '../../src/schema/changes.js';
import { AFTER, BEFORE } from '../given/changes/pair.js';
import { fakeGit } from '../support/fake-git.js';
import { idm, ROOT, type World } from '../support/run.js';

const SMALL = `id: a
title: A
timezone: Europe/Paris
rooms: {r: Room R, q: Room Q}
people: {ada: {name: Ada Reef}, ben: {name: Ben Hill}}
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: r, speakers: [ada]}
      - {id: two, time: 11:00-12:00, title: Two, room: q, speakers: [ben]}
  - date: 2018-03-27
    sessions:
      - {id: three, time: 10:00-11:00, title: Three, room: r}
`;
const MOVED = SMALL.replace('10:00-11:00, title: One', '10:15-11:15, title: One');
const LATE = SMALL.replace('10:00-11:00, title: Three', '12:00-13:00, title: Three');
const CLASHING = SMALL.replace('room: q', 'room: r').replace('11:00-12:00', '10:30-12:00');

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'idm-diff-'));
  mkdirSync(join(cwd, 'sub'));
  mkdirSync(join(cwd, 'empty', '.git'), { recursive: true });
  for (const [name, text] of Object.entries({
    'agenda.yaml': SMALL,
    'moved.yaml': MOVED,
    'late.yaml': LATE,
    'both.yaml': MOVED.replace('10:00-11:00, title: Three', '12:00-13:00, title: Three'),
    'clashing.yaml': CLASHING,
    'renamed.yaml': CLASHING.replace('id: two', 'id: zwei'),
    'faulty.yaml': MOVED.replace('room: q', 'room: nowhere'),
    'before.yaml': BEFORE,
    'after.yaml': AFTER,
    'table.csv': 'id,date,time,title,room,speakers\none,2018-03-26,10:00-11:00,One,Room R,Ada Reef\n',
    'none.txt': 'not an agenda\n',
    'a\nb.yaml': MOVED,
    HEAD: MOVED,
  }))
    writeFileSync(join(cwd, name), text);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const GIT = fakeGit('agenda.yaml', [
  { commit: 'v1', date: '2018-03-01T10:00:00Z', files: { 'agenda.yaml': LATE, 'other.csv': 'x' } },
  { commit: 'v2', date: '2018-03-02T10:00:00Z', files: { 'agenda.yaml': MOVED } },
  { commit: 'without', date: '2018-03-03T10:00:00Z', files: {} },
  { commit: 'last', date: '2018-03-04T10:00:00Z', files: { 'agenda.yaml': MOVED } },
]);
const diff = (args: readonly string[], world: World = {}) =>
  idm(['diff', ...args], { cwd, env: { IDM_AGENDA: '' }, git: GIT, ...world });

const ONE = `moved	one	start		2018-03-26T10:00:00+02:00	2018-03-26T10:15:00+02:00
moved	one	end		2018-03-26T11:00:00+02:00	2018-03-26T11:15:00+02:00
`;
const ONE_BACK = `moved	one	start		2018-03-26T10:15:00+02:00	2018-03-26T10:00:00+02:00
moved	one	end		2018-03-26T11:15:00+02:00	2018-03-26T11:00:00+02:00
`;
const THREE_BACK = `moved	three	start		2018-03-27T12:00:00+02:00	2018-03-27T10:00:00+02:00
moved	three	end		2018-03-27T13:00:00+02:00	2018-03-27T11:00:00+02:00
`;

describe('the two sides', () => {
  test.each<[args: string[], out: string, world?: World]>([
    [['agenda.yaml', 'moved.yaml'], ONE],
    [['agenda.yaml', '-'], ONE, { stdin: MOVED }],
    [['-', 'moved.yaml'], ONE, { stdin: SMALL }],
    [['-'], ONE_BACK, { stdin: MOVED }],
    [['moved.yaml'], ONE_BACK],
    [['agenda.yaml', '-f', 'moved.yaml'], ONE],
    [['agenda.yaml', '-f', '-'], ONE, { stdin: MOVED }],
    [[], ONE_BACK],
    [['v1'], THREE_BACK],
    [['v1:agenda.yaml', 'agenda.yaml'], THREE_BACK],
    [['v1', 'agenda.yaml'], THREE_BACK],
    [['HEAD'], ONE_BACK],
    [['HEAD~3'], THREE_BACK],
    [['a\nb.yaml'], ONE_BACK],
    [['../agenda.yaml', '../moved.yaml'], ONE, { cwd: undefined as unknown as string }],
  ])('%j', async (args, out, world = {}) => {
    const at = 'cwd' in world ? { cwd: join(cwd, 'sub') } : {};
    expect(await diff(args, { ...world, ...at })).toEqual({ code: 0, out, err: '' });
  });

  test.each<[args: string[], err: string, world?: World]>([
    [['-', '-'], 'standard input can be one side, not both: name a file for the other'],
    [['-', '-f', '-'], 'standard input can be one side, not both: name a file for the other'],
    [['v1', '-f', '-'], 'no file "v1", and standard input has no revisions: name a file with -f, or REV:path'],
    [['v9'], 'no file "v9", and git knows no revision "v9"'],
    [
      ['v9'],
      'no file "v9", and git knows no revision "v9"; this clone is shallow, so fetch more of it: git fetch --unshallow',
      { git: fakeGit('agenda.yaml', [{ commit: 'v1', date: '', files: {} }], true) },
    ],
    [['v1:nowhere.yaml'], 'no file "v1:nowhere.yaml", and git knows no file "v1:nowhere.yaml"'],
    [['without'], 'agenda.yaml is not in "without": name it as it was called there, as in without:path'],
    [['v1'], 'no file "v1", and agenda.yaml is in no repository of git', { git: fakeGit('', []) }],
    [[], 'nothing to compare with: agenda.yaml is in no repository of git', { git: fakeGit('', []) }],
    [['--', '-x'], 'no file "-x", and no revision of git begins with -'],
    [['--', '--output=pwned'], 'no file "--output=pwned", and no revision of git begins with -'],
    [
      ['v1'],
      'no file "v1", and no agenda.yaml here whose revision that could be: name one with -f, or REV:path',
      { cwd: 'empty' },
    ],
    [['../agenda.yaml'], 'no agenda.yaml here; name one with -f, or name both sides', { cwd: 'empty' }],
    [['none.txt'], 'none.txt:1:1: ', {}],
    [['a\u001bb'], 'no file "a\\u001bb", and git knows no revision "a\\u001bb"'],
    [['agenda.yaml', 'moved.yaml', '--json', '--markdown'], 'one form at a time: --json or --markdown'],
    [['agenda.yaml', 'moved.yaml', '--lang', 'fr'], 'no text is in "fr"; languages: und'],
    [['agenda.yaml', 'moved.yaml', '--room', 'x'], 'there is no room "x"; did you mean r? (r, q)'],
    [['agenda.yaml', 'moved.yaml', '--from', 'xls'], 'no format "xls" is read'],
  ])('%j fails: %s', async (args, err, world = {}) => {
    const at = world.cwd === undefined ? {} : { cwd: join(cwd, world.cwd) };
    const result = await diff(args, { ...world, ...at });
    expect(result).toEqual({ code: 2, out: '', err: expect.stringMatching(/^idm: [^\n]*\n$/) });
    expect(result.err).toContain(`idm: ${err}`);
  });

  test('each in its own format', async () => {
    const { code, out } = await diff(['table.csv', 'moved.yaml', '--assume-tz', 'Europe/Paris']);
    expect(code).toBe(0);
    expect(out).toContain(ONE);
    expect(out).not.toMatch(/^\w+\tone\t(?:rooms|speakers)/m);
  });

  test.each<[args: string[], err: RegExp]>([
    [['agenda.yaml', 'faulty.yaml'], /^1 error: run idm validate faulty\.yaml\n$/],
    [['faulty.yaml', 'agenda.yaml'], /^1 error: run idm validate faulty\.yaml\n$/],
  ])('what could be read of a faulty one: %j', async (args, err) => {
    const result = await diff(args);
    expect(result).toMatchObject({ code: 1, err: expect.stringMatching(err) });
    expect(result.out).toContain('moved\tone\tstart');
  });

  test('the errors of a revision are told with a command that shows them', async () => {
    const git = fakeGit('agenda.yaml', [
      { commit: 'v 1', date: '', files: { 'agenda.yaml': MOVED.replace('room: q', 'room: x') } },
    ]);
    expect(await diff(['v 1'], { git })).toMatchObject({
      code: 1,
      err: "1 error: run git show 'v 1:./agenda.yaml' | idm validate -\n",
    });
  });
});

describe('what is told', () => {
  test.each<[args: string[], out: string]>([
    [['agenda.yaml', 'both.yaml', '--speaker', 'ada'], ONE],
    [['agenda.yaml', 'both.yaml', '--day', '1'], ONE],
    [['agenda.yaml', 'both.yaml', '--day', '2018-03-26'], ONE],
    [['agenda.yaml', 'both.yaml', '--room', 'Room Q'], ''],
    [['agenda.yaml', 'both.yaml', '--speaker', 'ben'], ''],
    [['agenda.yaml', 'both.yaml', '--day', '1', '--room', 'r'], ONE],
    [
      ['agenda.yaml', 'moved.yaml', '--tz', 'UTC'],
      ONE.replaceAll('T10', 'T08').replaceAll('T11', 'T09').replaceAll('+02:00', '+00:00'),
    ],
    [['agenda.yaml', 'agenda.yaml'], ''],
  ])('%j', async (args, out) => {
    expect(await diff(args)).toEqual({ code: 0, out, err: out === '' ? 'nothing changed\n' : '' });
  });

  test.each(['after.yaml', 'before.yaml'])('a person in %s alone is known', async name => {
    const [old, now] = name === 'after.yaml' ? ['before.yaml', 'after.yaml'] : ['after.yaml', 'before.yaml'];
    const { out } = await diff([old, now, '--speaker', 'Çelik']);
    expect(out).toMatch(/^moved\topening\t/m);
    expect(out).not.toMatch(/\tpart\t|\told-id\t|people\.ada/);
    // The whole conference concerns everyone, and the rooms those who are in them.
    expect(out).toMatch(/^agenda\t\tvenue\ten/m);
    expect(out).toMatch(/^agenda\t\trooms\.hall\.name\ten/m);
  });

  test('nobody of that name is no empty answer', async () => {
    expect(await diff(['agenda.yaml', 'both.yaml', '--speaker', 'Rief'])).toEqual({
      code: 1,
      out: '',
      err: 'idm: no one found for "Rief"; did you mean Ada Reef?\n',
    });
  });

  test('clashes that came and went, under whatever ids', async () => {
    const came = await diff(['agenda.yaml', 'clashing.yaml']);
    expect(came.out).toMatch(/^clash\ttwo\troom-clash\t\t\t"two" is in r at the same time as "one", 10:30-11:00/m);
    const gone = await diff(['clashing.yaml', 'agenda.yaml']);
    expect(gone.out).toMatch(
      /^clash-gone\ttwo\troom-clash\t\t"two" is in r at the same time as "one", 10:30-11:00[^\t]*\t$/m,
    );
    expect((await diff(['clashing.yaml', 'renamed.yaml'])).out).toBe('changed\tzwei\tid\t\ttwo\tzwei\n');
    expect((await diff(['agenda.yaml', 'clashing.yaml', '--speaker', 'ada'])).out).toMatch(/^clash\ttwo/m);
    expect((await diff(['agenda.yaml', 'clashing.yaml', '--day', '2'])).out).toBe('');
  });
});

describe('the exit code', () => {
  test.each<[args: string[], code: number, err?: string]>([
    [['agenda.yaml', 'moved.yaml'], 0],
    [['agenda.yaml', 'moved.yaml', '--exit-code'], 1],
    [['agenda.yaml', 'agenda.yaml', '--exit-code'], 0, 'nothing changed\n'],
    [['agenda.yaml', 'moved.yaml', '--exit-code', '--day', '2'], 0, 'nothing changed\n'],
    [
      ['agenda.yaml', 'moved.yaml', '--require-revision'],
      1,
      '1 session changed, and neither revision nor updated was raised: write revision: 1 in moved.yaml, so that calendars notice\n',
    ],
    [
      ['before.yaml', 'after.yaml', '--require-revision', '--day', '2'],
      1,
      '7 sessions changed, and neither revision nor updated was raised: write revision: 4 in after.yaml, so that calendars notice\n',
    ],
    [['after.yaml', 'before.yaml', '--require-revision'], 0],
    [['agenda.yaml', 'agenda.yaml', '--require-revision'], 0, 'nothing changed\n'],
  ])('%j: %i', async (args, code, err = '') => {
    expect(await diff(args)).toMatchObject({ code, err });
  });
});

describe('the forms', () => {
  const PAGE = `Monday 26 March 2018
  Moved
    10:15–11:15  One (one)
      Time: 10:00–11:00 → 10:15–11:15
`;
  test('a page on a terminal, and with --table', async () => {
    expect((await diff(['agenda.yaml', 'moved.yaml', '--color', 'never'], { terminal: true })).out).toBe(PAGE);
    expect((await diff(['agenda.yaml', 'moved.yaml', '--table'])).out).toBe(PAGE);
    expect((await diff(['agenda.yaml', 'clashing.yaml', '--color', 'never'], { terminal: true })).out).toMatch(
      /\n\nClashes that came\n {2}\+ room-clash: "two" is in r at the same time as "one"/,
    );
  });

  test.each([
    [
      '--markdown',
      '# What changed: A\n\n## Monday 26 March 2018\n\n- Moved: **10:15–11:15 One**\n  - Time: 10:00–11:00 → **10:15–11:15**\n',
    ],
    [
      '--corrigendum',
      '# Corrigendum: A\n\n## Monday 26 March 2018\n\n- Moved: **10:15–11:15 One**\n  - Time: *For* “10:00–11:00” *read* “10:15–11:15”\n',
    ],
  ])('%s', async (form, out) => {
    expect(await diff(['agenda.yaml', 'moved.yaml', form])).toEqual({ code: 0, out, err: '' });
  });

  test('notes in each language of the agenda, its own first, or in the one that is asked for', async () => {
    const headings = async (...args: string[]) =>
      (await diff(['before.yaml', 'after.yaml', ...args])).out.match(/^# .*$/gm);
    expect(await headings('--markdown')).toEqual([
      '# What changed: Forum',
      '# Ce qui a changé\u00a0: Forum',
      '# Qué ha cambiado: Foro',
      '# ما الذي تغير: المنتدى',
      '# 变更内容：论坛',
      '# Что изменилось: Форум',
    ]);
    expect(await headings('--corrigendum', '--lang', 'ru')).toEqual(['# Исправление: Форум']);
  });

  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const valid = ajv.compile(changesSchema());
  test.each([
    ['before.yaml', 'after.yaml'],
    ['after.yaml', 'before.yaml'],
    ['agenda.yaml', 'clashing.yaml'],
    ['clashing.yaml', 'agenda.yaml'],
    ['agenda.yaml', 'agenda.yaml'],
    [`${ROOT}data/idm-2018.yaml`, 'agenda.yaml'],
  ])('JSON as its schema has it: %s %s', async (old, now) => {
    const { out } = await diff([old, now, '--json']);
    valid(JSON.parse(out));
    expect(valid.errors).toBeNull();
  });

  test('JSON says what lines do', async () => {
    const data: { change: string; session: string | null; title: string; day: number; fields: object[] }[] = JSON.parse(
      (await diff(['before.yaml', 'after.yaml', '--json'])).out,
    );
    expect(data.map(({ change, session }) => `${change} ${session}`)).toEqual([
      'agenda null',
      'moved part',
      'moved opening',
      'removed gone',
      'cancelled dinner',
      'changed new-id',
      'new fresh',
      'moved late',
    ]);
    expect(data[2]).toMatchObject({ title: 'Welcome', day: 1 });
    const lines = (await diff(['before.yaml', 'after.yaml'])).out.split('\n').filter(line => line !== '');
    expect(lines).toHaveLength(data.reduce((sum, { fields }) => sum + fields.length, 0));
  });
});
