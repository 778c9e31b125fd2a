import type { Agenda } from '../../model/agenda.js';
import type { IsoDate } from '../../model/date.js';
import { DAY, type Minutes } from '../../model/time.js';
import { instant, isoInstant, type TimeZone } from '../../model/zone.js';
import { joinTexts } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import { isTimed, scheduledSessions, type TimedSession } from '../../query/scheduled-sessions.js';
import type { ExportRequest } from '../export-request.js';
import { cleanLine, cleanLines, clockOf, webAddress } from './clean-text.js';
import { eventMaker, placeOf, type ScheduleEvent, scheduled, unnamedPlace } from './events.js';
import { acronymOf, guidOf } from './guids.js';

/** What schedule.xml and schedule.json both say of a conference (https://c3voc.de/wiki/schedule). Texts are clean. */
export interface Schedule {
  readonly version: string;
  readonly acronym: string;
  readonly title: string;
  readonly description: string;
  /** A web address. */
  readonly url?: string;
  /** IANA. */
  readonly zone: string;
  /** `00:15`: what all times are multiples of. */
  readonly slot: string;
  /** In the order of dates; at least one, as the formats ask for it. All of the agenda, whatever was chosen of it. */
  readonly days: readonly ScheduleDay[];
  /** Those of the agenda, and the place of what has none; each name once. */
  readonly rooms: readonly ScheduleRoom[];
}

export interface ScheduleDay {
  /** From 1. */
  readonly index: number;
  readonly date: IsoDate;
  /** Instants, ISO 8601 with offset. */
  readonly start: string;
  readonly end: string;
  /** Those with events. */
  readonly rooms: readonly { readonly room: ScheduleRoom; readonly events: readonly ScheduleEvent[] }[];
}

export interface ScheduleRoom {
  readonly name: string;
  readonly guid: string;
  readonly capacity?: number;
  readonly floor: string;
}

/** The clock at which one day becomes the next, as pretalx has it: apps take the end of a day for it. */
const DAY_CHANGE: Minutes = 4 * 60;
/** The slots that a grid is drawn in, in minutes: the largest that all times are multiples of. */
const SLOTS: readonly Minutes[] = [15, 5, 3, 1];

/** The schedule of what is exported. Numbers, days and rooms are those of the whole agenda: a filter changes none. */
export function schedule(request: ExportRequest): Schedule {
  const { presentation: view } = request;
  const { agenda } = view;
  const whole = scheduledSessions(agenda).filter(isTimed);
  const rooms = new Map(roomsOf(agenda, view, whole).map(room => [room.name, room]));
  const held = new Map<string, ScheduleEvent[]>();
  const event = eventMaker(agenda, view);
  for (const entry of [...scheduled(request)].sort((a, b) => a.start - b.start)) {
    const key = `${entry.date} ${placeOf(entry, view)}`;
    const known = held.get(key);
    if (known === undefined) held.set(key, [event(entry)]);
    else known.push(event(entry));
  }
  const url = webAddress(agenda.url);
  return {
    version: cleanLine(joinTexts([`revision ${agenda.revision ?? 0}`, agenda.updated ?? ''])),
    acronym: acronymOf(agenda.id),
    title: cleanLine(view.text(agenda.title)),
    description: cleanLines(view.text(agenda.description)),
    ...(url !== undefined && { url }),
    zone: agenda.timezone,
    slot: clockOf(slotOf(whole)),
    days: daysOf(agenda, whole, view.zones.get(agenda.timezone)).map(day => ({
      ...day,
      rooms: [...rooms.values()].flatMap(room => {
        const events = held.get(`${day.date} ${room.name}`);
        return events === undefined ? [] : [{ room, events }];
      }),
    })),
    rooms: [...rooms.values()],
  };
}

/** The rooms in file order, and the place of what has none. Rooms of one name are one. */
function roomsOf(agenda: Agenda, view: Presentation, whole: readonly TimedSession[]): ScheduleRoom[] {
  const ids = new Set([...agenda.rooms.map(({ id }) => id), ...whole.flatMap(entry => entry.rooms.slice(0, 1))]);
  const rooms = [...ids].map(id => {
    const { name, capacity, floor } = view.room(id);
    return {
      name: cleanLine(view.text(name)),
      guid: guidOf(agenda.id, 'room', id),
      ...(capacity !== undefined && { capacity }),
      floor: cleanLine(view.text(floor)),
    };
  });
  const nowhere = { name: unnamedPlace(view), guid: guidOf(agenda.id, 'room', ''), floor: '' };
  const needed = whole.some(entry => placeOf(entry, view) === nowhere.name);
  const names = new Set<string>();
  return [...rooms, ...(needed ? [nowhere] : [])].filter(({ name }) => !names.has(name) && names.add(name));
}

/**
 * The days by date, each from one change of day to the next: at four, or as early as a session begins. Apps such as
 * EventFahrplan put what begins before the clock of a day's end on the next date, so the end goes on only until just after
 * the last start, not until the last session is over. An agenda without days has an empty one, on the date of its update,
 * else in 1970.
 */
function daysOf(agenda: Agenda, whole: readonly TimedSession[], zone: TimeZone): Omit<ScheduleDay, 'rooms'>[] {
  const dates = [...new Set(agenda.days.flatMap(({ date }) => date ?? []))].sort();
  const change = whole.reduce((earliest, { time }) => Math.min(earliest, time.start), DAY_CHANGE);
  const slot = slotOf(whole);
  const ends = new Map<IsoDate, Minutes>();
  for (const { date, time } of whole) ends.set(date, Math.max(time.start + slot, ends.get(date) ?? change + DAY));
  const at = (date: IsoDate, minutes: Minutes) => isoInstant(instant(date, minutes, zone).ms, zone);
  const fallback = agenda.updated?.slice(0, 10) ?? '1970-01-01';
  return (dates.length === 0 ? [fallback] : dates).map((date, i) => ({
    index: i + 1,
    date,
    start: at(date, change),
    end: at(date, ends.get(date) ?? change + DAY),
  }));
}

function slotOf(whole: readonly TimedSession[]): Minutes {
  const all = (slot: Minutes) => whole.every(({ time: { start, end = 0 } }) => start % slot === 0 && end % slot === 0);
  return SLOTS.find(all) ?? 1;
}
