import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import type { WriterOptions } from '../../../src/formats/options.js';
import { FORMATS } from '../../../src/formats/registry.js';
import { given } from '../../given/exports.js';
import { printed } from '../../support/programme.js';
import { SHIPPED } from '../../support/run.js';

const shipped = readFileSync(SHIPPED, 'utf8');

/** An agenda of more sessions than a page has calendars for. */
const manySessions = `id: x\ntitle: X\ntimezone: UTC\ndays:\n  - date: 2031-05-12\n    sessions:\n${Array.from({ length: 201 }, (_, i) => `      - {id: s${i}, time: 10:00-11:00, title: T}\n`).join('')}`;

async function page(yaml: string, options: WriterOptions = {}): Promise<string> {
  return String((await FORMATS.html.write()).write(given(yaml, { lang: 'fr', ...options })));
}

const said = (faults: Awaited<ReturnType<typeof readAny>>['faults']) =>
  faults.map(({ rule, message, hint }) => [rule, message, ...(hint === undefined ? [] : [hint])]);

describe('a page that idm wrote', () => {
  test('is read by the calendar in it: sessions with their ids, times and rooms', async () => {
    const { agenda, faults } = await readAny(await page(shipped), { file: 'idm-2018.html' });
    const calendar = String((await FORMATS.ics.write()).write(given(shipped, { lang: 'fr' })));
    expect(agenda).toEqual((await readAny(calendar)).agenda);
    expect(printed(agenda, 'fr').sessions).toHaveLength(15);
    expect(said(faults)).toEqual([
      [
        'read-as',
        'this is the page of "Dialogue international sur la migration 2018" that idm export --html wrote: the calendar in it is read, and says less than the agenda that the page was made of',
      ],
    ]);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['for doors', () => page(shipped, { print: 'signs' }), 'name the agenda that it was made of'],
    ['for a booklet', () => page(shipped, { print: 'booklet' }), 'name the agenda that it was made of'],
    [
      'with the patterns of its calendars alone',
      () => page(manySessions),
      'name the agenda that it was made of, or save the calendar of the conference (.ics) from the page, in a browser',
    ],
  ])('%s is one error with the way out', async (_, make, hint) => {
    const { agenda, faults } = await readAny(await make(), { file: 'page.html' });
    expect(agenda).toBeUndefined();
    expect(said(faults)).toEqual([
      ['wrong-type', 'this is a page that idm export --html wrote, for people to read', hint],
    ]);
  });

  test('is known also with --from document', async () => {
    const { faults } = await readAny(await page(shipped), {}, 'document');
    expect(said(faults)[0]?.[1]).toContain('the calendar in it is read');
  });
});

const TWO = `id: x
title: {fr: Forum du delta, en: Delta Forum}
language: fr
organizer: {fr: Banque du bassin, en: Basin Bank}
timezone: UTC
days: [{date: 2031-05-12, sessions: [{id: s, time: 10:00-11:00, title: {fr: Ouverture, en: Opening}}]}]
`;

const SIX = TWO.replace(
  /en: Delta Forum/,
  '$&, es: Foro del delta, ru: Форум дельты, ar: منتدى الدلتا, zh: 三角洲论坛',
);

describe('a Word file that idm wrote in several languages', () => {
  const written = async (yaml: string) => (await FORMATS.docx.write()).write(given(yaml, { everyLanguage: true }));

  test.each<[string, string, string, string]>([
    ['two', TWO, 'fr', 'one more language'],
    ['six', SIX, 'fr', '5 more languages'],
  ])('is read in the first of %s, and says so', async (_, yaml, lang, more) => {
    const { agenda, faults } = await readAny(await written(yaml), { file: 'agenda.docx' });
    const one = await readAny(await (await FORMATS.docx.write()).write(given(yaml, { lang })), { file: 'agenda.docx' });
    expect(agenda).toEqual(one.agenda);
    expect(said(faults)).toEqual([
      [
        'not-read',
        expect.stringMatching(
          new RegExp(`^paragraph \\d+: the agenda stands here again, in ${more}: it is read in the first$`),
        ),
        'to read another, delete what stands before it',
      ],
    ]);
  });
});
