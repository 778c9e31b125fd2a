import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { write as writeCalendar } from '../../../src/formats/ics/write.js';
import type { WriterOptions } from '../../../src/formats/options.js';
import { overlaps } from '../../../src/query/overlaps.js';
import { given, NASTY, SHIPPED } from '../../given/exports.js';
import { shippedInSix } from '../../given/shipped-in-six.js';
import { withProgram } from '../programs.js';
import {
  type Browser,
  type BrowserPage,
  choose,
  chromium,
  clockAt,
  firefox,
  launch,
  opened,
  seen,
  served,
  shown,
  tool,
} from './browser.js';

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

  test.each(['file', 'http'])('picks survive a reload, and their calendar is the export of them: %s', async from => {
    const catching = `{ const real = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => { globalThis.caught = text; }); return real(blob); }; }`;
    const request = given(SIX);
    const work = async (page: BrowserPage, noise: readonly string[]) => {
      for (const id of ['nile', 'gauges', 'closing']) await choose(page, `${id}:p`);
      await page.reload();
      const picked = await page.evaluate(
        `[...document.querySelectorAll('.star[aria-pressed=true]')].map(one => one.id)`,
      );
      expect(picked).toEqual(['nile:p', 'gauges:p', 'closing:p']);
      expect(await shown(page, '[id="clashes:"]')).toBe('At the same time: The Nile · Gauges and open data');
      await choose(page, 'mine:');
      expect(await seen(page)).toEqual(['rivers', 'nile', 'gauges', 'closing']);
      await page.focus('[id="picks:"]');
      const caught = String(await page.evaluate('new Promise(done => setTimeout(() => done(globalThis.caught), 50))'));
      const selection = request.selection.filter(({ session }) => ['nile', 'gauges', 'closing'].includes(session.id));
      expect(caught).toBe(writeCalendar({ ...request, selection }));
      const events = new ICAL.Component(ICAL.parse(caught)).getAllSubcomponents('vevent');
      expect(events.map(event => event.getFirstPropertyValue('uid'))).toEqual([
        'nile@water-2026',
        'gauges@water-2026',
        'closing@water-2026',
      ]);
      expect(noise).toEqual([]);
    };
    const before = (page: BrowserPage) => page.evaluateOnNewDocument(catching);
    if (from === 'file') await opened(browser, write(request), (page, _, noise) => work(page, noise), before);
    else await served(browser, write(request), page => work(page, []), before);
  });

  test('what the page says once, a script says of everyone and in every room', async () => {
    await opened(browser, write(given(shippedInSix())), async (page, _, noise) => {
      await choose(page, 'show:people');
      expect(await shown(page, '[id="person:arbour"]')).toBe(
        'Mme Louise Arbour, Représentante spéciale du Secrétaire général des Nations Unies pour les migrations internationales lun. 26 mars 10:30–12:00 Mise en situation : Œuvrer de concert pour rendre les migrations bénéfiques à tous mar. 27 mars 17:00–17:30 Remarques de clôture',
      );
      await choose(page, 'show:timetable');
      await choose(page, 'lang:ar');
      expect(await shown(page, '[id="room:cr7"] li')).toMatch(/^الاثنين، ٢٦ مارس ١٣:١٥–١٤:٣٠ \p{L}+/u);
      expect(noise).toEqual([]);
    });
  });

  test.each([
    ['the shipped agenda', SHIPPED],
    ['an agenda in six languages', SIX],
  ])('where all of %s is picked, what clashes is what idm conflicts --parallel tells', async (_, yaml) => {
    const { agenda } = given(yaml);
    const told = overlaps(agenda, { parallel: true })
      .filter(({ kinds }) => kinds.some(kind => /^(?:plenary-overlap|break-overlap|parallel)$/.test(kind)))
      .map(({ a, b }) => `#${a.session.id} #${b.session.id}`);
    await opened(browser, write(given(yaml)), async page => {
      await page.evaluate(`for (const star of document.querySelectorAll('.star')) star.click()`);
      const clashes = (await page.evaluate(
        `[...document.querySelectorAll('.clash')].map(one => [...one.querySelectorAll('a')].map(a => a.hash).join(' '))`,
      )) as string[];
      expect(clashes.toSorted()).toEqual(told.toSorted());
    });
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
    const asked = await served(browser, write(given(SHIPPED)), async page => {
      await choose(page, 'opening:p');
      await choose(page, 'show:timetable');
      await page.type('[id="find:"]', 'oim');
      expect(await page.evaluate('document.cookie')).toBe('');
    });
    expect(asked).toEqual(['/agenda.html']);
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

  test.each([
    // Clocks go from 02:00 to 03:00, 2018-03-11 in New York.
    ['2018-03-11T01:29:00-05:00', '', '01:30–03:30 Les horloges avancent'],
    ['2018-03-11T01:59:59-05:00', '01:30–03:30 Les horloges avancent', '02:30–03:30 Une heure qui n’existe pas'],
    [
      '2018-06-02T00:45:00-04:00',
      '23:00–01:00+1 Par-delà minuit 00:30+1–02:00+1 Après minuit',
      '01:30–02:30 Une heure qui vient deux fois',
    ],
  ])('over midnight and where clocks change, at %s, it is right too', async (instant, now, next) => {
    await opened(
      browser,
      write(given(NASTY, { lang: 'fr' })),
      async page => {
        const said = [...(now === '' ? [] : [`Maintenant ${now}`]), ...(next === '' ? [] : [`Ensuite ${next}`])].join(
          ' ',
        );
        expect(await shown(page, '[id="now:"]')).toBe(said);
      },
      page => page.evaluateOnNewDocument(clockAt(instant)),
    );
  });

  test('what is now and next is said by the clocks of the reader as well', async () => {
    await opened(
      browser,
      write(given(SIX)),
      async page => {
        expect(await shown(page, '[id="now:"]')).toBe('Now 15:00–15:30 Closing');
        await choose(page, 'zone:');
        expect(await shown(page, '[id="now:"]')).toBe('Now 23:00–23:30 Closing');
        await choose(page, 'show:timetable');
        expect(await page.evaluate(`document.querySelectorAll('.line').length`)).toBe(1);
        expect(await shown(page, 'td a[href="#closing"] ~ small')).toBe('23:00–23:30');
      },
      async page => {
        await page.emulateTimezone('Asia/Tokyo');
        await page.evaluateOnNewDocument(clockAt('2026-03-24T15:10:00+01:00'));
      },
    );
  });

  test('the line stands where now is between two rows', async () => {
    const at = async (instant: string) =>
      opened(
        browser,
        write(given(SIX)),
        async page => {
          await choose(page, 'show:timetable');
          return page.evaluate(`(() => {
            const line = document.querySelector('.line').getBoundingClientRect().top;
            const rows = [...document.querySelector('.line').parentElement.querySelectorAll('tbody tr')].map(row => row.getBoundingClientRect());
            const i = rows.findLastIndex(({ top }) => top <= line + 1);
            return [i, Math.round((10 * (line - rows[i].top)) / rows[i].height)];
          })()`);
        },
        page => page.evaluateOnNewDocument(clockAt(instant)),
      );
    expect(await at('2026-03-23T09:30:00+01:00')).toEqual([1, 5]);
    expect(await at('2026-03-23T11:15:00+01:00')).toEqual([4, 3]);
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
});
