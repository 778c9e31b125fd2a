import { slug } from '../../text/fold.js';
import { freeIds } from '../import/ids.js';
import type { SourceEvent } from './source.js';

/**
 * Makes the ids of sessions, asked in the order of the file: the slug without its leading acronym and number, else the id,
 * the GUID or the title. Events with equal GUIDs, or with equal ids or slugs and no GUID, are one event and share one id; a
 * talk at two times has two GUIDs.
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

/** The candidates for an id: the slug without its leading acronym and number, and the whole slug. */
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
