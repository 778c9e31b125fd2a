import { slug } from '../model/fold.js';
import { freeIds } from './ids.js';
import type { ScheduleEvent } from './schedule.js';

/**
 * The ids of sessions, for events in the order of the file: the slug without the acronym and number that lead it, else
 * the id, the GUID or the title. What the file takes for one event keeps one id: equal GUIDs, or equal ids or slugs
 * without a GUID (one talk at two times has two).
 */
export function sessionIds(acronym: string): (event: ScheduleEvent) => string {
  const known = new Map<string, string>();
  const unique = freeIds();
  const used = new Set<string>();
  const slugs = new Set<string>();
  return event => {
    const { id, guid, slug: own } = event;
    const identity = guid ? `guid ${guid.value}` : id ? `id ${id.value}` : own ? `slug ${own.value}` : undefined;
    const same = identity === undefined ? undefined : known.get(identity);
    if (same !== undefined) return same;
    const { short, whole } = stemsOf(event, acronym);
    const given = unique(used.has(short) && !slugs.has(whole) ? whole : short);
    used.add(given);
    slugs.add(whole);
    if (identity !== undefined) known.set(identity, given);
    return given;
  };
}

/** What an event may be called: of its slug where it has one, since that is made to be read; short, and in full. */
function stemsOf({ slug: own, id, guid, title }: ScheduleEvent, acronym: string) {
  const lead = `${slug(acronym)}-${slug(id?.value ?? '')}-`;
  const name = slug(id?.value ?? guid?.value ?? '');
  const whole = slug(own?.value ?? '') || (name === '' ? slug(title?.value ?? '') || 'event' : `event-${name}`);
  return { short: (whole.startsWith(lead) && slug(whole.slice(lead.length))) || whole, whole };
}
