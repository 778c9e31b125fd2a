import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../src/formats/agenda/full-read.js';
import { lint } from '../src/lint/lint.js';
import { overlaps } from '../src/query/overlaps.js';
import { ROOT, idm as run, type World } from './support/run.js';

const FILE = `${ROOT}test/given/words-of-time.yaml`;
const idm = async (line: string, world: World = {}) => run([...line.split(' '), '-f', FILE], world);
const json = async (line: string) => JSON.parse((await idm(`${line} --json`)).out);
const sessions = async (line = 'list') =>
  Object.fromEntries((await json(line)).map((one: { id: string }) => [one.id, one]));

/** An agenda of one session, or of what stands in its place. */
const agenda = (session: string, head = '') =>
  `id: x\ntitle: X\ntimezone: UTC\n${head}days:\n  - date: 2031-02-12\n    sessions:\n      - ${session}\n`;
const problems = (text: string) =>
  lint(readYaml(text)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

test('the agenda of these tests has no problem but that times are to come', () => {
  const found = lint(readYaml(readFileSync(FILE, 'utf8')));
  expect(found.filter(({ rule }) => rule !== 'time-to-come')).toEqual([]);
  expect(found.map(({ line, severity }) => [line, severity])).toHaveLength(4);
});

describe('a time that is not announced', () => {
  test.each([
    ['afternoon', 'afternoon'],
    ['Morning', 'morning'],
    ['" TBC "', 'tbc'],
    ['evening', 'evening'],
    ['10:00-tbc', { start: 600 }],
    ['10h – TBC', { start: 600 }],
  ])('%s is read', (written, time) => {
    const { agenda: read, faults } = readYaml(agenda(`{id: a, time: ${written}, title: A}`));
    expect([read?.days[0]?.sessions[0]?.time, faults]).toEqual([time, []]);
  });

  test.each([
    ['tbd', 'tbc'],
    ['TBA', 'tbc'],
    ['to be confirmed', 'tbc'],
    ['à confirmer', 'tbc'],
    ['待定', 'tbc'],
    ['matin', 'morning'],
    ['Après-midi', 'afternoon'],
    ['по́сле обеда', 'afternoon'],
    ['soirée', 'evening'],
    ['مساءً', 'evening'],
  ])('%s is none, and the hint says %s', (written, word) => {
    const [found, ...more] = lint(readYaml(agenda(`{id: a, time: "${written}", title: A}`)));
    expect([found?.rule, found?.hint, found?.suggestion?.text.replaceAll('"', ''), more]).toEqual([
      'bad-time',
      `did you mean ${word}?`,
      word,
      [],
    ]);
  });

  test('it is sorted before clocks of the same minute, tbc last of its day', async () => {
    expect(Object.keys(await sessions())).toEqual([
      'opening',
      'visit',
      'papers',
      'dinner',
      'breakfast',
      'report',
      'questions',
    ]);
  });

  test('it is said in a word and in no clock', async () => {
    const { visit, opening } = await sessions();
    expect(visit).toMatchObject({ start: null, end: null, minutes: null, time: 'afternoon', date: '2031-02-12' });
    expect(opening).toMatchObject({ start: '2031-02-12T09:00:00+02:00', time: null });
    const lines = (await idm('list')).out.split('\n').map(line => line.split('\t').slice(0, 4));
    expect(lines).toContainEqual(['2031-02-12', 'afternoon', '', 'visit']);
  });

  test.each([
    ['en', 'afternoon', 'time to be confirmed'],
    ['fr', 'après-midi', 'heure à confirmer'],
    ['ar', 'بعد الظهر', 'يُحدد الوقت لاحقًا'],
  ])('a table in %s has it in that language', async (lang, afternoon, tbc) => {
    const { out } = await idm(`list --lang ${lang}`, { terminal: true, columns: 120 });
    const words = out.replace(/[│─┌┐└┘├┤┬┴┼\n]/g, ' ').replace(/\s+/g, ' ');
    for (const word of [...afternoon.split(' '), ...tbc.split(' ')]) expect(words).toContain(word);
  });

  test('it overlaps with nothing, and is outside of nothing', () => {
    const text = agenda(
      `{id: a, time: afternoon, title: A, room: hall, speakers: [ada]}
      - {id: b, time: 13:00-14:00, title: B, room: hall, speakers: [ada]}
      - {id: c, time: tbc, title: C, room: hall, speakers: [ada], sessions: [{id: d, time: 01:00-02:00, title: D}]}
      - {id: e, time: 15:00-16:00, title: E, sessions: [{id: f, time: morning, title: F}]}`,
      'rooms: {hall: Hall}\npeople: {ada: {name: Ada, org: X}}\n',
    );
    const { agenda: read } = readYaml(text);
    expect(read && overlaps(read, { parallel: true })).toEqual([]);
  });

  test('what is in it takes place beside what has a clock', async () => {
    const at = (time: string) => ['now', 'next'].map(async name => (await idm(`${name} --at ${time}`)).out);
    const shown = (await Promise.all([...at('2031-02-12T13:00'), ...at('2031-02-12T00:00')])).join('');
    expect(shown).toContain('papers');
    expect(shown).not.toMatch(/visit|dinner|breakfast/);
  });

  test.each([
    ['', 'info', 1],
    ['status: draft\n', 'info', 1],
    ['status: final\n', 'warning', 1],
  ])('in an agenda with %j the rule time-to-come is %s', (head, severity) => {
    expect(problems(agenda('{id: a, time: tbc, title: A}', head))).toEqual([
      `${severity} time-to-come: "a" has no time yet`,
    ]);
  });

  test('what is cancelled has no time to come', () => {
    expect(problems(agenda('{id: a, time: tbc, title: A, status: cancelled}', 'status: final\n'))).toEqual([]);
  });
});

describe('items', () => {
  test('are a text or more', async () => {
    const { papers } = await sessions();
    expect(papers.items).toMatchObject([
      { title: 'Words of welcome', speakers: [], note: null, url: null },
      { title: 'What the river brings', note: '15 minutes', url: 'https://example.org/silt.pdf' },
    ]);
    expect(papers.items[1].speakers.map(({ id }: { id: string }) => id)).toEqual(['almasri', 'wang']);
  });

  test('have people who follow the session’s own speakers, each once, with the item', async () => {
    const { papers } = await sessions();
    expect(papers.speakers.map(({ id, item }: { id: string; item: string | null }) => [id, item])).toEqual([
      ['wang', null],
      ['almasri', 'What the river brings'],
    ]);
    const [almasri] = await json('speaker almasri');
    expect(almasri.appearances).toMatchObject([
      { session: 'opening', item: null },
      { session: 'visit', time: 'afternoon' },
      { session: 'papers', as: 'speaker', item: 'What the river brings' },
    ]);
  });

  test.each(['list --table', 'show papers --table'])('are a list in %s', async line => {
    const { out } = await idm(line.replace(' --table', ''), { terminal: true, columns: 160 });
    expect(out).toContain('• Words of welcome');
    expect(out).toMatch(/• What the river brings – Samir Al-Masri, Basin Bank; Wang Xiaoming/);
  });

  test('count for the clashes of their people', () => {
    const people = 'people: {ada: {name: Ada, org: X}}\n';
    const text = agenda(
      `{id: a, time: 10:00-11:00, title: A, items: [{title: P, speakers: [ada]}]}
      - {id: b, time: 10:30-11:00, title: B, speakers: [ada]}`,
      people,
    );
    expect(problems(text)).toEqual(['error person-clash: Ada is in "b" and in "a", 10:30-11:00 (line 8)']);
    const alone = agenda('{id: a, time: 10:00-11:00, title: A, items: [{title: P, speakers: [ada]}]}', people);
    expect(problems(alone)).toEqual([]);
  });

  test('have people who need not stand elsewhere, and ids that must', () => {
    const text = agenda(
      '{id: a, time: 10:00-11:00, title: A, items: [{title: P, speakers: [adda]}]}',
      'people: {ada: {name: Ada, org: X}}\n',
    );
    expect(problems(text)).toContain('error unknown-person: "adda" is not in people');
  });

  test('two papers of one person are no repetition, one person twice in a paper is', () => {
    const text = (items: string) =>
      agenda(`{id: a, time: 10:00-11:00, title: A, items: ${items}}`, 'people: {ada: {name: Ada, org: X}}\n');
    expect(problems(text('[{title: P, speakers: [ada]}, {title: Q, speakers: [ada]}]'))).toEqual([]);
    expect(problems(text('[{title: P, speakers: [ada, ada]}]'))).toEqual([
      'warning repeated-speaker: "Ada" is twice among the speakers of "a" (line 8)',
    ]);
  });
});

describe('a name in two scripts', () => {
  test.each([
    ['almasri', 'almasri'],
    ['masri', 'almasri'],
    ['سامر', 'almasri'],
    ['المصرى', 'almasri'],
    ['ساﻣر', 'almasri'],
    ['Соловьев', 'solovyov'],
    ['соловьёв алексей', 'solovyov'],
    ['Ｓｏｌｏｖｙｏｖ', 'solovyov'],
    ['王小明', 'wang'],
    ['alvares', 'reis'],
    ['river wang', 'wang'],
  ])('%s finds %s', async (query, id) => {
    const found = JSON.parse((await run(['speaker', query, '--json', '-f', FILE])).out);
    expect(found.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test.each([
    ['en', 'Samir Al-Masri', 'Jordan'],
    ['ar', 'سامر المصري', 'الأردن'],
    ['fr', 'Samir Al-Masri', 'Jordan'],
  ])('is shown in %s as %s', async (lang, name, country) => {
    expect((await json(`speaker almasri --lang ${lang}`))[0]).toMatchObject({ name, country });
  });

  test('people are listed by sort in the alphabet shown, the others after them', async () => {
    const ids = (await json('speaker')).map((one: { id: string }) => one.id);
    expect(ids).toEqual(['reis', 'almasri', 'solovyov', 'wang']);
  });

  const inline = (name: string, language = 'en') => {
    const text = agenda(
      `{id: a, time: 10:00-11:00, title: A, speakers: [{name: ${name}, org: X}]}`,
      `language: ${language}\n`,
    );
    return readYaml(text).agenda?.people[0]?.id;
  };
  test.each([
    ['{en: Samir Masri, ar: سامر}', 'en', 'samir-masri'],
    ['{ar: سامر, fr: Samir Masry, en: Samir Masri}', 'en', 'samir-masri'],
    ['{ar: سامر, fr: Samir Masry}', 'en', 'samir-masry'],
    ['{ar: سامر, fr: Samir Masry}', 'ar', 'samir-masry'],
    ['{ar: سامر}', 'ar', 'person'],
    ['Samir Masri', 'ar', 'samir-masri'],
  ])('the id of %s in an agenda in %s is %s', (name, language, id) => {
    expect(inline(name, language)).toBe(id);
  });

  test('one person twice is judged in each script', () => {
    const people = `people:
  a: {name: {en: Samir Al-Masri, ar: سامر المصري}, org: X}
  b: {name: سامر المصرى, org: X}
`;
    const text = agenda('{id: s, time: 10:00-11:00, title: S, speakers: [a, b]}', people);
    expect(problems(text)).toEqual([
      'warning same-person-twice: "سامر المصرى" and "سامر المصري" are one name (line 5)',
    ]);
  });

  test('is missing in a language only where no script of it is there', () => {
    const text = (name: string) =>
      `id: x\ntitle: {en: X, fr: X, ar: X}\ntimezone: UTC\npeople: {a: {name: ${name}, org: X}}\ndays: [{date: 2031-02-12, sessions: [
        {id: s, time: 10:00-11:00, title: {en: S, fr: S, ar: S}, speakers: [a]}, {id: t, time: 11:00-12:00, title: {en: T, fr: T, ar: T}}]}]\n`;
    expect(problems(text('{en: Samir, ar: سامر}'))).toEqual([]);
    expect(problems(text('Samir'))).toEqual([]);
    expect(problems(text('{en: Samir}'))).toEqual([
      'warning missing-translation: the name of a person is not in "ar", as most texts are',
    ]);
  });
});

describe('interpretation', () => {
  test('is the session’s own, else that of its session, its room, the agenda', async () => {
    const all = await sessions();
    expect(
      Object.fromEntries(
        Object.entries(all).map(([id, one]) => [id, (one as { interpretation: string[] }).interpretation]),
      ),
    ).toEqual({
      opening: ['ar', 'fr'],
      visit: ['ar', 'fr'],
      papers: ['ar', 'fr'],
      dinner: [],
      breakfast: [],
      report: [],
      questions: [],
    });
  });

  test.each([
    [
      'a part takes that of its session before that of its room',
      'room: annex, interpretation: [ru]',
      'room: annex',
      ['ru'],
    ],
    ['a part takes that of its own room', '', 'room: annex', ['en']],
    ['none is none', 'interpretation: []', '', []],
    ['of two rooms the first that says some', '', 'room: [hall, annex]', ['en']],
  ])('%s', (_, session, part, expected) => {
    const fields = [session, `sessions: [{id: part, time: 10:00-10:30, title: P${part && `, ${part}`}}]`]
      .filter(Boolean)
      .join(', ');
    const text = agenda(
      `{id: a, time: 10:00-11:00, title: A, ${fields}}`,
      'interpretation: [fr]\nrooms: {hall: Hall, annex: {name: Annex, interpretation: [en]}}\n',
    );
    return run(['list', '--json', '-f', '-'], { stdin: text }).then(({ out }) =>
      expect(JSON.parse(out)[1].interpretation).toEqual(expected),
    );
  });

  test.each([
    ['fr', ['opening', 'visit', 'papers']],
    ['FR-ca', ['papers']],
    ['en', ['opening']],
    ['ar,en', ['opening', 'visit', 'papers']],
  ])('--spoken %s has what can be followed in it', async (range, ids) => {
    expect((await json(`list --spoken ${range}`)).map((one: { id: string }) => one.id)).toEqual(ids);
  });

  test.each(['ics', 'markdown', 'csv'])('a language of private use is written by its tag as %s', async format => {
    const text = agenda('{id: a, time: 10:00-11:00, title: A, interpretation: [x-sign]}');
    const { code, out } = await run(['export', `--${format}`, '-f', '-'], { stdin: text });
    expect([code, out.replaceAll('\\\\', '').includes('x-sign'), out.includes('root')]).toEqual([0, true, false]);
  });

  test('a language that is nowhere used is refused with the choices', async () => {
    expect(await idm('list --spoken pt')).toMatchObject({
      code: 2,
      out: '',
      err: 'idm: there is no session in the language "pt"; choose from: ar, en, fr, fr-CA\n',
    });
  });
});

test('rooms are those of the day before the agenda’s, but for breaks and the like', async () => {
  const all = await sessions();
  const rooms = Object.entries(all).map(([id, one]) => [
    id,
    (one as { rooms: { id: string }[] }).rooms.map(room => room.id),
  ]);
  expect(Object.fromEntries(rooms)).toMatchObject({ opening: ['hall'], dinner: [], breakfast: [], report: ['screen'] });
  const text = agenda(
    '{id: a, time: 10:00-11:00, title: A}',
    'room: hall\nrooms: {hall: Hall, annex: Annex}\n',
  ).replace('    sessions:', '    room: anex\n    sessions:');
  expect(problems(text)).toEqual(['error unknown-room: "anex" is not in rooms']);
});

describe('what is shown of a session', () => {
  test.each([
    ['papers', ['Interpretation', 'ar, fr', 'https://example.org/silt-slides.pdf', 'Slides']],
    ['dinner', ['City of Alexandria', 'time to be confirmed']],
    ['report', ['https://example.org/join?room=1']],
    ['opening', ['Alexei Solovyov, River Institute (by video)']],
  ])('%s', async (id, texts) => {
    const { out } = await idm(`show ${id}`, { terminal: true, columns: 120 });
    for (const text of texts) expect(out).toContain(text);
  });

  test('has in JSON the link to join of its rooms', async () => {
    const { report, opening } = await sessions();
    expect(report.rooms).toEqual([{ id: 'screen', name: 'Screen', url: 'https://example.org/join?room=1' }]);
    expect(opening.rooms).toEqual([{ id: 'hall', name: 'Hall', url: null }]);
  });

  test('is all there in a pipe', async () => {
    const { out } = await idm('show papers');
    const keys = out.split('\n').map(line => line.split('\t')[0]);
    expect(keys).toEqual(expect.arrayContaining(['item', 'interpretation', 'link', 'language']));
    expect((await idm('show dinner')).out).toContain('organizer\tCity of Alexandria\n');
  });

  test('who is by video has no way to walk', () => {
    const people = 'rooms: {hall: Hall, annex: Annex}\npeople: {ada: {name: Ada, org: X}}\n';
    const text = (who: string) =>
      agenda(
        `{id: a, time: 10:00-11:00, title: A, room: hall, speakers: [ada]}
      - {id: b, time: 11:00-12:00, title: B, room: annex, speakers: [${who}]}`,
        people,
      );
    expect(problems(text('ada'))).toEqual([expect.stringMatching(/^info room-change/)]);
    expect(problems(text('{person: ada, remote: true}'))).toEqual([]);
  });

  test('--search looks at items, people and organisations', async () => {
    const found = async (text: string) => (await json(`list --search ${text}`)).map((one: { id: string }) => one.id);
    expect(await found('river')).toEqual(['opening', 'papers']);
    expect(await found('ترحيب')).toEqual(['papers']);
    expect(await found('alexandria')).toEqual(['dinner']);
  });
});

describe('what is wrong is told with what to write', () => {
  test.each([
    ['links: [https://example.org]', 'wrong-type', 'write {title: …, url: https://example.org}'],
    ['links: [{title: A}]', 'missing-field', 'add `url:` with the address of the document'],
    ['items: Paper', 'wrong-type', 'begin each item with "- "'],
    ['items: [{speakers: []}]', 'missing-field', 'add `title:` with what the paper or statement is called'],
    ['items: [""]', 'missing-field', 'after the dash, write what the paper or statement is called'],
    ['items: [{titel: A, title: A}]', 'unknown-field', 'known: title, speakers, note, url'],
    ['interpretation: ar', 'wrong-type', 'write [ar]'],
    ['speakers: [{name: A, remote: yes}]', 'wrong-type', 'write true'],
  ])('%s', (field, rule, hint) => {
    const found = lint(readYaml(agenda(`{id: a, time: 10:00-11:00, title: A, ${field}}`)));
    expect(found.map(one => [one.rule, one.hint])).toContainEqual([rule, hint]);
  });

  test('each value of a list at its own place, and none of it moves the lines around', () => {
    const text = agenda('{id: a, time: 10:00-11:00, title: A, interpretation: ["", xx-zz-qq1]}');
    const found = lint(readYaml(text)).map(({ rule, line, column }) => [
      rule,
      text.split('\n')[line - 1]?.slice(column - 1, -2),
    ]);
    expect(found).toEqual([
      ['wrong-type', '"", xx-zz-qq1'],
      ['bad-language', 'xx-zz-qq1'],
    ]);
  });

  test('the link of a room is on the web', () => {
    const text = agenda(
      '{id: a, time: 10:00-11:00, title: A, room: r}',
      'rooms: {r: {name: R, url: "mailto:a@example.org"}}\n',
    );
    expect(problems(text)).toEqual(['error bad-url: "mailto:a@example.org" is not a web address']);
  });
});

describe('an agenda with a name of its own', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'idm-names-'));
    for (const name of ['one/.git', 'one/below', 'two/.git', 'both/.git', 'dots/.git'])
      mkdirSync(join(folder, name), { recursive: true });
    const text = (title: string) =>
      agenda('{id: a, time: 10:00-11:00, title: A}').replace('title: X', `title: ${title}`);
    for (const name of [
      'one/forum.agenda.yaml',
      'one/other.yaml',
      'two/a.agenda.yaml',
      'two/b.agenda.yml',
      'both/agenda.yml',
      'both/a.agenda.yaml',
      'dots/.agenda.yaml',
    ])
      writeFileSync(join(folder, name), text(name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const here = (name: string, ...args: string[]) => run(args, { cwd: join(folder, name), env: { IDM_AGENDA: '' } });

  test.each([
    ['one', 'one/forum.agenda.yaml'],
    ['one/below', 'one/forum.agenda.yaml'],
    ['both', 'both/agenda.yml'],
  ])('in %s %s is found, by every command', async (name, title) => {
    const { out } = await here(name, 'export', '--json');
    expect(JSON.parse(out).agenda.title).toBe(title);
    expect(await here(name, 'validate')).toMatchObject({ code: 0 });
  });

  test.each(['list', 'validate', 'conflicts'])('of several none is taken by %s', async command => {
    expect(await here('two', command)).toEqual({
      code: 2,
      out: '',
      err: 'idm: several agendas are here: "a.agenda.yaml", "b.agenda.yml"; name one with -f\n',
    });
  });

  test('a name without a beginning is none', async () => {
    expect((await here('dots', 'validate')).err).toBe('idm: no agenda.yaml here; name one, or `idm init`\n');
  });
});
