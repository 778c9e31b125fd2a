import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../src/formats/html/write.js';
import { given, SHIPPED } from '../../given/exports.js';
import { withProgram } from '../programs.js';
import { type Browser, choose, chromium, launch, opened } from './browser.js';
import { htmlOf, inTerminal } from './terminal.js';

/** `npm run pictures` takes them anew; a test of every run would change the files with each release of the browser. */
const TAKEN = process.env.UPDATE_PICTURES === '1';

withProgram(chromium, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(async () => browser?.close());

  test('the picture of the page is its timetable', async () => {
    await opened(
      browser,
      write(given(SHIPPED, { lang: 'en' })),
      async page => {
        await choose(page, 'show:timetable');
        expect(await page.evaluate(`document.querySelector('table').checkVisibility()`)).toBe(true);
        if (TAKEN) await page.screenshot({ path: 'docs/pictures/page.png' });
      },
      page => page.setViewport({ width: 1100, height: 1240 }),
    );
  });

  test.each([
    ['list', 'list --day 1 --lang en', /^International Dialogue on Migration 2018\n.*Day 1 .*Opening/s],
    ['validate', 'validate draft.yaml', /^draft\.yaml:\d+:\d+: error .*did you mean/s],
  ])('the picture of idm %s is what a terminal shows of it', async (name, args, said) => {
    const written = await inTerminal(args);
    await opened(browser, htmlOf(written, `idm ${args}`), async page => {
      const text = String(await page.evaluate(`document.querySelector('pre').textContent`));
      expect(text.slice(text.indexOf('\n') + 1)).toMatch(said);
      expect(text).not.toContain('\u001B');
      const { width, height } = (await page.evaluate(
        `(({ width, height }) => ({ width, height }))(document.querySelector('pre').getBoundingClientRect())`,
      )) as { readonly width: number; readonly height: number };
      expect(width).toBeGreaterThan(600);
      if (TAKEN)
        await page.screenshot({
          path: `docs/pictures/${name}.png`,
          clip: { x: 0, y: 0, width, height: Math.min(height, 720) },
        });
    });
  });
});
