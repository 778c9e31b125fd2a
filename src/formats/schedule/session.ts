import type { Appearance, Session, SessionStatus } from '../../model/agenda.js';
import type { Path } from '../../model/diagnostic.js';
import { FIELDS } from '../../model/fields.js';
import { readStatus, statusOfTitle } from '../import/statuses.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import type { SourceMap, SubPathResolver } from '../source/source-map.js';
import type { TimedEvent } from './event-time.js';
import { linksOf } from './links.js';
import { type KnownPeople, moderates } from './people.js';
import type { KnownRooms } from './rooms.js';
import type { SourceEvent, SourcePerson, SourceValue } from './source.js';
import { joined, languagesOf, type TextForms, textOf, typeOf, urlOf } from './values.js';

/** What the sessions of one schedule share. */
export interface SessionContext {
  readonly rooms: KnownRooms;
  readonly people: KnownPeople;
  /** The tag of texts whose language is not known. */
  readonly language: string;
  /** The address that paths are resolved against. */
  readonly baseUrl: string | undefined;
  readonly sourceMap: SourceMap;
  readonly issues: Issues;
  readonly accounts: Accounts;
  readonly texts: TextForms;
  readonly ids: ReadonlyMap<SourceEvent, string>;
}

/** The session of an event, at its path in the agenda. */
export function sessionOf({ event, time }: TimedEvent, at: Path, context: SessionContext): Session {
  const { language, issues, accounts, texts } = context;
  const languages = languagesOf(event.language, issues);
  const own = languages.length === 1 ? (languages[0] ?? language) : language;
  const title = textOf(event.title, own, texts.oneLine);
  if (title === undefined)
    accounts.tell('title', event.span, {
      rule: 'missing-field',
      message: count => (count === 1 ? 'an event needs title' : `${count.toLocaleString('en')} events need title`),
      hint: `add title with ${FIELDS.session.title.required}`,
    });
  const description = joined(textOf(event.abstract, own, texts.lines), textOf(event.description, own, texts.lines));
  const subtitle = textOf(event.subtitle, own, texts.oneLine);
  const track = textOf(event.track, language, texts.oneLine);
  const type = event.type && typeOf(event.type.value);
  const status = statusOf(event, accounts);
  const url = urlOf(event.url, context.baseUrl, issues);
  const room = context.rooms.of(event);
  context.sourceMap.record(at, event.title?.span ?? event.span, event.extent, subPathSpans(event, context));
  const session: { -readonly [field in keyof Session]: Session[field] } = {
    id: context.ids.get(event) ?? 'event',
    title: title ?? {},
    type: type ?? 'session',
    moderators: appearances(event, 'moderators', context),
    speakers: appearances(event, 'speakers', context),
    items: [],
    links: linksOf(event.links, own, { base: context.baseUrl, texts, accounts }),
    tags: event.type !== undefined && type === undefined ? [texts.oneLine(event.type.value)] : [],
    languages,
    sessions: [],
  };
  if (time !== undefined) session.time = time;
  if (subtitle !== undefined) session.subtitle = subtitle;
  if (description !== undefined) session.description = description;
  if (room !== undefined) session.rooms = [room.id];
  if (track !== undefined) session.track = track;
  if (status !== undefined) session.status = status;
  if (url !== undefined) session.url = url;
  return session;
}

/** The people of an event who have a name. Reports a person with an id whose name is nowhere in the file. */
function appearances(event: SourceEvent, list: List, context: SessionContext): readonly Appearance[] {
  const found: Appearance[] = [];
  for (const person of personsOf(event, list)) {
    const id = context.people.idOf(person);
    if (id !== undefined) {
      const role =
        list === 'speakers' && person.role && !/^speaker$/i.test(person.role) ? context.texts.oneLine(person.role) : '';
      found.push(role === '' ? { person: id } : { person: id, role: { [context.language]: role } });
    } else if (person.id !== undefined) {
      context.accounts.tell('name', person.span, {
        rule: 'missing-field',
        message: count => (count === 1 ? 'a person needs a name' : `${count.toLocaleString('en')} people need a name`),
        hint: 'add the name: who has none is left out',
      });
    }
  }
  return found;
}

/** The status of an event: of its state, else of a title that begins with a word for it; undefined for one that takes place. */
function statusOf({ state, title }: SourceEvent, accounts: Accounts): SessionStatus | undefined {
  const stated = state && readStatus(state.value, state.span, accounts);
  if (stated !== undefined && stated !== 'confirmed') return stated;
  return title && statusOfTitle(title.value);
}

type List = 'moderators' | 'speakers';

function personsOf({ persons }: SourceEvent, list: List): readonly SourcePerson[] {
  return persons.filter(person => moderates(person) === (list === 'moderators'));
}

/** The spans of the fields of a session in its event. */
function subPathSpans(event: SourceEvent, { rooms, people: cast }: SessionContext): SubPathResolver {
  return ([field, index]) => {
    if (field === 'moderators' || field === 'speakers')
      return personsOf(event, field).filter(person => cast.idOf(person) !== undefined)[Number(index)]?.span;
    if (field === 'room') return rooms.of(event)?.span;
    return SOURCES.get(field)?.(event)?.span;
  };
}

/** The value that each field of a session was made of. */
const SOURCES = new Map<Path[number] | undefined, (event: SourceEvent) => SourceValue | undefined>(
  Object.entries({
    id: ({ slug, id, guid }) => slug ?? id ?? guid,
    time: ({ start, date }) => start ?? date,
    type: ({ type }) => type,
    tags: ({ type }) => type,
    languages: ({ language }) => language,
    track: ({ track }) => track,
    subtitle: ({ subtitle }) => subtitle,
    description: ({ description, abstract }) => description ?? abstract,
    url: ({ url }) => url,
  }),
);
