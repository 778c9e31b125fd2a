import { type Link, SESSION_TYPES, type SessionStatus } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import { languageTag, type Text, UNDETERMINED } from '../../model/localized.js';
import type { TimeWord } from '../../model/time.js';
import { slug } from '../../text/fold.js';
import { appearancesOf, type ImportedSession } from '../import/sessions.js';
import { readStatus, statusOfTitle } from '../import/statuses.js';
import { decodeForeignValue } from '../source/decode-values.js';
import type { Span } from '../source/issues.js';
import type { Calendar } from './calendar.js';
import { all, type Component, first, type Property, parameter, textOf } from './components.js';
import { uriValue } from './content-lines.js';
import { type Address, attachments, conferences, linksOf } from './links.js';
import { detailsOf } from './own-details.js';

/** A text of a property in the language it names (RFC 5545 §3.2.10), else in `tag`. */
function localized(property: Property | undefined, { tag, own, aids }: Calendar): Text | undefined {
  const written = textOf(property);
  const text = written === undefined || own ? written : aids.plain(written);
  return text === undefined || text === '' ? undefined : { [tagOf(property) ?? tag]: text };
}

function tagOf(property: Property | undefined): string | undefined {
  return languageTag(parameter(property, 'language') ?? '');
}

/** The one language that all titles of events are in; `und` where they differ, or some name none. */
export function languageOf(events: readonly Component[]): string {
  const tags = new Set(events.map(event => tagOf(first(event, 'summary'))));
  const [tag] = tags;
  return tags.size === 1 && tag !== undefined ? tag : UNDETERMINED;
}

/** All that an event says but its id, its times and its parent; `word` is that for the time of a whole day. */
export function contentOf(
  event: Component,
  calendar: Calendar,
): Omit<ImportedSession['session'], 'id'> & Pick<ImportedSession, 'fieldSpans'> & { readonly word?: TimeWord } {
  const { issues, names, own } = calendar;
  const [summary, description, location, categories, link] = [
    'summary',
    'description',
    'location',
    'categories',
    'url',
  ].map(name => first(event, name));
  const title = localized(summary, calendar);
  if (title === undefined)
    issues.add(
      'missing-field',
      { span: event.span },
      'this event has no SUMMARY',
      `add SUMMARY with ${FIELDS.session.title.required}`,
    );
  const attached = attachments(event);
  const { links, word, ...about } = aboutOf(event, attached, calendar);
  const { type, tags } = kindOf(
    all(event, 'categories').flatMap(({ values }) => values.map(String)),
    own,
  );
  const status = statusIn(event, title ?? {}, calendar);
  const written = textOf(location);
  const place = written === undefined || own ? written : onOneLine(calendar.aids.plain(written));
  const rooms = place === undefined || location === undefined ? [] : calendar.locations.rooms(place);
  const { appearances, fieldSpans } = appearancesOf('speakers', own ? [] : speakers(event), names);
  const url = link && textOf(link) ? decodeForeignValue('url', textOf(link) ?? '', link.span, issues) : undefined;
  const spans = {
    title: summary,
    description,
    room: location,
    type: categories,
    url: link,
    time: first(event, 'dtstart'),
    id: first(event, 'uid'),
    status: first(event, 'status'),
  };
  return {
    title: title ?? {},
    type,
    ...about,
    rooms: [
      ...new Set(
        rooms.map(name => names.room(name, location?.span ?? event.span, { tag: tagOf(location) ?? calendar.tag })),
      ),
    ],
    moderators: [],
    speakers: appearances,
    items: [],
    links: links ?? linksOf(attached, calendar),
    ...(word && { word }),
    tags,
    languages: [],
    ...(status && status !== 'confirmed' && !calendar.isCancelled && { status }),
    ...(url !== undefined && { url }),
    fieldSpans: [
      ...Object.entries(spans).flatMap(([field, property]) => (property ? [[[field], property.span] as const] : [])),
      ...fieldSpans,
    ],
  };
}

/** What a description says: of ours, the fields that it has apart from the text. */
function aboutOf(
  event: Component,
  attached: readonly Address[],
  calendar: Calendar,
): Pick<ImportedSession['session'], 'description' | 'organizer' | 'interpretation'> & {
  readonly links?: readonly Link[];
  readonly word?: TimeWord;
} {
  const property = first(event, 'description');
  const about = localized(property, calendar) ?? localized(first(event, 'x-alt-desc'), calendar);
  const [[tag, written] = []] = Object.entries(about ?? {});
  if (!calendar.own || tag === undefined || written === undefined)
    return about === undefined ? {} : { description: about };
  const uris = (list: readonly Address[]) => list.map(({ url }) => uriValue(url));
  const { text, time, links, organizer, interpretation } = detailsOf(written, {
    isDay: isWholeDay(event),
    attached: uris(attached),
    joining: uris(conferences(event)),
  });
  return {
    ...(text !== '' && { description: { [tag]: text } }),
    ...(time && { word: time }),
    ...(links && { links: links.map(({ title, url }) => ({ title: { [tag]: title }, url })) }),
    ...(organizer !== undefined && { organizer: { [tag]: organizer } }),
    ...(interpretation && { interpretation }),
  };
}

/** True of an event whose start is a date without a clock. */
function isWholeDay(event: Component): boolean {
  return !(textOf(first(event, 'dtstart')) ?? 'T').includes('T');
}

/** The status by STATUS (RFC 5545 §3.8.1.11), or by the title, which some calendars mark instead. */
function statusIn(event: Component, title: Text, { own, accounts }: Calendar): SessionStatus | undefined {
  const property = first(event, 'status');
  const word = textOf(property);
  const said = word === undefined || property === undefined ? undefined : readStatus(word, property.span, accounts);
  // Of a whole day, ours say tentative since the time is to come.
  if (own && said === 'tentative' && isWholeDay(event)) return undefined;
  if (said === 'cancelled' || own) return said;
  return Object.values(title).some(text => statusOfTitle(text)) ? 'cancelled' : said;
}

/** The type and the tags of categories. In ours the first is the type, in others' any that is one. */
function kindOf(categories: readonly string[], own: boolean) {
  const words = categories.map(text => text.trim()).filter(text => text !== '');
  const candidates = own ? words.slice(0, 1) : words;
  const types = candidates.map(word => {
    // No type is as long, and to make a slug of a long text takes time.
    const id = word.length > 50 ? '' : slug(word);
    return SESSION_TYPES.find(known => known === id);
  });
  const at = types.findIndex(type => type !== undefined);
  const type = types[at] ?? 'session';
  return { type, tags: [...new Set(words.filter((_, i) => i !== at))] };
}

/**
 * Attendees by name. A published calendar has no use for them but to say who speaks; where one is asked for an answer,
 * it is an invitation, and they are who is to come.
 */
function speakers(event: Component): readonly (readonly [string, Span])[] {
  const people = all(event, 'attendee').filter(attendee => {
    const kind = parameter(attendee, 'cutype')?.toUpperCase() ?? 'INDIVIDUAL';
    const role = parameter(attendee, 'role')?.toUpperCase();
    const isInvited = parameter(attendee, 'partstat') !== undefined || parameter(attendee, 'rsvp') !== undefined;
    return kind === 'INDIVIDUAL' && role !== 'NON-PARTICIPANT' && !isInvited;
  });
  const named = people.flatMap(attendee => {
    const name = parameter(attendee, 'cn');
    return name === undefined || name.includes('@') ? [] : [[name, attendee.span] as const];
  });
  return [...new Map(named).entries()];
}

/** The lines of a text, with commas between. */
function onOneLine(text: string): string {
  const lines = text.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '').join(', ');
}
