import { type Agenda, type Person, SESSION_STATUSES, SESSION_TYPES, type Session } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import { FIELDS, fieldsOf } from '../model/fields.js';
import { localizer, spellings } from '../model/localized.js';
import { fold } from '../text/fold.js';
import { agendaIndex } from './agenda-index.js';
import { daysCalled } from './day-words.js';
import { findPeople } from './people.js';
import { interpretation, type ScheduledSession, scheduledSessions } from './scheduled-sessions.js';
import { cast, sessions } from './walk.js';

/**
 * Which sessions: within a filter any of its values, between filters all. Values are as a person types them: one with
 * commas is tried as a whole, then divided at them.
 */
export interface Filters {
  /** Dates, numbers from 1, or what people call a day: `today`, `monday`, `26 mar`. */
  readonly day?: readonly string[];
  /** Ids or names. */
  readonly room?: readonly string[];
  readonly type?: readonly string[];
  /** Names, in any language. */
  readonly track?: readonly string[];
  readonly speaker?: readonly string[];
  /** `confirmed`, `tentative`, `cancelled`, as inherited. */
  readonly status?: readonly string[];
  /** Language ranges (RFC 4647 §2.1), matched by basic filtering against what is spoken and interpreted. */
  readonly spoken?: readonly string[];
  readonly search?: readonly string[];
}

/** A filter value that names nothing in the agenda. */
export interface UnknownChoice {
  readonly filter: keyof Filters;
  readonly value: string;
  readonly choices: readonly string[];
}

type Test = (entry: ScheduledSession) => boolean;

/** One filter over one agenda. */
interface Filter {
  /** The sessions that a word asks for; undefined where it names nothing in the agenda. */
  readonly find: (word: string) => Test | undefined;
  /** All that a word can name, for a filter that refuses other words. */
  readonly choices?: readonly string[];
}

/**
 * The entries that pass every filter, in the order of `scheduledSessions`; or the first day, room, type, track, status or
 * language that there is none of. `today` gives the date in the zone of the agenda.
 */
export function select(
  agenda: Agenda,
  filters: Filters,
  today?: () => IsoDate,
): readonly ScheduledSession[] | UnknownChoice {
  const tests: Test[] = [];
  for (const name of Object.keys(FILTERS) as (keyof Filters)[]) {
    const values = filters[name];
    if (values === undefined) continue;
    const { find, choices } = FILTERS[name](agenda, today);
    const anyOf: Test[] = [];
    for (const value of values) {
      for (const [word, test] of divide(value, find)) {
        if (test !== undefined) anyOf.push(test);
        else if (choices !== undefined) return { filter: name, value: word, choices };
      }
    }
    tests.push(entry => anyOf.some(test => test(entry)));
  }
  return scheduledSessions(agenda).filter(entry => tests.every(test => test(entry)));
}

/** A name that has more commas than this is found only where nothing else is in its value. */
const MOST_COMMAS = 7;

/**
 * The words of a value, each with what it finds: the whole value where that finds something, else from the left the
 * longest run of its pieces that does, so that `Society, culture, Health` is two tracks where one is called
 * `Society, culture`. A piece that finds nothing in any run is a word by itself.
 */
function divide<T>(value: string, find: (word: string) => T | undefined): (readonly [word: string, found?: T])[] {
  const whole = find(value.trim());
  if (whole !== undefined) return [[value, whole]];
  const pieces = value.split(',');
  const words: (readonly [word: string, found?: T])[] = [];
  for (let at = 0; at < pieces.length; ) {
    let length = Math.min(MOST_COMMAS + 1, pieces.length - at);
    const run = () =>
      pieces
        .slice(at, at + length)
        .join(',')
        .trim();
    let found = find(run());
    while (found === undefined && length > 1) {
      length--;
      found = find(run());
    }
    words.push(found === undefined ? [run()] : [run(), found]);
    at += length;
  }
  return words;
}

