import type { Appearance, Session } from '../../model/agenda.js';
import type { Path } from '../../model/diagnostic.js';
import { FIELDS } from '../../model/fields.js';
import type { Issues } from '../source/issues.js';
import type { SourceMap, SubPathResolver } from '../source/source-map.js';
import type { ScheduledEvent } from './days.js';
import { type KnownPeople, moderates } from './people.js';
import type { KnownRooms } from './rooms.js';
import type { SourceEvent, SourcePerson, SourceValue } from './source.js';
import { joined, languagesOf, onOneLine, statusOf, textOf, trimmedLines, typeOf, urlOf } from './values.js';

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
}

/** The session of an event, at its path in the agenda. */
export function sessionOf({ event, id, time }: ScheduledEvent, at: Path, context: SessionContext): Session {
  const { language, issues } = context;
  const languages = languagesOf(event.language, issues);
  const own = languages.length === 1 ? (languages[0] ?? language) : language;
  const title = textOf(event.title, own, onOneLine);
  if (title === undefined)
    issues.add(
      'missing-field',
      { span: event.span },
      'an event needs title',
      `add title with ${FIELDS.session.title.required}`,
    );
  const description = joined(textOf(event.abstract, own, trimmedLines), textOf(event.description, own, trimmedLines));
  const subtitle = textOf(event.subtitle, own, onOneLine);
  const track = textOf(event.track, language, onOneLine);
  const type = event.type && typeOf(event.type.value);
  const status = statusOf(event.state?.value, event.title?.value);
  const url = urlOf(event.url, context.baseUrl, issues);
  const room = context.rooms.of(event);
  context.sourceMap.record(at, event.title?.span ?? event.span, event.extent, subPathSpans(event, context));
  const session: { -readonly [field in keyof Session]: Session[field] } = {
    id,
    title: title ?? {},
    type: type ?? 'session',
    moderators: appearances(event, 'moderators', context),
    speakers: appearances(event, 'speakers', context),
    tags: event.type !== undefined && type === undefined ? [onOneLine(event.type.value)] : [],
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
      const role = list === 'speakers' && person.role && !/^speaker$/i.test(person.role) ? onOneLine(person.role) : '';
      found.push(role === '' ? { person: id } : { person: id, role: { [context.language]: role } });
    } else if (person.id !== undefined) {
      context.issues.add(
        'missing-field',
        { span: person.span },
        'a person needs a name',
        'add the name: who has none is left out',
      );
    }
  }
  return found;
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
