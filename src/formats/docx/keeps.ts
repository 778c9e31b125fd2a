import { interpretation } from '../../query/scheduled-sessions.js';
import { type Keeps, LOST, UNTOLD } from '../keeps.js';
import { usualInterpretation, usualRooms } from './usual.js';

/** What a document keeps of an agenda: what a person reads. */
export const keeps: Keeps = {
  agenda: {
    id: UNTOLD,
    title: { in: 'title, property' },
    subtitle: { in: 'subtitle' },
    description: { in: 'paragraphs' },
    language: { in: 'property' },
    timezone: { in: 'a line' },
    venue: { in: 'a line' },
    organizer: { in: 'a line, property' },
    url: { in: 'link' },
    status: { in: 'a line' },
    interpretation: { in: 'a line' },
    links: { in: 'links' },
    updated: { in: 'footer, property' },
    revision: { in: 'footer' },
    room: { in: 'a line' },
    rooms: { in: 'where used' },
    people: { in: 'where they appear' },
    days: { in: 'headings, tables' },
    lint: UNTOLD,
  },
  room: {
    name: { in: 'a line' },
    capacity: LOST,
    floor: LOST,
    shared: LOST,
    url: { in: 'link' },
    interpretation: { in: 'a line of sessions' },
  },
  person: {
    name: { in: 'a line' },
    sort: UNTOLD,
    honorific: { in: 'before the name' },
    title: { in: 'after the name' },
    org: { in: 'after the name' },
    country: LOST,
    url: LOST,
    bio: LOST,
  },
  day: {
    date: { in: 'heading' },
    title: { in: 'heading' },
    room: { in: 'a line' },
    sessions: { in: 'rows' },
  },
  session: {
    id: UNTOLD,
    time: { in: 'first column' },
    type: { in: 'a line' },
    title: { in: 'heading' },
    subtitle: { in: 'a line' },
    description: { in: 'paragraphs' },
    room: {
      in: 'a line',
      loses: [
        {
          when: (entry, { presentation }) =>
            entry.rooms.length === 0 && usualRooms(entry, entry.parent, presentation).length > 0,
          says: (sessions, one) =>
            `that ${sessions} ${one ? 'has' : 'have'} no room: the usual one stands for ${one ? 'it' : 'them'}`,
        },
      ],
    },
    moderators: { in: 'a line, a list' },
    speakers: { in: 'a line, a list' },
    items: { in: 'a list' },
    organizer: { in: 'a line' },
    track: { in: 'a line' },
    tags: LOST,
    languages: { in: 'a line' },
    interpretation: {
      in: 'a line',
      loses: [
        {
          when: (entry, { presentation }) =>
            interpretation(entry, presentation).length === 0 &&
            usualInterpretation(entry, entry.parent, presentation).length > 0,
          says: (sessions, one) => `that ${sessions} ${one ? 'has' : 'have'} no interpretation`,
        },
      ],
    },
    status: { in: 'behind the title' },
    url: { in: 'link' },
    links: { in: 'links' },
    sessions: { in: 'rows' },
  },
  item: {
    title: { in: 'a line' },
    speakers: { in: 'a line' },
    note: { in: 'behind, in brackets' },
    url: { in: 'link' },
  },
  link: {
    title: { in: 'link' },
    url: { in: 'link' },
  },
  appearance: {
    person: { in: 'a line' },
    role: { in: 'behind, in brackets' },
    note: { in: 'behind, in brackets' },
    remote: { in: 'behind, in brackets' },
    title: { in: 'after the name' },
    org: { in: 'after the name' },
  },
};
