import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/markdown/write.js';
import { markdownLine, markdownLink, markdownParagraphs } from '../../../src/text/markdown.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { runs } from '../../support/runs.js';

/** The nodes of a text in order, as a parser of CommonMark sees it. */
function nodes(markdown: string): readonly Node[] {
  const walker = new Parser().parse(markdown).walker();
  const found: Node[] = [];
  for (let step = walker.next(); step !== null; step = walker.next()) if (step.entering) found.push(step.node);
  return found;
}

/** What a reader sees of a text, line breaks as such. */
function plain(list: readonly Node[]): string {
  return list.map(({ type, literal }) => (type === 'linebreak' ? '\n' : type === 'text' ? literal : '')).join('');
}

const kinds = (markdown: string) => new Set(nodes(markdown).map(({ type }) => type));

/** A text on one line, without controls. */
const flat = (text: string) =>
  text
    .replace(/\r\n?|[\n\t\u0085\u2028\u2029]/g, ' ')
    .replace(/(?![\u2028\u2029])\p{Cc}/gu, '')
    .trim();

const PIECES = [
  'a',
  ' ',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '[',
  ']',
  '](',
  '![',
  '(',
  ')',
  '<',
  '>',
  '</',
  'b>',
  '<!--',
  '&',
  '&lt;',
  '&#42;',
  '|',
  '|-',
  '#',
  '# ',
  '- ',
  '+ ',
  '= ',
  '===',
  '---',
  '1. ',
  '1) ',
  '12',
  ':',
  '://',
  'http://a.b',
  'www.a.b',
  'a@b.c',
  '\\',
  '\\*',
  '!',
  '"',
  "'",
  '$',
  '{',
  '}',
  '\n',
  '\r',
  '\u2028',
  '\t',
  '    ',
  '\u00a0',
  'é',
  '👩🏽‍🚀',
  '[x]: y',
  '[^1]',
  '\u001b',
  '«',
];
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 10 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('a text', () => {
  test.each<[string, (text: string) => string, readonly string[], string, string]>([
    ['in a heading', text => `# x ${text}`, ['heading', 'text'], 'x ', ''],
    ['alone in a heading', text => `# ${text}`, ['heading', 'text'], '', ''],
    ['in a title', text => `- **10:00 x${text}**`, ['list', 'item', 'paragraph', 'strong', 'text'], '10:00 x', ''],
    ['at the beginning of a line', text => text, ['paragraph', 'text'], '', ''],
    ['after a hard break', text => `- x\\\n  ${text}y`, ['list', 'item', 'paragraph', 'text', 'linebreak'], 'x\n', 'y'],
    ['before a hard break', text => `x${text}\\\ny`, ['paragraph', 'text', 'linebreak'], 'x', '\ny'],
  ])('%s says what it says, and is no markup', (_, place, allowed, before, after) => {
    fc.assert(
      fc.property(
        hostile.map(text => text.replace(/[\ud800-\udfff]/gu, '')),
        text => {
          const all = nodes(place(markdownLine(text)));
          const [first] = all;
          for (const { type } of all.slice(1)) expect(allowed).toContain(type);
          expect(first?.type).toBe('document');
          if (flat(text) !== '' || (before + after).trim() !== '')
            expect(plain(all).trim()).toBe((before + flat(text) + after).trim());
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['R&D', 'R&amp;D'],
    ['https://evil.example', 'https\\://evil.example'],
    ['www.evil.example', 'www\\.evil.example'],
    ['_www.evil.example', '\\_www\\.evil.example'],
    ['a@evil.example', 'a\\@evil.example'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['2018. no item', '2018\\. no item'],
    ['a | b', 'a \\| b'],
    ['$x$', '\\$x\\$'],
    ['Session 1 : l’« été », 10:00-11:00 (fin).', 'Session 1 : l’« été », 10:00-11:00 (fin).'],
  ])('%s becomes %s', (text, escaped) => {
    expect(markdownLine(text)).toBe(escaped);
  });

  test('of several paragraphs keeps them, and its line breaks', () => {
    expect(markdownParagraphs('un\ndeux\r\n\r\n  \n- trois\n\n')).toEqual(['un\\\ndeux', '\\- trois']);
    expect(markdownParagraphs('')).toEqual([]);
  });

  test('that is an address is a link, and ends where it ends', () => {
    const [link] = nodes(markdownLink('https://example.org/<b>a</b>')).filter(({ type }) => type === 'link');
    expect(link?.destination).toBe('https://example.org/%3Cb%3Ea%3C/b%3E');
  });
});

describe('the page', () => {
  test('has a heading a day and an item a session, in the language of the presentation', () => {
    const page = write(given(SHIPPED));
    const headings = nodes(page).filter(({ type }) => type === 'heading');
    expect(headings.map(({ level, firstChild }) => [level, firstChild?.literal])).toEqual([
      [1, 'Dialogue international sur la migration 2018'],
      [2, 'Lundi 26 mars 2018 – Première journée'],
      [2, 'Mardi 27 mars 2018 – Seconde journée'],
    ]);
    expect(nodes(page).filter(({ type }) => type === 'item')).toHaveLength(15);
    expect(write(given(SHIPPED, { lang: 'en' }))).toContain('\n## Monday 26 March 2018 – Day one\n');
  });

  test('says when, where, who and what, parts within their session', () => {
    const ids = ['session-3', 'panel-2'];
    const page = write(
      given(SHIPPED, { only: ({ session }: { session: { id: string } }) => ids.includes(session.id) }),
    );
    expect(page.slice(page.indexOf('## '))).toBe(`## Lundi 26 mars 2018 – Première journée

- **16:00–18:00 Session 3 : Nouer des partenariats pour atteindre les objectifs de développement durable se rapportant à la migration**\\
  Salle de conférence 2

  Deux panels sur ce que les partenariats apportent au Programme 2030 : le premier part de l’expérience de pays et de régions, le second traite des formes d’exploitation les plus graves.

  - **17:00–18:00 Panel 2 : Elimination du travail forcé, de l’esclavage moderne et de la traite d’êtres humains**\\
    Salle de conférence 2

    Modération\u00a0: M. Shawn MacDonald, Directeur général, Verité\\
    M. Geoffrey Shaw, Ambassadeur chargé de la lutte contre le trafic illicite de personnes et la traite d’êtres humains, Australie ; Président, Groupe mondial de coordination de l’Alliance 8.7\\
    M. Didier Bergeret, Directeur, Durabilité sociale et Programme mondial de conformité sociale, The Consumer Goods Forum\\
    M. David Schilling, Directeur de programme principal, Interfaith Center on Corporate Responsibility

    Ce que gouvernements, entreprises et investisseurs peuvent faire en commun, là où l’action publique ne suffit pas, contre l’exploitation des travailleurs migrants.
`);
  });

  test.each([
    ['fr', 'Heures\u00a0: America/New\\_York', '(annulé)', '## Vendredi 1er juin 2018'],
    ['en', 'Times: America/New\\_York', '(cancelled)', '## Friday 1 June 2018'],
  ])('has its own words in %s', (lang, ...words) => {
    for (const word of words) expect(write(given(NASTY, { lang }))).toContain(word);
  });

  test.each([
    ['fr', 'Annulé'],
    ['en', 'Cancelled'],
    ['es', 'Cancelado'],
    ['ar', 'ملغى'],
    ['zh', '已取消'],
    ['ru', 'Отменено'],
  ])('of a cancelled agenda says so under its title, in %s', (lang, expected) => {
    const cancelled = one('status: cancelled\nsubtitle: Sous-titre');
    expect(write(given(cancelled, { lang })).split('\n\n').slice(0, 3)).toEqual([
      '# Une',
      `**${expected}**`,
      'Sous-titre',
    ]);
    expect(write(given(one(), { lang }))).not.toContain(expected);
  });

  test('of an agenda without a language has English words and dates', () => {
    expect(write(given(one().replace('language: fr', 'language: qqq')))).toContain('## Friday 1 June 2018');
  });

  test('makes nothing of a text but text', () => {
    expect([...kinds(write(given(NASTY)))].sort()).toEqual(
      ['document', 'heading', 'item', 'linebreak', 'link', 'list', 'paragraph', 'strong', 'text'].sort(),
    );
    const links = nodes(write(given(NASTY))).filter(({ type }) => type === 'link');
    expect(links.map(({ destination }) => destination)).toEqual(['mailto:agenda@example.org?subject=a,b;c']);
  });

  test('has every title', () => {
    const seen = plain(nodes(write(given(NASTY))));
    for (const { session } of given(NASTY).selection) expect(seen).toContain(flat(session.title.fr ?? ''));
  });

  test('stands without sessions', () => {
    expect(write(given(one().replace(/days:.*/, 'days: []')))).toBe('# Une\n\nHeures\u00a0: America/New\\_York\n');
  });
});
