import { punctuationIn, wordsOf } from '../../model/words.js';
import { asciiUri, withoutControls, withoutForbidden } from '../../text/escape.js';
import { safeJson } from '../../text/json.js';
import { type Element, escapeXml, xmlDocument } from '../../text/xml.js';
import { type Commit, countsShown } from './log-lines.js';
import {
  byDayAndKind,
  dayHeading,
  type ShownComparison,
  type ShownField,
  shownAgenda,
  shownFields,
  timeShown,
  titleShown,
} from './shown.js';

/** A version in a feed: texts without markup. */
export interface FeedEntry {
  /** A tag URI (RFC 4151) of the agenda's id and the commit. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly date: string;
  readonly text: string;
}

/** The entry of a version, in the language shown. */
export function feedEntry({ commit, date }: Commit, shown: ShownComparison): FeedEntry {
  const { words, now, comparison } = shown;
  const { revision } = now.agenda;
  const counts = countsShown(comparison, shown);
  const title = revision === undefined ? counts : `${words.revision} ${revision} – ${counts}`;
  // A later git writes Z for +00:00.
  return { id: `${tagOf(now.agenda.id)}:${commit}`, title, date: date.replace(/Z$/, '+00:00'), text: textOf(shown) };
}

/** RFC 4151 asks for a name that its owner had at a date: `.invalid` is nobody's (RFC 2606), and the agenda's id does the rest. */
function tagOf(id: string): string {
  return `tag:idm.invalid,2018:${asciiUri(id).replace(/[/?#:@]/g, encodeURIComponent)}`;
}

/** What changed as lines: the conference, then each day. */
function textOf(shown: ShownComparison): string {
  const { words, now, comparison } = shown;
  const { colon } = wordsOf(now);
  const one = now.lang !== undefined;
  const lines = (fields: readonly ShownField[], indent: string) =>
    fields.map(({ label, lang, before, after, list }) => {
      const lead = `${indent}${label}${lang === null ? '' : ` [${lang}]`}${colon}`;
      const both = list && [...list.gone.map(name => `− ${name}`), ...list.came.map(name => `+ ${name}`)];
      if (both !== undefined)
        return (
          lead + [...both, ...(list?.reordered ? [words.order + colon + after] : [])].join(punctuationIn(now).list)
        );
      return lead + (before === '' ? `+ ${after}` : after === '' ? `− ${before}` : `${before} → ${after}`);
    });
  const head = lines(shownAgenda(shown, one), '  ');
  return [
    ...(head.length === 0 ? [] : [words.agenda, ...head]),
    ...byDayAndKind(comparison.sessions).flatMap(({ date, kinds }) => [
      dayHeading(date, shown),
      ...kinds.flatMap(([kind, changes]) =>
        changes.flatMap(change => [
          `  ${words[kind]}${colon}${timeShown(change, shown)} ${titleShown(change, shown)}`,
          ...lines(shownFields(change, shown, one), '    '),
        ]),
      ),
    ]),
  ].join('\n');
}

/** A feed of versions, newest first, as Atom (RFC 4287). `newest` is the newest of them. */
export function atom(entries: readonly FeedEntry[], newest: ShownComparison): string {
  const { id, title, language, author, page } = about(newest);
  const feed: Element = [
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', ...(language !== undefined && { 'xml:lang': language }) },
    [
      ['id', {}, id],
      ['title', {}, title],
      ['updated', {}, entries[0]?.date ?? ''],
      ['author', {}, [['name', {}, author]]],
      ...(page === undefined ? [] : [['link', { rel: 'alternate', href: page }, ''] as const]),
      ...entries.map(
        (entry): Element => [
          'entry',
          {},
          [
            ['id', {}, entry.id],
            ['title', {}, entry.title],
            ['updated', {}, entry.date],
            ['content', { type: 'text' }, entry.text],
          ],
        ],
      ),
    ],
  ];
  return xmlDocument(feed, text => escapeXml(withoutForbidden(withoutControls(text))));
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(entries: readonly FeedEntry[], newest: ShownComparison): string {
  const { title, language, author, page } = about(newest);
  return safeJson({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(page !== undefined && { home_page_url: page }),
    ...(language !== undefined && { language }),
    authors: [{ name: author }],
    items: entries.map(entry => ({
      id: entry.id,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.date,
    })),
  });
}

/** What a feed says of itself. */
function about({ now, words }: ShownComparison) {
  const { agenda, text, lang } = now;
  const name = text(agenda.title) || agenda.id;
  const language = lang ?? agenda.language;
  return {
    id: tagOf(agenda.id),
    title: `${words.changes}${wordsOf(now).colon}${name}`,
    author: text(agenda.organizer) || name || 'idm',
    page: agenda.url !== undefined && /^https?:/i.test(agenda.url) ? asciiUri(agenda.url) : undefined,
    language,
  };
}
