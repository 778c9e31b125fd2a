import type { Always, FIELDS, Fields, ValueKinds, ValueOf } from './fields.js';

export {
  AGENDA_STATUSES,
  type AgendaStatus,
  LINT_LEVELS,
  type LintLevel,
  SESSION_STATUSES,
  SESSION_TYPES,
  type SessionStatus,
  type SessionType,
} from './fields.js';

/** What a field of each kind holds in the model. */
export interface ModelKinds extends ValueKinds {
  days: readonly Day[];
  sessions: readonly Session[];
  appearances: readonly Appearance[];
  items: readonly Item[];
  links: readonly Link[];
  people: readonly Person[];
  roomMap: readonly Room[];
}

type Present<T extends Fields, Names extends keyof T> = { readonly [Name in Names]: ValueOf<T[Name], ModelKinds> };
type Optional<T extends Fields, Names extends keyof T> = { readonly [Name in Names]?: ValueOf<T[Name], ModelKinds> };
/** What the model holds of a table. Both halves map names of the table itself, so that the doc comments of its rows stay. */
type Held<T extends Fields, Names extends keyof T = keyof T> = Present<T, Names & Always<T>> &
  Optional<T, Exclude<Names, Always<T>>>;

type Tables = typeof FIELDS;

/** One conference: what every reader gives and every rule, query and writer takes. */
export interface Agenda extends Held<Tables['agenda']> {}

export interface Room extends Held<Tables['room']> {
  readonly id: string;
}

export interface Person extends Held<Tables['person']> {
  readonly id: string;
  /** Written where they speak, not in `people`. */
  readonly inline?: true;
}

export interface Day extends Held<Tables['day'], Exclude<keyof Tables['day'], 'room'>> {
  /** Room ids of its sessions that name none; absent to take the agenda's, empty for none. */
  readonly rooms?: readonly string[];
}

export interface Session extends Held<Tables['session'], Exclude<keyof Tables['session'], 'room'>> {
  /** Room ids; absent to take the parent's or the agenda's, empty for none. */
  readonly rooms?: readonly string[];
}

/** A paper or a statement within a session, without a time of its own. */
export interface Item extends Held<Tables['item']> {}

/** A document, slides, a stream. */
export interface Link extends Held<Tables['link']> {}

/** One person in one session, as moderator or speaker. */
export interface Appearance extends Held<Tables['appearance']> {}
