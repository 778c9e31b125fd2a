import type { Agenda, Day } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import { type Text, UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { slug } from '../../text/fold.js';
import type { ReadOptions } from '../format.js';
import { type decode, readText, withLines } from '../source/decode.js';
import type { IssueList, Issues, Span } from '../source/issues.js';
import { LIMITS, Stopped, stopped, tooLarge, tooMany } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { groupByDay } from './days.js';
import { peopleOf } from './people.js';
import { roomsOf } from './rooms.js';
import { type SessionContext, sessionOf } from './session.js';
import { issueList, type SourceDay, type SourceEvent, type SourceSchedule } from './source.js';
import { languagesOf, onOneLine, textOf, trimmedLines, urlOf } from './values.js';
import { scheduleZone } from './zone.js';

/** One of the syntaxes that a schedule may be in. */
export interface Syntax {
  /** The name of the format: `schedule.xml`. */
  readonly name: string;
  /** Decodes the bytes of a file; UTF-8 when absent. */
  readonly decode?: typeof decode;
  /** Parses a text, and reports what is wrong in it; undefined where it is no schedule. Fails with Stopped where it gives up. */
  parse(text: string, issues: IssueList): SourceSchedule | undefined;
}

/** Reads a schedule of either syntax. Throws nothing on what it reads. */
export function readSchedule(input: string | Uint8Array, options: ReadOptions, syntax: Syntax): Reading {
  const issues = issueList();
  const { text: decoded, isText } = readText(input, issues, syntax.decode);
  const text = withLines(decoded);
  if (!isText) return unread(text, issues);
  if (text.length > LIMITS.importedSize) return tooLarge(text, syntax.name);
  let schedule: SourceSchedule | undefined;
  try {
    // The tree of the parser is gone when the agenda is made.
    schedule = syntax.parse(text, issues);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const stop = issueList();
    stopped(stop, syntax.name, error);
    return unread(text, stop);
  }
  return schedule === undefined ? unread(text, issues) : toAgenda(schedule, text, issues, options);
}

/** Makes an agenda of a schedule; `issues` has what was reported of the syntax. */
function toAgenda(source: SourceSchedule, text: string, issues: IssueList, options: ReadOptions): Reading {
  const schedule = bounded(source, issues);
  const places = sourceMap(text);
  const language = languagesOf(schedule.language, issues)[0];
  const plain = language ?? UNDETERMINED;
  const zone = (options.zones ?? timeZones()).get(scheduleZone(schedule, options, issues));
  const events = [...schedule.days.flatMap(day => day.events), ...schedule.undatedEvents];
  const gathered = groupByDay(schedule, zone, issues);
  const inOrder = gathered.flatMap(({ events: slots }) => slots.map(({ event }) => event));
  const cast = peopleOf(inOrder, plain);
  const url = urlOf(schedule.url, undefined, issues);
  const rooms = roomsOf(schedule, events, plain, issues);
  const context: SessionContext = { rooms, people: cast, language: plain, baseUrl: url, sourceMap: places, issues };

  const days = gathered.map(({ date, events, source }, i): Day => {
    const at = ['days', i];
    if (source !== undefined) {
      places.record(at, source.date?.span ?? source.span, source.extent);
      places.record([...at, 'date'], source.date?.span ?? source.span);
    }
    return {
      ...(date !== undefined && { date }),
      sessions: events.map((event, j) => sessionOf(event, [...at, 'sessions', j], context)),
    };
  });
  for (const { room, span: at } of rooms.list) places.record(['rooms', room.id], at);
  for (const { person, span: at } of cast.list) places.record(['people', person.id], at);
  places.record([], schedule.span);
  for (const name of ['title', 'url', 'language', 'subtitle', 'description', 'venue'] as const) {
    const at = schedule[name]?.span;
    if (at !== undefined) places.record([name], at);
  }
  if (schedule.zone !== undefined) places.record(['timezone'], schedule.zone.span);
  if (schedule.title === undefined)
    issues.add(
      'missing-field',
      { span: schedule.span },
      'a conference needs title',
      `add title with ${FIELDS.agenda.title.required}`,
    );
  const agenda: Agenda = {
    id: slug(schedule.acronym?.value ?? '') || slug(schedule.title?.value ?? '') || 'schedule',
    title: textOf(schedule.title, plain, onOneLine) ?? {},
    ...optional('subtitle', textOf(schedule.subtitle, plain, onOneLine)),
    ...optional('description', textOf(schedule.description, plain, trimmedLines)),
    ...optional('language', language),
    timezone: zone.name,
    ...optional('venue', venueOf(schedule, plain)),
    ...optional('url', url),
    room: [],
    rooms: rooms.list.map(({ room }) => room),
    people: cast.list.map(({ person }) => person),
    days,
    lint: {},
  };
  return { agenda, faults: issues.list, source: places.source, foreign: true };
}

/** The place of the conference, with its city. */
function venueOf({ venue, city }: SourceSchedule, language: string): Text | undefined {
  const parts = [venue, city].flatMap(one => (one === undefined ? [] : onOneLine(one.value)));
  return parts.length === 0 ? undefined : { [language]: parts.join(', ') };
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: V });
}

type WithSpan = { readonly span: Span };

/** A schedule with as many days, rooms, events and people of an event as a conference can have; of more, issues. */
function bounded(schedule: SourceSchedule, issues: Issues): SourceSchedule {
  const first = <T extends WithSpan>(list: readonly T[], most: number, whole: string, what: string) => {
    const extra = list[most];
    if (extra === undefined) return list;
    tooMany(issues, whole, most, what, extra.span);
    return list.slice(0, most);
  };
  let count = 0;
  const events = (list: readonly SourceEvent[]) => {
    const extra = list[LIMITS.events - count];
    if (extra !== undefined) tooMany(issues, 'this schedule', LIMITS.events, 'events', extra.span);
    const kept = list.slice(0, Math.max(0, LIMITS.events - count));
    count += list.length;
    return kept.map(event => ({ ...event, persons: first(event.persons, LIMITS.values, 'this event', 'people') }));
  };
  const day = (one: SourceDay): SourceDay => ({
    ...one,
    rooms: first(one.rooms, LIMITS.values, 'this day', 'rooms'),
    events: events(one.events),
  });
  return {
    ...schedule,
    days: first(schedule.days, LIMITS.values, 'this schedule', 'days').map(day),
    undatedEvents: events(schedule.undatedEvents),
  };
}
