import { safeJson } from '../../../text/json.js';
import type { ExportRequest } from '../../export-request.js';
import type { ScheduleEvent, SchedulePerson } from '../events.js';
import { type ScheduleRoom, schedule } from '../grid.js';

export { keepsOfJson as keeps, scope } from '../keeps.js';

const SCHEMA = 'https://c3voc.de/schedule/schema.json';

/** The zones that the schema has room for: most, but not `US/Eastern`. */
const ZONE = /^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/;

/**
 * A schedule.json, the same as schedule.xml says and a little more: valid against the schema that it names. People are
 * those of pretalx, with `name` and without `id`: with both, they would be of two kinds and of none.
 */
export function write(request: ExportRequest): string {
  const { version, acronym, title, description, url, zone, slot, days, rooms } = schedule(request);
  return safeJson({
    $schema: SCHEMA,
    generator: { name: 'idm' },
    schedule: {
      version,
      base_url: url,
      conference: {
        acronym,
        title,
        ...(description !== '' && { description }),
        start: days[0]?.date,
        end: days.at(-1)?.date,
        daysCount: days.length,
        timeslot_duration: slot,
        ...(ZONE.test(zone) && { time_zone_name: zone }),
        url,
        rooms: rooms.map(roomOf),
        days: days.map(({ index, date, start, end, rooms }) => ({
          index,
          date,
          day_start: start,
          day_end: end,
          rooms: Object.fromEntries(rooms.map(({ room: { name }, events }) => [name, events.map(eventIn(name, url))])),
        })),
      },
    },
  });
}

function roomOf({ name, guid, floor, capacity }: ScheduleRoom) {
  return { name, guid, description: floor || null, capacity: capacity ?? null };
}

/** Events of a room. An address is required: the conference's where there is none, else the GUID as a URN (RFC 9562 §4). */
function eventIn(room: string, home: string | undefined) {
  return ({ persons, links, end, url, track, language, ...one }: ScheduleEvent) => ({
    guid: one.guid,
    id: one.id,
    date: one.date,
    start: one.start,
    end,
    duration: one.duration,
    room,
    slug: one.slug,
    url: url ?? home ?? `urn:uuid:${one.guid}`,
    title: one.title,
    subtitle: one.subtitle,
    track: track || null,
    type: one.type,
    language: language || null,
    abstract: '',
    description: one.description,
    persons: persons.map(personOf),
    links,
  });
}

function personOf({ guid, name, bio, url }: SchedulePerson) {
  return { guid, name, public_name: name, biography: bio || null, ...(url !== undefined && { url }) };
}
