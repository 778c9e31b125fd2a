import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logSchema } from '../../src/schema/changes.js';
import { AFTER, BEFORE } from '../given/changes/pair.js';
import { type FakeCommit, fakeGit } from '../support/fake-git.js';
import { idm, ROOT, type World } from '../support/run.js';

const FIRST = `id: a
title: {fr: Colloque, en: Symposium}
language: fr
timezone: Europe/Paris
organizer: Org & Co
url: https://example.org/é?a=1&b=2
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: {fr: Un <b>, en: One}}
      - {id: two, time: 11:00-12:00, title: Deux}
`;
const MOVED = FIRST.replace('10:00-11:00', '10:15-11:15').replace('language', 'revision: 1\nlanguage');
const LAST = MOVED.replace('title: Deux', 'title: Deux, status: cancelled').replace(
  'revision: 1',
  'revision: 2\nupdated: 2018-03-05',
);

const version = (commit: string, date: string, text: string): FakeCommit => ({
  commit: commit.repeat(10),
  date,
  files: { 'agenda.yaml': text },
});
const HISTORY = [
  version('1111', '2018-03-01T10:00:00+01:00', FIRST),
  version('2222', '2018-03-02T10:00:00+01:00', `# a remark\n${FIRST}`),
  version('3333', '2018-03-03T10:00:00Z', MOVED),
  version('4444', '2018-03-04T10:00:00+01:00', '<html>\u001b[2J'),
  version('5555', '2018-03-05T10:00:00+01:00', LAST),
];

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'idm-log-'));
  writeFileSync(join(cwd, 'agenda.yaml'), LAST);
  mkdirSync(join(cwd, 'empty', '.git'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);

const log = (args: readonly string[], world: World = {}) =>
  idm(['log', ...args], { cwd, env: { IDM_AGENDA: '' }, git: fakeGit('agenda.yaml', HISTORY), ...world });

const SKIPPED = expect.stringMatching(
  /^skipped the version of 2018-03-04: agenda\.yaml in 444444444444:1:1: [^\n\u001b]+\n$/,
);

const PAGE = `2018-03-05 10:00  Révision 2  555555555555
  Annulation : 1
    Annulation : 11:00–12:00 Deux

2018-03-03 10:00  Révision 1  333333333333
  Déplacement : 1
    Déplacement : 10:15–11:15 Un <b>

2018-03-01 10:00  111111111111
  Ajout : 2, La conférence
    Ajout : 10:00–11:00 Un <b>
    Ajout : 11:00–12:00 Deux

`.replaceAll(' :', '\u00a0:');

describe('idm log', () => {
  test('on a terminal, a page: newest first, without what changed nothing, the broken one named', async () => {
    const args = ['--color', 'never'];
    expect(await log(args, { terminal: true })).toEqual({ code: 0, out: PAGE, err: SKIPPED });
    expect((await log(['--table', 'agenda.yaml'])).out).toBe(PAGE);
  });

  test('into a pipe, lines', async () => {
    expect((await log([])).out).toBe(
      [
        ['2018-03-05T10:00:00+01:00', '5'.repeat(40), 2, 0, 1, 0, 0, 0],
        ['2018-03-03T10:00:00Z', '3'.repeat(40), 1, 0, 0, 0, 1, 0],
        ['2018-03-01T10:00:00+01:00', '1'.repeat(40), 0, 2, 0, 0, 0, 0],
      ]
        .map(fields => `${fields.join('\t')}\n`)
        .join(''),
    );
  });

  test('a page has the first five lines of a version', async () => {
    const many = FIRST.replace(
      / {6}- \{id: two.*\n/,
      Array.from({ length: 6 }, (_, i) => `      - {id: s${i}, time: 1${i}:00-1${i}:30, title: S${i}}\n`).join(''),
    );
    const { out } = await log(['--table', '--lang', 'en'], {
      git: fakeGit('agenda.yaml', [version('1', '2018-03-01T10:00:00Z', many)]),
    });
    expect(out.match(/^ {4}New: /gm)).toHaveLength(5);
    expect(out).toMatch(/\n {4}…\n\n$/);
  });

  test('JSON as its schema has it, the first version an entry too', async () => {
    const { out } = await log(['--json']);
    const data: {
      commit: string;
      revision: number;
      updated: string | null;
      counts: object;
      changes: { change: string }[];
    }[] = JSON.parse(out);
    const valid = ajv.compile(logSchema());
    valid(data);
    expect(valid.errors).toBeNull();
    expect(
      data.map(({ revision, updated, changes }) => [revision, updated, changes.map(({ change }) => change)]),
    ).toEqual([
      [2, '2018-03-05', ['cancelled']],
      [1, null, ['moved']],
      [0, null, ['agenda', 'new', 'new']],
    ]);
    expect(data[2]?.counts).toEqual({ new: 2, cancelled: 0, removed: 0, moved: 0, changed: 0 });
  });

  test('the schema is the published one', async () => {
    await expect(`${JSON.stringify(logSchema(), null, 2)}\n`).toMatchFileSnapshot('../../schema/log.schema.json');
  });

  test.each<[args: string[], err: string, world?: World]>([
    [['-'], 'standard input has no versions: name a file'],
    [['-f', '-'], 'standard input has no versions: name a file'],
    [[], 'no agenda.yaml here; name one: idm log programme.yaml', { cwd: 'empty' }],
    [[], 'agenda.yaml is in no repository of git', { git: fakeGit('', []) }],
    [['x.yaml'], 'x.yaml has no version in git that could be read: commit it', { git: fakeGit('x.yaml', HISTORY) }],
    [['--json', '--atom'], 'one form at a time: --json or --atom'],
    [['-o', 'x.xml'], '-o takes a feed: add --atom or --json-feed'],
    [['--atom', '-o', ''], '-o takes the name of a file, not ""'],
    [['--atom', '-o', './agenda.yaml'], '-o names the agenda itself: name another file'],
    [['--lang', 'de'], 'no text is in "de"; languages: fr, en'],
    [['--atom', '-o', 'nowhere/x.xml'], 'nowhere/x.xml: no such folder'],
  ])('%j fails: %s', async (args, err, world = {}) => {
    const at = world.cwd === undefined ? {} : { cwd: join(cwd, world.cwd) };
    const result = await log(args, { ...world, ...at });
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err.replace(/^skipped .*\n/, '')).toBe(`idm: ${err}\n`);
  });

  test('a shallow clone is told', async () => {
    const { code, err } = await log(['agenda.yaml'], { git: fakeGit('agenda.yaml', HISTORY.slice(4), true) });
    expect([code, err]).toEqual([0, 'this clone is shallow, so older versions are missing: git fetch --unshallow\n']);
  });
});

describe('feeds', () => {
  const xmllint = spawnSync('xmllint', ['--version']).status === 0;
  const valid = (xml: string) =>
    spawnSync('xmllint', ['--noout', '--relaxng', `${ROOT}test/given/changes/atom.rng`, '-'], {
      input: xml,
      encoding: 'utf8',
    });

  const ENTRY = `  <entry>
    <id>tag:idm.invalid,2018:a:${'3'.repeat(40)}</id>
    <title>Révision 1 – Déplacement\u00a0: 1</title>
    <updated>2018-03-03T10:00:00+00:00</updated>
    <content type="text">Lundi 26 mars 2018
  Déplacement\u00a0: 10:15–11:15 Un &lt;b&gt;
    Horaire\u00a0: 10:00–11:00 → 10:15–11:15</content>
  </entry>
`;

  test('Atom: an entry a version', async () => {
    const { code, out } = await log(['--atom']);
    expect(code).toBe(0);
    expect(out).toContain(ENTRY);
    expect(out.slice(0, out.indexOf('  <entry>'))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>tag:idm.invalid,2018:a</id>
  <title>Ce qui a changé\u00a0: Colloque</title>
  <updated>2018-03-05T10:00:00+01:00</updated>
  <author>
    <name>Org &amp; Co</name>
  </author>
  <link rel="alternate" href="https://example.org/%C3%A9?a=1&amp;b=2"/>
`);
    expect(parseXml(out).root?.children.filter(node => 'name' in node && node.name === 'entry')).toHaveLength(3);
  });

  const FEEDS: readonly (readonly [what: string, texts: string[]])[] = [
    ['a small one', [FIRST, MOVED, LAST]],
    ['every field in six languages', [BEFORE, AFTER, BEFORE]],
    ['without an organizer, a page and a language', [BEFORE.replace('language: en\n', '')]],
    ['with what XML cannot say', [FIRST.replace('Deux', '"\\x00\\x01\\ud800 ]]> \\uffff"')]],
  ];

  test.skipIf(!xmllint).each(FEEDS)('Atom is valid by RELAX NG (skipped without xmllint): %s', async (_, texts) => {
    const git = fakeGit(
      'agenda.yaml',
      texts.map((text, i) => version(String(i), `2018-03-0${i + 1}T10:00:00Z`, text)),
    );
    const { out } = await log(['--atom'], { git });
    expect(valid(out).stderr).toBe('- validates\n');
    expect(valid(out.replace(/<updated>.*?<\/updated>/, '')).status).not.toBe(0);
    expect(valid(out.replace('T10:00:00', ' 10:00')).status).not.toBe(0);
  });

  test('JSON Feed 1.1', async () => {
    const { out } = await log(['--json-feed', '--lang', 'en']);
    const feed: { items: { id: string; content_text: string }[] } = JSON.parse(out);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'What changed: Symposium',
      home_page_url: 'https://example.org/%C3%A9?a=1&b=2',
      language: 'en',
      authors: [{ name: 'Org & Co' }],
    });
    expect(feed.items[1]).toEqual({
      id: `tag:idm.invalid,2018:a:${'3'.repeat(40)}`,
      title: 'Revision 1 – Moved: 1',
      content_text: 'Monday 26 March 2018\n  Moved: 10:15–11:15 One\n    Time: 10:00–11:00 → 10:15–11:15',
      date_published: '2018-03-03T10:00:00+00:00',
    });
    for (const { content_text } of feed.items) expect(content_text).not.toBe('');
  });

  test.each(FEEDS)('JSON Feed is valid by a schema of its specification: %s', async (_, texts) => {
    const git = fakeGit(
      'agenda.yaml',
      texts.map((text, i) => version(String(i), `2018-03-0${i + 1}T10:00:00Z`, text)),
    );
    const feed: { items: Record<string, unknown>[] } & Record<string, unknown> = JSON.parse(
      (await log(['--json-feed'], { git })).out,
    );
    const valid = ajv.compile(JSON.parse(readFileSync(`${ROOT}test/given/changes/json-feed.schema.json`, 'utf8')));
    valid(feed);
    expect(valid.errors).toBeNull();
    expect(feed.items).toHaveLength(texts.length);
    expect(valid({ ...feed, version: '1.1' })).toBe(false);
    expect(valid({ ...feed, items: [{ ...feed.items[0], date_published: '2018-03-01 10:00' }] })).toBe(false);
  });

  test.each(['--atom', '--json-feed'])(
    '%s into a file: the same bytes in another zone and on another day',
    async form => {
      const written = async (world: World) => {
        expect(await log([form, '-o', 'changes.xml'], world)).toMatchObject({ code: 0, out: '' });
        return readFileSync(join(cwd, 'changes.xml'), 'utf8');
      };
      const one = await written({ zone: 'UTC', now: '2018-03-06T12:00:00Z', env: { IDM_AGENDA: '' } });
      const other = { zone: 'Pacific/Auckland', now: '2031-12-31T23:59:59Z' };
      expect(await written({ ...other, env: { IDM_AGENDA: '', SOURCE_DATE_EPOCH: '1', TZ: 'Asia/Kolkata' } })).toBe(
        one,
      );
      expect((await log([form])).out).toBe(one);
    },
  );
});
