import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { idm, NOTICES, SHIPPED } from '../support/run.js';

const CLEAR = /^idm: [^\n]+\n$/;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'idm-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FAULTY = `id: x
title: X
timezone: Europe/Paris
days:
  - date: 2018-03-26
    sessions:
      - {id: fine, time: 10:00-11:00, title: Fine}
      - {id: broken, time: noon, title: Broken}
      - {id: other, time: 11:00-12:00, title: Other, speakers: [nobody]}
`;

describe('list', () => {
  test.each<[string, string[], string[]]>([
    ['a day by number', ['--day', '2'], ['session-4', 'session-5', 'lunch-2', 'session-6', 'closing']],
    ['a day by date', ['--day', '2018-03-27', '--type', 'break'], ['lunch-2']],
    ['days with a comma', ['--day', '1,2', '--type', 'break'], ['lunch-1', 'lunch-2']],
    ['types repeated', ['--type', 'panel', '--type', 'side-event'], ['rural-development', 'panel-1', 'panel-2']],
    ['a room by id', ['--room', 'cr7'], ['rural-development']],
    ['a room by name, in any language and case', ['--room', 'conference ROOM 7'], ['rural-development']],
    ['a speaker', ['--speaker', 'arbour'], ['setting-the-scene', 'closing']],
    ['a moderator', ['--speaker', 'foresti'], ['panel-1']],
    ['a text, whatever its accents', ['--search', 'elimination du travail force'], ['panel-2']],
    ['filters together', ['--speaker', 'swing', '--day', '1', '--search', 'scene'], ['setting-the-scene']],
  ])('chooses by %s', async (_, args, ids) => {
    const { out, code } = await idm(['list', ...args]);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => line.split('\t')[3]),
    ).toEqual(ids);
    expect(code).toBe(0);
  });

  test('gives a pipe lines of date, start, end, id, type, rooms and title', async () => {
    const { out } = await idm(['list', '--day', '1', '--type', 'side-event', '--lang', 'en']);
    expect(out).toBe(
      '2018-03-26\t13:15\t14:30\trural-development\tside-event\tcr7\tMigration and rural development: Sharing experiences and facilitating partnerships\n',
    );
  });

  test.each<[string, string[], RegExp]>([
    ['day', ['--day', '3'], /no day "3".*1 \(2018-03-26\), 2 \(2018-03-27\)/],
    ['room', ['--room', 'cr8'], /no room "cr8"; did you mean cr[27]\?/],
    ['type', ['--type', 'pannel'], /no type "pannel"; did you mean panel\?/],
    ['track', ['--track', 'Health'], /no track "Health"; choose from: none/],
  ])('an unknown %s is exit 2 and names the choices', async (_, args, message) => {
    const { code, err, out } = await idm(['list', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(CLEAR);
  });

  test('nothing found is exit 0 and a line on stderr', async () => {
    expect(await idm(['list', '--search', 'zeppelin'])).toEqual({ code: 0, out: '', err: 'no session found\n' });
    expect(await idm(['list', '--search', 'zeppelin', '--json'])).toEqual({
      code: 0,
      out: '[]\n',
      err: 'no session found\n',
    });
  });

  test('a terminal gets the title, the days and a table that fits', async () => {
    for (const columns of [60, 80, 200]) {
      const { out } = await idm(['list'], { terminal: true, columns });
      expect(out).toContain('Dialogue international sur la migration 2018');
      expect(out).toContain('Jour 2 · mardi 27 mars 2018');
      expect(Math.max(...out.split('\n').map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
    }
  });

  test('--table forces the table into a pipe, as wide as $COLUMNS', async () => {
    const { out } = await idm(['list', '--table', '--day', '1'], { env: { COLUMNS: '100' } });
    expect(Math.max(...out.split('\n').map(line => stringWidth(line)))).toBe(100);
  });

  // A script that runs without a terminal may have COLUMNS=0; a page of no columns would be a letter a line.
  test.each(['0', '-5', 'wide', '79.5', ''])('--table is as wide as ever with COLUMNS=%s', async COLUMNS => {
    const table = ['list', '--table', '--day', '1'];
    expect(await idm(table, { env: { COLUMNS } })).toEqual(await idm(table));
  });

  test('--tz shows other clocks and says so; days stay', async () => {
    const { out } = await idm(['list', '--tz', 'Asia/Tokyo', '--day', '1']);
    expect(out.split('\n')[0]).toMatch(/^2018-03-26\t22:00\t23:00\tregistration/);
    expect(out).toContain('2018-03-26\tTue 02:00\tTue 04:00\tlunch-1');
    const table = await idm(['list', '--tz', 'local', '--day', '1'], { terminal: true, zone: 'Europe/Paris' });
    expect(table.out).toContain('Europe/Paris');
    const json = await idm(['list', '--tz', 'Asia/Tokyo', '--json']);
    expect(JSON.parse(json.out)[0]).toMatchObject({
      date: '2018-03-26',
      start: '2018-03-26T22:00:00+09:00',
      minutes: 60,
    });
  });

  test('an --tz in another case is the zone meant, as IANA spells it', async () => {
    const [exact, other] = await Promise.all(
      ['Europe/Paris', 'europe/paris'].map(zone => idm(['list', '--tz', zone], { terminal: true })),
    );
    expect(other?.out).toContain('Europe/Paris');
    expect(other).toEqual(exact);
  });

  test('JSON has every field of the contract, null or [] where there is no value', async () => {
    const [panel] = JSON.parse((await idm(['list', '--json', '--search', 'panel-1', '--lang', 'en'])).out);
    expect(Object.keys(panel)).toEqual(
      'id type title subtitle day date start end minutes time rooms parent moderators speakers items organizer track tags languages interpretation status url links'.split(
        ' ',
      ),
    );
    expect(panel).toMatchObject({
      id: 'panel-1',
      type: 'panel',
      day: 1,
      date: '2018-03-26',
      start: '2018-03-26T16:00:00-04:00',
      end: '2018-03-26T17:00:00-04:00',
      minutes: 60,
      rooms: [{ id: 'cr2', name: 'Conference Room 2' }],
      parent: 'session-3',
      subtitle: null,
      track: null,
      tags: [],
      status: 'confirmed',
    });
    expect(panel.moderators).toEqual([
      {
        id: 'foresti',
        name: 'Marta Foresti',
        honorific: 'Ms.',
        title: 'Managing Director, Overseas Development Institute',
        org: 'Overseas Development Institute',
        country: null,
        role: null,
        note: null,
        remote: false,
        item: null,
      },
    ]);
  });
});

describe('show', () => {
  test('fits 80 columns and shows all of a session', async () => {
    const { out, code } = await idm(['show', 'panel-1'], { terminal: true });
    expect(code).toBe(0);
    for (const part of [
      'Panel 1',
      '16:00-17:00',
      'Salle de conférence 2',
      'session-3',
      'Mme Marta Foresti',
      'Jürgen Schulz',
      'avancer vers les ODD',
    ]) {
      expect(out).toContain(part);
    }
    expect(Math.max(...out.split('\n').map(line => stringWidth(line)))).toBeLessThanOrEqual(80);
  });

  test('as JSON has description and parts', async () => {
    const shown = JSON.parse((await idm(['show', 'session-3', '--json'])).out);
    expect(shown.parts).toEqual(['panel-1', 'panel-2']);
    expect(shown.description).toMatch(/^Deux panels/);
  });

  test('an unknown id is exit 1 and names the nearest', async () => {
    expect(await idm(['show', 'panel1'])).toEqual({
      code: 1,
      out: '',
      err: 'idm: no session "panel1"; did you mean panel-1?\n',
    });
  });

  test('a session whose time cannot be read is exit 1 and says so', async () => {
    const { code, err } = await idm(['show', 'broken', '-f', file('faulty.yaml', FAULTY)]);
    expect(code).toBe(1);
    expect(err).toContain('the time of session "broken" cannot be read');
  });
});

describe('speaker', () => {
  const names = async (...query: string[]) =>
    JSON.parse((await idm(['speaker', ...query, '--json'])).out).map(({ id }: { id: string }) => id);

  test.each<[string[], string[]]>([
    [['arbour'], ['arbour']],
    [['leitao'], ['leitao-marques']],
    [['LEITÃO MARQUES'], ['leitao-marques']],
    [['marques', 'leitao'], ['leitao-marques']],
    [["Grainne O'Hara"], ['ohara']],
    [['Grainne O’Hara'], ['ohara']],
    [['ohara'], ['ohara']],
    [['unicef'], ['fore', 'hereward']],
    [['de sousa'], ['de-sousa-arruda']],
    [['Hincapie\u0301'], ['hincapie']],
    [['Jácome'.normalize('NFD')], ['jacome']],
  ])('%j finds %j', async (query, ids) => {
    expect(await names(...query)).toEqual(ids);
  });

  test('Arbour appears twice; Swing three times, once as moderator', async () => {
    const [arbour] = JSON.parse((await idm(['speaker', 'arbour', '--json'])).out);
    expect(arbour.appearances.map(({ session, as }: { session: string; as: string }) => [session, as])).toEqual([
      ['setting-the-scene', 'speaker'],
      ['closing', 'speaker'],
    ]);
    const [swing] = JSON.parse((await idm(['speaker', 'swing', '--json'])).out);
    expect(swing.appearances.map(({ as }: { as: string }) => as)).toEqual(['speaker', 'moderator', 'speaker']);
    expect(swing.appearances[0]).toMatchObject({
      session: 'opening',
      note: 'Remarques liminaires',
      start: '2018-03-26T10:00:00-04:00',
      rooms: [{ id: 'cr2' }],
    });
  });

  test('nobody is exit 1 with the nearest name', async () => {
    expect(await idm(['speaker', 'arbor'])).toEqual({
      code: 1,
      out: '',
      err: 'idm: no one found for "arbor"; did you mean Louise Arbour?\n',
    });
    expect((await idm(['speaker', 'zzz'])).err).toBe('idm: no one found for "zzz"\n');
  });

  test('without a name lists everyone', async () => {
    const { out } = await idm(['speaker']);
    expect(out.trimEnd().split('\n')).toHaveLength(47);
    const table = await idm(['speaker'], { terminal: true, columns: 100 });
    expect(table.out).toContain('Henrietta Holsman Fore');
  });
});

describe('conflicts', () => {
  test('the shipped agenda has one, by design', async () => {
    const { out, code, err } = await idm(['conflicts', '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual([
      {
        rule: 'during-break',
        severity: 'info',
        sessions: ['lunch-1', 'rural-development'],
        start: '2018-03-26T13:15:00-04:00',
        end: '2018-03-26T14:30:00-04:00',
        minutes: 75,
        rooms: [],
        people: [],
        message: expect.stringContaining('13:15-14:30'),
      },
    ]);
  });

  const CLASHES = `id: x
