import type { Link } from '../../model/agenda.js';
import { linkTitle } from '../import/link-title.js';
import type { Accounts } from '../source/accounts.js';
import type { SourceLink } from './source.js';
import { addressOf, type TextForms, textOf } from './values.js';

/** The documents, pages and recordings of an event, each title of an address once: called as they are there, else by their addresses. */
export function linksOf(
  links: readonly SourceLink[],
  language: string,
  {
    base,
    texts,
    accounts,
  }: { readonly base: string | undefined; readonly texts: TextForms; readonly accounts: Accounts },
): readonly Link[] {
  const found = new Map<string, Link>();
  const titled = new Set<string>();
  for (const { title, url: source } of links) {
    const url = addressOf(source.value, base);
    if (url === undefined)
      accounts.unread('a link without a web or mail address', source.span, { unit: ['link', 'links'] });
    if (url === undefined) continue;
    // Some name a link by its address.
    const named = title?.value === source.value ? undefined : textOf(title, language, texts.oneLine);
    found.set(`${url}\n${JSON.stringify(named ?? null)}`, { title: named ?? { [language]: linkTitle(url) }, url });
    if (named !== undefined) titled.add(url);
  }
  // An address that has titles needs none made of it.
  return [...found].flatMap(([key, link]) => (key.endsWith('\nnull') && titled.has(link.url) ? [] : [link]));
}
