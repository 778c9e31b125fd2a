import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, type Program } from '../programs.js';

const TOOLS = fileURLToPath(new URL('../../../.ci/tools/node_modules/', import.meta.url));

/** What the tests do with a page of puppeteer-core, whose types are not among what the tool is built with. Code is of the page. */
export interface BrowserPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  evaluateOnNewDocument(code: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  select(selector: string, ...values: string[]): Promise<unknown>;
  focus(selector: string): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void> };
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  emulateMediaFeatures(features: readonly { readonly name: string; readonly value: string }[]): Promise<void>;
  emulateTimezone(zone: string): Promise<void>;
  setJavaScriptEnabled(is: boolean): Promise<void>;
  setBypassCSP(is: boolean): Promise<void>;
  pdf(options: { readonly path: string; readonly preferCSSPageSize: boolean }): Promise<unknown>;
  screenshot(options: { readonly path: string; readonly clip?: object }): Promise<unknown>;
  on(event: 'console' | 'pageerror' | 'request', listener: (of: Happened) => void): void;
  /** A session of the DevTools protocol, with Chromium alone. */
  createCDPSession(): Promise<{ send(method: string, parameters?: object): Promise<unknown> }>;
  close(): Promise<void>;
}

/** A message on the console, an error of the page, or a request. */
export interface Happened {
  text?(): string;
  url?(): string;
  readonly message?: string;
}

export interface Browser {
  newPage(): Promise<BrowserPage>;
  close(): Promise<void>;
}

export const chromium: Program = {
  name: 'chromium',
  install: 'apt-get install chromium poppler-utils; npm ci --prefix .ci/tools',
  version: ['chromium', '--version'],
};
export const firefox: Program = {
  name: 'firefox-esr',
  install: 'apt-get install firefox-esr; npm ci --prefix .ci/tools',
  version: ['firefox-esr', '--version'],
};

/** A package of `.ci/tools`, as it is imported. */
export async function tool(path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(TOOLS + path);
}

/** Starts a browser of Debian: Chromium by its own protocol, Firefox by WebDriver BiDi. */
export async function launch(name: 'chromium' | 'firefox'): Promise<Browser> {
  const { launch: start } = (await tool('puppeteer-core/lib/esm/puppeteer/puppeteer-core.js')) as {
    readonly launch: (options: object) => Promise<Browser>;
  };
  return name === 'chromium'
    ? start({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
    : start({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
}

/** Code that sets the clock of a page to an instant, and keeps it there. */
export function clockAt(instant: string): string {
  return `{ const Real = Date; const at = Real.parse(${JSON.stringify(instant)});
    globalThis.Date = class extends Real { constructor(...a) { if (a.length) super(...a); else super(at); } static now() { return at; } }; }`;
}

/** The ids of the sessions that are seen. */
export async function seen(page: BrowserPage): Promise<readonly string[]> {
  return (await page.evaluate(
    `[...document.querySelectorAll('article')].filter(a => a.getClientRects().length > 0).map(a => a.id)`,
  )) as string[];
}

/** The text of an element as it is seen, white space as one blank. */
export async function shown(page: BrowserPage, selector: string): Promise<string> {
  const text = await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);
  return String(text).replace(/\s+/g, ' ').trim();
}

/** Opens a page from a file in a new tab, after `before`, and gives what it said and asked for meanwhile. */
export async function opened<T>(
  browser: Browser,
  html: string,
  work: (page: BrowserPage, url: string, noise: readonly string[]) => Promise<T>,
  before: (page: BrowserPage) => Promise<unknown> = async () => undefined,
): Promise<T> {
  return inFolder(async folder => {
    const file = join(folder, 'agenda.html');
    writeFileSync(file, html);
    const page = await browser.newPage();
    const noise: string[] = [];
    page.on('console', message => noise.push(message.text?.() ?? ''));
    page.on('pageerror', error => noise.push(error.message ?? ''));
    page.on('request', request => {
      const url = request.url?.() ?? '';
      if (!/^(?:file|data|blob|about):/.test(url)) noise.push(url);
    });
    await before(page);
    await page.goto(`file://${file}`);
    try {
      return await work(page, `file://${file}`, noise);
    } finally {
      // Files share what a browser keeps.
      await page.evaluate('try { localStorage.clear(); } catch {}');
      await page.close();
    }
  });
}

/** Clicks on what has an id. */
export function choose(page: BrowserPage, id: string): Promise<unknown> {
  return page.evaluate(`document.getElementById(${JSON.stringify(id)}).click()`);
}

/** Opens a page from a server of this machine, after `before`, and gives what the server was asked for. */
export async function served(
  browser: Browser,
  html: string,
  work: (page: BrowserPage) => Promise<unknown>,
  before: (page: BrowserPage) => Promise<unknown> = async () => undefined,
): Promise<readonly string[]> {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const page = await browser.newPage();
  try {
    await before(page);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.html`);
    await work(page);
    return asked;
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}
