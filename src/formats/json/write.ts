import type { Text } from '../../model/localized.js';
import { sortedPeople } from '../../query/people.js';
import {
  agendaRecord,
  fullSessionRecord,
  inEveryLanguage,
  personRecord,
  roomRecord,
  type Shown,
} from '../../query/records.js';
import type { ExportRecord } from '../../schema/export.js';
import { safeJson } from '../../text/json.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions, includedPeople, includedRooms } from '../selection.js';

export { keeps } from './keeps.js';

/**
 * `{agenda, rooms, people, sessions}` of the records that every JSON output gives, times with the offset of the agenda's
 * own zone; their schema is schema/export.schema.json, and schema/export-all.schema.json where every language is wanted. Of a
 * part of an agenda, only the rooms and people of its sessions; people only with their appearances in it.
 */
export function write(request: ExportRequest): string {
  const { presentation, options } = request;
  if (!options.everyLanguage) return safeJson(exportRecord(request, presentation) satisfies ExportRecord);
  return safeJson(exportRecord(request, inEveryLanguage(presentation)) satisfies ExportRecord<Text>);
}

function exportRecord<T>(request: ExportRequest, shown: Shown<T>) {
  const people = sortedPeople(includedPeople(request), ({ person }) => person, request.presentation);
  return {
    agenda: agendaRecord(shown.agenda, shown),
    rooms: includedRooms(request).map(room => roomRecord(room, shown)),
    people: people.map(({ person, here }) => personRecord(person, here, shown)),
    sessions: exportedSessions(request).map(entry => fullSessionRecord(entry, shown)),
  };
}
