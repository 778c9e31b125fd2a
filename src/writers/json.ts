import { safeJson } from '../model/json.js';
import { entries } from '../query/entries.js';
import { lens } from '../query/lens.js';
import { appearances } from '../query/people.js';
import { agendaRecord, fullSessionRecord, personRecord, roomRecord } from '../query/records.js';
import { type Export, written } from './writer.js';

/**
 * `{agenda, rooms, people, sessions}` of the records that every JSON output gives, times with the offset of the agenda's
 * own zone. Of a part of an agenda, only the rooms and people of its sessions; people only with their appearances in it.
 */
export function write(given: Export): string {
  const { agenda } = given;
  const own = { ...lens(agenda), text: given.lens.text };
  const sessions = written(given);
  const chosen = new Set(sessions.map(({ session }) => session));
  const whole = given.entries.length === entries(agenda).length;
  const used = new Set(sessions.flatMap(({ rooms }) => rooms));
  const everywhere = appearances(agenda);
  const people = agenda.people.map(person => ({
    person,
    here: (everywhere.get(person.id) ?? []).filter(({ entry }) => chosen.has(entry.session)),
  }));
  return safeJson({
    agenda: agendaRecord(agenda, own),
    rooms: agenda.rooms.filter(({ id }) => whole || used.has(id)).map(room => roomRecord(room, own)),
    people: people
      .filter(({ here }) => whole || here.length > 0)
      .map(({ person, here }) => personRecord(person, here, own)),
    sessions: sessions.map(entry => fullSessionRecord(entry, own)),
  });
}
