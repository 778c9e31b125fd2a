import type { Issues, Span } from '../source/issues.js';
import { MOST_EVENTS, MOST_VALUES, tooMany } from '../source/limits.js';
import type { Schedule, ScheduleDay, ScheduleEvent } from './source.js';

type Placed = { readonly at: Span };

/** A schedule with as many days, rooms, events and people of an event as a conference can have; of more, issues. */
export function bounded(schedule: Schedule, issues: Issues): Schedule {
  const first = <T extends Placed>(list: readonly T[], most: number, whole: string, what: string) => {
    const extra = list[most];
    if (extra === undefined) return list;
    tooMany(issues, whole, most, what, extra.at);
    return list.slice(0, most);
  };
  let count = 0;
  const events = (list: readonly ScheduleEvent[]) => {
    const extra = list[MOST_EVENTS - count];
    if (extra !== undefined) tooMany(issues, 'this schedule', MOST_EVENTS, 'events', extra.at);
    const kept = list.slice(0, Math.max(0, MOST_EVENTS - count));
    count += list.length;
    return kept.map(event => ({ ...event, persons: first(event.persons, MOST_VALUES, 'this event', 'people') }));
  };
  const day = (one: ScheduleDay): ScheduleDay => ({
    ...one,
    rooms: first(one.rooms, MOST_VALUES, 'this day', 'rooms'),
    events: events(one.events),
  });
  return {
    ...schedule,
    days: first(schedule.days, MOST_VALUES, 'this schedule', 'days').map(day),
    loose: events(schedule.loose),
  };
}
