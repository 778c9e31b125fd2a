import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { given } from '../../given/exports.js';
import { all, type HtmlElement, hasClass, parsePage, textOf } from '../../support/html.js';

const YAML = readFileSync(new URL('../../given/said-in-1-1.yaml', import.meta.url), 'utf8');
const { root, errors } = parsePage(write(given(YAML)));

function byId(id: string, within: HtmlElement = root): HtmlElement {
  const [found] = all(within, ({ attributes }) => attributes.id === id);
  if (found === undefined) throw new Error(`nothing has the id ${id}`);
  return found;
}

const links = (within: HtmlElement) =>
  all(within, ({ name, attributes }) => name === 'a' && /^https:/.test(attributes.href ?? '')).map(link => [
    textOf(link, 'en'),
    link.attributes.href,
  ]);

describe('the page of what 1.1 adds', () => {
  test('is HTML without an error', () => {
    expect(errors).toEqual([]);
  });

  test.each([
    ['lab', 'en', 'Morning Lab'],
    ['visit', 'en', 'Afternoon Hall'],
    ['visit', 'ar', 'بعد الظهر القاعة'],
    ['dinner', 'en', 'Time to be confirmed'],
  ])('says the word for a time of %s in %s', (id, lang, said) => {
    expect(textOf(byId(`${id}:w`), lang)).toBe(said);
  });

  test('has in the timetable a row for each such word, below the clocks', () => {
    const [table] = all(root, ({ name }) => name === 'table');
    const rows = table === undefined ? [] : all(table, ({ name }) => name === 'tr').slice(1);
    expect(rows.map(row => textOf(row, 'en'))).toEqual([
      '09:00 Opening 09:00–10:00',
      '10:00 Papers 10:00–',
      'morning Open laboratory morning Lab',
      'afternoon Visit afternoon Hall',
      'time to be confirmed Dinner time to be confirmed',
    ]);
  });

  test('has items under their session, each with people, note and address', () => {
    const [list] = all(byId('papers'), element => hasClass(element, 'items'));
    if (list === undefined) throw new Error('no items');
    expect(all(list, ({ name }) => name === 'li').map(item => textOf(item, 'en'))).toEqual([
      'Rain at the source',
      'Rainfall and return–Amina Diallo, Basin Bank ; Discussant : Samir Al-Masri (draft)',
    ]);
    expect(links(list)).toEqual([['Rainfall and return', 'https://basin.example/paper']]);
  });

  test.each([
    ['opening', 'en', 'French Interpretation: Arabic, English'],
    ['opening', 'ar', 'الفرنسية الترجمة الشفوية: العربية، الإنجليزية'],
    ['papers', 'en', 'Interpretation: Arabic, English Organized by: Basin Bank'],
    ['lab', 'en', ''],
    ['dinner', 'en', 'Social event'],
  ])('says of %s in %s what is spoken, interpreted, and who holds it', (id, lang, said) => {
    const [facts] = all(byId(id), element => hasClass(element, 'facts'));
    expect(facts === undefined ? '' : textOf(facts, lang).replace(/^Opening |^افتتاح /, '')).toBe(said);
  });

  test('is in the languages of texts, not in one that names alone have', () => {
    const page = parsePage(write(given(YAML.replace(/^people:$/m, 'people:\n  wang: {name: {en: Wang, zh: 王}}'))));
    const links = all(page.root, ({ attributes }) => attributes.lang === 'zh');
    expect([page.errors, links]).toEqual([[], []]);
  });

  test('filters by languages of interpretation as by those spoken', () => {
    expect(byId('opening').attributes['data-spoken']).toBe('fr ar en');
    expect(byId('lab').attributes['data-spoken']).toBeUndefined();
  });

  test('says who takes part by video, and where to join', () => {
    const [person] = all(byId('opening'), ({ name }) => name === 'dd');
    expect(person && textOf(person, 'en')).toBe('Samir Al-Masri (minister, by video)');
    expect(person && textOf(person, 'ar')).toBe('سامر المصري (minister، عبر الفيديو)');
    expect(links(byId('opening'))).toEqual([['Join by video', 'https://basin.example/join']]);
    expect(links(byId('room:hall'))).toEqual([['Join by video', 'https://basin.example/join']]);
    expect(links(byId('lab'))).toEqual([]);
  });

  test('has the links of the agenda and of sessions by their titles', () => {
    expect(links(root)[0]).toEqual(['Live stream', 'https://basin.example/live']);
    expect(links(byId('papers')).slice(-2)).toEqual([
      ['Slides', 'https://basin.example/slides'],
      ['Sound', 'https://basin.example/sound'],
    ]);
  });

  test('names people and countries in the script of the language', () => {
    expect(textOf(byId('person:almasri'), 'en')).toMatch(/^Samir Al-Masri · Jordan/);
    expect(textOf(byId('person:almasri'), 'ar')).toMatch(/^سامر المصري · الأردن/);
  });
});
