import { FIELDS, SESSION_STATUSES, SESSION_TYPES } from '../model/fields.js';
import { TIME_WORDS } from '../model/time.js';
import type * as records from '../query/records.js';
import type { RoleKind } from '../query/walk.js';
import type { Schema } from './agenda.js';
import { recordFields } from './record-fields.js';
import {
  choice,
  count,
  type Frozen,
  inEveryLanguage,
  list,
  object,
  orNull,
  string,
  type Typed,
  text,
} from './typed.js';

type AgendaRecord = Frozen<records.AgendaRecord>;
type RoomRecord = Frozen<records.RoomRecord>;
type PersonRecord = Frozen<records.PersonRecord>;
type FullSessionRecord = Frozen<records.FullSessionRecord>;
type CastRecord = FullSessionRecord['speakers'][number];
type RoomRef = FullSessionRecord['rooms'][number];
type AppearanceRecord = PersonRecord['appearances'][number];

/** What `export --json` gives, with texts as `T` has them. */
export interface ExportRecord<T = string> {
  readonly agenda: Frozen<records.AgendaRecord<T>>;
  readonly rooms: readonly Frozen<records.RoomRecord<T>>[];
  readonly people: readonly Frozen<records.PersonRecord<T>>[];
  readonly sessions: readonly Frozen<records.FullSessionRecord<T>>[];
}

const instant = (description: string) => string(description, { format: 'date-time' });
const start = orNull(
  instant('When it starts: ISO 8601 with the offset of the agenda’s zone; null where no clock is announced.'),
);
const end = orNull(instant('When it ends; null when no end is announced.'));
const time = orNull(choice('What is announced where no clock is; null where one is.', TIME_WORDS));
const item = orNull(text('The title of the item that they stand in; null for the session itself.'));
const type = choice(FIELDS.session.type.about, SESSION_TYPES);

const roomRef = object<RoomRef>('A room.', {
  id: string('Its id.'),
  name: text(FIELDS.room.name.about),
  url: orNull(string(FIELDS.room.url.about)),
});
const rooms = list('Where it takes place.', roomRef);

const identity = {
  id: string('Names the person in this file.'),
  ...recordFields(FIELDS.person, ['url', 'bio', 'sort']),
};
const inSession = recordFields(FIELDS.appearance, ['person', 'title', 'org']);
const cast = object<CastRecord>('Someone in this session, with the function of this appearance.', {
  ...identity,
  ...inSession,
  item,
});

const link = object<FullSessionRecord['links'][number]>('A document, slides, a stream.', recordFields(FIELDS.link));

const itemRecord = object<FullSessionRecord['items'][number]>('A paper or a statement.', {
  ...recordFields(FIELDS.item, ['speakers']),
  speakers: list(FIELDS.item.speakers.about, cast),
});

const agenda: Typed<AgendaRecord> = object('The conference.', {
  ...recordFields(FIELDS.agenda, ['room', 'rooms', 'people', 'days', 'lint', 'links']),
  links: list(FIELDS.agenda.links.about, link),
  language: orNull(string('The language of the agenda (BCP 47), not always that of this export.')),
  revision: count(FIELDS.agenda.revision.about, 0),
});

const room: Typed<RoomRecord> = object('A room.', {
  id: string('Names the room in this file.'),
  ...recordFields(FIELDS.room),
});

const appearance: Typed<AppearanceRecord> = object('An appearance.', {
  session: string('The id of the session.'),
  title: orNull(text('Its title.')),
  type,
  as: choice<RoleKind>('What they do there.', ['moderator', 'speaker']),
  ...inSession,
  item,
  start,
  end,
  time,
  rooms,
});

const person: Typed<PersonRecord> = object('Someone who moderates or speaks.', {
  ...identity,
  appearances: list('Where they appear in this export, in the order of the programme.', appearance),
});

const session: Typed<FullSessionRecord> = object('A session, or a part of one.', {
  ...recordFields(FIELDS.session, [
    'title',
    'time',
    'room',
    'moderators',
    'speakers',
    'items',
    'links',
    'status',
    'sessions',
  ]),
  title: orNull(text(`${FIELDS.session.title.about} Null where none could be read.`)),
  day: count('The day of the conference, from 1.', 1),
  date: string('The day it belongs to, by the agenda’s zone.', { format: 'date' }),
  start,
  end,
  time,
  minutes: orNull(count('The minutes between start and end, as they pass.', 1)),
  rooms,
  parent: orNull(string('The id of the session that it is a part of.')),
  moderators: list(FIELDS.session.moderators.about, cast),
  speakers: list('Who speaks, in order; those of items last.', cast),
  items: list(FIELDS.session.items.about, itemRecord),
  links: list(FIELDS.session.links.about, link),
  status: choice('Whether it takes place.', SESSION_STATUSES),
  parts: list('The ids of its parts, in the order of the programme.', string('An id.')),
});

/**
 * The JSON Schema (draft-07) of `export --json`. Every property is always there. The compiler holds it and the records
 * together: a property or a type that a record has and it has not is an error, and query/records.ts names the fields that
 * records have to have.
 */
export function exportSchema(): Schema {
  const { schema } = object<ExportRecord>(
    'An agenda, or the part of it that filters chose, with texts in one language.',
    {
      agenda,
      rooms: list('The rooms, in the order of the file.', room),
      people: list(
        'Moderators and speakers: those with `sort` by it, then the others in the order of the file.',
        person,
      ),
      sessions: list('The sessions, by day and start, parts directly under their session.', session),
    },
  );
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Exported agenda', ...schema };
}

/** The JSON Schema (draft-07) of `export --json --lang all`: the same with each text as an object of strings by language. */
export function exportAllSchema(): Schema {
  return {
    ...inEveryLanguage(exportSchema()),
    title: 'Exported agenda in all languages',
    description:
      'An agenda, or the part of it that filters chose. A text is an object: by the tag of a language (BCP 47), what is written in it. What is the same in every language, such as a name, is under `und`.',
  };
}
