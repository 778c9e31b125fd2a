import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { given } from '../../given/exports.js';
import { withProgram } from '../programs.js';
import { type Browser, type BrowserPage, choose, chromium, launch, opened } from './browser.js';

const SIX = write(given(readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8')));
const WITHOUT = SIX.replace(/<script>.*<\/script>/s, '');

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;
const VIEWS = ['list', 'timetable', 'people'] as const;
type Shown = readonly [lang: (typeof LANGUAGES)[number], view: (typeof VIEWS)[number]];

/** How a page is opened: colours, width, with a script or without. */
type Setting = readonly [scheme: 'light' | 'dark', width: 320 | 768 | 1280, script: boolean];

const SETTINGS: readonly Setting[] = (['light', 'dark'] as const).flatMap(scheme =>
  ([320, 768, 1280] as const).flatMap(width => [true, false].map((script): Setting => [scheme, width, script])),
);
const EVERY: readonly Shown[] = LANGUAGES.flatMap(lang => VIEWS.map((view): Shown => [lang, view]));
/** One of each setting, every language twice and every view four times. `IDM_AXE=all` takes all 216. */
const SAMPLE = SETTINGS.map((setting, i) => ({ setting, shown: EVERY.filter((_, n) => n === (i * 7) % 18) }));
const CASES = process.env.IDM_AXE === 'all' ? SETTINGS.map(setting => ({ setting, shown: EVERY })) : SAMPLE;

withProgram(chromium, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  const axe = () =>
    readFileSync(new URL('../../../.ci/tools/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  const faults = (page: BrowserPage) =>
    page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 120)))`,
    );

  test.each(CASES)('axe-core finds nothing: $setting, $shown', async ({ setting: [scheme, width, script], shown }) => {
    await opened(
      browser,
      script ? SIX : WITHOUT,
      async page => {
        await page.evaluate(axe());
        for (const [lang, view] of shown) {
          await choose(page, `lang:${lang}`);
          await choose(page, `show:${view}`);
          expect([lang, view, await faults(page)]).toEqual([lang, view, []]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
      },
      async page => {
        await page.setBypassCSP(true);
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      },
    );
  });
});
