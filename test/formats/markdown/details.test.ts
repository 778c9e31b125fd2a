import { Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/markdown/write.js';
import { given } from '../../given/exports.js';

const FULL = `id: forum
title: {fr: Forum de l’eau, ar: منتدى المياه}
language: fr
timezone: Africa/Tunis
interpretation: [ar, en]
links:
  - {title: {fr: "Note *de* cadrage", ar: مذكرة}, url: "https://example.org/note_(1).pdf"}
rooms:
  a: {name: {fr: "Salle [A]", ar: قاعة ا}, url: "https://meet.example/a?x=1&y=2"}
people:
  samir: {name: {fr: "Samir Al-Masri", ar: سامر المصري}, title: {fr: Ministre, ar: وزير}}
days:
  - date: 2030-05-14
    sessions:
      - id: s
        time: afternoon
        title: {fr: "Bassins_partagés", ar: أحواض مشتركة}
        room: a
        organizer: {fr: "Ville <de> Tunis", ar: مدينة تونس}
        speakers: [{person: samir, remote: true}]
        items:
          - title: {fr: "Pluie * retour", ar: المطر}
            speakers: [{person: samir, role: {fr: Rapporteur, ar: مقرر}}]
            note: {fr: "+ projet", ar: مسودة}
            url: "https://example.org/p"
          - {fr: "# Bilan", ar: حصيلة}
        links:
          - {title: {fr: Diapositives, ar: شرائح}, url: "https://example.org/d"}
        sessions:
          - {id: p, time: tbc, title: {fr: Partie, ar: جزء}, interpretation: []}
`;

/** The lines of a list item, in French and in Arabic. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  fr: [
    '- **Après-midi\u00a0: Bassins\\_partagés**\\',
    '  Salle \\[A\\]\\',
    '  Organisation\u00a0: Ville &lt;de&gt; Tunis\\',
    '  Interprétation\u00a0: arabe, anglais\\',
    '  Visioconférence\u00a0: <https://meet.example/a?x=1&y=2>',
    '',
    '  Samir Al-Masri, Ministre (par visioconférence)',
    '',
    '  * Pluie \\* retour – Rapporteur\u00a0: Samir Al-Masri, Ministre (+ projet) <https://example.org/p>',
    '  * \\# Bilan',
    '',
    '  + Diapositives <https://example.org/d>',
    '',
    '  - **Heure à confirmer\u00a0: Partie**\\',
    '    Salle \\[A\\]\\',
    '    Visioconférence\u00a0: <https://meet.example/a?x=1&y=2>',
  ],
  ar: [
    '- **بعد الظهر: أحواض مشتركة**\\',
    '  قاعة ا\\',
    '  التنظيم: مدينة تونس\\',
    '  الترجمة الشفوية: العربية، الإنجليزية\\',
    '  المشاركة عبر الفيديو: <https://meet.example/a?x=1&y=2>',
    '',
    '  سامر المصري، وزير (عبر الفيديو)',
    '',
    '  * المطر – مقرر: سامر المصري، وزير (مسودة) <https://example.org/p>',
    '  * حصيلة',
    '',
    '  + شرائح <https://example.org/d>',
    '',
    '  - **يُحدد الوقت لاحقًا: جزء**\\',
    '    قاعة ا\\',
    '    المشاركة عبر الفيديو: <https://meet.example/a?x=1&y=2>',
  ],
};

/** How many lists stand in each list item, and how many items each list has, outermost first. */
function lists(markdown: string): readonly number[] {
  const walker = new Parser().parse(markdown).walker();
  const found: number[] = [];
  for (let step = walker.next(); step !== null; step = walker.next()) {
    if (!step.entering || step.node.type !== 'list') continue;
    let count = 0;
    for (let item = step.node.firstChild; item !== null; item = item.next) count++;
    found.push(count);
  }
  return found;
}

describe.each(['fr', 'ar'])('in %s', lang => {
  const markdown = write(given(FULL, { lang }));

  test('a session says who holds it, how to follow it, its papers and its documents', () => {
    expect(markdown.slice(markdown.indexOf('- **')).trimEnd().split('\n')).toEqual(LINES[lang]);
  });

  test('links of the agenda, sessions, papers, documents and parts are lists of their own', () => {
    expect(lists(markdown)).toEqual([1, 1, 2, 1, 1]);
  });
});

test('an address in brackets, and marks in the title of a link, are no markup', () => {
  expect(write(given(FULL))).toContain('- Note \\*de\\* cadrage <https://example.org/note_(1).pdf>\n');
});
