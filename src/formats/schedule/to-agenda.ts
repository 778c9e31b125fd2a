import type { Agenda, Day } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import { type Text, UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { slug } from '../../text/fold.js';
import type { ReadOptions } from '../format.js';
import { aidsFor } from '../import/aids.js';
import { inLatin } from '../import/ids.js';
import { type decode, readText, withLines } from '../source/decode.js';
import type { IssueList, Issues, Span } from '../source/issues.js';
import { LIMITS, Stopped, stopped, tooLarge, tooMany } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { groupByDay, withoutCopies } from './days.js';
import { durationParser } from './durations.js';
import type { OwnIds } from './own-ids.js';
import { peopleOf } from './people.js';
import { roomsOf } from './rooms.js';
import { type SessionContext, sessionOf } from './session.js';
import { identityOf, sessionIds } from './session-ids.js';
import { issueList, type SourceDay, type SourceEvent, type SourceSchedule, type SourceValue } from './source.js';
import { languagesOf, type TextForms, textForms, textOf, urlOf } from './values.js';
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
export async function readSchedule(input: string | Uint8Array, options: ReadOptions, syntax: Syntax): Promise<Reading> {
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
  if (schedule === undefined) return unread(text, issues);
  const { accounts, notASchedule } = schedule;
  const source = bounded(schedule, issues);
  const events = [...source.days.flatMap(day => day.events), ...source.undatedEvents];
  if (events.length === 0 && notASchedule !== undefined) {
    accounts.report(issues);
    const { span, name, found } = notASchedule;
    const whose = DIALECTS[name] ?? `none that idm knows`;
    issues.add('no-session', { span }, `this ${syntax.name} has ${found}, and no event: it is ${whose}`, WAY_OUT);
    return unread(text, issues);
  }
  // Of texts that idm wrote, nothing is mark-up.
  const isOwn = source.generator === 'idm';
  const { transliterate, plain } = await aidsFor(namesIn(source, events), isOwn ? [] : marked(source, events));
  const ownIds = isOwn ? (await import('./own-ids.js')).ownIds(source.acronym?.value ?? '', events) : undefined;
  const given = { source, events, issues, transliterate, texts: textForms(plain), ownIds };
  return toAgenda(given, text, options);
}

/** Schedules of other programs with a root of the same name, by the element or field that they have for events. */
const DIALECTS: Readonly<Record<string, string>> = {
  entry: 'that of EuroPython',
  line: 'that of Giggity',
  item: 'that of Giggity',
  talks: 'that of another program',
};

const WAY_OUT = 'export the programme as frab, pretalx or c3voc have it, or as iCalendar (.ics)';

/** The names that ids are made of. */
function* namesIn({ rooms, days }: SourceSchedule, events: readonly SourceEvent[]): Generator<string> {
  for (const { name } of rooms) yield name.value;
  for (const day of days) for (const room of day.rooms) yield room.value;
  for (const { title, room, persons } of events) {
    if (title !== undefined) yield title.value;
    if (room !== undefined) yield room.value;
    for (const { name } of persons) if (name !== undefined) yield name;
  }
}

/** The texts of a schedule with a character of mark-up in them. */
function marked(schedule: SourceSchedule, events: readonly SourceEvent[]): readonly string[] {
  const found: string[] = [];
  const add = (text: string | undefined) => {
    if (text !== undefined && (text.includes('<') || text.includes('&'))) found.push(text);
  };
  const addValue = (value: SourceValue | undefined) => {
    if (value !== undefined) add(value.texts === undefined ? value.value : allOf(value));
  };
  const { title, subtitle, description, venue, city, rooms } = schedule;
  for (const value of [title, subtitle, description, venue, city]) addValue(value);
  for (const { name } of rooms) addValue(name);
  for (const event of events) {
    addValue(event.title);
    addValue(event.subtitle);
    addValue(event.abstract);
    addValue(event.description);
    addValue(event.track);
    addValue(event.room);
    addValue(event.within);
    addValue(event.type);
    for (const { name, bio, role } of event.persons) {
      add(name);
      add(bio);
      add(role);
    }
  }
  return found;
}

/** The texts of a value in all languages. */
function allOf({ value, texts }: SourceValue): string {
  return texts === undefined ? value : Object.values(texts).join('\n');
}

/** A schedule and what its agenda is made with; `issues` has what was reported of the syntax. */
interface Given {
  readonly source: SourceSchedule;
  readonly events: readonly SourceEvent[];
  readonly issues: IssueList;
  readonly transliterate: (text: string) => string;
  readonly texts: TextForms;
  readonly ownIds: OwnIds | undefined;
}

/** Makes an agenda of a schedule. */
function toAgenda(given: Given, text: string, options: ReadOptions): Reading {
  const { source: schedule, events, issues, transliterate, texts, ownIds } = given;
  const { accounts } = schedule;
  const places = sourceMap(text);
  const language = languagesOf(schedule.language, issues)[0];
  const plain = language ?? UNDETERMINED;
  const zone = (options.zones ?? timeZones()).get(scheduleZone(schedule, options, issues));
  const durationOf = durationParser(events, schedule.generator, accounts);
  const url = urlOf(schedule.url, undefined, issues);
  const rooms = roomsOf(schedule, events, plain, texts, transliterate);
  const roomOf = (event: SourceEvent) => rooms.of(event)?.id;
  const identities = new Map(events.map(event => [event, identityOf(event)]));
  const days = groupByDay(schedule, { zone, issues, accounts, durationOf });
  const grouped = withoutCopies(days, { identities, roomOf, issues });
  const timed = grouped.flatMap(day => day.events);
  const people = peopleOf(
    timed.map(({ event }) => event),
    plain,
    texts,
    transliterate,
  );
  const ids = sessionIds(timed, {
    acronym: schedule.acronym?.value ?? '',
    identities,
    roomOf,
    transliterate,
    ...(ownIds && { ownId: ownIds.session }),
  });
  const context: SessionContext = {
    rooms,
    people,
    language: plain,
    baseUrl: url,
    sourceMap: places,
    issues,
    accounts,
    texts,
    ids,
  };
  const agendaDays = grouped.map(({ date, events, source }, i): Day => {
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
  for (const { person, span: at } of people.list) places.record(['people', person.id], at);
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
  accounts.report(issues);
  const name = inLatin(schedule.title?.value ?? '', transliterate);
  const agenda: Agenda = {
    id: ownIds?.agenda ?? (slug(schedule.acronym?.value ?? '') || slug(name) || 'schedule'),
    title: textOf(schedule.title, plain, texts.oneLine) ?? {},
    ...optional('subtitle', textOf(schedule.subtitle, plain, texts.oneLine)),
    ...optional('description', textOf(schedule.description, plain, texts.lines)),
    ...optional('language', language),
    timezone: zone.name,
    ...optional('venue', venueOf(schedule, plain, texts)),
    ...optional('url', url),
    links: [],
    room: [],
    rooms: rooms.list.map(({ room }) => room),
    people: people.list.map(({ person }) => person),
    days: agendaDays,
    lint: {},
  };
  return { agenda, faults: issues.list, source: places.source, foreign: true };
}

/** The place of the conference, with its city. */
function venueOf({ venue, city }: SourceSchedule, language: string, { oneLine }: TextForms): Text | undefined {
  const [place, town] = [textOf(venue, language, oneLine), textOf(city, language, oneLine)];
  if (place === undefined || town === undefined) return place ?? town;
  const tags = new Set([...Object.keys(place), ...Object.keys(town)]);
  const inTag = (text: Text, tag: string) => text[tag] ?? Object.values(text)[0];
  return Object.fromEntries([...tags].map(tag => [tag, `${inTag(place, tag)}, ${inTag(town, tag)}`]));
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
    return kept.map(event => {
      const persons = first(event.persons, LIMITS.values, 'this event', 'people');
      return persons === event.persons ? event : { ...event, persons };
    });
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
