import type { Agenda, Person, SessionType } from '../../model/agenda.js';
import type { Minutes } from '../../model/time.js';
import { titleOf } from '../../query/agenda-index.js';
import { endOf, type LeafSession, leafSessions } from '../../query/leaves.js';
import type { Presentation } from '../../query/presentation.js';
import { isTimed, type ScheduledSession, type TimedSession } from '../../query/scheduled-sessions.js';
import { cast, sessions } from '../../query/walk.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions } from '../selection.js';
import { cleanLine, cleanLines, clockOf, webAddress } from './clean-text.js';
import { acronymOf, guidOf, numbers, slugOf } from './guids.js';

export interface ScheduleEvent {
  readonly id: number;
  readonly guid: string;
  readonly slug: string;
  /** The instant of the start, ISO 8601 with offset. */
  readonly date: string;
  /** The clock of the start: `09:30`. */
  readonly start: string;
  /** The instant of the announced end. */
  readonly end?: string;
  /** `01:30`; also where no end is announced. */
  readonly duration: string;
  readonly title: string;
  readonly subtitle: string;
  readonly track: string;
  readonly type: string;
  /** BCP 47. */
  readonly language: string;
  readonly description: string;
  readonly url?: string;
  /** Those of the web. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly persons: readonly SchedulePerson[];
}

export interface SchedulePerson {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly bio: string;
  readonly url?: string;
}

/** What an end that is not announced is taken for, unless the room is used again before. */
const ASSUMED_LENGTH: Minutes = 60;

/**
 * The entries that become events: a room holds one event at a time, so of a session and its parts only the parts. No
 * event can be cancelled, so what is cancelled is none; nor can one be without a time by the clock.
 */
export function scheduled(request: ExportRequest): readonly TimedSession[] {
  const held = exportedSessions(request).filter(({ status }) => status !== 'cancelled');
  const wholes = new Set<ScheduledSession>();
  for (const entry of held.filter(isTimed)) for (const whole of ancestorsOf(entry)) wholes.add(whole);
  return held.filter(isTimed).filter(entry => !wholes.has(entry));
}

/** The sessions that an entry is part of, the nearest first. */
export function ancestorsOf({ parent }: ScheduledSession): readonly ScheduledSession[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}

/** The name of the one room that an event has: its first, else where everything is. */
export function placeOf({ rooms: [first] }: ScheduledSession, view: Presentation): string {
  return first === undefined ? unnamedPlace(view) : cleanLine(view.text(view.room(first).name));
}

/** The events that are at once with another in the one room that a schedule has for both. */
export function overlapping(events: readonly TimedSession[], view: Presentation): readonly TimedSession[] {
  const found = new Set<ScheduledSession>();
  const before = new Map<string, TimedSession>();
  for (const entry of [...events].sort((a, b) => a.start - b.start)) {
    const room = placeOf(entry, view);
    const last = before.get(room);
    if (last !== undefined && endOf(last) > entry.start) found.add(last).add(entry);
    if (last === undefined || endOf(entry) > endOf(last)) before.set(room, entry);
  }
  return events.filter(entry => found.has(entry));
}

/** What stands for the room of a session without one: the venue, else the title of the agenda. */
export function unnamedPlace(view: Presentation): string {
  return cleanLine(view.text(view.agenda.venue)) || cleanLine(view.text(view.agenda.title));
}

/** As parts, these take no people from their session: its moderator does not lead its coffee break. */
const TAKES_NOBODY: ReadonlySet<string> = new Set<SessionType>(['break', 'registration']);

/**
 * Describes entries as events. A part takes from the session it is part of: its title as subtitle, its track, languages
 * and address where it has none, and the people who are listed on no part, but for a break or a registration.
 */
export function eventMaker(agenda: Agenda, view: Presentation): (entry: TimedSession) => ScheduleEvent {
  const acronym = acronymOf(agenda.id);
  const guid = (id: string) => guidOf(agenda.id, 'session', id);
  const ids = [...sessions(agenda)].map(({ session }) => session.id);
  const number = numbers(ids, guid);
  const all = leafSessions(agenda);
  const people = new Map(all.map(leaf => [leaf.entry.session, leaf.people]));
  const person = personMaker(agenda, view);
  const next = nextUse(all);
  return entry => {
    const { session, path, parent } = entry;
    const { start, end, minutes } = view.instants(entry);
    const id = number.get(session.id) ?? 0;
    const own = [entry, ...ancestorsOf(entry)].map(one => one.session);
    const url = own.flatMap(one => webAddress(one.url) ?? [])[0];
    const listed = new Set(cast(session, path).map(({ appearance }) => appearance.person));
    const persons = TAKES_NOBODY.has(session.type) ? listed : (people.get(session) ?? listed);
    return {
      id,
      guid: guid(session.id),
      slug: slugOf(acronym, id, session.id),
      date: start,
      start: start.slice(11, 16),
      ...(end !== null && minutes !== null && { end }),
      duration: clockOf(minutes ?? Math.min(ASSUMED_LENGTH, next(entry) - entry.start)),
      title: cleanLine(view.text(titleOf(session))),
      subtitle: cleanLine(view.text(session.subtitle)) || (parent ? cleanLine(view.text(titleOf(parent.session))) : ''),
      track: own.map(one => cleanLine(view.text(one.track))).find(Boolean) ?? '',
      type: session.type,
      language: own.flatMap(one => one.languages)[0] ?? '',
      description: cleanLines(view.text(session.description)),
      ...(url !== undefined && { url }),
      links: session.links.flatMap(link => {
        const address = webAddress(link.url);
        return address === undefined ? [] : [{ title: cleanLine(view.text(link.title)), url: address }];
      }),
      persons: [...persons].map(id => person(view.person(id))),
    };
  };
}

function personMaker(agenda: Agenda, view: Presentation): (person: Person) => SchedulePerson {
  const guid = (id: string) => guidOf(agenda.id, 'person', id);
  const number = numbers(
    agenda.people.map(({ id }) => id),
    guid,
  );
  return ({ id, name, bio, url }) => {
    const address = webAddress(url);
    return {
      id: number.get(id) ?? 0,
      guid: guid(id),
      name: cleanLine(view.text(name)),
      bio: cleanLines(view.text(bio)),
      ...(address !== undefined && { url: address }),
    };
  };
}

/** When the room of an entry is used next after its start, in local minutes since 1970-01-01. */
function nextUse(all: readonly LeafSession[]): (entry: TimedSession) => Minutes {
  const starts = new Map<string, Minutes[]>();
  for (const { entry, start } of all) {
    for (const room of entry.rooms) {
      const known = starts.get(room);
      if (known === undefined) starts.set(room, [start]);
      else known.push(start);
    }
  }
  for (const list of starts.values()) list.sort((a, b) => a - b);
  return ({ rooms: [first = ''], start }) => {
    const list = starts.get(first) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return list[low] ?? Number.POSITIVE_INFINITY;
  };
}
