import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CHARACTER_STYLES, PARAGRAPH_STYLES } from '../../../src/formats/docx/styles.js';
import { write } from '../../../src/formats/docx/write.js';
import { given, one, SHIPPED } from '../../given/exports.js';
import { documentText } from '../../support/readme.js';

/** A part of the file that is written of an agenda. */
async function part(name: string, ...request: Parameters<typeof given>): Promise<string> {
  return strFromU8(unzipSync(await write(given(...request)))[name] ?? new Uint8Array());
}

/** A paragraph of the document: its style, its text, and that of its runs. */
interface Shown {
  readonly style: string;
  readonly text: string;
  readonly runs: readonly string[];
}

async function paragraphs(...request: Parameters<typeof given>): Promise<readonly Shown[]> {
  const body = await part('word/document.xml', ...request);
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const runs = [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
    return { style: /<w:pStyle w:val="(\w+)"\/>/.exec(inner)?.[1] ?? '', text: runs.join(''), runs };
  });
}

/** The texts of the paragraphs of a style. */
async function styled(style: string, ...request: Parameters<typeof given>): Promise<readonly string[]> {
  return (await paragraphs(...request)).filter(one => one.style === style).map(({ text }) => text);
}

describe('the letterhead', () => {
  test('has who holds it, title, dates, place and status, each in a style of its own', async () => {
    const head = (await paragraphs(SHIPPED, { lang: 'fr' })).slice(0, 7);
    expect(head.map(({ style, text }) => [style, text])).toEqual([
      ['AgendaOrganizer', 'Organisation internationale pour les migrations (OIM)'],
      ['Title', 'Dialogue international sur la migration 2018'],
      ['Subtitle', 'Des partenariats novateurs et ouverts à tous pour une bonne gouvernance mondiale des migrations'],
      ['AgendaDates', '26–27 mars 2018'],
      ['AgendaRoom', 'Salle de conférence 2'],
      ['AgendaVenue', 'Siège des Nations Unies, New York'],
      ['AgendaStatus', 'Ordre du jour final'],
    ]);
  });

  test.each([
    ['', 'Ordre du jour'],
    ['status: draft', 'Projet d’ordre du jour'],
    ['status: final', 'Ordre du jour final'],
    ['status: cancelled', 'Ordre du jour (annulé)'],
  ])('of an agenda with “%s” says “%s”', async (status, line) => {
    expect(await styled('AgendaStatus', one(status))).toEqual([line]);
  });
});

describe('the same agenda', () => {
  test('gives the same bytes each time', async () => {
    const agenda = one('url: "https://example.org"\nlinks: [{title: A, url: "https://example.org/a"}]');
    expect(Buffer.from(await write(given(agenda))).equals(await write(given(agenda)))).toBe(true);
  });
});

describe('the documentation', () => {
  test.each([...Object.values(PARAGRAPH_STYLES), ...Object.values(CHARACTER_STYLES)])('names the style %s', name => {
    expect(documentText('docs/documents.md')).toContain(`\`${name}\``);
  });
});