const FILTERS: Readonly<Record<keyof Filters, (agenda: Agenda, today: (() => IsoDate) | undefined) => Filter>> = {
  day: (agenda, today) => {
    const dates = [...new Set(agenda.days.flatMap(day => day.date ?? []))].sort();
    return {
      find: word => {
        const exact = dates.find((date, i) => date === word || String(i + 1) === word);
        if (exact !== undefined) return entry => entry.date === exact;
        const called = daysCalled(word, dates, agenda, today);
        return called && (entry => called.includes(entry.date));
      },
      choices: dates.map((date, i) => `${i + 1} (${date})`),
    };
  },
  room: ({ rooms }) => ({
    find: word => {
      const wanted = fold(word);
      const found = rooms.filter(({ id, name }) => id === word || spellings(name).some(text => fold(text) === wanted));
      const ids = new Set(found.map(({ id }) => id));
      return ids.size === 0 ? undefined : entry => entry.rooms.some(id => ids.has(id));
    },
    choices: rooms.map(room => room.id),
  }),
  type: () => ({
    find: word => {
      const found = SESSION_TYPES.find(type => type === fold(word));
      return found && (({ session }) => session.type === found);
    },
    choices: SESSION_TYPES,
  }),
  track: agenda => {
    const tracks = sessions(agenda).flatMap(({ session: { track } }) => (track === undefined ? [] : [track]));
    const known = new Set(tracks.flatMap(track => spellings(track).map(fold)));
    const text = localizer(undefined, agenda.language);
    return {
      find: word => {
        const wanted = fold(word);
        if (!known.has(wanted)) return undefined;
        return ({ session }) => spellings(session.track).some(name => fold(name) === wanted);
      },
      choices: [...new Map(tracks.map(track => [fold(text(track)), text(track)])).values()],
    };
  },
  status: () => ({
    find: word => {
      const found = SESSION_STATUSES.find(status => status === fold(word));
      return found && (entry => entry.status === found);
    },
    choices: SESSION_STATUSES,
  }),
  speaker: agenda => ({
    find: word => {
      const ids = new Set(findPeople(agenda, word).map(({ id }) => id));
      if (ids.size === 0) return undefined;
      return ({ session, path }) => cast(session, path).some(({ appearance }) => ids.has(appearance.person));
    },
  }),
  spoken: agenda => {
    const index = agendaIndex(agenda);
    const understood = (entry: ScheduledSession) => [
      ...entry.session.languages,
      ...interpretation(entry, { agenda, room: index.room }),
    ];
    const choices = [...new Set(scheduledSessions(agenda).flatMap(understood))].sort();
    return {
      find: word => {
        const range = word.toLowerCase();
        const found = new Set(choices.filter(tag => `${tag.toLowerCase()}-`.startsWith(`${range}-`)));
        return found.size === 0 ? undefined : entry => understood(entry).some(tag => found.has(tag));
      },
      choices,
    };
  },
  search: agenda => {
    const { personOf } = agendaIndex(agenda);
    const folded = new Map(
      sessions(agenda).map(({ session, cast }) => [
        session,
        [...searched(session), ...cast.flatMap(({ appearance }) => namesOf(personOf(appearance)))].map(fold),
      ]),
    );
    return {
      find: word => {
        const wanted = fold(word);
        const found = new Set<Session>();
        for (const [session, texts] of folded) if (texts.some(text => text.includes(wanted))) found.add(session);
        return found.size === 0 ? undefined : ({ session }) => found.has(session);
      },
    };
  },
};

const TEXTS = fieldsOf(FIELDS.session, 'text');

/** The texts of a session that `--search` looks at. */
function searched(session: Session): readonly string[] {
  const items = session.items.flatMap(({ title, note }) => [...spellings(title), ...spellings(note)]);
  return [session.id, ...TEXTS.flatMap(name => spellings(session[name])), ...items, ...session.tags];
}

function namesOf({ id, name, org }: Person): readonly string[] {
  return [id, ...spellings(name), ...spellings(org)];
}
