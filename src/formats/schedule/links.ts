import type { Link } from '../../model/agenda.js';
import { linksTo } from '../import/links.js';
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
  const titled = links.flatMap(({ title, url: source }) => {
    const url = addressOf(source.value, base);
    if (url !== undefined)
      // Some name a link by its address.
      return { url, title: title?.value === source.value ? undefined : textOf(title, language, texts.oneLine) };
    accounts.unread('a link without a web or mail address', source.span, { unit: ['link', 'links'] });
    return [];
  });
  return linksTo(titled, language);
}
