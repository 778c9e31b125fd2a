import type { Presentation } from './presentation.js';
import type { ScheduledSession } from './scheduled-sessions.js';

/**
 * The chosen sessions of each day as a grid in JSON, rooms across, time down. `rows` are the instants at which one of them
 * begins or ends, ISO 8601 with offset. A session is in the rows from `from` to before `to`: in one row where no end is
 * announced; null where no clock is. Its `rooms` are empty where it has none.
 */
export function timetableRecords(entries: readonly ScheduledSession[], presentation: Presentation) {
  const days = new Map<string, ScheduledSession[]>();
  for (const entry of entries) {
    const day = days.get(entry.date);
    if (day === undefined) days.set(entry.date, [entry]);
    else day.push(entry);
  }
  return [...days].map(([date, here]) => {
    const times = here.map(entry => presentation.instants(entry));
    const rows = [...new Set(times.flatMap(({ start, end }) => [start, end]))]
      .filter(time => time !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b));
    const at = new Map(rows.map((time, i) => [time, i]));
    return {
      day: here[0]?.day ?? 0,
      date,
      rooms: roomsUsed(here, presentation),
      rows,
      cells: here.map(({ session, rooms }, i) => {
        const from = at.get(times[i]?.start ?? '') ?? null;
        const to = from === null ? null : Math.max(from + 1, at.get(times[i]?.end ?? '') ?? 0);
        return { session: session.id, rooms, from, to };
      }),
    };
  });
}

/** The ids of the rooms that sessions are in, in the order of the agenda; those that it does not know behind them. */
export function roomsUsed(entries: readonly ScheduledSession[], { agenda }: Presentation): readonly string[] {
  const used = new Set(entries.flatMap(({ rooms }) => rooms));
  return [...new Set([...agenda.rooms.map(({ id }) => id).filter(id => used.has(id)), ...used])];
}
