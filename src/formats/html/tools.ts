import { html, type Markup } from './markup.js';
import { isLarge, type Page } from './page.js';

/** Filters of the page: what they choose by. The browser's part names their values. */
const FILTERS = ['day', 'room', 'track', 'type', 'spoken'] as const;
/** Labels that a script puts where they are wanted. */
const LABELS = ['pick', 'clash', 'tight', 'now', 'next', 'found', 'none'] as const;

/** What needs a script, hidden until one shows it: search, filters, picks and the clock. */
export function tools(page: Page): Markup {
  const { say, request } = page;
  const { id } = request.presentation.agenda;
  const filters = FILTERS.map(
    name =>
      html`<label>${say.word(words => words.filters[name])} <select id=${`only:${name}`}><option value="">\u2014</option></select></label>
`,
  );
  const labels = [
    ...LABELS.map(name => html`<i data-word=${name}>${say.word(words => words.live[name])}</i>`),
    // Where sessions have no calendar file, the script links to one that it makes.
    ...(isLarge(page) ? [html`<i data-word=calendar>${say.word(words => words.calendar)}</i>`] : []),
  ];
  return html`<div class=tools role=search aria-labelledby=find:l hidden>
<div class=now id=now:></div>
<div class=search><label><span id=find:l>${say.word(words => words.live.search)}</span> <input type=search id=find: autocomplete=off></label>
<label><input type=checkbox id=mine:> ${say.word(words => words.live.mine)}</label>
<label><input type=checkbox id=zone:> ${say.word(words => words.live.zone)}</label>
</div>
<details id=filters:><summary>${say.word(words => words.live.filters)}</summary>
<div class=choices>${filters}</div></details>
<output id=found:></output>
<p id=shared: class=links hidden>${say.word(words => words.live.shared)} <button type=button id=keep:>${say.word(words => words.live.keep)}</button> <button type=button id=all:>${say.word(words => words.live.all)}</button></p>
<p id=picked: class=links hidden><a id=picks: href=#main: download=${`${id}-mine.ics`}>${say.word(words => words.live.calendar)}</a> <a id=share: href=#main:>${say.word(words => words.live.share)}</a></p>
<ul id=clashes:></ul>
</div>
<template id=words:>${labels}</template>
`;
}
