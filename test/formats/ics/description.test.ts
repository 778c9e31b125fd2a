import { describe, expect, test } from 'vitest';
import { description } from '../../../src/formats/ics/description.js';
import { given, NASTY, one } from '../given.js';

function about(yaml: string, id = 's', lang?: string): string {
  const { entries, presentation } = given(yaml, lang === undefined ? {} : { lang });
  const entry = entries.find(({ session }) => session.id === id);
  return entry === undefined ? 'no such session' : description(entry, presentation);
}

describe('a description', () => {
  test('is subtitle, people and description, with empty lines between', () => {
    const [subtitle, people, text] = about(NASTY, 'parent').split('\n\n');
    expect(subtitle).toBe('Sous-titre');
    expect(people).toBe(
      'Présidente de séance: Mme Ada "La" Lovelace, Analyste, Royal Society\n' +
        'Speaker: =HYPERLINK("http://evil.example"), Chef d’exploitation, OIT (message vidéo)',
    );
    expect(text).toMatch(/^Où que l’on se tourne/);
  });

  test('is in the language of the presentation', () => {
    expect(about(NASTY, 'parent', 'en')).toContain('Chair: Ms. Ada "La" Lovelace, Analyst, Royal Society');
  });

  test('ends with the session that it is a part of', () => {
    expect(about(NASTY, 'part-2')).toBe('Part of: Plénière');
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
    expect(about(one('', `, moderators: [${person}]`))).toBe(`Moderator: Zoé, ${said}`);
  });
});
