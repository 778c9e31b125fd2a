import { agendaRecord, fullSessionRecord, personRecord, roomRecord } from '../../query/records.js';
import type { ExportRecord } from '../../schema/export.js';
import { safeJson } from '../../text/json.js';
import { people, rooms } from '../selection.js';
import { type Export, written } from '../writer.js';

/**
 * `{agenda, rooms, people, sessions}` of the records that every JSON output gives, times with the offset of the agenda's
 * own zone; their schema is schema/export.schema.json. Of a part of an agenda, only the rooms and people of its sessions; people only with their appearances in it.
 */
export function write(given: Export): string {
  const { agenda, presentation } = given;
  const record: ExportRecord = {
    agenda: agendaRecord(agenda, presentation),
    rooms: rooms(given).map(room => roomRecord(room, presentation)),
    people: people(given).map(({ person, here }) => personRecord(person, here, presentation)),
    sessions: written(given).map(entry => fullSessionRecord(entry, presentation)),
  };
  return safeJson(record);
}
