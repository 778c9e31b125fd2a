import { createHash } from 'node:crypto';
import { slug } from '../../text/fold.js';

/** The namespace of names that are URLs (RFC 9562 §6.6). */
const URLS = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The UUID of a name, version 5 (RFC 9562 §5.5): one name in one namespace has one, always and everywhere. */
export function uuid5(name: string, namespace = URLS): string {
  const hash = createHash('sha1').update(namespace.replaceAll('-', ''), 'hex').update(name, 'utf8').digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  const fields = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, variant + hash.slice(17, 20)];
  return [...fields, hash.slice(20, 32)].join('-');
}

/** The GUID of something in an agenda: of its ids alone, so that it outlives a new title, time or place. */
export function guidOf(agenda: string, kind: 'session' | 'room' | 'person', id: string): string {
  return uuid5(`idm:${agenda}/${kind}/${id}`);
}

/**
 * A number of six digits for each id, all different: the beginning of its GUID, modulo. Of ids that meet, those that sort
 * later take the next free number; so one stays as it is, whatever comes to the agenda or goes, but for one in thousands.
 */
export function numbers(ids: Iterable<string>, guid: (id: string) => string): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of [...new Set(ids)].sort()) {
    let number = FIRST + (Number.parseInt(guid(id).slice(0, 8), 16) % SPAN);
    while (taken.has(number)) number++;
    taken.add(number);
    byId.set(id, number);
  }
  return byId;
}

/** Slugs have room for six digits; above the span are those that met. */
const FIRST = 100_000;
const SPAN = 800_000;

/** The id of an agenda in the form that both schemas allow: `[a-z0-9_]`, four characters or more. */
export function acronymOf(agenda: string): string {
  return slug(agenda).replaceAll('-', '_').padEnd(4, '_');
}

/** `idm2018-123456-opening`: acronym, number and id, with a letter or digit at the end. */
export function slugOf(acronym: string, number: number, id: string): string {
  return `${acronym}-${number}-${slug(id)
    .replace(/(?<![-_])[-_]+$/, '')
    .padStart(3, '0')}`;
}
