import { FIELDS, SESSION_STATUSES, SESSION_TYPES } from '../model/fields.js';
import { TIME_WORDS } from '../model/time.js';
import type { agendaRecord, fullSessionRecord, personRecord, roomRecord } from '../query/records.js';
import type { RoleKind } from '../query/walk.js';
import type { Schema } from './agenda.js';
import { recordFields } from './record-fields.js';
import { choice, count, type Frozen, list, object, orNull, string, type Typed } from './typed.js';

type AgendaRecord = Frozen<ReturnType<typeof agendaRecord>>;
type RoomRecord = Frozen<ReturnType<typeof roomRecord>>;
type PersonRecord = Frozen<ReturnType<typeof personRecord>>;
type FullSessionRecord = Frozen<ReturnType<typeof fullSessionRecord>>;
type CastRecord = FullSessionRecord['speakers'][number];
type RoomRef = FullSessionRecord['rooms'][number];
type AppearanceRecord = PersonRecord['appearances'][number];

/** What `export --json` gives. */
export interface ExportRecord {
  readonly agenda: AgendaRecord;
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonRecord[];
  readonly sessions: readonly FullSessionRecord[];
}

const instant = (description: string) => string(description, { format: 'date-time' });
const start = orNull(
  instant('When it starts: ISO 8601 with the offset of the agenda’s zone; null where no clock is announced.'),
);
const end = orNull(instant('When it ends; null when no end is announced.'));
const time = orNull(choice('What is announced where no clock is; null where one is.', TIME_WORDS));
const item = orNull(string('The title of the item that they stand in; null for the session itself.'));
const type = choice(FIELDS.session.type.about, SESSION_TYPES);

const roomRef = object<RoomRef>('A room.', {
  id: string('Its id.'),
  name: string(FIELDS.room.name.about),
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
  title: orNull(string('Its title.')),
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
  title: orNull(string(`${FIELDS.session.title.about} Null where none could be read.`)),
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
