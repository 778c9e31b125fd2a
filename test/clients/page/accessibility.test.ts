import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { digitsIn } from '../../../src/model/scripts.js';
import { clock, isClock } from '../../../src/model/time.js';
import { titleOf } from '../../../src/query/agenda-index.js';
import { presentation } from '../../../src/query/presentation.js';
import { given, SHIPPED } from '../../given/exports.js';
import { withProgram } from '../programs.js';
import { type Browser, type BrowserPage, choose, chromium, launch, opened } from './browser.js';

const YAML = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');
const REQUEST = given(YAML);
const SIX = write(REQUEST);

/** A node of the accessibility tree of Chromium, as the DevTools protocol gives it. */
interface Node {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly ignored: boolean;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

async function tree(page: BrowserPage): Promise<readonly { role: string; name: string; level: unknown }[]> {
  const protocol = await page.createCDPSession();
  await protocol.send('Accessibility.enable');
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: role?.value ?? '',
      name: (name?.value ?? '').replace(/\s+/g, ' ').trim(),
      level: properties.find(({ name }) => name === 'level')?.value.value,
    }));
}

withProgram(chromium, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  test.each(['en', 'ar'])(
    'in %s, the accessibility tree names every session with day, time and room, headings in order, and heads of tables',
    async lang => {
      const shown = presentation(REQUEST.agenda, { lang });
      await opened(browser, SIX, async page => {
        await choose(page, `lang:${lang}`);
        for (const view of ['list', 'timetable', 'people']) {
          await choose(page, `show:${view}`);
          const nodes = await tree(page);
          const named = (role: string) => nodes.filter(node => node.role === role).map(({ name }) => name);
          const levels = nodes.flatMap(({ role, level }) => (role === 'heading' ? [Number(level)] : []));
          expect(levels[0]).toBe(1);
          expect(levels.length).toBeGreaterThan(1);
          expect(levels.filter((level, i) => i > 0 && (level === 1 || level > (levels[i - 1] ?? 0) + 1))).toEqual([]);
          expect(named('article')).toHaveLength(view === 'list' ? REQUEST.selection.length : 0);
          for (const { session, date, time, rooms } of view === 'list' ? REQUEST.selection : []) {
            const parts = [
              digitsIn(lang, String(Number(date.slice(8)))),
              digitsIn(lang, date.slice(0, 4)),
              ...(isClock(time) ? [digitsIn(lang, clock(time.start))] : []),
              ...rooms.map(id => shown.text(shown.room(id).name)),
              shown.text(titleOf(session)),
            ];
            const name = named('article').find(name => parts.every(part => name.includes(part)));
            expect([session.id, name === undefined]).toEqual([session.id, false]);
          }
          if (view !== 'timetable') continue;
          expect(named('table')).toHaveLength(2);
          for (const name of named('table')) expect(name).toContain(digitsIn(lang, '2026'));
          expect(named('columnheader')).toContain(shown.text(shown.room('room7').name));
          expect(named('rowheader')).toContain(digitsIn(lang, '10:30'));
          expect([...named('columnheader'), ...named('rowheader')]).not.toContain('');
        }
      });
    },
  );

  test.each([true, false])('a page in Arabic is Arabic in each of its words, script %s', async script => {
    await opened(browser, script ? SIX : SIX.replace(/<script>.*<\/script>/s, ''), async page => {
      await choose(page, 'lang:ar');
      for (const view of ['list', 'timetable', 'people']) {
        await choose(page, `show:${view}`);
        const wrong = await page.evaluate(`(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wrong = [];
          for (let node; (node = walker.nextNode()); ) {
            const element = node.parentElement;
            if (!/\\p{Script=Arabic}/u.test(node.data) || !element.checkVisibility()) continue;
            const isSwitch = element.closest('.langs');
            if (element.closest('[lang]').lang !== 'ar' || (!isSwitch && getComputedStyle(element).direction !== 'rtl')) wrong.push(node.data);
          }
          return wrong;
        })()`);
        expect([view, wrong]).toEqual([view, []]);
      }
      expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('rtl');
      if (script)
        expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
          'ar',
          'rtl',
        ]);
    });
  });

  test.each([
    ['200 % zoom of a window of 1280 px', 640, 2, '100%'],
    ['letters of twice the size', 1280, 1, '200%'],
    ['letters of twice the size on a phone', 360, 1, '200%'],
  ])('with %s nothing goes beyond the window', async (_, width, deviceScaleFactor, size) => {
    await opened(browser, SIX, async page => {
      const protocol = await page.createCDPSession();
      await protocol.send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 720,
        deviceScaleFactor,
        mobile: false,
      });
      await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
      for (const lang of ['fr', 'ar', 'ru'])
        for (const view of ['list', 'timetable', 'people']) {
          await choose(page, `lang:${lang}`);
          await choose(page, `show:${view}`);
          const beyond = await page.evaluate(`[...document.querySelectorAll('body *')]
            .filter(one => one.checkVisibility() && !one.closest('.scroll, .unseen, .skip, legend'))
            .filter(one => { const { left, right, width } = one.getBoundingClientRect(); return width > 0 && (left < -1 || right > innerWidth + 1); })
            .map(one => one.outerHTML.slice(0, 80))`);
          expect([lang, view, beyond]).toEqual([lang, view, []]);
        }
    });
  });

  test('with forced colours, what is chosen, focused and in a cell is told apart', async () => {
    await opened(browser, SIX, async page => {
      const protocol = await page.createCDPSession();
      await protocol.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      expect(await page.evaluate(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
      const style = (selector: string, of: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${of}`);
      expect(await style('input:checked + label', 'backgroundColor')).not.toBe(
        await style('input:not(:checked) + label', 'backgroundColor'),
      );
      await choose(page, 'opening:p');
      const star = `getComputedStyle(document.getElementById('opening:p'), '::before').content`;
      expect(await page.evaluate(star)).toContain('★');
      await choose(page, 'show:timetable');
      expect(await style('td.on', 'borderTopStyle')).toBe('solid');
      await page.focus('[id="find:"]');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      expect(await style('html', 'scrollBehavior')).toBe('auto');
    });
  });

  const AGENDAS = [
    ['the shipped agenda', SHIPPED],
    ['an agenda in six languages', YAML],
  ] as const;

  test.each(AGENDAS)('without scripts, all of %s can be reached', async (_, yaml) => {
    const request = given(yaml);
    const { agenda, selection } = request;
    const ids = [
      ...selection.flatMap(({ session }) => [session.id, `calendar:${session.id}`]),
      ...agenda.rooms.map(({ id }) => `room:${id}`),
      ...agenda.people.map(({ id }) => `person:${id}`),
      ...new Set(selection.map(({ day }) => `day:${day}`)),
      'calendar:',
    ];
    await opened(
      browser,
      write(request),
      async page => {
        const hidden = await page.evaluate(`${JSON.stringify(ids)}.filter(id => {
          location.hash = '#' + id;
          const target = document.querySelector(':target');
          return target?.id !== id || !target.checkVisibility();
        })`);
        expect(hidden).toEqual([]);
        const linked = (await page.evaluate(
          `[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))`,
        )) as string[];
        expect(
          ids.filter(id => !linked.includes(id) && !/^calendar:(?:lunch|break|registration|pause)/.test(id)),
        ).toEqual([]);
        for (const tag of ['fr', 'en']) {
          await page.evaluate(`document.querySelector('label[for="lang:${tag}"]').click()`);
          const [first] = selection;
          const shown = presentation(agenda, { lang: tag });
          expect(await page.evaluate(`document.querySelector('article h3').innerText.trim()`)).toContain(
            first === undefined ? '' : shown.text(titleOf(first.session)),
          );
        }
      },
      page => page.setJavaScriptEnabled(false),
    );
  });

  test.each([true, false])(
    'with the keyboard alone, every session, day, room, person and calendar is reached, script %s',
    async script => {
      await opened(
        browser,
        SIX,
        async page => {
          const reached = new Set<string>();
          const walk = async () => {
            await page.evaluate('document.activeElement.blur()');
            for (let i = 0; i < 400; i++) {
              await page.keyboard.press('Tab');
              const at = await page.evaluate(
                `document.activeElement === document.body ? '' : document.activeElement.getAttribute('href') ?? '#' + document.activeElement.id`,
              );
              if (at === '') break;
              reached.add(String(at).slice(1));
            }
          };
          for (const key of ['', 'ArrowRight', 'ArrowRight']) {
            if (key !== '') {
              await page.focus('[name=show]:checked');
              await page.keyboard.press(key);
            }
            await walk();
          }
          const { agenda, selection } = REQUEST;
          const wanted = [
            ...selection.map(({ session }) => session.id),
            ...selection
              .filter(({ session }) => !['break', 'registration'].includes(session.type))
              .map(({ session }) => `calendar:${session.id}`),
            ...agenda.rooms.map(({ id }) => `room:${id}`),
            ...agenda.people.map(({ id }) => `person:${id}`),
            ...['day:1', 'day:2', 'calendar:'],
            ...(script ? ['find:', 'mine:', 'only:day', 'nile:p'] : []),
          ];
          expect(wanted.filter(id => !reached.has(id))).toEqual([]);
        },
        page => page.setJavaScriptEnabled(script),
      );
    },
  );
});
