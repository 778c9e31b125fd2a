import { isTimed, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast } from '../../query/walk.js';
import type { ExportRequest } from '../export-request.js';
import { type KeepsBothWays, LOST, type Scope, UNTOLD } from '../keeps.js';
import { scopeOf } from '../notices.js';
import { exportedSessions } from '../selection.js';
import { webAddress } from './clean-text.js';
import { ancestorsOf, overlapping, scheduled, unnamedPlace } from './events.js';

/** What a schedule.xml keeps of an agenda, and what comes back of it. */
export const keepsOfXml: KeepsBothWays = {
  agenda: {
    id: { in: '`acronym`, in GUIDs', back: 'same, by the GUID of a session' },
    title: { in: '`title`', back: 'on one line' },
    subtitle: LOST,
    description: LOST,
    language: UNTOLD,
    timezone: { in: '`time_zone_name`', back: 'same' },
    venue: { in: 'the room of what has none', back: '—', loses: 'value' },
    organizer: LOST,
    url: { in: '`base_url`', back: 'as an address' },
    status: { in: 'cancelled: no events', back: '—', loses: 'value' },
    interpretation: LOST,
    links: LOST,
    updated: { in: '`version`', back: '—' },
    revision: { in: '`version`', back: '—' },
    room: { in: '`room`', back: '—' },
    rooms: { in: 'where used', back: '—' },
    people: { in: 'where they appear', back: '—' },
    days: { in: '`day`', back: '—' },
    lint: UNTOLD,
  },
  room: {
    name: { in: '`name`', back: 'same' },
    capacity: LOST,
    floor: LOST,
    shared: LOST,
    url: LOST,
    interpretation: LOST,
  },
  person: {
    name: { in: '`person`', back: 'same' },
    sort: UNTOLD,
    honorific: LOST,
    title: LOST,
    org: LOST,
    country: LOST,
    url: LOST,
    bio: LOST,
  },
  day: {
    date: { in: '`date`', back: 'same' },
    title: LOST,
    room: { in: '`room`', back: '—' },
    sessions: { in: 'as events', back: '—' },
  },
  session: {
    id: { in: 'in `guid`, `id`, `slug`', back: 'same' },
    time: {
      in: '`date`, `start`, `duration`',
      back: 'where an end is announced',
      loses: [
        {
          whole: true,
          among: exportedSessions,
          when: entry => !isTimed(entry) && entry.status !== 'cancelled',
          says: sessions => `${sessions} of which no time is announced`,
        },
        {
          among: scheduled,
          when: ({ end }) => end === undefined,
          says: (sessions, one) => `that ${sessions} ${one ? 'has' : 'have'} no announced end`,
        },
      ],
    },
    type: { in: '`type`', back: 'same' },
    title: { in: '`title`', back: 'on one line' },
    subtitle: { in: '`subtitle`', back: 'same' },
    description: {
      in: '`description`',
      back: 'same',
      loses: [
        {
          among: replaced,
          when: ({ session }) => session.description !== undefined,
          says: sessions => `the description of ${sessions} with parts`,
        },
      ],
    },
    room: {
      in: 'the first, as `room`',
      back: 'the first, else the venue',
      loses: [
        { among: scheduled, when: ({ rooms }) => rooms.length > 1, says: sessions => `the other rooms of ${sessions}` },
        {
          among: scheduled,
          when: ({ rooms }) => rooms.length === 0,
          says: (sessions, one, presentation) =>
            `that ${sessions} ${one ? 'has' : 'have'} no room: “${unnamedPlace(presentation)}” stands for it`,
        },
        {
          among: request => overlapping(scheduled(request), request.presentation),
          when: () => true,
          says: sessions => `that ${sessions} overlap in one room: an app may show one over the other`,
        },
      ],
    },
    moderators: { in: 'among `persons`', back: '—', loses: 'value' },
    speakers: { in: 'among `persons`', back: 'after the moderators' },
    items: LOST,
    organizer: LOST,
    track: { in: '`track`', back: 'same' },
    tags: LOST,
    languages: {
      in: 'the first, as `language`',
      back: 'the first',
      loses: [
        { when: ({ session }) => session.languages.length > 1, says: sessions => `the other languages of ${sessions}` },
      ],
    },
    interpretation: LOST,
    status: {
      in: 'what is cancelled is left out',
      back: '—',
      loses: [
        {
          whole: true,
          among: exportedSessions,
          when: ({ status }) => status === 'cancelled',
          says: sessions => `${sessions}, cancelled`,
        },
        {
          among: scheduled,
          when: ({ status }) => status === 'tentative',
          says: (sessions, one) => `that ${sessions} ${one ? 'is' : 'are'} tentative`,
        },
      ],
    },
    url: {
      in: '`url`, of the web',
      back: 'as an address',
      loses: [
        {
          when: ({ session: { url } }) => url !== undefined && webAddress(url) === undefined,
          says: sessions => `the mail address of ${sessions}`,
        },
      ],
    },
    links: {
      in: '`links`, of the web',
      back: '—',
      loses: [
        {
          when: ({ session: { links } }) => links.some(({ url }) => webAddress(url) === undefined),
          says: sessions => `the mail addresses among the links of ${sessions}`,
        },
        {
          among: replaced,
          when: ({ session: { links } }) => links.length > 0,
          says: sessions => `the links of ${sessions} with parts`,
        },
      ],
    },
    sessions: {
      in: 'in place of their session',
      back: '—',
      loses: [
        {
          whole: true,
          among: replaced,
          when: () => true,
          says: (sessions, one) =>
            `${sessions} that ${one ? 'has' : 'have'} parts (${one ? 'its' : 'their'} parts are exported)`,
        },
        {
          among: scheduled,
          // The title of one goes into the subtitle of a part that has none of its own.
          when: entry => ancestorsOf(entry).length > (entry.session.subtitle === undefined ? 1 : 0),
          says: (sessions, one) => `what ${sessions} ${one ? 'is' : 'are'} part of`,
        },
      ],
    },
  },
  item: {
    title: LOST,
    speakers: { in: 'among `persons`', back: '—' },
    note: LOST,
    url: LOST,
  },
  link: {
    title: { in: '`links`', back: 'on one line' },
    url: { in: '`links`', back: 'as an address' },
  },
  appearance: {
    person: { in: 'by `guid`, `id`', back: 'same' },
    role: LOST,
    note: LOST,
    remote: LOST,
    title: LOST,
    org: LOST,
  },
};

