import type { Agenda, Session } from '../../model/agenda.js';
import { scheduledSessions } from '../../query/scheduled-sessions.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions, includedPeople, includedRooms } from '../selection.js';

/**
 * The agenda with the chosen sessions only, and the rooms and people that they need; the agenda itself when all are chosen.
 * A part whose session is not chosen takes its place, with the rooms and the status that it had from it.
 */
export function subset(request: ExportRequest): Agenda {
  const { agenda } = request.presentation;
  const chosen = new Map(exportedSessions(request).map(entry => [entry.session, entry]));
  if (chosen.size === scheduledSessions(agenda).length) return agenda;
  const keep = (session: Session): readonly Session[] => {
    const parts = session.sessions.flatMap(keep);
    const entry = chosen.get(session);
    if (entry === undefined) return parts;
    const { parent, status } = entry;
    if (parent === undefined || chosen.has(parent.session)) return [{ ...session, sessions: parts }];
    const inherited = { rooms: entry.rooms, ...(status === 'confirmed' ? {} : { status }) };
    return [{ ...session, ...inherited, sessions: parts }];
  };
  const days = agenda.days.map(day => ({ ...day, sessions: day.sessions.flatMap(keep) }));
  const kept = includedRooms(request);
  return {
    ...agenda,
    room: agenda.room.every(id => kept.some(room => room.id === id)) ? agenda.room : [],
    rooms: kept,
    people: includedPeople(request).map(({ person }) => person),
    days: days.filter(({ sessions }) => sessions.length > 0),
  };
}
