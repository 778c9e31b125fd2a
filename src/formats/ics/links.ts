import type { Link } from '../../model/agenda.js';
import { wordsOf } from '../../model/words.js';
import { fold } from '../../text/fold.js';
import { lazy } from '../../text/lazy.js';
import { linksTo } from '../import/links.js';
import type { ImportedSession } from '../import/sessions.js';
import type { Accounts } from '../source/accounts.js';
import type { Calendar } from './calendar.js';
import { all, type Component, type Property, parameter, textOf } from './components.js';
import { uriValue } from './content-lines.js';

/** An address of the web in an event, and what it is called there. */
export interface Address {
  readonly url: string;
  readonly title?: string;
}

/** What a session can link to. */
const WEB = /^https?:\/\/[^\s/?#]/i;
/** What programs call an attachment by: RFC 8607 §4.3, RFC 7986 §6.4, and before them. */
const TITLES = ['filename', 'label', 'x-filename', 'x-label', 'x-apple-filename'] as const;

/** The documents of an event that are on the web (ATTACH, RFC 5545 §3.8.1.1). */
export function attachments(event: Component): readonly Address[] {
  return addresses(event, 'attach');
}

/** Where an event is to be joined on the web (CONFERENCE, RFC 7986 §5.11). */
export function conferences(event: Component): readonly Address[] {
  return addresses(event, 'conference');
}

function addresses(event: Component, name: string): readonly Address[] {
  return all(event, name).flatMap(property => {
    const url = textOf(property);
    return url !== undefined && WEB.test(url) ? [withTitle(url, titleOf(property))] : [];
  });
}

/** Tells the attachments and conferences of events that are not on the web. */
export function tellOtherAddresses(events: readonly Component[], accounts: Accounts): void {
  for (const event of events) {
    for (const { name, span } of event.properties.filter(isOther))
      accounts.unread(`property ${name.toUpperCase()} without an address of the web`, span, {
        unit: ['line', 'lines'],
        hint: 'put what people need to know into DESCRIPTION',
      });
  }
}

function isOther(property: Property): boolean {
  const url = textOf(property);
  return (property.name === 'attach' || property.name === 'conference') && url !== undefined && !WEB.test(url);
}

function withTitle(url: string, title: string | undefined): Address {
  return title === undefined ? { url } : { url, title };
}

function titleOf(property: Property): string | undefined {
  return TITLES.flatMap(name => parameter(property, name) ?? [])[0];
}

/** The links to documents, in the language of the calendar. */
export function linksOf(documents: readonly Address[], { tag }: Calendar): readonly Link[] {
  const titled = documents.map(({ url, title }) => ({ url, ...(title !== undefined && { title: { [tag]: title } }) }));
  return linksTo(titled, tag);
}

/** A session and where it is to be joined. */
interface Joined {
  readonly session: ImportedSession['session'];
  readonly conferences: readonly Address[];
}

/**
 * Finds for each session the room that an address to join is of: the one that it names, else the only one. A room has the
 * address where all sessions in it have that address and no other; else the address is a link of the session. Gives the
 * links of each session.
 */
export function joinRooms(sessions: readonly Joined[], calendar: Calendar): readonly (readonly Link[])[] {
  const names = new Map(calendar.names.rooms().map(({ id, name }) => [id, Object.values(name).map(fold)]));
  const roomOf = ({ rooms = [] }: ImportedSession['session'], { title }: Address) =>
    rooms.find(id => title !== undefined && names.get(id)?.includes(fold(title))) ??
    (rooms.length === 1 ? rooms[0] : undefined);
  const urls = new Map<string, Set<string>>();
  for (const { session, conferences } of sessions) {
    for (const id of session.rooms ?? []) {
      const here = conferences.filter(address => roomOf(session, address) === id).map(({ url }) => uriValue(url));
      const known = urls.get(id) ?? new Set();
      urls.set(id, known);
      for (const url of here.length === 0 ? [''] : here) known.add(url);
    }
  }
  for (const [id, found] of urls) {
    const [url = ''] = found;
    if (found.size === 1 && url !== '') calendar.names.setUrl(id, url);
  }
  const join = lazy(() => wordsOf({ agenda: { language: calendar.tag } }).join);
  return sessions.map(({ session, conferences }) =>
    conferences
      .filter(address => {
        const id = roomOf(session, address);
        return id === undefined || (urls.get(id)?.size ?? 0) > 1;
      })
      .map(({ url, title = join() }) => ({ title: { [calendar.tag]: title }, url })),
  );
}