/** The same of a schedule.json, which has rooms, people and the description of the agenda besides. */
export const keepsOfJson: KeepsBothWays = {
  agenda: {
    ...keepsOfXml.agenda,
    description: { in: '`description`', back: 'same' },
    timezone: { in: '`time_zone_name`, for most zones', back: 'same' },
    url: { in: '`url`, `base_url`', back: 'as an address' },
    rooms: { in: '`rooms`', back: '—' },
    days: { in: '`days`', back: '—' },
  },
  room: {
    ...keepsOfXml.room,
    capacity: { in: '`capacity`', back: 'same' },
    floor: { in: '`description`', back: '—' },
  },
  person: {
    ...keepsOfXml.person,
    name: { in: '`name`, `public_name`', back: 'same' },
    url: {
      in: '`url`, of the web',
      back: 'as an address',
      loses: [{ when: ({ url }) => url !== undefined && webAddress(url) === undefined }],
    },
    bio: { in: '`biography`', back: 'same' },
  },
  day: keepsOfXml.day,
  session: {
    ...keepsOfXml.session,
    time: { ...keepsOfXml.session.time, in: '`date`, `start`, `duration`, `end`' },
    url: { ...keepsOfXml.session.url, back: 'as an address, else that of the agenda' },
  },
  item: keepsOfXml.item,
  link: keepsOfXml.link,
  appearance: { ...keepsOfXml.appearance, person: { in: 'by `guid`', back: 'same' } },
};

/** The events and the sessions that they are part of, from which they take what they lack themselves, such as people. */
export function scope(request: ExportRequest): Scope {
  const { presentation } = request;
  const sessions = new Set(scheduled(request).flatMap(entry => [entry, ...ancestorsOf(entry)]));
  const item = [...sessions].flatMap(({ session }) => session.items);
  const appearance = [...sessions].flatMap(({ session, path }) => cast(session, path).map(one => one.appearance));
  const ids = new Set(appearance.map(({ person }) => person));
  return {
    ...scopeOf(request),
    session: [...sessions],
    item,
    link: [...sessions].flatMap(({ session }) => session.links),
    appearance,
    person: [...ids].map(id => presentation.person(id)),
  };
}

/** The exported sessions in whose place their parts are exported. */
function replaced(request: ExportRequest): readonly ScheduledSession[] {
  const events = new Set<ScheduledSession>(scheduled(request));
  return exportedSessions(request).filter(
    entry => entry.status !== 'cancelled' && isTimed(entry) && !events.has(entry),
  );
}
