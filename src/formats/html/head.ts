import { capital } from '../../model/words.js';
import { wholeReference } from './calendar.js';
import { directionWithin, EVERY, written } from './languages.js';
import { element, html, join, labelledLink, link, type Markup } from './markup.js';
import { datesOf, dateWithin, dayTitle, ownName, type Page } from './page.js';

/** What the conference is: title and subtitle, when and where, who holds it, in which state the agenda is. */
export function head(page: Page): Markup {
  const { say, request } = page;
  const { agenda } = request.presentation;
  const title = Object.keys(agenda.title).length === 0 ? html`${agenda.id}` : say.text(agenda.title);
  const cancelled =
    agenda.status === 'cancelled'
      ? html`<p class=status>${say.each(({ words, labels, presentation }) => ({ content: capital(words.cancelled, presentation), tag: labels }))}</p>
`
      : html``;
  return html`<header class=head><h1>${title}</h1>
${cancelled}${
  agenda.subtitle === undefined
    ? ''
    : html`<p class=sub>${say.text(agenda.subtitle)}</p>
`
}<p class="facts lead">${join(whenAndWhere(page), html` `)}</p>
<p class=facts>${join(facts(page), html` `)}</p>
${say.paragraphs(agenda.description)}
</header>
`;
}

function whenAndWhere({ say, request, days }: Page): readonly Markup[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const dates =
    first === undefined || last === undefined ? html`` : say.each(language => datesOf(first, last, language));
  return [fact(dates), fact(say.text(request.presentation.agenda.venue))];
}

function fact(content: Markup): Markup {
  return content.source === '' ? content : html`<span>${content}</span>`;
}

function facts(page: Page): readonly Markup[] {
  const { say, request } = page;
  const { agenda } = request.presentation;
  return [
    fact(say.text(agenda.organizer)),
    agenda.url === undefined ? html`` : fact(link(agenda.url)),
    ...agenda.links.map(({ title, url }) => fact(labelledLink(url, say.text(title)))),
    fact(html`${say.word(({ times, colon }) => times + colon)}<bdi>${agenda.timezone}</bdi>`),
    agenda.status === 'draft' || agenda.status === 'final'
      ? fact(say.word(words => words[statusWord(agenda.status)]))
      : html``,
    agenda.updated === undefined ? html`` : fact(updated(agenda.updated, page)),
  ];
}

function statusWord(status: 'draft' | 'final' | 'cancelled' | undefined): 'draft' | 'final' {
  return status === 'draft' ? 'draft' : 'final';
}

function updated(at: string, { say }: Page): Markup {
  const date = at.slice(0, 10);
  return html`${say.word(({ updated, colon }) => updated + colon)}<time datetime=${date}>${say.each(language => dateWithin(date, language))}</time>`;
}

/** Choices of a view and a language, which need no script; links to the days; the calendar file of the whole. */
export function controls(page: Page): Markup {
  const { say } = page;
  const views = (['list', 'timetable', 'people'] as const).map((view, i) =>
    choice(
      'show',
      view,
      say.word(words => (view === 'list' ? words.programme : words[view])),
      i === 0,
    ),
  );
  return html`<nav class=bar aria-labelledby=view:>
<fieldset class=views><legend id=view:>${say.word(words => words.view)}</legend>
${views}</fieldset>
${languageChoice(page)}</nav>
<nav class=reach aria-labelledby=days:><span id=days: class=unseen>${say.word(words => words.days)}</span>
${days(page)}${html`<p>${wholeReference(page)}</p>`}</nav>
`;
}

function languageChoice({ say }: Page): Markup {
  if (say.languages.length === 1) return html``;
  const pages = say.languages.map(({ tag }) => tag);
  const choices = say.languages.map((language, i) =>
    choice(
      'lang',
      language.tag,
      element(
        'i',
        { class: EVERY, lang: written(language.tag), dir: directionWithin(language.tag, pages) },
        ownName(language.tag),
      ),
      i === 0,
    ),
  );
  return html`<fieldset class=langs><legend>${say.word(words => words.language)}</legend>
${choices}</fieldset>
`;
}

function choice(name: string, value: string, label: Markup, isFirst: boolean): Markup {
  const id = `${name}:${value}`;
  const checked = isFirst ? html` checked` : html``;
  return html`<input type=radio name=${name} id=${id} value=${value}${checked}><label for=${id}>${label}</label>
`;
}

function days(page: Page): Markup {
  if (page.days.length < 2) return html``;
  const links = page.days.map(day => html`<a href=${`#day:${day.number}`}>${dayTitle(day, page)}</a>`);
  return html`<div class=days>${join(links, html` `)}</div>`;
}
