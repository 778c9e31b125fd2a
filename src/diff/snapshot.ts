import type { Agenda, Session } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import { type TimeZone, type TimeZones, timeZones } from '../model/zone.js';
import { agendaIndex } from '../query/agenda-index.js';
import { interpretation, type ScheduledSession, scheduledSessions } from '../query/scheduled-sessions.js';
import { type Cells, collector, type Names, prefixed, tell } from './cells.js';

/** A session where it stands, with what a reader sees of it. */
export interface SessionState {
  /** Its id; of a second session with the same id, with its number behind. */
  readonly key: string;
  readonly session: Session;
  /** Absent without a date or a time. */
  readonly entry?: ScheduledSession;
  /** The key of the session that it is a part of. */
  readonly parent?: string;
  readonly cells: Cells;
}

/** One side of a comparison: what a reader sees of an agenda, flat. */
export interface Snapshot {
  readonly agenda: Agenda;
  readonly cells: Cells;
  /** By key, in file order. */
  readonly sessions: ReadonlyMap<string, SessionState>;
}

/** Nothing is known under another name. */
export const SAME_NAMES: Names = { person: id => id, room: id => id };

/** Those under their own names, by agenda: a version in a history is a side of two comparisons. */
const known = new WeakMap<Agenda, Snapshot>();

/** What a reader sees of an agenda, people and rooms under the names of the other side. Memoised where these are its own. */
export function snapshot(agenda: Agenda, names: Names = SAME_NAMES, zones: TimeZones = timeZones()): Snapshot {
  if (names !== SAME_NAMES) return made(agenda, names, zones);
  const found = known.get(agenda) ?? made(agenda, names, zones);
  known.set(agenda, found);
  return found;
}

function made(agenda: Agenda, names: Names, zones: TimeZones): Snapshot {
  const { cells, put } = collector();
  tell('agenda', agenda, put, { names });
  for (const room of agenda.rooms) tell('room', room, prefixed(`rooms.${names.room(room.id)}.`, put), { names });
  for (const person of agenda.people)
    tell('person', person, prefixed(`people.${names.person(person.id)}.`, put), { names });
  const titled = new Set<IsoDate>();
  for (const day of agenda.days) {
    if (day.date === undefined || titled.has(day.date)) continue;
    titled.add(day.date);
    tell('day', day, prefixed(`days.${day.date}.`, put), { names });
  }
  return { agenda, cells, sessions: states(agenda, names, zones.get(agenda.timezone)) };
}

function states(agenda: Agenda, names: Names, zone: TimeZone): ReadonlyMap<string, SessionState> {
  const index = agendaIndex(agenda);
  const entries = new Map(scheduledSessions(agenda).map(entry => [entry.session, entry]));
  const found = new Map<string, SessionState>();
  const gather = (list: readonly Session[], date: IsoDate | undefined, parent: string | undefined): void => {
    for (const session of list) {
      let key = session.id;
      for (let times = 2; found.has(key); times++) key = `${session.id}/${times}`;
      const entry = entries.get(session);
      const { cells, put } = collector();
      put('id', session.id);
      put('date', date);
      if (entry !== undefined) {
        put('rooms', [...new Set(entry.rooms)].map(names.room));
        put('interpretation', interpretation(entry, { agenda, room: index.room }));
      }
      put('status', entry?.status ?? session.status ?? 'confirmed');
      tell('session', session, put, { names, ...(date !== undefined && { day: { date, zone } }) });
      found.set(key, {
        key,
        session,
        cells,
        ...(entry !== undefined && { entry }),
        ...(parent !== undefined && { parent }),
      });
      gather(session.sessions, date, key);
    }
  };
  for (const day of agenda.days) gather(day.sessions, day.date, undefined);
  return found;
}
