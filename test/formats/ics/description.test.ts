import { describe, expect, test } from 'vitest';
import { description } from '../../../src/formats/ics/description.js';
import { given, NASTY, one } from '../../given/exports.js';

function about(yaml: string, id = 's', lang?: string): string {
  const { selection, presentation } = given(yaml, lang === undefined ? {} : { lang });
  const entry = selection.find(({ session }) => session.id === id);
  return entry === undefined ? 'no such session' : description(entry, presentation).text;
}

describe('a description', () => {
  test('is subtitle, people and description, with empty lines between', () => {
    const [subtitle, people, text] = about(NASTY, 'parent').split('\n\n');
    expect(subtitle).toBe('Sous-titre');
    expect(people).toBe(
      'Présidente de séance\u00a0: Mme Ada "La" Lovelace, Analyste, Royal Society\n' +
        'Intervention\u00a0: =HYPERLINK("http://evil.example"), Chef d’exploitation, OIT (message vidéo)',
    );
    expect(text).toMatch(/^Où que l’on se tourne/);
  });

  test('is in the language of the presentation', () => {
    expect(about(NASTY, 'parent', 'en')).toContain('Chair: Ms. Ada "La" Lovelace, Analyst, Royal Society');
  });

  test('ends with the session that it is a part of', () => {
    expect(about(NASTY, 'part-2')).toBe('Fait partie de\u00a0: Plénière');
  });

  test.each([
    ['en', 'Moderator: Zoé', 'Speaker: Ali', 'Part of: Une'],
    ['fr', 'Modération\u00a0: Zoé', 'Intervention\u00a0: Ali', 'Fait partie de\u00a0: Une'],
    ['es', 'Modera: Zoé', 'Interviene: Ali', 'Parte de: Une'],
    ['ar', 'إدارة الجلسة: Zoé', 'مداخلة: Ali', 'جزء من: Une'],
    ['zh', '主持人：Zoé', '发言人：Ali', '所属会议：Une'],
    ['ru', 'Модератор: Zoé', 'Выступает: Ali', 'В рамках сессии: Une'],
    ['zh-Hant-TW', '主持人：Zoé', '发言人：Ali', '所属会议：Une'],
    ['de', 'Moderator: Zoé', 'Speaker: Ali', 'Part of: Une'],
  ])('has its labels in the language of the agenda: %s', (language, ...lines) => {
    const part = 'sessions: [{id: p, time: 10:00-10:30, title: Partie, moderators: [Zoé], speakers: [Ali]}]';
    const yaml = one('', `, ${part}`).replace('language: fr', `language: ${language}`);
    expect(about(yaml, 'p')).toBe(`${lines[0]}\n${lines[1]}\n\n${lines[2]}`);
    expect(about(one('', `, ${part}`), 'p', language)).toBe(`${lines[0]}\n${lines[1]}\n\n${lines[2]}`);
  });

  test('is empty when there is nothing to say', () => {
    expect(about(one())).toBe('');
  });

  test.each([
    ['Directeur général de l’OIM', 'OIM', 'Directeur général de l’OIM'],
    ['DIRECTRICE, ecole d’economie', 'École d’Économie', 'DIRECTRICE, ecole d’economie'],
    ['Chef d’exploitation', 'OIT', 'Chef d’exploitation, OIT'],
    ['Maire de Clarkston', 'Ville de Clarkston', 'Maire de Clarkston, Ville de Clarkston'],
    ['Chercheuse', '', 'Chercheuse'],
    ['', 'OIT', 'OIT'],
  ])('says of the function "%s" and the organisation "%s": %s', (title, org, said) => {
    const person = JSON.stringify({ name: 'Zoé', ...(title && { title }), ...(org && { org }) });
    expect(about(one('', `, moderators: [${person}]`))).toBe(`Modération\u00a0: Zoé, ${said}`);
  });
});
