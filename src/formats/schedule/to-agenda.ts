import type { Agenda, Day } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import { type Text, UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { slug } from '../../text/fold.js';
import type { ReadOptions } from '../format.js';
import type { IssueList, Issues, Span } from '../source/issues.js';
import { MOST_EVENTS, MOST_VALUES, tooMany } from '../source/limits.js';
import type { Reading } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { groupByDay } from './days.js';
import { castOf } from './people.js';
import { block, languagesOf, line, textOf, webUrl } from './read-values.js';
import { roomsOf } from './rooms.js';
import { type SessionContext, sessionOf } from './session.js';
import type { SourceDay, SourceEvent, SourceSchedule } from './source.js';
import { scheduleZone } from './zone.js';

/** Makes an agenda of a schedule, of whatever syntax it was; `issues` has what was reported of the syntax. */
export function modelOf(said: SourceSchedule, text: string, issues: IssueList, options: ReadOptions): Reading {
  const schedule = bounded(said, issues);
  const places = sourceMap(text);
  const language = languagesOf(schedule.language, issues)[0];
  const plain = language ?? UNDETERMINED;
  const zone = (options.zones ?? timeZones()).get(scheduleZone(schedule, options, issues));
  const events = [...schedule.days.flatMap(day => day.events), ...schedule.undatedEvents];
  const gathered = groupByDay(schedule, zone, issues);
  const inOrder = gathered.flatMap(({ slots }) => slots.map(({ event }) => event));
  const cast = castOf(inOrder, plain);
  const url = webUrl(schedule.url, undefined, issues);
  const rooms = roomsOf(schedule, events, plain, issues);
  const context: SessionContext = { rooms, cast, language: plain, base: url, places, issues };

  const days = gathered.map(({ date, slots, said }, i): Day => {
    const at = ['days', i];
    if (said !== undefined) {
      places.record(at, said.date?.at ?? said.at, said.whole);
      places.record([...at, 'date'], said.date?.at ?? said.at);
    }
    return {
      ...(date !== undefined && { date }),
      sessions: slots.map((slot, j) => sessionOf(slot, [...at, 'sessions', j], context)),
    };
  });
  for (const { room, at } of rooms.list) places.record(['rooms', room.id], at);
  for (const { person, at } of cast.list) places.record(['people', person.id], at);
  places.record([], schedule.at);
  for (const name of ['title', 'url', 'language', 'subtitle', 'description', 'venue'] as const) {
    const at = schedule[name]?.at;
    if (at !== undefined) places.record([name], at);
  }
  if (schedule.zone !== undefined) places.record(['timezone'], schedule.zone.at);
  if (schedule.title === undefined)
    issues.add(
      'missing-field',
      { span: schedule.at },
      'a conference needs title',
      `add title with ${FIELDS.agenda.title.required}`,
    );
  const agenda: Agenda = {
    id: slug(schedule.acronym?.value ?? '') || slug(schedule.title?.value ?? '') || 'schedule',
    title: textOf(schedule.title, plain, line) ?? {},
    ...optional('subtitle', textOf(schedule.subtitle, plain, line)),
    ...optional('description', textOf(schedule.description, plain, block)),
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
  const parts = [venue, city].flatMap(said => (said === undefined ? [] : line(said.value)));
  return parts.length === 0 ? undefined : { [language]: parts.join(', ') };
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: V });
}

type WithSpan = { readonly at: Span };

/** A schedule with as many days, rooms, events and people of an event as a conference can have; of more, issues. */
function bounded(schedule: SourceSchedule, issues: Issues): SourceSchedule {
  const first = <T extends WithSpan>(list: readonly T[], most: number, whole: string, what: string) => {
    const extra = list[most];
    if (extra === undefined) return list;
    tooMany(issues, whole, most, what, extra.at);
    return list.slice(0, most);
  };
  let count = 0;
  const events = (list: readonly SourceEvent[]) => {
    const extra = list[MOST_EVENTS - count];
    if (extra !== undefined) tooMany(issues, 'this schedule', MOST_EVENTS, 'events', extra.at);
    const kept = list.slice(0, Math.max(0, MOST_EVENTS - count));
    count += list.length;
    return kept.map(event => ({ ...event, persons: first(event.persons, MOST_VALUES, 'this event', 'people') }));
  };
  const day = (one: SourceDay): SourceDay => ({
    ...one,
    rooms: first(one.rooms, MOST_VALUES, 'this day', 'rooms'),
    events: events(one.events),
  });
  return {
    ...schedule,
    days: first(schedule.days, MOST_VALUES, 'this schedule', 'days').map(day),
    undatedEvents: events(schedule.undatedEvents),
  };
}
