import { directionOf } from '../../model/scripts.js';
import { type Presentation, presentation } from '../../query/presentation.js';
import { languages } from '../../query/texts.js';
import type { ExportRequest } from '../export-request.js';
import bookletStyle from './booklet.css?bundled';
import largeScript from './browser/large.js?bundled';
import onceScript from './browser/once.js?bundled';
import script from './browser/page.js?bundled';
import { calendars } from './calendar.js';
import { controls, head } from './head.js';
import { EVERY, type Speaker, written } from './languages.js';
import { list } from './list.js';
import { html, type Markup, policyHash, verbatim } from './markup.js';
import { isLarge, type Page, pageOf, saysOnce } from './page.js';
import { people, rooms } from './people.js';
import signStyle from './signs.css?bundled';
import { signs } from './signs.js';
import style from './style.css?bundled';
import { timetable } from './timetable.js';
import { tools } from './tools.js';

export { keeps } from './keeps.js';

/**
 * A page (HTML) that needs nothing but itself: the agenda in all its languages as a list, a timetable and its people, with
 * calendar files, to be read on a screen and on paper. Everything is there without a script, which adds search, picks and the
 * clock. Its policy lets a browser
 * fetch nothing.
 */
export function write(request: ExportRequest): string {
  const { print } = request.options;
  if (print === undefined) return webPage(pageOf(request));
  const page = pageOf({ ...request, presentation: inOneLanguage(request.presentation) });
  return print === 'signs' ? document(page, style + signStyle, signs(page)) : booklet(page);
}

function webPage(page: Page): string {
  const { say } = page;
  const main = html`${list(page)}${people(page)}${timetable(page)}${rooms(page)}`;
  const body = html`<a class=skip href=#main:>${say.word(words => words.skip)}</a>
${head(page)}${controls(page)}${tools(page)}${calendars(page)}<main id=main:>
${main}</main>
`;
  return document(
    page,
    style + languageRules(say, UNTOLD.test(body.source)),
    body,
    isLarge(page) ? largeScript : saysOnce(page) ? onceScript : script,
  );
}

function booklet(page: Page): string {
  const main = html`${list(page)}${people(page)}${rooms(page)}`;
  return document(
    page,
    style + bookletStyle,
    html`${head(page)}<main>
${main}</main>
`,
  );
}

/** Paper has no switch: it is in the language that was asked for, else in the agenda's, else in its first. */
function inOneLanguage(shown: Presentation): Presentation {
  const { agenda, zones } = shown;
  const lang = shown.lang ?? agenda.language ?? languages(agenda)[0];
  return lang === undefined ? shown : presentation(agenda, { lang, zones });
}

function document(page: Page, styles: string, body: Markup, code?: string): string {
  const { say, request } = page;
  const { tag, presentation: shown } = say.first;
  const { agenda } = request.presentation;
  const policy = `default-src 'none'; style-src ${policyHash(styles)}; ${code === undefined ? '' : `script-src ${policyHash(code)}; `}img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${written(tag) || 'en'}" dir="${directionOf(tag)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shown.text(agenda.title).trim() || agenda.id}</title>
<link rel="icon" href="data:,">
<style>${verbatim(styles)}</style>
</head>
<body data-agenda=${agenda.id}${isLarge(page) ? html` class=large` : ''}>
${body}${
  code === undefined
    ? ''
    : html`<script>${verbatim(code)}</script>
`
}</body>
</html>
`.source;
}

/** A mark or a number of some languages, which is in none: a comma, digits. */
const UNTOLD = /<i class=(?:"[^"]*"|[^\s>"]+)>/;

/** The rules that show one language: what is in others only is hidden, and the page is mirrored where that is written from the right. */
function languageRules({ languages }: Speaker, hasUntold: boolean): string {
  if (languages.length === 1) return '';
  const tags = languages.map(({ tag }) => tag);
  const isMixed = new Set(tags.map(directionOf)).size > 1;
  return tags
    .map(tag => {
      const chosen = `:root:has(#lang\\:${tag}:checked)`;
      const untold = hasUntold ? `,${chosen} i[class]:not([lang],.${tag})` : '';
      const hidden = `[lang]:not([lang="${tag}"],.${tag},.${EVERY})${untold}`;
      const mirrored = isMixed ? `${chosen}{direction:${directionOf(tag)}}` : '';
      return `${mirrored}${chosen} ${hidden}{display:none}`;
    })
    .join('');
}
