import type { ExportRequest } from '../export-request.js';
import { type KeepsBothWays, LOST, type Scope, UNLESS_CANCELLED, UNTOLD } from '../keeps.js';
import { scopeOf } from '../notices.js';

/** What is said of people only in the table of people. */
const WITH_PEOPLE = { in: 'with `--people`', back: '—', loses: 'value', unless: 'people' } as const;

/** What a table of sessions keeps of an agenda, and what comes back of it. */
export const keeps: KeepsBothWays = {
  agenda: {
    id: UNTOLD,
    title: UNTOLD,
    subtitle: LOST,
    description: LOST,
    language: UNTOLD,
    timezone: { in: '`timezone`', back: 'same' },
    venue: LOST,
    organizer: LOST,
    url: LOST,
    status: {
      in: 'cancelled, as `status`',
      back: '—',
      loses: UNLESS_CANCELLED,
    },
    interpretation: { in: '`interpretation`', back: '—' },
    links: LOST,
    updated: LOST,
    revision: UNTOLD,
    room: { in: '`rooms`', back: '—' },
    rooms: { in: 'where used', back: '—' },
    people: { in: 'where they appear', back: '—' },
    days: { in: '`day`, `date`', back: '—' },
    lint: UNTOLD,
  },
  room: {
    name: { in: '`rooms`', back: 'same' },
    capacity: LOST,
    floor: LOST,
    shared: LOST,
    url: LOST,
    interpretation: { in: '`interpretation`', back: '—' },
  },
  person: {
    name: { in: '`speakers`, `moderators`', back: 'same' },
    sort: UNTOLD,
    honorific: WITH_PEOPLE,
    title: WITH_PEOPLE,
    org: WITH_PEOPLE,
    country: WITH_PEOPLE,
    url: WITH_PEOPLE,
    bio: WITH_PEOPLE,
  },
  day: {
    date: { in: '`date`', back: 'same' },
    title: LOST,
    room: { in: '`rooms`', back: '—' },
    sessions: { in: 'as rows', back: '—' },
  },
  session: {
    id: { in: '`id`', back: 'same' },
    time: { in: '`start`, `end`, `time`', back: 'same' },
    type: { in: '`type`', back: 'same' },
    title: { in: '`title`', back: 'same' },
    subtitle: { in: '`subtitle`', back: 'same' },
    description: { in: '`description`', back: 'same' },
    room: { in: '`rooms`, `room_ids`', back: 'same' },
    moderators: { in: '`moderators`', back: 'same' },
    speakers: { in: '`speakers`', back: 'before those of the items' },
    items: { in: '`items`', back: '—' },
    organizer: { in: '`organizer`', back: 'same' },
    track: { in: '`track`', back: 'same' },
    tags: { in: '`tags`', back: 'same' },
    languages: { in: '`languages`', back: 'same' },
    interpretation: { in: '`interpretation`', back: 'same' },
    status: { in: '`status`', back: 'same' },
    url: { in: '`url`', back: 'same' },
    links: { in: '`links`', back: '—' },
    sessions: { in: '`parent`', back: 'same' },
  },
  item: {
    title: { in: '`items`', back: 'on one line' },
    speakers: { in: 'in `speakers`', back: '—' },
    note: LOST,
    url: LOST,
  },
  link: {
    title: { in: '`links`', back: 'on one line' },
    url: { in: '`links`', back: 'same' },
  },
  appearance: {
    person: { in: 'by name', back: 'same' },
    role: LOST,
    note: LOST,
    remote: LOST,
    title: LOST,
    org: LOST,
  },
};

/** A table of people speaks of nothing else. */
export function scope(request: ExportRequest): Scope {
  const all = scopeOf(request);
  return request.options.people ? { ...all, agenda: [], room: [], day: [], session: [] } : all;
}
