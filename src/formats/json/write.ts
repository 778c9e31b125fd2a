import { sortedPeople } from '../../query/people.js';
import { agendaRecord, fullSessionRecord, personRecord, roomRecord } from '../../query/records.js';
import type { ExportRecord } from '../../schema/export.js';
import { safeJson } from '../../text/json.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions, includedPeople, includedRooms } from '../selection.js';

export { keeps } from './keeps.js';

/**
 * `{agenda, rooms, people, sessions}` of the records that every JSON output gives, times with the offset of the agenda's
 * own zone; their schema is schema/export.schema.json. Of a part of an agenda, only the rooms and people of its sessions; people only with their appearances in it.
 */
export function write(request: ExportRequest): string {
  const { presentation } = request;
  const record: ExportRecord = {
    agenda: agendaRecord(presentation.agenda, presentation),
    rooms: includedRooms(request).map(room => roomRecord(room, presentation)),
    people: sortedPeople(includedPeople(request), ({ person }) => person, presentation).map(({ person, here }) =>
      personRecord(person, here, presentation),
    ),
    sessions: exportedSessions(request).map(entry => fullSessionRecord(entry, presentation)),
  };
  return safeJson(record);
}
