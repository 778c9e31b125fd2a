import { AGENDA_STATUSES, type LintLevel, SESSION_STATUSES, SESSION_TYPES } from './agenda.js';
import type { Text } from './localized.js';
import type { Interval } from './time.js';

/**
 * What each kind of field holds once read. The kinds that hold other tables (`days`, `sessions`, …) are `true` here:
 * the reader puts them together itself.
 */
export interface Kinds {
  id: string;
  text: Text;
  string: string;
  url: string;
  language: string;
  languages: readonly string[];
  timezone: string;
  date: string;
  updated: string;
  time: Interval;
  /** A whole number from 0. */
  count: number;
  flag: boolean;
  /** One of the field's `of`. */
  choice: string;
  /** A reference to a person. */
  person: string;
  /** One room id or a list of them. */
  rooms: readonly string[];
  tags: readonly string[];
  lint: Readonly<Record<string, LintLevel>>;
  days: true;
  sessions: true;
  appearances: true;
  people: true;
  roomMap: true;
}
export type Kind = keyof Kinds;

/** One field of the format: what it holds and what it is for, in a sentence that an author reads. */
export interface Field {
  readonly kind: Kind;
  readonly about: string;
  readonly required?: true;
  readonly of?: readonly string[];
}
export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends { readonly of: readonly (infer Choice)[] } ? Choice : Kinds[F['kind']];
/** What is read from a table: every field optional, since any may be absent or faulty. */
export type Values<T extends Fields> = { -readonly [K in keyof T]?: ValueOf<T[K]> };

const PERSON_FIELDS = {
  name: { kind: 'string', required: true, about: 'The name as printed, without honorific.' },
  honorific: { kind: 'text', about: 'Mr., Mme, Dr., H.E.' },
  title: { kind: 'text', about: 'The function, complete.' },
  org: { kind: 'text', about: 'The organisation of the function.' },
  country: { kind: 'string', about: 'The country represented.' },
  url: { kind: 'url', about: 'A page about the person.' },
  bio: { kind: 'text', about: 'A few sentences about the person.' },
} as const satisfies Fields;

/** The fields of the format, by what they describe: the one table behind reading, messages and the schema. */
export const FIELDS = {
  agenda: {
    id: { kind: 'id', required: true, about: 'Names the agenda in calendar UIDs; never changed once published.' },
    title: { kind: 'text', required: true, about: 'The name of the conference.' },
    subtitle: { kind: 'text', about: 'Its theme.' },
    description: { kind: 'text', about: 'What it is about.' },
    language: { kind: 'language', about: 'The language of the plain strings (BCP 47).' },
    timezone: { kind: 'timezone', required: true, about: 'The IANA zone of every time in the file: America/New_York.' },
    venue: { kind: 'text', about: 'Where it takes place.' },
    organizer: { kind: 'text', about: 'Who holds it.' },
    url: { kind: 'url', about: 'Its page.' },
    status: { kind: 'choice', of: AGENDA_STATUSES, about: 'How far the agenda is settled.' },
    updated: { kind: 'updated', about: 'When the agenda last changed: a date, or a time with offset.' },
    revision: { kind: 'count', about: 'Counts the published changes; calendars call it SEQUENCE.' },
    room: { kind: 'rooms', about: 'The room, or rooms, of a session that names none.' },
    rooms: { kind: 'roomMap', about: 'The rooms, by id.' },
    people: { kind: 'people', about: 'Those who appear more than once, by id.' },
    days: { kind: 'days', required: true, about: 'The days, in order.' },
    lint: { kind: 'lint', about: 'How much a rule matters here: off, info, warning or error, by rule.' },
  },
  room: {
    name: { kind: 'text', required: true, about: 'The name on the door.' },
    capacity: { kind: 'count', about: 'How many people it seats.' },
    floor: { kind: 'text', about: 'Where in the building.' },
    shared: { kind: 'flag', about: 'True for a foyer, a poster hall, a video link: never double-booked.' },
  },
  person: PERSON_FIELDS,
  day: {
    date: { kind: 'date', required: true, about: 'The date: 2018-03-26.' },
    title: { kind: 'text', about: 'What the day is called.' },
    sessions: { kind: 'sessions', required: true, about: 'Its sessions, in order.' },
  },
  session: {
    id: { kind: 'id', required: true, about: 'Unique in the file; calendars know the session by it.' },
    time: {
      kind: 'time',
      required: true,
      about: 'Start and end: 10:00-10:30; +1 is the next day; 19:00- has no announced end.',
    },
    type: { kind: 'choice', of: SESSION_TYPES, about: 'What kind of session; session when absent.' },
    title: { kind: 'text', required: true, about: 'What it is called.' },
    subtitle: { kind: 'text', about: 'The second line of the title.' },
    description: { kind: 'text', about: 'What it is about.' },
    room: { kind: 'rooms', about: 'The room, or rooms; [] for none.' },
    moderators: { kind: 'appearances', about: 'Who moderates.' },
    speakers: { kind: 'appearances', about: 'Who speaks, in order.' },
    track: { kind: 'text', about: 'The thread of the programme it belongs to.' },
    tags: { kind: 'tags', about: 'Words to find it by.' },
    languages: { kind: 'languages', about: 'The languages spoken (BCP 47).' },
    status: { kind: 'choice', of: SESSION_STATUSES, about: 'Whether it takes place; confirmed when absent.' },
    url: { kind: 'url', about: 'Its page.' },
    sessions: { kind: 'sessions', about: 'Its parts, each inside its time.' },
  },
  /** A person of `people` in a session, with what is particular to this appearance. */
  appearance: {
    person: { kind: 'person', required: true, about: 'The id of a person in people.' },
    role: { kind: 'text', about: 'Shown in place of Speaker or Moderator: Rapporteur, Discussant.' },
    note: { kind: 'text', about: 'Shown after the name: video message.' },
    title: { kind: 'text', about: 'The function for this appearance.' },
    org: { kind: 'text', about: 'The organisation for this appearance.' },
  },
  /** A person who is described where they speak. */
  inlinePerson: {
    ...PERSON_FIELDS,
    role: { kind: 'text', about: 'Shown in place of Speaker or Moderator: Rapporteur, Discussant.' },
    note: { kind: 'text', about: 'Shown after the name: video message.' },
  },
} as const satisfies Record<string, Fields>;

/** The form of an id of an agenda, a session, a room or a person. */
export const ID = /^[a-z0-9][a-z0-9_-]*$/;

/** The form of a `url`. */
export const URL_FORM = /^(?:https?:\/\/[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+)$/i;
