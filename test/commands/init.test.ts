import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIELDS } from '../../src/model/fields.js';
import { idm, ROOT } from '../support/run.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'idm-init-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]) => idm(args, { cwd });
const MODELINE = '# yaml-language-server: $schema=agenda.schema.json\n';

describe('an agenda to start from', () => {
  test('it has forty lines, and no finding, not even an info', async () => {
    expect(await run('init')).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(cwd).sort()).toEqual(['agenda.schema.json', 'agenda.yaml']);
    expect(readFileSync(join(cwd, 'agenda.yaml'), 'utf8').trimEnd().split('\n')).toHaveLength(40);
    expect(await run('validate', '--info', 'agenda.yaml')).toEqual({
      code: 0,
      out: 'agenda.yaml: no problems\n',
      err: '',
    });
  });

  test('it shows what version 1.1 of the format adds', async () => {
    const { out } = await run('init', '-');
    for (const shown of ['interpretation:', 'links:', 'items:', 'remote: true', 'ar: ', 'room: hall', 'evening, tbc'])
      expect(out).toContain(shown);
    const fields = Object.keys(FIELDS.session).filter(field => new RegExp(`\\b${field}:`).test(out));
    expect(fields.length).toBeGreaterThan(8);
  });

  test('the agenda of the environment is not its source', async () => {
    writeFileSync(join(cwd, 'mine.yaml'), 'id: mine\ntitle: Mine\ntimezone: UTC\ndays: []\n');
    const { out } = await idm(['init', '-'], { cwd, env: { IDM_AGENDA: 'mine.yaml' } });
    expect(out).toContain('id: my-conference-2030');
  });
});

describe('an agenda made of a file', () => {
  test.each([
    ['schedule.xml', []],
    ['talks.csv', ['--map', 'title=Headline', '--assume-tz', 'Europe/Lisbon']],
    ['second.yaml', []],
  ])('%s', async (name, options) => {
    const source = `${ROOT}examples/${name}`;
    const exported = await run('export', '--yaml', '-f', source, ...options);
    expect(exported.code).toBe(0);
    expect(await run('init', '-f', source, ...options, 'new.yaml')).toMatchObject({
      code: 0,
      err: expect.stringContaining(
        'wrote new.yaml and agenda.schema.json; next: edit it, then idm validate new.yaml\n',
      ),
    });
    expect(readFileSync(join(cwd, 'new.yaml'), 'utf8')).toBe(MODELINE + exported.out);
  });

  test('what was guessed of a document is marked', async () => {
    const source = `${ROOT}test/given/documents/layouts/start-only.txt`;
    const { out } = await run('init', '-f', source, '--assume-tz', 'UTC', '-');
    expect(out).toContain('# ? the end is where the next session begins');
  });

  test('every language of it is kept, unless one is named', async () => {
    const shipped = `${ROOT}data/idm-2018.yaml`;
    expect((await run('init', '-f', shipped, '-')).out).toContain('title: { fr: Ouverture, en: Opening }');
    expect((await run('init', '-f', shipped, '--lang', 'en', '-')).out).not.toContain('Ouverture');
  });

  test.each([
    [
      'errors',
      `${ROOT}examples/draft.yaml`,
      1,
      /^idm: 4 errors, so nothing was written: run idm validate \S+draft\.yaml$/,
    ],
    ['what only an option can say', `${ROOT}examples/talks.csv`, 2, /no column for title.*--map title="Headline"$/],
    ['no agenda at all', 'package.json', 2, /^idm: package\.json: no such file$/],
  ])('of a file with %s, nothing is written', async (_, source, code, message) => {
    const { err, ...rest } = await run('init', '-f', source);
    expect(rest).toEqual({ code, out: '' });
    expect(err.trimEnd()).toMatch(message);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('the file itself is not overwritten', async () => {
    writeFileSync(join(cwd, 'agenda.yaml'), readFileSync(`${ROOT}examples/second.yaml`));
    const { code, err } = await run('init', '-f', 'agenda.yaml');
    expect([code, err]).toEqual([2, 'idm: agenda.yaml is there already; idm init never overwrites\n']);
    expect(readFileSync(join(cwd, 'agenda.yaml'), 'utf8')).toContain('Harbour Cities');
  });
});
