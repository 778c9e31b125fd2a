import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { write as writeCalendar } from '../../../src/formats/ics/write.js';
import type { WriterOptions } from '../../../src/formats/options.js';
import { clock, isClock } from '../../../src/model/time.js';
import { given, SHIPPED } from '../../given/exports.js';
import { inFolder, output, withProgram } from '../programs.js';
import { type Browser, choose, chromium, clockAt, firefox, launch, opened, seen, shown, tool } from './browser.js';

const SIX = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');
const ALL = given(SIX).selection.map(({ session }) => session.id);

/** What every browser must do. */
function common(name: 'chromium' | 'firefox'): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(async () => browser?.close());

  test('search, filters, views and languages work, and nothing is said or asked for', async () => {
    await opened(browser, write(given(SIX)), async (page, url, noise) => {
      expect(await seen(page)).toEqual(ALL);
      await page.type('[id="find:"]', 'samir');
      expect(await seen(page)).toEqual(['opening', 'rivers', 'nile']);
      await page.goto(`${url}#?room=room7&lang=fr`);
      expect(await seen(page)).toEqual(['gauges', 'satellites', 'money']);
      expect(await shown(page, '[id="gauges:t"]')).toBe('Jauges et données ouvertes');
      await choose(page, 'show:timetable');
      expect(await seen(page)).toEqual([]);
      expect(await shown(page, 'td a[href="#money"]')).toBe('Financer les canalisations');
      await choose(page, 'lang:ar');
      expect(await page.evaluate('document.documentElement.lang + getComputedStyle(document.body).direction')).toBe(
        'arrtl',
      );
      expect(noise).toEqual([]);
    });
  });

  test('picks survive a reload, clash as they should, and their calendar is the export of them', async () => {
    const catching = `{ const real = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => { globalThis.caught = text; }); return real(blob); }; }`;
    const request = given(SIX);
    await opened(
      browser,
      write(request),
      async (page, _, noise) => {
        for (const id of ['nile', 'gauges', 'closing']) await choose(page, `${id}:p`);
        await page.reload();
        const picked = await page.evaluate(
          `[...document.querySelectorAll('.star[aria-pressed=true]')].map(one => one.id)`,
        );
        expect(picked).toEqual(['nile:p', 'gauges:p', 'closing:p']);
        expect(await shown(page, '[id="clashes:"]')).toBe('At the same time: The Nile · Gauges and open data');
        await choose(page, 'mine:');
        expect(await seen(page)).toEqual(['rivers', 'nile', 'gauges', 'closing']);
        const selection = request.selection.filter(({ session }) => ['nile', 'gauges', 'closing'].includes(session.id));
        await page.focus('[id="picks:"]');
        expect(await page.evaluate('new Promise(done => setTimeout(() => done(globalThis.caught), 50))')).toBe(
          writeCalendar({ ...request, selection }),
        );
        expect(noise).toEqual([]);
      },
      page => page.evaluateOnNewDocument(catching),
    );
  });
}

withProgram(firefox, () => common('firefox'));