title: X
timezone: Europe/Paris
rooms: {hall: Great Hall, annex: Annex}
people: {ann: {name: Ann Lee}}
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, type: break, time: 12:00-13:00, title: Lunch}
      - {id: talk, time: 12:30-13:30, title: Talk, room: hall}
      - {id: one, time: 15:00-16:00, title: One, room: hall, speakers: [ann]}
      - {id: two, time: 15:30-16:30, title: Two, room: hall}
`;

  test('gravest first; a hard one is exit 1', async () => {
    const path = file('clashes.yaml', CLASHES);
    const { out, code } = await idm(['conflicts', '-f', path]);
    expect(out.split('\n').map(line => line.split('\t').slice(0, 10).join(' '))).toEqual([
      'error room-clash 2018-03-26 15:30 16:00 30 one two hall ',
      'warning break-overlap 2018-03-26 12:30 13:00 30 lunch talk  ',
      '',
    ]);
    expect(code).toBe(1);
    const page = await idm(['conflicts', '-f', path], { terminal: true });
    expect(page.out).toContain('room-clash');
    expect(page.out).toContain('Great Hall');
  });

  test('--parallel shows what is side by side', async () => {
    const path = file('parallel.yaml', CLASHES.replace('title: Two, room: hall', 'title: Two, room: annex'));
    expect((await idm(['conflicts', '-f', path, '--type'])).code).toBe(2);
    expect((await idm(['conflicts', '-f', path])).out).not.toContain('parallel');
    expect((await idm(['conflicts', '-f', path, '--parallel'])).out).toContain(
      'info\tparallel\t2018-03-26\t15:30\t16:00\t30\tone\ttwo',
    );
  });
});

describe('a faulty agenda', () => {
  test('is listed as far as it could be read, with a word on stderr and exit 1', async () => {
    const path = file('faulty.yaml', FAULTY);
    for (const command of [['list'], ['show', 'fine'], ['speaker'], ['conflicts']]) {
      const { code, err } = await idm([...command, '-f', path]);
      expect([code, err.split('\n').at(-2)]).toEqual([1, `2 errors: run idm validate ${path}`]);
    }
    expect((await idm(['list', '-f', path])).out.split('\n')).toHaveLength(3);
  });

  test('is not exported, unless forced', async () => {
    const path = file('faulty.yaml', FAULTY);
    const { code, out, err } = await idm(['export', '--csv', '-f', path]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`idm: 2 errors, so nothing was written: run idm validate ${path}, or --force\n`);
    expect((await idm(['export', '--csv', '--force', '-f', path])).out).toContain('\r\nfine,');
  });

  test('clashes do not stop an export; a time that does not exist does', async () => {
    const night = (date: string) =>
      `id: x\ntitle: X\ntimezone: America/New_York\nrooms: {r: R}\ndays:\n  - date: ${date}\n    sessions:\n      - {id: a, time: 02:30-03:30, title: A, room: r}\n      - {id: b, time: 02:30-03:30, title: B, room: r}\n`;
    expect((await idm(['export', '--ics', '-f', file('clash.yaml', night('2018-03-12'))])).code).toBe(0);
    expect((await idm(['export', '--ics', '-f', file('gap.yaml', night('2018-03-11'))])).code).toBe(1);
  });
});

describe('which agenda', () => {
  test('-f, then $IDM_AGENDA, then agenda.yaml here or above up to the git root, then the shipped one', async () => {
    const root = join(folder, 'which');
    const deep = join(root, 'repo/a/b');
    mkdirSync(deep, { recursive: true });
    mkdirSync(join(root, 'repo/.git'));
    const named = (name: string) =>
      `id: ${name}\ntitle: ${name}\ntimezone: UTC\ndays: [{date: 2018-03-26, sessions: [{id: ${name}, time: 10:00-11:00, title: T}]}]\n`;
    writeFileSync(join(root, 'agenda.yaml'), named('outside'));
    const found = async (args: string[], env: Record<string, string>) =>
      (await idm(['list', ...args], { cwd: deep, env })).out.split('\t')[3];
    const none = { IDM_AGENDA: '' };
    expect(await found([], none)).toBe('registration');
    expect((await idm(['list'], { cwd: deep, env: none })).err).toMatch(/^no agenda\.yaml here/);
    writeFileSync(join(root, 'repo/agenda.yml'), named('above'));
    expect(await found([], none)).toBe('above');
    writeFileSync(join(deep, 'agenda.yaml'), named('here'));
    expect(await found([], none)).toBe('here');
    expect(await found([], { IDM_AGENDA: SHIPPED })).toBe('registration');
    writeFileSync(join(root, 'named.yaml'), named('named'));
    expect(await found(['-f', join(root, 'named.yaml')], { IDM_AGENDA: SHIPPED })).toBe('named');
    expect((await idm(['list', '-f', '-'], { stdin: named('stdin') })).out).toContain('stdin');
  });

  test('validate never falls back to the shipped one', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(join(empty, '.git'), { recursive: true });
    expect(await idm(['validate'], { cwd: empty, env: { IDM_AGENDA: '' } })).toEqual({
      code: 2,
      out: '',
      err: 'idm: no agenda.yaml here; name one, or `idm init`\n',
    });
  });
});

describe('faults get one clear line and exit 2', () => {
  test.each<[string, () => string[], string]>([
    ['no such file', () => ['list', '-f', join(folder, 'none.yaml')], 'no such file'],
    ['a folder', () => ['list', '-f', folder], 'a folder, not a file'],
    [
      'not UTF-8',
      () => ['list', '-f', file('latin1.yaml', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]))],
      ':1:5: a byte that is not UTF-8',
    ],
    ['not YAML', () => ['list', '-f', file('not.yaml', '{"a": [}')], 'not.yaml:1:'],
    [
      'YAML of another shape',
      () => ['list', '-f', file('other.yaml', '- a\n- b\n')],
      'this is a list: it is not an agenda',
    ],
    ['an unknown command', () => ['lsit'], "unknown command 'lsit'; did you mean list?"],
    ['what validate is called elsewhere', () => ['lint'], "unknown command 'lint'; did you mean validate?"],
    ['or so', () => ['check', 'a.yaml'], "unknown command 'check'; did you mean validate?"],
    ['an unknown option', () => ['list', '--dya', '1'], "unknown option '--dya'; did you mean --day?"],
    ['a language that no text has', () => ['list', '--lang', 'de'], 'no text is in "de"; languages: fr, en'],
    [
      'an unknown zone',
      () => ['list', '--tz', 'Europe/Pari'],
      '"Europe/Pari" is not an IANA time zone; did you mean Europe/Paris?',
    ],
    ['an abbreviation as a zone', () => ['list', '--tz', 'PST'], 'did you mean America/Los_Angeles?'],
    [
      'a zone like no other',
      () => ['list', '--tz', 'Mars/Olympus'],
      'is not an IANA time zone; name one: Europe/Paris',
    ],
    ['an empty zone', () => ['list', '--assume-tz', ''], '"" is not an IANA time zone; name one: Europe/Paris'],
    ['an unknown zone to assume', () => ['list', '--assume-tz', 'ACT'], 'did you mean Australia/Darwin?'],
    ['an unknown format', () => ['validate', SHIPPED, '--format', 'tetx'], 'did you mean text?'],
    [
      'a number that is none',
      () => ['validate', SHIPPED, '--max-warnings', 'few'],
      '--max-warnings takes a whole number',
    ],
    // The file is called schedule.xml, so people type xml, which is spelt like none of the names.
    ['a format named by its extension', () => ['list', '--from', 'xml'], 'did you mean schedule-xml?'],
    ['a format that is only written', () => ['list', '--from', 'json'], 'did you mean schedule-json?'],
    ['an export without a format', () => ['export'], 'name a format: --yaml, --ics, --csv, --json'],
    ['two formats', () => ['export', '--ics', '--csv'], 'one format at a time'],
    ['an extension of no format', () => ['export', '-o', join(folder, 'x.isc')], 'did you mean .ics?'],
    ['a folder that is not there', () => ['export', '--ics', '-o', join(folder, 'none/x.ics')], 'no such folder'],
    ['a full disk', () => ['export', '--ics', '-o', '/dev/full'], 'no space left on the device'],
    ['--check without -o', () => ['export', '--ics', '--check'], '--check needs -o'],
    ['show without an id', () => ['show'], "missing required argument 'id-or-words'"],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await idm(args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(CLEAR);
  });

  test.each([
    [['list'], 'no permission to read it'],
    [['validate', SHIPPED], 'no permission to read it'],
  ])('no permission for %j', async (args, message) => {
    const { code, err } = await idm(args, { unreadable: 'EACCES' });
    expect([code, err]).toEqual([2, `idm: ${SHIPPED}: ${message}\n`]);
  });

  test.each([
    [
      'Nope/Nope',
      '--tz local: the time zone of this machine, "Nope/Nope", is not an IANA one; set TZ to one: TZ=Europe/Paris',
    ],
    ['JST', '--tz local: the time zone of this machine, "JST", is not an IANA one; did you mean Asia/Tokyo?'],
    ['', '--tz local: this machine does not say its time zone; set TZ to one: TZ=Europe/Paris'],
  ])('a machine whose zone is %j has no clocks to show', async (zone, message) => {
    expect(await idm(['list', '--tz', 'local'], { zone })).toEqual({ code: 2, out: '', err: `idm: ${message}\n` });
    expect((await idm(['list'], { zone })).code).toBe(0);
  });

  test('no command', async () => {
    const { code, err } = await idm(['--lang', 'en']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^idm: name a command: list, timetable, .*\n$/)]);
  });

  test('a title with escapes stays inert in every message', async () => {
    const path = file(
      'hostile.yaml',
      FAULTY.replace('title: Fine', 'title: "\\e[31mred\\u202E"').replace('[nobody]', '["\\e[2J"]'),
    );
    for (const args of [
      ['list'],
      ['list', '--json'],
      ['show', 'fine'],
      ['validate', path],
      ['conflicts'],
      ['speaker', '\u001B[31m'],
    ]) {
      for (const terminal of [true, false]) {
        const { out, err } = await idm([...args, ...(args[0] === 'validate' ? [] : ['-f', path])], { terminal });
        expect(out + err).not.toMatch(/\u001B\[31mred|\u001B\[2J|\u202E/);
      }
    }
  });
});

describe('export -o', () => {
  test('names the format by its extension, follows a link and keeps the mode', async () => {
    const target = file('target.json', 'old');
    chmodSync(target, 0o640);
    const link = join(folder, 'link.json');
    symlinkSync(target, link);
    expect(await idm(['export', '-o', link])).toEqual({ code: 0, out: '', err: NOTICES });
    expect(JSON.parse(readFileSync(target, 'utf8')).sessions).toHaveLength(15);
    expect([statSync(target).mode & 0o777, readdirSync(folder).filter(name => name.endsWith('.tmp'))]).toEqual([
      0o640,
      [],
    ]);
  });

  test('--check says whether a file is up to date', async () => {
    const path = join(folder, 'check.ics');
    expect((await idm(['export', '-o', path, '--check'])).err).toContain('is missing');
    await idm(['export', '-o', path]);
    expect(await idm(['export', '-o', path, '--check'])).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(path, 'x');
    expect(await idm(['export', '-o', path, '--check'])).toEqual({
      code: 1,
      out: '',
      err: `${path} is out of date: run the same command without --check\n`,
    });
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  test.each([[[]], [['--tzid']]])('--check names the time zone data where only times differ: %j', async options => {
    const path = join(folder, 'check-times.ics');
    await idm(['export', '-o', path, ...options]);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace(/^(DTSTART.*)T(\d\d)/gm, '$1T23').replace(/^TZOFFSETTO.*\r\n/gm, ''));
    const { code, err } = await idm(['export', '-o', path, '--check', ...options]);
    expect([code, err]).toEqual([
      1,
      `${path} is out of date: run the same command without --check; only times differ, perhaps since another Node made it: this one has the time zone data ${process.versions.tz}\n15 events differ while their SEQUENCE and LAST-MODIFIED are as before: raise revision or updated in the agenda, or calendars may not notice\n`,
    ]);
  });

  test('takes the filters of list; --no-parents leaves out sessions with parts', async () => {
    const events = async (...args: string[]) =>
      (await idm(['export', '--ics', ...args])).out.match(/BEGIN:VEVENT/g)?.length;
    expect(await events()).toBe(15);
    expect(await events('--no-parents')).toBe(14);
    expect(await events('--speaker', 'swing')).toBe(3);
  });

  describe('where the filters choose no session', () => {
    const NONE = ['export', '--speaker', 'zeppelin', '-o'];
    const REFUSED = 'idm: no session found, so nothing was written: change the filters, or --force\n';

    test('writes nothing, leaves the file as it was, and exits 1', async () => {
      const path = file('kept.ics', 'kept');
      expect(await idm([...NONE, path])).toEqual({ code: 1, out: '', err: REFUSED });
      expect(readFileSync(path, 'utf8')).toBe('kept');
      expect(await idm([...NONE, '-', '--ics'])).toEqual({ code: 1, out: '', err: REFUSED });
      expect(await idm([...NONE, path, '--check'])).toEqual({ code: 1, out: '', err: REFUSED });
    });

    test('--force writes a file without sessions, and says so', async () => {
      const path = join(folder, 'forced.ics');
      const { code, out, err } = await idm([...NONE, path, '--force']);
      expect([code, out, err]).toEqual([0, '', expect.stringMatching(/^no session found\n(?:not in [^\n]+\n)*$/)]);
      expect(readFileSync(path, 'utf8')).not.toContain('VEVENT');
    });
  });

  test('an agenda without sessions is written as it is', async () => {
    const path = file('no-sessions.yaml', 'id: x\ntitle: X\ntimezone: UTC\ndays: []\n');
    const { code, out, err } = await idm(['export', '--ics', '-f', path]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('END:VCALENDAR');
  });
});

describe('help', () => {
  test('of the whole has commands in groups, the environment and the exit codes', async () => {
    const { out } = await idm(['--help']);
    expect([...out.matchAll(/^(\w[\w ]+):$/gm)].map(([, heading]) => heading)).toEqual([
      ...[
        'Options',
        'Ask',
        'Check',
        'Compare',
        'Publish',
        'Start',
        'Commands',
        'Examples',
        'Environment',
        'Exit codes',
      ],
    ]);
    for (const name of ['IDM_AGENDA', 'NO_COLOR', 'PAGER', 'SOURCE_DATE_EPOCH']) expect(out).toContain(`  ${name} `);
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });

  test('bare idm prints it and exits 0', async () => {
    const { code, out, err } = await idm([]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Examples:');
  });

  test.each(['list', 'show', 'speaker', 'conflicts', 'validate', 'export'])('%s --help has examples', async command => {
    const { code, out } = await idm([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Usage: idm .*${command}`));
    expect(out).toContain(`$ idm ${command}`);
    expect(out).toMatch(/\n\nGlobal options: idm --help\n$/);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    '%s --help is as wide as the terminal, up to its examples',
    async name => {
      for (const columns of [50, 80, 120]) {
        const { out } = await idm([name, '--help'], { terminal: true, columns });
        const [help = ''] = out.split('\nExamples:\n');
        expect(Math.max(...help.split('\n').map(line => line.length))).toBeLessThanOrEqual(columns);
      }
    },
  );

  test('help of a command, by either word', async () => {
    expect(await idm(['help', 'list'])).toEqual(await idm(['list', '--help']));
    expect((await idm(['help', 'lsit'])).code).toBe(2);
    expect((await idm(['help'])).out).toBe((await idm(['--help'])).out);
  });

  test('--version is that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await idm(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test('options that commands share stand before or after the command', async () => {
    const before = await idm(['--lang', 'en', 'list', '--day', '1']);
    expect(before).toEqual(await idm(['list', '--day', '1', '--lang', 'en']));
    expect(before.out).toContain('Opening');
  });
});

describe('colour', () => {
  const coloured = async (args: string[], world: Parameters<typeof idm>[1]) =>
    (await idm(['list', ...args], world)).out.includes('\u001B[');
  test.each<[string, string[], Parameters<typeof idm>[1], boolean]>([
    ['a terminal', [], { terminal: true }, true],
    ['a pipe', ['--table'], {}, false],
    ['NO_COLOR', [], { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['an empty NO_COLOR', [], { terminal: true, env: { NO_COLOR: '' } }, true],
    ['FORCE_COLOR in a pipe', ['--table'], { env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', [], { terminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['--color always', ['--table', '--color', 'always'], { env: { NO_COLOR: '1' } }, true],
    ['--color never', ['--color', 'never'], { terminal: true }, false],
    ['a dumb terminal', [], { terminal: true, env: { TERM: 'dumb' } }, false],
  ])('%s', async (_, args, world, is) => {
    expect(await coloured(args, world)).toBe(is);
  });
});
