import type { Link } from '../../model/agenda.js';
import type { Text } from '../../model/localized.js';

/** Links to addresses, each title of one once. An address without a title is called by its last step, in a language. */
export function linksTo(
  addresses: readonly { readonly url: string; readonly title?: Text | undefined }[],
  language: string,
): readonly Link[] {
  const titled = new Set(addresses.flatMap(({ url, title }) => (title === undefined ? [] : [url])));
  // An address that has titles needs none made of it.
  const wanted = addresses.filter(({ url, title }) => title !== undefined || !titled.has(url));
  const unique = new Map(wanted.map(one => [`${one.url}\n${JSON.stringify(one.title ?? null)}`, one]));
  return [...unique.values()].map(({ url, title = { [language]: linkTitle(url) } }) => ({ title, url }));
}

/** What a link is called that has no title: the last step of its path, else its host. */
export function linkTitle(url: string): string {
  const [, host = url, path = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const last = path.split('/').findLast(step => step !== '');
  if (last === undefined) return host;
  try {
    return decodeURIComponent(last).replace(/\s+/g, ' ').trim() || last;
  } catch {
    return last;
  }
}
