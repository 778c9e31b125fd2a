import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATS, formatByExtension, WRITER_NAMES } from '../../src/formats/registry.js';
import { idm, NOTICES, SHIPPED } from '../support/run.js';
import { BINARIES, isBinary, textIn } from '../support/written.js';

const folder = mkdtempSync(join(tmpdir(), 'idm-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(WRITER_NAMES)('--%s', name => {
  test('gives the same bytes on every run, whatever the zone and the clocks that are shown', async () => {
    const [first, second, abroad] = [
      await idm(['export', `--${name}`]),
      await idm(['export', `--${name}`], { terminal: !isBinary(name) }),
      await idm(['export', `--${name}`, '--tz', 'Asia/Kathmandu'], { zone: 'Pacific/Apia' }),
    ];
    expect([first.code, first.out.length > 500]).toEqual([0, true]);
    expect([second?.out, abroad?.out]).toEqual([first.out, first.out]);
  });

  test('takes the filters of list and --lang', async () => {
    const { code, out } = await idm(['export', `--${name}`, '--day', '2', '--type', 'closing', '--lang', 'en']);
    expect(code).toBe(0);
    const text = textIn(name, out);
    expect(text).toContain('Closing remarks');
    expect(text).not.toMatch(/Remarques de clôture|Opening/);
  });

  test('-o writes what stdout gets, and --check finds it up to date', async () => {
    const path = join(folder, `agenda-${name}`);
    expect((await idm(['export', `--${name}`, '-o', path])).code).toBe(0);
    expect(readFileSync(path, isBinary(name) ? 'latin1' : 'utf8')).toBe((await idm(['export', `--${name}`])).out);
    expect((await idm(['export', `--${name}`, '-o', path, '--check'])).code).toBe(0);
    expect((await idm(['export', `--${name}`, '-o', path, '--check', '--day', '1'])).code).toBe(1);
  });

  const own = FORMATS[name].extensions.filter(extension => formatByExtension('write', extension) === name);
  const asked = (extension: string) => (extension === '.tsv' ? ['--delimiter', 'tab'] : []);
  test.each(own)('is what %s means', async extension => {
    const path = join(folder, `by-extension${extension}`);
    await idm(['export', '-o', path]);
    expect(readFileSync(path, isBinary(name) ? 'latin1' : 'utf8')).toBe(
      (await idm(['export', `--${name}`, ...asked(extension)])).out,
    );
  });

  test('stands in the help', async () => {
    expect((await idm(['export', '--help'])).out).toContain(`--${name}`);
  });
});

describe.each(BINARIES)('--%s, which is bytes', name => {
  test('is not for a terminal', async () => {
    const told = {
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^idm: --docx writes bytes, which are not for a terminal: name a file with -o, or a pipe\n$/,
      ),
    };
    expect(await idm(['export', `--${name}`], { terminal: true })).toEqual(told);
    expect(await idm(['export', `--${name}`, '-o', '-'], { terminal: true })).toEqual(told);
  });

  test('from a terminal goes to a file', async () => {
    const path = join(folder, `from-a-terminal-${name}`);
    expect(await idm(['export', `--${name}`, '-o', path], { terminal: true })).toEqual({
      code: 0,
      out: '',
      err: NOTICES,
    });
    expect(readFileSync(path, 'latin1')).toBe((await idm(['export', `--${name}`])).out);
  });

  test('of a file that differs in one byte is out of date', async () => {
    const path = join(folder, `one-byte-${name}`);
    await idm(['export', `--${name}`, '-o', path]);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await idm(['export', `--${name}`, '-o', path, '--check'])).toEqual({
      code: 1,
      out: '',
      err: `${path} is out of date: run the same command without --check\n`,
    });
  });

  test('of an agenda with errors is written with --force only', async () => {
    const stdin =
      'id: x\ntitle: X\ntimezone: UTC\ndays: [{date: 2018-03-26, sessions: [{id: s, time: 10:00-11:00, title: S, speakers: [nobody]}]}]';
    const refused = await idm(['export', `--${name}`, '-f', '-'], { stdin });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(textIn(name, (await idm(['export', `--${name}`, '-f', '-', '--force'], { stdin })).out)).toContain('nobody');
  });
});

describe('--lang all', () => {
  test.each([
    ['--docx', 'fr', 'Séance', true],
    ['--docx', 'all', 'Séance', true],
    ['--docx', 'ALL', 'Final agenda', true],
    ['--docx', 'fr', 'Final agenda', false],
  ])('as %s --lang %s has “%s”: %s', async (format, lang, text, has) => {
    const { out } = await idm(['export', format, '--lang', lang]);
    expect(textIn('docx', out).includes(text)).toBe(has);
  });

  test.each([
    ['ics', '--lang all belongs to --json and --docx, not to --ics: name one language'],
    ['html', '--html has every language without --lang; --lang all belongs to --json and --docx'],
  ])('is no language of --%s', async (name, message) => {
    expect(await idm(['export', `--${name}`, '--lang', 'all'])).toEqual({ code: 2, out: '', err: `idm: ${message}\n` });
  });
});

