import { describe, expect, test } from 'vitest';
import { conflictPage } from '../../src/views/conflict-page.js';
import { remark } from '../../src/views/labels.js';
import { sessionList } from '../../src/views/session-listing.js';
import { sessionPage } from '../../src/views/session-page.js';
import { day, everything, one, page } from '../given/pages.js';
import { idm, ROOT } from '../support/run.js';

const SIX = `${ROOT}test/given/six-languages.yaml`;
const shown = async (lang: string, ...args: readonly string[]) =>
  (await idm([...args, '-f', SIX, '--lang', lang], { terminal: true, columns: 80, env: { NO_COLOR: '1' } })).out;

describe('dates, labels and headings are in the language that is shown', () => {
  test.each([
    ['en', 'Day 1 · Monday 23 March 2026 · Sharing', 'Times in Europe/Zurich', ['Time', 'Session', 'Room', 'Id']],
    [
      'fr',
      'Jour 1 · lundi 23 mars 2026 · Partager',
      'Heures\u00a0: Europe/Zurich',
      ['Horaire', 'Séance', 'Salle', 'Identifiant'],
    ],
    [
      'es',
      'Día 1 · lunes, 23 de marzo de 2026 · ',
      'Horas: Europe/Zurich',
      ['Horario', 'Sesión', 'Sala', 'Identificador'],
    ],
    [
      'ar',
      'اليوم 1 · الاثنين، 23 مارس 2026 · التقاسم',
      'التوقيت: Europe/Zurich',
      ['الوقت', 'جلسة', 'القاعة', 'المعرف'],
    ],
    ['zh', '第1天 · 2026年3月23日星期一 · 共享', '时区：Europe/Zurich', ['时间', '会议', '会议室', '编号']],
    [
      'ru',
      'День 1 · понедельник, 23 марта 2026 г.',
      'Часовой пояс: Europe/Zurich',
      ['Время', 'Заседание', 'Зал', 'Идентификатор'],
    ],
  ])('of idm list in %s', async (lang, heading, zone, heads) => {
    const out = await shown(lang, 'list', '--day', '1');
    expect(out).toContain(heading);
    expect(out).toContain(zone);
    const [, row = ''] = out.split('\n').filter(line => /^[┌│]/.test(line));
    expect(
      row
        .split('│')
        .slice(1, -1)
        .map(cell => cell.replace(/[\u2068\u2069]/g, '').trim()),
    ).toEqual(heads);
  });

  test.each([
    ['en', 'Status      tentative', 'Day 1 · Monday 23 March 2026, 10:30-12:00, 90 min'],
    ['fr', 'à confirmer', 'Jour 1 · lundi 23 mars 2026, 10:30-12:00, 90 min'],
    ['zh', '待确认', '第1天 · 2026年3月23日星期一，10:30-12:00，90 分钟'],
  ])('of idm show in %s', async (lang, status, time) => {
    const out = await shown(lang, 'show', 'satellites');
    expect(out).toContain(status);
    expect(out).toContain(time);
  });

  test('but TSV has neither', async () => {
    const { out } = await idm(['list', '-f', SIX, '--lang', 'ar', '--tz', 'Asia/Tokyo', '--day', '2']);
    expect(out.split('\n').map(line => line.split('\t').slice(0, 3))).toContainEqual(['2026-03-24', '23:00', '23:30']);
  });
});

test.each([
  ['its type once', 'Coffee Break', 'break', '', ''],
  ['its type once, in any case', 'REGISTRATION', 'registration', '', ''],
  ['a type of two words once', 'A side event', 'side-event', '', ''],
  ['its type where the title has not the word', 'Breakfast', 'break', '', 'break'],
  ['type, status and track', 'Water', 'panel', ', status: tentative, track: Law', 'panel, tentative, Law'],
  ['nothing of what is ordinary', 'Water', 'session', '', ''],
])('a session says %s', (_, title, type, more, expected) => {
  expect(remark(...one(day(`- {id: one, time: 09:00-10:00, title: "${title}", type: ${type}${more}}`), 'one'))).toBe(
    expected,
  );
});

test.each([
  ['تسجيل', 'registration', '', 'التسجيل'],
  ['', 'registration', 'تسجيل', 'الافتتاح'],
])('in Arabic, "%s" is in the title of a %s: "%s"', (_, type, expected, title) => {
  expect(
    remark(...one(day(`- {id: one, time: 09:00-10:00, title: {ar: ${title}}, type: ${type}}`), 'one', { lang: 'ar' })),
  ).toBe(expected);
});

describe('below 60 columns', () => {
  const AGENDA = day(
    `
- id: long
  time: 09:00-10:00
  title: A title that goes on for more than a line
  room: [hall, annex]
  type: panel
  sessions: [{id: part, time: 09:00-09:30, title: Part, status: cancelled}]
`,
    'rooms: {hall: Hall, annex: Annex}',
  );

  test('sessions are a list', () => {
    expect(sessionList(...everything(AGENDA), page(40))).toBe(`\
Small
Times in UTC

Day 1 · Saturday 29 February 2020
09:00-10:00 A title that goes on for
  more than a line · panel
  Hall, Annex · long
  09:00-09:30 Part · cancelled
    Hall, Annex · part
`);
  });

  test.each([59, 40, 20])('at %i columns no line is wider', width => {
    const widest = Math.max(
      ...sessionList(...everything(AGENDA), page(width))
        .split('\n')
        .map(line => line.length),
    );
    expect(widest).toBeLessThanOrEqual(width);
  });

  test('people are a list', async () => {
    const { out } = await idm(['speaker', '--lang', 'en'], { terminal: true, columns: 50, env: { NO_COLOR: '1' } });
    expect(out).toContain('\nMs. Louise Arbour\n  Special Representative');
    expect(out).not.toContain('│');
  });
});

describe('on a line with letters that are written from right to left', () => {
  const cells = (line: string) =>
    line
      .split('│')
      .slice(1, -1)
      .map(cell => cell.trim());

  test.each(['list', 'speaker'])('idm %s isolates every cell', async command => {
    const lines = (await shown('ar', command))
      .split('\n')
      .filter(line => line.startsWith('│') && /[\u0600-\u06ff]/.test(line));
    expect(lines.length).toBeGreaterThan(4);
    for (const cell of lines.flatMap(cells)) expect(cell).toMatch(/^(?:\u2068[^\u2068\u2069]+\u2069)?$/);
  });

  test('and on no other', async () => expect(await shown('fr', 'list')).not.toMatch(/[\u2068\u2069]/));
});

test('the clocks of another day are told with its name', () => {
  const agenda = day(`- {id: one, time: 01:30-03:00, title: Early}\n- {id: two, time: 02:00-07:30, title: Both}`);
  const [entry, presentation] = one(agenda, 'one', { tz: 'America/New_York' });
  expect(sessionPage(entry, presentation, page(80))).toContain('Fri 20:30-22:00, 90 min');
  expect(sessionPage(...one(agenda, 'two', { tz: 'America/New_York' }), page(80))).toContain('Fri 21:00-Sat 02:30');
  const clash = {
    sessions: ['one', 'two'],
    rooms: [],
    people: [],
    minutes: 60,
    start: '2020-02-29T02:00:00Z',
    end: '2020-02-29T03:00:00Z',
  } as const;
  const conflict = { rule: 'room-clash', severity: 'error', message: '', clash } as const;
  expect(conflictPage([conflict], presentation, page(80))).toContain('  Fri 21:00-Fri 22:00 (60 min)\n');
});