withProgram(chromium, () => {
  common('chromium');

  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  test.each<[string, WriterOptions]>([
    ['the page', {}],
    ['the signs', { print: 'signs' }],
    ['the booklet', { print: 'booklet' }],
  ])('html-validate finds nothing in %s', async (_, options) => {
    const { HtmlValidate } = (await tool('html-validate/dist/esm/index.js')) as {
      HtmlValidate: new (
        config: object,
      ) => { validateString(html: string): Promise<{ results: { messages: { ruleId: string }[] }[] }> };
    };
    const { results } = await new HtmlValidate({ root: true, extends: ['html-validate:standard'] }).validateString(
      write(given(SIX, options)),
    );
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([]);
  });

  test('from a server, it asks for nothing more, and sets no cookie', async () => {
    const asked: string[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url ?? '');
      response.setHeader('content-type', 'text/html');
      response.end(write(given(SHIPPED)));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.html`);
      await choose(page, 'opening:p');
      expect(await page.evaluate('document.cookie')).toBe('');
      expect(asked).toEqual(['/agenda.html']);
    } finally {
      await page.close();
      server.close();
    }
  });

  test('a script that is not the one of the policy does not run', async () => {
    const html = write(given(SIX));
    const isLive = `document.body.classList.contains('live')`;
    expect(await opened(browser, html, page => page.evaluate(isLive))).toBe(true);
    const changed = html.replace('</script>', ';</script>');
    expect(await opened(browser, changed, page => page.evaluate(isLive))).toBe(false);
    const added = html.replace('</body>', '<img src=x onerror="document.title=\'run\'"></body>');
    expect(await opened(browser, added, page => page.evaluate('document.title'))).toBe('Water for All 2026');
  });

  test('without scripts, everything can be reached', async () => {
    await opened(
      browser,
      write(given(SIX)),
      async (page, url) => {
        expect(await seen(page)).toEqual(ALL);
        await page.click('label[for="lang:zh"]');
        expect(await shown(page, '[id="rivers:t"]')).toBe('跨界河流：由谁决定？');
        await page.click('label[for="show:timetable"]');
        expect(await shown(page, 'td a[href="#closing"]')).toBe('闭幕式');
        for (const id of ['rivers', 'day:2', 'room:room7', 'person:chen', 'calendar:nile']) {
          await page.goto(`${url}#${id}`);
          expect([id, await page.evaluate(`document.querySelector(':target').getClientRects().length > 0`)]).toEqual([
            id,
            true,
          ]);
        }
      },
      page => page.setJavaScriptEnabled(false),
    );
  });

  test('with the keyboard alone, one searches, picks and changes the view', async () => {
    await opened(browser, write(given(SIX)), async page => {
      const reach = async (id: string) => {
        for (let i = 0; i < 80; i++) {
          if ((await page.evaluate('document.activeElement.id')) === id) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`${id} cannot be reached`);
      };
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.hash')).toBe('#main:');
      await reach('show:list');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(`document.getElementById('show:timetable').checked`)).toBe(true);
      await page.keyboard.press('ArrowLeft');
      await reach('find:');
      for (const key of 'nil') await page.keyboard.press(key);
      expect(await seen(page)).toEqual(['rivers', 'nile']);
      await reach('nile:p');
      await page.keyboard.press('Space');
      expect(await page.evaluate(`document.getElementById('nile:p').getAttribute('aria-pressed')`)).toBe('true');
    });
  });

  test('the name of each session has its day, its time and its room', async () => {
    await opened(browser, write(given(SIX)), async page => {
      await choose(page, 'lang:ar');
      const names = (await page.evaluate(
        `Object.fromEntries([...document.querySelectorAll('article')].map(a => [a.id, a.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).innerText).join(' ').replace(/\\s+/g, ' ')]))`,
      )) as Record<string, string>;
      expect(Object.keys(names)).toEqual(ALL);
      expect(names.nile).toBe('الاثنين، ٢٣ مارس ٢٠٢٦ التقاسم ١٠:٠٠–١١:١٥ قاعة الجمعية النيل');
    });
  });

  test.each([
    ['2026-03-22T12:00:00+01:00', '', '08:00–09:00 Registration', 0],
    ['2026-03-23T07:59:59+01:00', '', '08:00–09:00 Registration', 0],
    ['2026-03-23T08:00:00+01:00', '08:00–09:00 Registration', '09:00–10:00 Opening', 1],
    ['2026-03-23T10:00:00+01:00', '10:00–11:15 The Nile 10:00–11:00 Gauges and open data', '10:30–12:00 Satellites', 1],
    ['2026-03-23T11:15:00+01:00', '11:15–12:30 The Mekong 10:30–12:00 Satellites', '12:30–14:00 Lunch', 1],
    ['2026-03-23T13:00:00+01:00', '12:30–14:00 Lunch', '09:30–11:00 Money for pipes', 1],
    ['2026-03-23T14:00:00+01:00', '', '09:30–11:00 Money for pipes', 0],
    ['2026-03-24T00:30:00+01:00', '', '09:30–11:00 Money for pipes', 0],
    ['2026-03-24T10:59:59+01:00', '09:30–11:00 Money for pipes', '15:00–15:30 Closing', 1],
    ['2026-03-24T11:30:00+01:00', '', '15:00–15:30 Closing', 1],
    ['2026-03-24T15:30:00+01:00', '', '', 0],
    ['2027-01-01T00:00:00Z', '', '', 0],
  ])('at %s it says what is now and what is next', async (instant, now, next, lines) => {
    await opened(
      browser,
      write(given(SIX)),
      async page => {
        const said = [...(now === '' ? [] : [`Now ${now}`]), ...(next === '' ? [] : [`Next ${next}`])].join(' ');
        expect(await shown(page, '[id="now:"]')).toBe(said);
        await choose(page, 'show:timetable');
        expect(await page.evaluate(`document.querySelectorAll('.line').length`)).toBe(lines);
      },
      page => page.evaluateOnNewDocument(clockAt(instant)),
    );
  });

  test('the clocks of the reader are shown where these differ', async () => {
    await opened(
      browser,
      write(given(SIX)),
      async page => {
        await choose(page, 'zone:');
        expect(await shown(page, '[id="opening:w"]')).toBe('17:00–18:00 Assembly Hall');
        expect(await shown(page, '[id="closing:w"]')).toBe('23:00–23:30 Assembly Hall');
        await choose(page, 'zone:');
        expect(await shown(page, '[id="opening:w"]')).toBe('09:00–10:00 Assembly Hall');
      },
      page => page.emulateTimezone('Asia/Tokyo'),
    );
  });

  /** The pages of a PDF as texts. */
  const printed = (html: string, view: string | undefined) =>
    opened(browser, html, async page => {
      if (view !== undefined) await choose(page, `show:${view}`);
      return inFolder(async folder => {
        const path = join(folder, 'agenda.pdf');
        await page.pdf({ path, preferCSSPageSize: true });
        const pages = output('pdftotext', [path, '-'], folder).split('\f').slice(0, -1);
        return pages.map(text => text.replace(/\s+/g, ' '));
      });
    });

  test('on paper, no session is lost or divided, and each page names its day', async () => {
    const { selection, presentation } = given(SHIPPED, { lang: 'fr' });
    const pages = await printed(write(given(SHIPPED, { lang: 'fr' })), undefined);
    expect(pages.length).toBeLessThanOrEqual(7);
    for (const page of pages) expect(page).toMatch(/(?:Lundi 26|Mardi 27) mars 2018/);
    const plain = (text: string) => text.replace(/\s/g, '');
    for (const { session, time } of selection) {
      const on = pages.filter(page => plain(page).includes(plain(presentation.text(session.title))));
      expect([
        session.id,
        on.length >= 1,
        on.some(page => page.includes(isClock(time) ? clock(time.start) : time)),
      ]).toEqual([session.id, true, true]);
    }
  });

  test('the timetable is a sheet for each day, signs one for each room and day, the booklet in order', async () => {
    expect(await printed(write(given(SHIPPED, { lang: 'fr' })), 'timetable')).toHaveLength(2);
    expect(await printed(write(given(SHIPPED, { print: 'signs' })), undefined)).toHaveLength(3);
    expect(await printed(write(given(SIX, { print: 'signs' })), undefined)).toHaveLength(5);
    const booklet = (await printed(write(given(SHIPPED, { print: 'booklet' })), undefined)).join(' ');
    const places = ['Dialogue international', 'Ouverture', 'Session 4', 'Remarques de clôture', 'Personnes', 'Salles'];
    const at = places.map(place => booklet.indexOf(place));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  // `npm run pictures` takes it anew; a test of every run would change the file with each release of the browser.
  if (process.env.UPDATE_PICTURES === '1')
    test('the picture of the README is the timetable', async () => {
      await opened(
        browser,
        write(given(SHIPPED, { lang: 'en' })),
        async page => {
          await choose(page, 'show:timetable');
          await page.screenshot({ path: 'docs/pictures/page.png' });
        },
        page => page.setViewport({ width: 1100, height: 1000 }),
      );
    });
});
