import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { clock, isClock } from '../../../src/model/time.js';
import { titleOf } from '../../../src/query/agenda-index.js';
import { given, SHIPPED } from '../../given/exports.js';
import { inFolder, output, withProgram } from '../programs.js';
import { type Browser, choose, chromium, launch, opened } from './browser.js';

const SIX = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');

/** Puts a mark of no size where each session begins and ends, so that a text of a page says which it has. */
const MARK = `for (const [i, article] of document.querySelectorAll('article').entries()) {
  const mark = side => { const span = document.createElement('span'); span.textContent = ' QQ' + i + side + ' '; span.style.fontSize = '1px'; return span; };
  article.querySelector('.when').prepend(mark('S'));
  article.querySelector('.what').append(mark('E'));
}`;

withProgram(chromium, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  /** The pages of a PDF as texts. */
  const printed = (html: string, view?: string, marked = false) =>
    opened(browser, html, async page => {
      if (view !== undefined) await choose(page, `show:${view}`);
      if (marked) await page.evaluate(MARK);
      return inFolder(async folder => {
        const path = join(folder, 'agenda.pdf');
        await page.pdf({ path, preferCSSPageSize: true });
        const pages = output('pdftotext', [path, '-'], folder).split('\f').slice(0, -1);
        return pages.map(text => text.replace(/\s+/g, ' '));
      });
    });
  const plain = (text: string) => text.replace(/\s/g, '');

  test('on paper, no session is lost, and each of at most 7 pages names its day', async () => {
    const { selection, presentation } = given(SHIPPED, { lang: 'fr' });
    const pages = await printed(write(given(SHIPPED, { lang: 'fr' })));
    expect(pages.length).toBeLessThanOrEqual(7);
    for (const page of pages) expect(page).toMatch(/(?:Lundi 26|Mardi 27) mars 2018/);
    for (const { session, time } of selection) {
      const on = pages.filter(page => plain(page).includes(plain(presentation.text(session.title))));
      const isWithTime = on.some(page => isClock(time) && page.includes(clock(time.start)));
      expect([session.id, on.length >= 1, isWithTime]).toEqual([session.id, true, true]);
    }
  });

  test.each([
    ['the shipped agenda in French', write(given(SHIPPED, { lang: 'fr' }))],
    ['an agenda in six languages', write(given(SIX))],
    ['the booklet', write(given(SHIPPED, { print: 'booklet' }))],
  ])('no session of %s is divided', async (_, html) => {
    const pages = await printed(html, undefined, true);
    const on = (mark: string) => pages.findIndex(page => page.includes(`QQ${mark}`));
    const count = (html.match(/<article/g) ?? []).length;
    const hasParts = (i: number) => on(`${i}E`) > on(`${i + 1}S`) || (on(`${i}E`) === on(`${i + 1}S`) && isWithin(i));
    const isWithin = (i: number) => {
      const page = pages[on(`${i}E`)] ?? '';
      return page.indexOf(`QQ${i + 1}S`) < page.indexOf(`QQ${i}E`) && page.includes(`QQ${i + 1}S`);
    };
    const divided = Array.from({ length: count }, (_, i) => i).filter(
      i => on(`${i}S`) === -1 || on(`${i}E`) === -1 || (on(`${i}S`) !== on(`${i}E`) && !hasParts(i)),
    );
    expect(count).toBeGreaterThan(10);
    expect(divided).toEqual([]);
  });

  test('the timetable is a sheet for each day', async () => {
    expect(await printed(write(given(SHIPPED, { lang: 'fr' })), 'timetable')).toHaveLength(2);
    expect(await printed(write(given(SIX, { lang: 'ar' })), 'timetable')).toHaveLength(2);
  });

  test.each([
    ['the shipped agenda', SHIPPED, 3],
    ['an agenda in six languages', SIX, 5],
  ])('signs of %s are one page for each room and day, with all that takes place there', async (_, yaml, count) => {
    const request = given(yaml, { print: 'signs' });
    const { selection, presentation } = request;
    const pages = (await printed(write(request))).map(plain);
    expect(pages).toHaveLength(count);
    for (const { session, rooms } of selection)
      for (const id of new Set(rooms)) {
        const room = plain(presentation.text(presentation.room(id).name));
        const title = plain(presentation.text(titleOf(session)));
        expect([session.id, pages.some(page => page.startsWith(room) && page.includes(title))]).toEqual([
          session.id,
          true,
        ]);
      }
  });

  test('the booklet is in reading order', async () => {
    const request = given(SHIPPED, { print: 'booklet' });
    const { selection, presentation } = request;
    const booklet = plain((await printed(write(request))).join(' '));
    const texts = [
      presentation.agenda.title,
      ...selection.map(({ session }) => titleOf(session)),
      { fr: 'Personnes' },
      { fr: 'Salles' },
    ];
    let from = 0;
    for (const text of texts) {
      const at = booklet.indexOf(plain(presentation.text(text)), from);
      expect([presentation.text(text), at >= from]).toEqual([presentation.text(text), true]);
      from = at;
    }
  });
});
