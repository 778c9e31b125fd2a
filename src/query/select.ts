import { type Agenda, SESSION_TYPES, type Session } from '../model/agenda.js';
import { FIELDS, fieldsOf } from '../model/fields.js';
import { fold } from '../text/fold.js';
import { findPeople } from './people.js';
import { type ScheduledSession, scheduledSessions } from './scheduled-sessions.js';
import { cast } from './walk.js';

/** Which sessions: within a filter any of its values, between filters all. Values are as a person types them. */
export interface Filters {
  /** Dates or numbers from 1. */
  readonly day?: readonly string[];
  /** Ids or names. */
  readonly room?: readonly string[];
  readonly type?: readonly string[];
  readonly track?: readonly string[];
  readonly speaker?: readonly string[];
  readonly search?: readonly string[];
}

/** A filter value that names nothing in the agenda. */
export interface UnknownChoice {
  readonly filter: keyof Filters;
  readonly value: string;
  readonly choices: readonly string[];
}

type Test = (entry: ScheduledSession) => boolean;

/** The entries that pass every filter, in the order of `scheduledSessions`; or the first day, room or type that there is none of. */
export function select(agenda: Agenda, filters: Filters): readonly ScheduledSession[] | UnknownChoice {
  const tests: Test[] = [];
  for (const name of ['day', 'room', 'type'] as const) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const { find, choices, value } = CHOICES[name](agenda);
    const chosen = new Set<string>();
    for (const word of wanted) {
      const found = find(word);
      if (found.length === 0) return { filter: name, value: word, choices };
      for (const one of found) chosen.add(one);
    }
    tests.push(entry => value(entry).some(one => chosen.has(one)));
  }
  if (filters.track) tests.push(byTrack(filters.track));
  if (filters.speaker) tests.push(bySpeaker(agenda, filters.speaker));
  if (filters.search) tests.push(bySearch(filters.search));
  return scheduledSessions(agenda).filter(entry => tests.every(test => test(entry)));
}

/** A filter with a known set of values: what a typed word means, what there is, and what an entry has. */
interface Choice {
  readonly find: (word: string) => readonly string[];
  readonly choices: readonly string[];
  readonly value: (entry: ScheduledSession) => readonly string[];
}

const CHOICES: Readonly<Record<'day' | 'room' | 'type', (agenda: Agenda) => Choice>> = {
  day: ({ days }) => {
    const dates = [...new Set(days.flatMap(day => day.date ?? []))].sort();
    return {
      find: word => dates.filter((date, i) => date === word || String(i + 1) === word),
      choices: dates.map((date, i) => `${i + 1} (${date})`),
      value: entry => [entry.date],
    };
  },
  room: ({ rooms }) => ({
    find: word => {
      const wanted = fold(word);
      const named = rooms.filter(
        ({ id, name }) => id === word || Object.values(name).some(text => fold(text) === wanted),
      );
      return named.map(room => room.id);
    },
    choices: rooms.map(room => room.id),
    value: entry => entry.rooms,
  }),
  type: () => ({
    find: word => SESSION_TYPES.filter(type => type === fold(word)),
    choices: SESSION_TYPES,
    value: entry => [entry.session.type],
  }),
};

function byTrack(wanted: readonly string[]): Test {
  const names = new Set(wanted.map(fold));
  return ({ session }) => Object.values(session.track ?? {}).some(name => names.has(fold(name)));
}

function bySpeaker(agenda: Agenda, wanted: readonly string[]): Test {
  const ids = new Set(wanted.flatMap(query => findPeople(agenda, query).map(person => person.id)));
  return ({ session, path }) => [...cast(session, path)].some(({ appearance }) => ids.has(appearance.person));
}

function bySearch(wanted: readonly string[]): Test {
  const needles = wanted.map(fold);
  return ({ session }) => {
    const hay = texts(session).map(fold);
    return needles.some(needle => hay.some(text => text.includes(needle)));
  };
}

const TEXTS = fieldsOf(FIELDS.session, 'text');

function texts(session: Session): string[] {
  return [session.id, ...TEXTS.flatMap(name => Object.values(session[name] ?? {})), ...session.tags];
}
