import type { IsoDate } from './date.js';
import type { Name, Text } from './localized.js';
import type { SessionTime } from './time.js';

/** Every type a session can have; `session` when none is written. */
export const SESSION_TYPES = [
  'session',
  'plenary',
  'opening',
  'closing',
  'keynote',
  'panel',
  'workshop',
  'side-event',
  'social',
  'break',
  'registration',
] as const;
export type SessionType = (typeof SESSION_TYPES)[number];

export const SESSION_STATUSES = ['confirmed', 'tentative', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const AGENDA_STATUSES = ['draft', 'final', 'cancelled'] as const;
export type AgendaStatus = (typeof AGENDA_STATUSES)[number];

/** How much a rule matters in one agenda: its `lint` field. */
export const LINT_LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type LintLevel = (typeof LINT_LEVELS)[number];
/** Levels by rule. */
export interface LintLevels {
  readonly [rule: string]: LintLevel;
}

/** What a field of each kind holds once read, where that is one value, a list of values or a map of values. */
export interface ValueKinds {
  id: string;
  text: Text;
  /** Of a person or a country: a string is the name in every language. */
  name: Name;
  string: string;
  /** Of a page or a mailbox. */
  url: string;
  /** Of a page. */
  webUrl: string;
  language: string;
  languages: readonly string[];
  timezone: string;
  date: IsoDate;
  updated: string;
  time: SessionTime;
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
  lint: LintLevels;
}
export type ValueKind = keyof ValueKinds;

/** The kinds that hold things with fields of their own; `roomMap` and `people` by id, the others as lists. */
export type NestedKind = 'days' | 'sessions' | 'appearances' | 'items' | 'links' | 'people' | 'roomMap';
export type Kind = ValueKind | NestedKind;

/** One field of the format, of a kind. */
interface FieldOfKind<K extends Kind> {
  /** What it holds. */
  readonly kind: K;
  /** What it is for, in a sentence that an author reads. */
  readonly about: string;
  /** What a notice calls it: of the agenda or of some sessions in the singular, of people and rooms in the plural. */
  readonly noun: string;
  /** What to write where it must be there and is not: the words after `add title: with`. Without the field is an error. */
  readonly required?: string;
  /** The words that a `choice` may be. */
  readonly of?: readonly string[];
  /**
   * What the model holds where the file has no value that could be read. In the model a field with a default is always
   * there, and any other may be absent.
   */
  readonly default?: K extends ValueKind ? ValueKinds[K] : readonly never[];
}
/** One field of the format. */
export type Field = { readonly [K in Kind]: FieldOfKind<K> }[Kind];
export type Fields = Readonly<Record<string, Field>>;

const PERSON_FIELDS = {
  name: {
    kind: 'name',
    noun: 'names',
    required: 'the name as printed, without honorific',
    default: '',
    about: 'The name as printed, without honorific; in several scripts as a map of languages.',
  },
  /** What people are sorted by where they are listed: the family name. */
  sort: { kind: 'string', noun: 'words to sort by', about: 'What to sort by in lists of people: the family name.' },
  honorific: { kind: 'text', noun: 'honorifics', about: 'Mr., Mme, Dr., H.E.' },
  /** The function: « Directeur général ». */
  title: { kind: 'text', noun: 'functions', about: 'The function, complete.' },
  /** The organisation of the function. */
  org: { kind: 'text', noun: 'organisations', about: 'The organisation of the function.' },
  country: {
    kind: 'name',
    noun: 'countries',
    about: 'The country represented: its name, or its code by ISO 3166-1, such as FR.',
  },
  url: { kind: 'url', noun: 'addresses', about: 'A page about the person.' },
  bio: { kind: 'text', noun: 'biographies', about: 'A few sentences about the person.' },
} as const satisfies Fields;

/** What is particular to one appearance, of someone in `people` or of a person described there. */
const APPEARANCE_FIELDS = {
  /** Shown in place of “Speaker” or “Moderator”. */
  role: { kind: 'text', noun: 'roles', about: 'Shown in place of Speaker or Moderator: Rapporteur, Discussant.' },
  /** Shown after the name. */
  note: { kind: 'text', noun: 'notes', about: 'Shown after the name: video message.' },
  /** Takes part by video. */
  remote: { kind: 'flag', noun: 'who takes part by video', about: 'True for who takes part by video.' },
} as const satisfies Fields;

/**
 * The fields of the format, by what they describe. This table is their one source: the types of the model
 * (model/agenda.ts), decoding, messages, the JSON Schema, the walk over texts, the YAML writer and the documentation
 * follow it. A doc comment of a row is that of the field in the model: it says what `about` doesn't, such as units.
 */
export const FIELDS = {
  agenda: {
    /** Part of the UIDs of its events; never changed once published. */
    id: {
      kind: 'id',
      noun: 'id',
      required: 'a short name for calendars, such as forum-2018',
      default: '',
      about: 'Names the agenda in calendar UIDs; never changed once published.',
    },
    title: {
      kind: 'text',
      noun: 'title',
      required: 'the name of the conference',
      default: {},
      about: 'The name of the conference.',
    },
    subtitle: { kind: 'text', noun: 'subtitle', about: 'Its theme.' },
    description: { kind: 'text', noun: 'description', about: 'What it is about.' },
    /** BCP 47 tag of the plain strings. */
    language: { kind: 'language', noun: 'language', about: 'The language of the plain strings (BCP 47).' },
    /** IANA zone of every time. */
    timezone: {
      kind: 'timezone',
      noun: 'zone',
      required: 'the IANA zone of the times, such as America/New_York',
      default: 'UTC',
      about: 'The IANA zone of every time in the file: America/New_York.',
    },
    venue: { kind: 'text', noun: 'venue', about: 'Where it takes place.' },
    organizer: { kind: 'text', noun: 'organizer', about: 'Who holds it.' },
    url: { kind: 'url', noun: 'address', about: 'Its page.' },
    status: { kind: 'choice', noun: 'status', of: AGENDA_STATUSES, about: 'How far the agenda is settled.' },
    interpretation: {
      kind: 'languages',
      noun: 'interpretation',
      about: 'The languages of interpretation, where a session or its room says nothing else.',
    },
    links: { kind: 'links', noun: 'links', default: [], about: 'Its documents and streams.' },
    /** A date or a time with offset, as written; `instantOf` reads it. */
    updated: {
      kind: 'updated',
      noun: 'date of update',
      about: 'When the agenda last changed: a date, or a time with offset.',
    },
    /** The SEQUENCE of its events (RFC 5545 §3.8.7.4). */
    revision: { kind: 'count', noun: 'revision', about: 'Counts the published changes; calendars call it SEQUENCE.' },
    /** Ids of the rooms of a session that names none. */
    room: {
      kind: 'rooms',
      noun: 'usual room',
      default: [],
      about: 'The room, or rooms, of a session that names none.',
    },
    rooms: { kind: 'roomMap', noun: 'rooms', default: [], about: 'The rooms, by id.' },
    people: { kind: 'people', noun: 'people', default: [], about: 'Those who appear more than once, by id.' },
    days: {
      kind: 'days',
      noun: 'days',
      required: 'a list of days and their sessions',
      default: [],
      about: 'The days, in order.',
    },
    lint: {
      kind: 'lint',
      noun: 'weights of rules',
      default: {},
      about: 'How much a rule matters here: off, info, warning or error, by rule.',
    },
  },
  room: {
    name: {
      kind: 'text',
      noun: 'names',
      required: 'the name on the door',
      default: {},
      about: 'The name on the door.',
    },
    /** Seats. */
    capacity: { kind: 'count', noun: 'capacities', about: 'How many people it seats.' },
    floor: { kind: 'text', noun: 'floors', about: 'Where in the building.' },
    /** A foyer, a poster hall, a video link: never double-booked. */
    shared: {
      kind: 'flag',
      noun: 'which are shared',
      about: 'True for a foyer, a poster hall, a video link: never double-booked.',
    },
    /** Where to join by video. */
    url: { kind: 'webUrl', noun: 'links to join', about: 'The link to join by video.' },
    interpretation: {
      kind: 'languages',
      noun: 'languages of interpretation',
      about: 'The languages of interpretation in this room; [] for none.',
    },
  },
  person: PERSON_FIELDS,
  day: {
    /** Absent when what is written is no date: such a day has no place in a listing. */
    date: {
      kind: 'date',
      noun: 'dates of days',
      required: 'the date of the day, such as 2018-03-26',
      about: 'The date: 2018-03-26.',
    },
    title: { kind: 'text', noun: 'titles of days', about: 'What the day is called.' },
    /** Ids of the rooms of a session of this day that names none. */
    room: {
      kind: 'rooms',
      noun: 'rooms of days',
      about: 'The room, or rooms, of a session of this day that names none.',
    },
    sessions: {
      kind: 'sessions',
      noun: 'sessions',
      required: 'a list of the sessions of the day',
      default: [],
      about: 'Its sessions, in order.',
    },
  },
  session: {
    id: {
      kind: 'id',
      noun: 'id',
      required: 'a name that no other session has, such as opening',
      default: '',
      about: 'Unique in the file; calendars know the session by it.',
    },
    /** Absent when what is written could not be read: such a session has no place in a listing. */
    time: {
      kind: 'time',
      noun: 'time',
      required: 'start and end, such as 10:00-10:30',
      about:
        'Start and end: 10:00-10:30; +1 is the next day; 19:00- has no announced end; morning, afternoon, evening or tbc where no clock is announced.',
    },
    type: {
      kind: 'choice',
      noun: 'type',
      of: SESSION_TYPES,
      default: 'session',
      about: 'What kind of session; session when absent.',
    },
    title: {
      kind: 'text',
      noun: 'title',
      required: 'the name of the session',
      default: {},
      about: 'What it is called.',
    },
    subtitle: { kind: 'text', noun: 'subtitle', about: 'The second line of the title.' },
    description: { kind: 'text', noun: 'description', about: 'What it is about.' },
    room: { kind: 'rooms', noun: 'room', about: 'The room, or rooms; [] for none.' },
    moderators: { kind: 'appearances', noun: 'who moderates', default: [], about: 'Who moderates.' },
    speakers: { kind: 'appearances', noun: 'who speaks', default: [], about: 'Who speaks, in order.' },
    items: {
      kind: 'items',
      noun: 'items',
      default: [],
      about: 'Papers and statements without a time of their own, in order.',
    },
    organizer: { kind: 'text', noun: 'organizer', about: 'Who holds it: of a side event.' },
    track: { kind: 'text', noun: 'track', about: 'The thread of the programme it belongs to.' },
    tags: { kind: 'tags', noun: 'tags', default: [], about: 'Words to find it by.' },
    /** BCP 47 tags of the languages spoken. */
    languages: { kind: 'languages', noun: 'languages', default: [], about: 'The languages spoken (BCP 47).' },
    /** BCP 47 tags; absent to take those of the session around it, its rooms or the agenda, empty for none. */
    interpretation: {
      kind: 'languages',
      noun: 'interpretation',
      about: 'The languages of interpretation (BCP 47); [] for none.',
    },
    status: {
      kind: 'choice',
      noun: 'status',
      of: SESSION_STATUSES,
      about: 'Whether it takes place; confirmed when absent.',
    },
    url: { kind: 'url', noun: 'address', about: 'Its page.' },
    links: { kind: 'links', noun: 'links', default: [], about: 'Its documents, slides, streams.' },
    /** Its parts. */
    sessions: { kind: 'sessions', noun: 'parts', default: [], about: 'Its parts, each inside its time.' },
  },
  /** A paper or a statement within a session. */
  item: {
    title: {
      kind: 'text',
      noun: 'titles',
      required: 'what the paper or statement is called',
      default: {},
      about: 'What the paper or statement is called.',
    },
    speakers: { kind: 'appearances', noun: 'who speaks', default: [], about: 'Who gives it, in order.' },
    note: { kind: 'text', noun: 'notes', about: 'Shown after the title.' },
    url: { kind: 'url', noun: 'addresses', about: 'Its page.' },
  },
  /** Something to open: a document, slides, a stream. */
  link: {
    title: {
      kind: 'text',
      noun: 'titles',
      required: 'what the link is called',
      default: {},
      about: 'What the link is called.',
    },
    url: {
      kind: 'url',
      noun: 'addresses',
      required: 'the address of the document',
      default: '',
      about: 'Its address.',
    },
  },
  /** A person of `people` in a session, with what is particular to this appearance. */
  appearance: {
    /** The person's id. */
    person: {
      kind: 'person',
      noun: 'who appears',
      required: 'the id of a person in people',
      default: '',
      about: 'The id of a person in people.',
    },
    ...APPEARANCE_FIELDS,
    /** The function for this appearance, in place of the person's. */
    title: { kind: 'text', noun: 'functions', about: 'The function for this appearance.' },
    /** The organisation for this appearance, in place of the person's. */
    org: { kind: 'text', noun: 'organisations', about: 'The organisation for this appearance.' },
  },
  /** A person who is described where they speak. */
  inlinePerson: { ...PERSON_FIELDS, ...APPEARANCE_FIELDS },
} as const satisfies Record<string, Fields>;

/** The name of a table of fields: what they describe. */
export type TableName = keyof typeof FIELDS;

/** The names of the fields of a table that are of some kinds. */
export type FieldsOf<T extends Fields, K extends Kind> = {
  [Name in keyof T & string]: T[Name]['kind'] extends K ? Name : never;
}[keyof T & string];

/** The names of the fields of a table that are of a kind, in its order. */
export function fieldsOf<T extends Fields, K extends Kind>(table: T, kind: K): readonly FieldsOf<T, K>[] {
  return Object.keys(table).filter((name): name is FieldsOf<T, K> => table[name]?.kind === kind);
}

/** What a field holds, where each kind holds this: of a choice, one of its words. */
export type ValueOf<F extends Field, Kinds> = F extends { readonly of: readonly (infer Choice)[] }
  ? Choice
  : F['kind'] extends keyof Kinds
    ? Kinds[F['kind']]
    : never;

/** The names of the fields of a table that have a default. */
export type Always<T extends Fields> = {
  [Name in keyof T]: T[Name] extends { readonly default: unknown } ? Name : never;
}[keyof T];

/** What the model holds of the fields of a table, those apart that hold other tables. */
export type Decoded<T extends Fields> = {
  -readonly [Name in FieldsOf<T, ValueKind> & Always<T>]: ValueOf<T[Name], ValueKinds>;
} & {
  -readonly [Name in Exclude<FieldsOf<T, ValueKind>, Always<T>>]?: ValueOf<T[Name], ValueKinds>;
};

/** The form of an id of an agenda, a session, a room or a person. */
export const ID = /^[a-z0-9][a-z0-9_-]*$/;

/** The form of a `webUrl`. */
export const WEB_URL_FORM = /^https?:\/\/[^\s/?#]\S*$/i;

/** The form of a `url`. */
export const URL_FORM = /^(?:https?:\/\/[^\s/?#]\S*|mailto:[^\s@]+@[^\s@]+)$/i;
