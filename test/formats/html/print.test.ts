import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { given, SHIPPED } from '../../given/exports.js';
import { all, type HtmlElement, hasClass, parsePage, textOf } from '../../support/html.js';
import { idm } from '../../support/run.js';

const SIX = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');

function pageOf(yaml: string, choice: Parameters<typeof given>[1]): HtmlElement {
  const { root, errors } = parsePage(write(given(yaml, choice)));
  expect(errors).toEqual([]);
  return root;
}

describe('--print signs', () => {
  const signs = (choice: Parameters<typeof given>[1] = {}) =>
    all(pageOf(SIX, { print: 'signs', ...choice }), element => hasClass(element, 'sign'));

  test('is a page for each room and day, in the language of the agenda', () => {
    const heads = signs().map(sign => [
      ...all(sign, ({ name }) => name === 'h2'),
      ...all(sign, ({ name }) => name === 'p').slice(0, 1),
    ]);
    expect(heads.map(head => head.map(one => textOf(one)))).toEqual([
      ['Assembly Hall', 'Building A · Monday 23 March 2026 Sharing'],
      ['Assembly Hall', 'Building A · Tuesday 24 March 2026'],
      ['Room VII', 'Monday 23 March 2026 Sharing'],
      ['Room VII', 'Tuesday 24 March 2026'],
      ['Foyer', 'Monday 23 March 2026 Sharing'],
    ]);
  });

  test('has what takes place in the room, parts under their session', () => {
    const [first] = signs({ lang: 'fr' });
    const items = first === undefined ? [] : all(first, ({ name }) => name === 'li');
    expect(items.map(item => textOf(item))).toEqual([
      '09:00–10:00 Ouverture S.E. M. Samir Al-Masri',
      '10:00–12:30 Fleuves transfrontières : qui décide ? Ngozi Okafor',
      '10:00–11:15 Le Nil S.E. M. Samir Al-Masri',
      '11:15–12:30 Le Mékong Chen Lihua',
    ]);
    expect(items.map(item => hasClass(item, 'part'))).toEqual([false, false, true, true]);
  });

  test('has the address of the agenda as a code, where there is one', () => {
    const codes = (yaml: string) => all(pageOf(yaml, { print: 'signs' }), ({ name }) => name === 'svg');
    expect(codes(SIX).map(({ attributes }) => attributes['aria-label'])).toEqual(
      Array.from({ length: 5 }, () => 'https://water.example/2026'),
    );
    expect(codes(SHIPPED)).toEqual([]);
    expect(codes(SIX.replace('water.example/2026\n', `water.example/${'x'.repeat(3000)}\n`))).toEqual([]);
  });

  test('has smaller letters where there is more', () => {
    const size = (sessions: number) => {
      const list = Array.from(
        { length: sessions },
        (_, i) => `{id: s${i}, time: 10:00-11:00, title: A title of some length}`,
      );
      const yaml = `id: a\ntitle: A\nlanguage: en\ntimezone: UTC\nroom: r\nrooms: {r: R}\ndays: [{date: 2018-06-01, sessions: [${list.join(', ')}]}]`;
      const [sign] = all(pageOf(yaml, { print: 'signs' }), element => hasClass(element, 'sign'));
      return Number(/pt(\d+)/.exec(sign?.attributes.class ?? '')?.[1]);
    };
    expect([1, 8, 12, 20, 500].map(size)).toEqual([24, 20, 16, 11, 7]);
  });
});

describe('--print booklet', () => {
  const root = pageOf(SIX, { print: 'booklet', lang: 'zh' });

  test('is what the agenda is, then the days, the people and the rooms', () => {
    const heads = all(root, ({ name }) => name === 'h1' || name === 'h2').map(head => textOf(head));
    expect(heads).toEqual(['2026年全民用水大会', '2026年3月23日星期一 共享', '2026年3月24日星期二', '人员', '会议室']);
  });

  test('has nothing to choose or to click for', () => {
    expect(all(root, ({ name }) => ['input', 'nav', 'table'].includes(name))).toEqual([]);
  });
});

describe('idm export --html', () => {
  test.each([
    [['--html', '--print', 'sings'], 2, 'idm: --print takes signs or booklet, not "sings"; did you mean signs?\n'],
    [['--html', '--print', 'poster'], 2, 'idm: --print takes signs or booklet, not "poster"\n'],
    [['--csv', '--print', 'signs'], 2, 'idm: --print belongs to --html, not to --csv\n'],
  ])('%j', async (args, code, err) => {
    expect(await idm(['export', ...args])).toMatchObject({ code, err, out: '' });
  });

  test.each([[['--print', 'signs']], [['--print', 'booklet']], [['--lang', 'en']]])('%j writes a page', async args => {
    const { code, out, err } = await idm(['export', '--html', ...args]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^<!doctype html>/);
  });
});
