import type { Person, Room } from '../model/agenda.js';
import { appearances, type PersonAppearance } from '../query/people.js';
import { type ScheduledSession, scheduledSessions } from '../query/scheduled-sessions.js';
import type { ExportRequest } from './export-request.js';

/** The sessions that a writer writes: those that were chosen, without those that have parts where these are not wanted. */
export function exportedSessions({ selection, options }: ExportRequest): readonly ScheduledSession[] {
  return options.parents === false ? selection.filter(({ parts }) => parts.length === 0) : selection;
}

/** Someone in an export, and where they appear in it. */
export interface IncludedPerson {
  readonly person: Person;
  readonly here: readonly PersonAppearance[];
}

/** True when no filter left anything out. */
export function isWhole({ presentation, selection }: ExportRequest): boolean {
  return selection.length === scheduledSessions(presentation.agenda).length;
}

/** The people of an export, in file order: of a whole agenda everyone, of a part those who appear in it. */
export function includedPeople(request: ExportRequest): readonly IncludedPerson[] {
  const { agenda } = request.presentation;
  const whole = isWhole(request);
  const exported = new Set(exportedSessions(request).map(({ session }) => session));
  const everywhere = appearances(agenda);
  return agenda.people
    .map(person => ({
      person,
      here: (everywhere.get(person.id) ?? []).filter(({ entry }) => exported.has(entry.session)),
    }))
    .filter(({ here }) => whole || here.length > 0);
}

/** The rooms of an export, in file order: of a whole agenda all, of a part those of its sessions. */
export function includedRooms(request: ExportRequest): readonly Room[] {
  const whole = isWhole(request);
  const used = new Set(exportedSessions(request).flatMap(({ rooms }) => rooms));
  return request.presentation.agenda.rooms.filter(({ id }) => whole || used.has(id));
}
