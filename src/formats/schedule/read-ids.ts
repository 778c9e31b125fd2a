import { slug } from '../../text/fold.js';
import { freeIds } from '../import/ids.js';
import type { SourceEvent } from './source.js';

/**
 * The ids of sessions, for events in the order of the file: the slug without the acronym and number that lead it, else
 * the id, the GUID or the title. What the file takes for one event keeps one id: equal GUIDs, or equal ids or slugs
 * without a GUID (one talk at two times has two).
 */
export function sessionIds(acronym: string): (event: SourceEvent) => string {
  const [byGuid, byId, bySlug] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  const lead = `${slug(acronym)}-`;
  const unique = freeIds();
  const used = new Set<string>();
  const slugs = new Set<string>();
  return event => {
    const { id, guid, slug: own } = event;
    const known = guid ? byGuid : id ? byId : bySlug;
    const identity = (guid ?? id ?? own)?.value ?? '';
    const same = known.get(identity);
    if (same !== undefined) return same;
    const { short, whole } = stemsOf(event, lead);
    const given = unique(used.has(short) && !slugs.has(whole) ? whole : short);
    used.add(given);
    slugs.add(whole);
    if (identity !== '') known.set(identity, given);
    return given;
  };
}

/** What an event may be called: of its slug where it has one, since that is made to be read; short, and in full. */
function stemsOf(event: SourceEvent, lead: string) {
  const whole = slug(event.slug?.value ?? '') || withoutSlug(event);
  if (!whole.startsWith(lead)) return { short: whole, whole };
  const leads = `${lead}${slug(event.id?.value ?? '')}-`;
  return { short: (whole.startsWith(leads) && slug(whole.slice(leads.length))) || whole, whole };
}

function withoutSlug({ id, guid, title }: SourceEvent): string {
  const name = slug(id?.value ?? guid?.value ?? '');
  return name === '' ? slug(title?.value ?? '') || 'event' : `event-${name}`;
}
