import type { Appearance, Session } from '../../model/agenda.js';
import type { Path } from '../../model/diagnostic.js';
import { FIELDS } from '../../model/fields.js';
import type { Issues } from '../source/issues.js';
import type { SourceMap, SubPathResolver } from '../source/source-map.js';
import type { ScheduledEvent } from './days.js';
import { type Cast, moderates } from './people.js';
import { block, both, languagesOf, line, statusOf, textOf, typeOf, webUrl } from './read-values.js';
import type { Rooms } from './rooms.js';
import type { SourceEvent, SourcePerson, SourceValue } from './source.js';

/** What the sessions of one schedule share. */
export interface SessionContext {
  readonly rooms: Rooms;
  readonly cast: Cast;
  /** The tag of texts whose language nobody says. */
  readonly language: string;
  /** The address that paths are relative to. */
  readonly base: string | undefined;
  readonly places: SourceMap;
  readonly issues: Issues;
}

/** The session of an event, at its path in the agenda. */
export function sessionOf({ event, id, time }: ScheduledEvent, at: Path, context: SessionContext): Session {
  const { language, issues } = context;
  const languages = languagesOf(event.language, issues);
  const own = languages.length === 1 ? (languages[0] ?? language) : language;
  const title = textOf(event.title, own, line);
  if (title === undefined)
    issues.add(
      'missing-field',
      { span: event.at },
      'an event needs title',
      `add title with ${FIELDS.session.title.required}`,
    );
  const description = both(textOf(event.abstract, own, block), textOf(event.description, own, block));
  const subtitle = textOf(event.subtitle, own, line);
  const track = textOf(event.track, language, line);
  const type = event.type && typeOf(event.type.value);
  const status = statusOf(event.state?.value, event.title?.value);
  const url = webUrl(event.url, context.base, issues);
  const room = context.rooms.of(event);
  context.places.record(at, event.title?.at ?? event.at, event.whole, inside(event, context));
  const session: { -readonly [field in keyof Session]: Session[field] } = {
    id,
    title: title ?? {},
    type: type ?? 'session',
    moderators: appearances(event, 'moderators', context),
    speakers: appearances(event, 'speakers', context),
    tags: event.type !== undefined && type === undefined ? [line(event.type.value)] : [],
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

/** Those of an event who have a name; who has an id and no name anywhere is reported. */
function appearances(event: SourceEvent, list: List, context: SessionContext): readonly Appearance[] {
  const found: Appearance[] = [];
  for (const person of listed(event, list)) {
    const id = context.cast.idOf(person);
    if (id !== undefined) {
      const role = list === 'speakers' && person.role && !/^speaker$/i.test(person.role) ? line(person.role) : '';
      found.push(role === '' ? { person: id } : { person: id, role: { [context.language]: role } });
    } else if (person.id !== undefined) {
      context.issues.add(
        'missing-field',
        { span: person.at },
        'a person needs a name',
        'add the name: who has none is left out',
      );
    }
  }
  return found;
}

type List = 'moderators' | 'speakers';

function listed({ persons }: SourceEvent, list: List): readonly SourcePerson[] {
  return persons.filter(person => moderates(person) === (list === 'moderators'));
}

/** Where what is in a session stands in its event. */
function inside(event: SourceEvent, { rooms, cast }: SessionContext): SubPathResolver {
  return ([field, index]) => {
    if (field === 'moderators' || field === 'speakers')
      return listed(event, field).filter(person => cast.idOf(person) !== undefined)[Number(index)]?.at;
    if (field === 'room') return rooms.of(event)?.at;
    return SAID.get(field)?.(event)?.at;
  };
}

/** What a field of a session was made of. */
const SAID = new Map<Path[number] | undefined, (event: SourceEvent) => SourceValue | undefined>(
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
