import { AGENDA_STATUSES, SESSION_STATUSES, SESSION_TYPES } from '../model/agenda.js';
import type { agendaRecord, fullSessionRecord, personRecord, roomRecord } from '../query/records.js';
import type { RoleKind } from '../query/walk.js';
import type { Schema } from './agenda.js';
import { choice, count, type Frozen, flag, list, object, orNull, string, type Typed } from './typed.js';

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
const text = (description: string) => orNull(string(description));

const start = instant('When it starts: ISO 8601 with the offset of the agenda’s zone.');
const end = orNull(instant('When it ends; null when no end is announced.'));
const type = choice('What kind of session.', SESSION_TYPES);
const role = text('What they are called there, in place of speaker or moderator.');
const note = text('What is said after the name: video message.');

const roomRef = object<RoomRef>('A room.', { id: string('Its id.'), name: string('The name on the door.') });
const rooms = list('Where it takes place.', roomRef);

const identity = {
  id: string('Names the person in this file.'),
  name: string('The name, without honorific.'),
  honorific: text('Mr., Mme, Dr., H.E.'),
  title: text('The function.'),
  org: text('The organisation of the function.'),
  country: text('The country represented.'),
};
const cast = object<CastRecord>('Someone in this session, with the function of this appearance.', {
  ...identity,
  role,
  note,
});

const agenda: Typed<AgendaRecord> = object('The conference.', {
  id: string('Names the agenda; it never changes.'),
  title: string('The name of the conference.'),
  subtitle: text('Its theme.'),
  description: text('What it is about.'),
  language: text('The language of the agenda (BCP 47), not always that of this export.'),
  timezone: string('The IANA zone of every time.'),
  venue: text('Where it takes place.'),
  organizer: text('Who holds it.'),
  url: text('Its page.'),
  status: orNull(choice('How far the agenda is settled.', AGENDA_STATUSES)),
  updated: text('When the agenda last changed: a date, or a time with offset.'),
  revision: count('Counts the published changes.', 0),
});

const room: Typed<RoomRecord> = object('A room.', {
  id: string('Names the room in this file.'),
  name: string('The name on the door.'),
  capacity: orNull(count('How many people it seats.', 0)),
  floor: text('Where in the building.'),
  shared: flag('True for a foyer, a poster hall, a video link: never double-booked.'),
});

const appearance: Typed<AppearanceRecord> = object('An appearance.', {
  session: string('The id of the session.'),
  title: string('Its title.'),
  type,
  as: choice<RoleKind>('What they do there.', ['moderator', 'speaker']),
  role,
  note,
  start,
  end,
  rooms,
});

const person: Typed<PersonRecord> = object('Someone who moderates or speaks.', {
  ...identity,
  appearances: list('Where they appear in this export, in the order of the programme.', appearance),
});

const session: Typed<FullSessionRecord> = object('A session, or a part of one.', {
  id: string('Names the session; it never changes.'),
  type,
  title: string('What it is called.'),
  subtitle: text('The second line of the title.'),
  day: count('The day of the conference, from 1.', 1),
  date: string('The day it belongs to, by the agenda’s zone.', { format: 'date' }),
  start,
  end,
  minutes: orNull(count('The minutes between start and end, as they pass.', 1)),
  rooms,
  parent: text('The id of the session that it is a part of.'),
  moderators: list('Who moderates.', cast),
  speakers: list('Who speaks, in order.', cast),
  track: text('The thread of the programme that it belongs to.'),
  tags: list('Words to find it by.', string('A word.')),
  languages: list('The languages spoken (BCP 47).', string('A language tag.')),
  status: choice('Whether it takes place.', SESSION_STATUSES),
  url: text('Its page.'),
  description: text('What it is about.'),
  parts: list('The ids of its parts, in the order of the programme.', string('An id.')),
});

/**
 * The JSON Schema (draft-07) of `export --json`. Every property is always there. The compiler holds it and the records
 * together: a property or a type that only one of them has is an error.
 */
export function exportSchema(): Schema {
  const { schema } = object<ExportRecord>(
    'An agenda, or the part of it that filters chose, with texts in one language.',
    {
      agenda,
      rooms: list('The rooms, in the order of the file.', room),
      people: list('Moderators and speakers, in the order of the file.', person),
      sessions: list('The sessions, by day and start, parts directly under their session.', session),
    },
  );
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Exported agenda', ...schema };
}
