import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { write as writeCalendar } from '../../../src/formats/ics/write.js';
import { given } from '../../given/exports.js';
import { largeAgenda } from '../../given/large-agenda.js';
import { withProgram } from '../programs.js';
import { type Browser, choose, chromium, launch, opened, seen } from './browser.js';

const ATTACKS = [
  '<script>globalThis.ran = 1</script>',
  '</script><script>globalThis.ran = 1</script>',
  '"><img src=x onerror="globalThis.ran = 1">',
  "' onfocus='globalThis.ran = 1' autofocus='",
  '</title></style><svg onload="globalThis.ran = 1">',
  '&lt;b&gt; javascript:globalThis.ran=1',
  '\u202Eevil\u2066 \u2067',
  '--><!-- ]]> {{ran}} $\u007Bran}',
] as const;

/** An agenda with a text in each of its fields. */
function everywhere(attack: string): string {
  const text = JSON.stringify(attack);
  return `id: a\ntitle: ${text}\nsubtitle: ${text}\ndescription: ${text}\nlanguage: en\ntimezone: UTC\nvenue: ${text}\norganizer: ${text}
links: [{title: ${text}, url: "https://a.example/"}]
rooms: {r: {name: ${text}, floor: ${text}}}
people: {p: {name: ${text}, sort: ${text}, honorific: ${text}, title: ${text}, org: ${text}, country: ${text}, bio: ${text}}}
days:
  - {date: 2018-06-01, title: ${text}, sessions: [
      {id: s, time: 10:00-11:00, room: r, title: ${text}, subtitle: ${text}, track: ${text}, tags: [${text}], organizer: ${text}, description: ${text},
       items: [{title: ${text}, note: ${text}, speakers: [{person: p, role: ${text}}]}], links: [{title: ${text}, url: "https://a.example/"}],
       speakers: [{person: p, role: ${text}, note: ${text}}]},
      {id: t, time: 10:30-12:00, title: ${text}}]}
  - {date: 2018-06-02, sessions: [{id: u, time: afternoon, title: ${text}}]}`;
}

