import { slug } from '../../text/fold.js';
import { type Identified, inLatin, stableIds } from '../import/ids.js';
import type { TimedEvent } from './event-time.js';
import type { SourceEvent } from './source.js';

/** What the ids of the sessions of a schedule are made of, besides the events. */
export interface IdContext {
  readonly acronym: string;
  /** What the file takes for one event: {@link identityOf}. */
  readonly identities: ReadonlyMap<SourceEvent, string | undefined>;
  /** The id of the room of an event; undefined where it has none. */
  readonly roomOf: (event: SourceEvent) => string | undefined;
  readonly transliterate: (text: string) => string;
  /** The id that a GUID of idm was made of, among those that gave this slug; undefined where there is none. */
  readonly ownId?: (slug: string, guid: string) => string | undefined;
}

/**
 * The ids of sessions: the slug without its leading acronym and number, else the id, the GUID or the title. Where several
 * events have one, the whole slug; where they have that too, the date, the start and the room tell them apart, and never
 * the order of the file. Events of one {@link identityOf} share one id; a talk at two times has two GUIDs.
 */
export function sessionIds(events: readonly TimedEvent[], context: IdContext): ReadonlyMap<SourceEvent, string> {
  const lead = `${slug(context.acronym)}-`;
  const named = new Map<string, Named>();
  const identities = events.map((timed, i) => {
    const identity = context.identities.get(timed.event) ?? `\0${i}`;
    const one = { timed, ...stemsOf(timed.event, lead, context) };
    const known = named.get(identity);
    // Of several names of one event, the first in the alphabet.
    if (known === undefined || one.short < known.short) named.set(identity, one);
    return identity;
  });
  const all = [...named.values()];
  const shorts = countsOf(all.map(({ short }) => short));
  const wholes = countsOf(all.map(({ whole }) => whole));
  const names = all.map(({ short, whole }) => (shorts.get(short) === 1 || wholes.get(whole) !== 1 ? short : whole));
  const ids =
    new Set(names).size === names.length
      ? names
      : stableIds(all.map(({ timed }, i) => identified(names[i] ?? '', timed, context.roomOf(timed.event))));
  const byIdentity = new Map([...named.keys()].map((identity, i) => [identity, ids[i]]));
  return new Map(events.map(({ event }, i) => [event, byIdentity.get(identities[i] ?? '') ?? 'event']));
}

/** An event with the candidates for its id. */
interface Named {
  readonly timed: TimedEvent;
  readonly short: string;
  readonly whole: string;
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What a file takes for one event: its GUID, or its id or slug without one. Undefined where it has none of them. */
export function identityOf({ guid, id, slug: own }: SourceEvent): string | undefined {
  if (guid !== undefined) return `guid ${guid.value}`;
  if (id !== undefined) return `id ${id.value}`;
  return own === undefined ? undefined : `slug ${own.value}`;
}

function identified(name: string, { event, date = '', time }: TimedEvent, room: string | undefined): Identified {
  const start = time?.start ?? 0;
  const clock = [Math.floor(start / 60), start % 60].map(part => String(part).padStart(2, '0')).join('');
  return {
    name,
    date,
    start: time === undefined ? '' : clock,
    rooms: room === undefined ? [] : [room],
    content: () => [event.title, event.subtitle, event.abstract].map(value => value?.value ?? '').join('\0'),
  };
}

/** The candidates for an id: the slug without its leading acronym and number, and the whole slug. */
function stemsOf(event: SourceEvent, lead: string, { ownId, transliterate }: IdContext) {
  const whole = slug(event.slug?.value ?? '') || withoutSlug(event, transliterate);
  if (!whole.startsWith(lead)) return { short: whole, whole };
  const leads = `${lead}${slug(event.id?.value ?? '')}-`;
  const short = (whole.startsWith(leads) && slug(whole.slice(leads.length))) || whole;
  const own = ownId?.(short, event.guid?.value ?? '');
  return own === undefined ? { short, whole } : { short: own, whole: own };
}

function withoutSlug({ id, guid, title }: SourceEvent, transliterate: (text: string) => string): string {
  const name = slug(id?.value ?? guid?.value ?? '');
  return name === '' ? slug(inLatin(title?.value ?? '', transliterate)) || 'event' : `event-${name}`;
}
