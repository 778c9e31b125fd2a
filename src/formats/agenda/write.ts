import type { Agenda, Day, Room } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import type { Presentation } from '../../query/presentation.js';
import type { Export } from '../writer.js';
import { inlinePeople } from './inline-people.js';
import { layout, type Pair, type Yaml } from './layout.js';
import { subset } from './subset.js';
import { type Hand, personFields, sessionList } from './write-session.js';
import { byId, fields, literal, record, roomIds, string, type Texts, texts } from './write-values.js';

/** The sections that an empty line stands before. */
const SECTIONS = new Set(['rooms', 'people', 'days', 'lint']);

/**
 * The agenda in its own format, written canonically: the fields in the order of the format, times in one form, quotes only
 * where they are needed. Read again it is the same agenda, and written again it is the same text. Every language of a text
 * is there unless one was asked for: then the agenda is in that one, as far as its texts are. Comments are not part of it.
 */
export function write(given: Export): string {
  const pairs = agendaPairs(subset(given), given.presentation);
  return layout(pairs.map(pair => (SECTIONS.has(pair.key) ? { ...pair, apart: true } : pair)));
}

function agendaPairs(agenda: Agenda, presentation: Presentation): readonly Pair[] {
  const hand: Hand = { texts: texts(presentation), inline: inlinePeople(agenda) };
  const { room, rooms, people, days, lint } = agenda;
  const named = people.filter(({ id }) => !hand.inline.has(id));
  return record(FIELDS.agenda, {
    id: string(agenda.id),
    title: hand.texts(agenda.title),
    subtitle: hand.texts(agenda.subtitle),
    description: hand.texts(agenda.description),
    language: string(presentation.lang ?? agenda.language),
    timezone: string(agenda.timezone),
    venue: hand.texts(agenda.venue),
    organizer: hand.texts(agenda.organizer),
    url: string(agenda.url),
    status: string(agenda.status),
    updated: literal(agenda.updated),
    revision: literal(agenda.revision),
    room: room.length === 0 ? undefined : roomIds(room),
    rooms: byId(rooms.map(one => ({ key: one.id, value: roomOf(one, hand.texts) }))),
    people: byId(
      named.map((person, i) => ({
        key: person.id,
        value: fields(FIELDS.person, personFields(person, hand.texts)),
        apart: i > 0,
      })),
    ),
    days: { kind: 'list', items: days.map(day => dayOf(day, hand)), apart: true },
    lint: byId(Object.entries(lint).map(([key, text]) => ({ key, value: { kind: 'text', text } }))),
  });
}

/** A name alone stands without its field. */
function roomOf({ name, capacity, floor, shared }: Room, texts: Texts): Yaml {
  const written = texts(name);
  const alone = capacity === undefined && floor === undefined && shared === undefined;
  if (alone && written !== undefined) return written;
  return fields(FIELDS.room, {
    name: written,
    capacity: literal(capacity),
    floor: texts(floor),
    shared: literal(shared),
  });
}

function dayOf({ date, title, sessions }: Day, hand: Hand): Yaml {
  return fields(FIELDS.day, {
    date: literal(date),
    title: hand.texts(title),
    sessions: sessionList(sessions, hand),
  });
}