withProgram(chromium, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  test.each(ATTACKS)('%j does nothing, and breaks nothing', async attack => {
    await opened(browser, write(given(everywhere(attack))), async (page, _, noise) => {
      expect(await seen(page)).toEqual(['s', 't', 'u']);
      for (const id of ['s:p', 't:p', 'show:timetable', 'show:people', 'show:list']) await choose(page, id);
      expect(await page.evaluate(`document.querySelectorAll('.clash').length`)).toBe(1);
      expect(await page.evaluate(`document.getElementById('s:t').textContent`)).toBe(attack);
      await page.type('[id="find:"]', 'zzzz');
      expect(await seen(page)).toEqual([]);
      expect(await page.evaluate('typeof globalThis.ran')).toBe('undefined');
      // What has a direction of its own does not turn what stands beside it.
      expect(await page.evaluate(`getComputedStyle(document.querySelector('[id="s:t"] a')).unicodeBidi`)).toBe(
        'isolate',
      );
      expect(noise).toEqual([]);
    });
  });

  test.each(['picked', 'q=%00&lang=%3Cb%3E&show=x&room=%22', 'pick=a,b,%22%3E', '%E0%A4%A', 'q=('])(
    'the address #%s does nothing, and breaks nothing',
    async hash => {
      const html = write(given(readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8')));
      await opened(browser, html, async (page, url, noise) => {
        await page.goto('about:blank');
        await page.goto(`${url}#${hash}`);
        await page.goto(`${url}#?${hash}`);
        expect(await page.evaluate(`document.body.classList.contains('live')`)).toBe(true);
        await choose(page, 'lang:fr');
        expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
        expect(noise).toEqual([]);
      });
    },
  );

  test('what a browser keeps that is not ours does nothing', async () => {
    const html = write(given(everywhere('x')));
    for (const kept of ['{', '{"a":1}', '[1,null,{}]', '["s","nobody"]'])
      await opened(
        browser,
        html,
        async (page, _, noise) => {
          expect(await seen(page)).toEqual(['s', 't', 'u']);
          expect(noise).toEqual([]);
        },
        page => page.evaluateOnNewDocument(`try { localStorage.setItem('idm:a', ${JSON.stringify(kept)}) } catch {}`),
      );
  });

  test('a title of a megabyte is shown, within the window', async () => {
    const title = 'Wasser ist Leben '.repeat(30_000) + 'x'.repeat(500_000);
    await opened(
      browser,
      write(given(everywhere('x').replace('title: "x"}]}', `title: ${title}}]}`))),
      async (page, _, noise) => {
        expect(await page.evaluate(`document.getElementById('t:t').textContent.length`)).toBe(title.length);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.type('[id="find:"]', 'leben');
        expect(await seen(page)).toEqual(['t']);
        expect(noise).toEqual([]);
      },
    );
  });

  test('ten thousand sessions are searched, picked and saved', async () => {
    const sessions = Array.from(
      { length: 10_000 },
      (_, i) =>
        `{id: s${i}, time: "${String(8 + (i % 10)).padStart(2, '0')}:00-19:00", room: r${i % 40}, title: Talk ${i}}`,
    );
    const rooms = Array.from({ length: 40 }, (_, i) => `r${i}: Room ${i}`);
    const yaml = `id: a\ntitle: Many\nlanguage: en\ntimezone: UTC\nrooms: {${rooms.join(', ')}}\ndays: [{date: 2018-06-01, sessions: [${sessions.join(', ')}]}]`;
    await opened(browser, write(given(yaml)), async (page, _, noise) => {
      await page.type('[id="find:"]', '9999');
      expect(await page.evaluate(`[...document.querySelectorAll('article:not([hidden])')].map(a => a.id)`)).toEqual([
        's9999',
      ]);
      await choose(page, 's9999:p');
      expect(await page.evaluate(`document.querySelectorAll('.star[aria-pressed=true]').length`)).toBe(1);
      expect(noise).toEqual([]);
    });
  });

  test('in a large page, a key changes what it shows or hides alone, and all calendars are the export', async () => {
    const request = given(largeAgenda());
    const html = write(request);
    const catching = `{ const real = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => { globalThis.caught = text; }); return real(blob); }; }`;
    await opened(
      browser,
      html,
      async (page, _, noise) => {
        /** Types a text, and tells which elements changed, whether any came or went, and how many articles turned. */
        const typed = (text: string) =>
          page.evaluate(`(() => {
            const input = document.getElementById('find:');
            const hidden = () => [...document.querySelectorAll('article')].map(a => a.hidden);
            const before = hidden();
            const observer = new MutationObserver(() => {});
            observer.observe(document.body, { attributes: true, childList: true, subtree: true });
            input.value = ${JSON.stringify(text)};
            input.dispatchEvent(new Event('input'));
            const records = observer.takeRecords();
            const turned = hidden().filter((is, i) => is !== before[i]).length;
            return { turned, changes: records.length, came: records.filter(({ type }) => type === 'childList').length };
          })()`) as Promise<{ turned: number; changes: number; came: number }>;
        const first = await typed('debug');
        expect(first.turned).toBeGreaterThan(1000);
        for (const text of ['debugg', 'debuggi', 'debugging com', 'debugging compilers', 'debugging', '']) {
          const { turned, changes, came } = await typed(text);
          // A session is in the list, in the timetable and with its speaker; besides, days and the number found.
          expect(changes).toBeLessThanOrEqual(3 * turned + 6);
          expect(came).toBe(0);
        }
        expect((await typed('')).changes).toBe(0);

        await choose(page, 'whole:');
        const caught = () => page.evaluate('new Promise(done => setTimeout(() => done(globalThis.caught), 500))');
        expect(await caught()).toBe(writeCalendar(request));
        await choose(page, 's7:p');
        await choose(page, 's900:p');
        await page.focus('[id="picks:"]');
        const selection = request.selection.filter(({ session }) => ['s7', 's900'].includes(session.id));
        expect(await caught()).toBe(writeCalendar({ ...request, selection }));
        const name = `document.getElementById('s7').getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join(' ')`;
        expect(await page.evaluate(name)).toMatch(/^Friday 1 February 2030 09:00–10:00 Room K\.7 /);
        expect(noise).toEqual([]);
      },
      page => page.evaluateOnNewDocument(catching),
    );
  });
});