describe('options of one format', () => {
  test.each<[string, string[], RegExp]>([
    ['--alarm', ['--ics', '--alarm', '1h', '--day', '2'], /\r\nTRIGGER:-PT1H\r\n/],
    ['--tzid', ['--ics', '--tzid'], /\r\nDTSTART;TZID=America\/New_York:20180326T100000\r\n/],
    ['--bom', ['--csv', '--bom'], /^\uFEFFid,day,/],
    ['--delimiter ;', ['--csv', '--delimiter', ';'], /^id;day;/],
    ['--delimiter tab', ['--csv', '--delimiter', 'tab'], /^id\tday\t/],
    ['--delimiter \\t', ['--csv', '--delimiter', '\\t'], /^id\tday\t/],
    ['--people', ['--csv', '--people', '--speaker', 'swing'], /^id,name,.*\r\nswing,William Lacy Swing,/],
  ])('%s', async (_, args, expected) => {
    const { code, out, err } = await idm(['export', ...args]);
    expect([code, err]).toEqual([0, NOTICES]);
    expect(out).toMatch(expected);
  });

  test('hold also where the extension names the format', async () => {
    const path = join(folder, 'people.csv');
    await idm(['export', '-o', path, '--people', '--bom']);
    expect(readFileSync(path, 'utf8')).toMatch(/^\uFEFFid,name,/);
    expect((await idm(['export', '-o', path, '--people', '--bom', '--check'])).code).toBe(0);
    expect((await idm(['export', '-o', path, '--people', '--check'])).code).toBe(1);
  });

  test.each<[string, string[], string]>([
    [
      'no unit',
      ['--ics', '--alarm', '10'],
      '--alarm takes minutes, hours or days before a session: 10m, 1h or 1d, not "10"; did you mean 10m?',
    ],
    ['a long unit', ['--ics', '--alarm', '2 Hours'], 'did you mean 2h?'],
    [
      'no number',
      ['--ics', '--alarm', 'soon'],
      '--alarm takes minutes, hours or days before a session: 10m, 1h or 1d, not "soon"\n',
    ],
    ['a fraction', ['--ics', '--alarm', '1.5h'], 'not "1.5h"\n'],
    ['no value', ['--ics', '--alarm'], "option '--alarm <time>' argument missing"],
    [
      'a delimiter of two characters',
      ['--csv', '--delimiter', ',,'],
      '--delimiter takes one character, such as "," or ";", or tab; no quote and no line break, not ",,"',
    ],
    ['a delimiter by name', ['--csv', '--delimiter', 'semicolons'], 'did you mean ";"?'],
    [
      'a delimiter by the name of what every object has',
      ['--csv', '--delimiter', 'constructor'],
      'takes one character',
    ],
    ['the same in its other form', ['--csv', '--delimiter', '__proto__'], 'takes one character'],
    ['a quote', ['--csv', '--delimiter', '"'], 'no quote'],
    ['a line break', ['--csv', '--delimiter', '\n'], 'no line break'],
    ['a return', ['--csv', '--delimiter', '\r'], 'no line break'],
    ['nothing', ['--csv', '--delimiter', ''], 'not ""'],
    ['an option of iCalendar for CSV', ['--csv', '--alarm', '10m'], '--alarm belongs to --ics, not to --csv'],
    ['a flag of iCalendar for JSON', ['--json', '--tzid'], '--tzid belongs to --ics, not to --json'],
    ['an option of CSV for YAML', ['--yaml', '--people'], '--people belongs to --csv, not to --yaml'],
    ['an option of CSV for a file of iCalendar', ['-o', 'x.ics', '--bom'], '--bom belongs to --csv, not to --ics'],
    ['a mistyped option', ['--csv', '--delimeter', ';'], 'did you mean --delimiter?'],
  ])('%s is exit 2', async (_, args, message) => {
    const { code, out, err } = await idm(['export', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/^idm: [^\n]+\n$/);
  });

  test('stand in the help under the format that has them', async () => {
    const { out } = await idm(['export', '--help']);
    expect(out).toMatch(/Options of --ics:\n +--alarm <time>[\s\S]*--tzid/u);
    expect(out).toMatch(/Options of --csv:\n +--bom[\s\S]*--delimiter <char>[\s\S]*--people/u);
  });
});

describe('-o', () => {
  test('never writes over the agenda itself, but --check may ask whether it is canonical', async () => {
    const path = join(folder, 'agenda.yaml');
    const before = `# kept\n${readFileSync(SHIPPED, 'utf8')}`;
    writeFileSync(path, before);
    const { code, err } = await idm(['export', '-f', path, '-o', 'agenda.yaml'], { cwd: folder });
    expect([code, err]).toEqual([
      2,
      'idm: -o names the agenda itself, and an export keeps no comments: name another file\n',
    ]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect((await idm(['export', '-f', path, '-o', path, '--check'])).code).toBe(1);
    writeFileSync(path, (await idm(['export', '--yaml', '-f', path])).out);
    expect((await idm(['export', '-f', path, '-o', path, '--check'])).code).toBe(0);
  });
});

// GatherPress#2058: RFC 5546 §2.1.4 wants another SEQUENCE where a time or the status changes.
describe('--check of a calendar', () => {
  const agenda = (revision: number, ...sessions: readonly string[]) =>
    `id: a\ntitle: A\ntimezone: Europe/Paris\nrevision: ${revision}\ndays: [{date: 2030-05-14, sessions: [${sessions.join(', ')}]}]\n`;
  const [one, two] = ['{id: one, time: 10:00-11:00, title: One}', '{id: two, time: 11:00-12:00, title: Two}'];
  const told = (count: string) =>
    `${count} SEQUENCE and LAST-MODIFIED are as before: raise revision or updated in the agenda, or calendars may not notice\n`;

  test.each([
    ['a session that moved', agenda(0, one.replace('10:00', '09:30'), two), told('1 event differs while its')],
    [
      'two that are cancelled',
      agenda(0, ...[one, two].map(session => session.replace('title', 'status: cancelled, title'))),
      told('2 events differ while their'),
    ],
    ['a session that moved, with another revision', agenda(1, one.replace('10:00', '09:30'), two), ''],
    ['another title', agenda(0, one.replace('One', 'First'), two), ''],
    ['a new session', agenda(0, one, two, '{id: three, time: 12:00-13:00, title: Three}'), ''],
  ])('%s', async (_, after, expected) => {
    const path = join(folder, 'agenda.yaml');
    writeFileSync(path, agenda(0, one, two));
    await idm(['export', '-f', path, '-o', 'a.ics'], { cwd: folder });
    writeFileSync(path, after);
    const { code, err } = await idm(['export', '-f', path, '-o', 'a.ics', '--check'], { cwd: folder });
    expect(code).toBe(1);
    expect(err).toMatch(/^a\.ics is out of date: [^\n]*\n/);
    expect(err.slice(err.indexOf('\n') + 1)).toBe(expected);
  });
});

describe('--yaml', () => {
  test('read again lists the same', async () => {
    const path = join(folder, 'canonical.yaml');
    await idm(['export', '-o', path]);
    for (const args of [
      ['list', '--json'],
      ['speaker', '--json'],
      ['list', '--json', '--lang', 'en'],
    ])
      expect((await idm([...args, '-f', path])).out).toBe((await idm(args)).out);
    expect((await idm(['export', '--yaml', '-f', path])).out).toBe(readFileSync(path, 'utf8'));
    expect((await idm(['validate', path])).code).toBe(0);
  });
});

describe('what cannot be written is one line on stderr, and nothing on stdout', () => {
  const table = (room: string) =>
    `id,day,date,start,end,type,title,parent,timezone,rooms,room_ids\ns1,1,2018-03-26,09:00,12:00,session,S,,UTC,Hall,${room}\n`;

  test.each([
    [1025, 2, `idm: the id "${'r'.repeat(57)}…" is longer than YAML takes: nothing was written\n`],
    [1024, 0, ''],
  ])('as YAML, a room with an id of %i characters', async (length, code, err) => {
    const result = await idm(['export', '--yaml', '-f', '-', '--force'], { stdin: table('r'.repeat(length)) });
    expect([result.code, result.err]).toEqual([code, err]);
    expect(result.out === '').toBe(code === 2);
  });

  test.each(WRITER_NAMES)('as --%s, a room with a name of a megabyte in a thousand sessions', async name => {
    const sessions = Array.from(
      { length: 1000 },
      (_, i) => `      - {id: s${i}, time: 10:00-, title: S, room: hall}\n`,
    );
    const stdin = `id: x\ntitle: X\ntimezone: UTC\nrooms: {hall: {name: ${'a'.repeat(1_000_000)}, shared: true}}\ndays:\n  - date: 2018-03-26\n    sessions:\n${sessions.join('')}`;
    expect(await idm(['export', `--${name}`, '-f', '-'], { stdin })).toEqual({
      code: 2,
      out: '',
      err: 'idm: an export of this would have more than 100 million characters: nothing was written\n',
    });
  });
});
