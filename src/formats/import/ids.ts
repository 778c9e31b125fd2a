import { ID } from '../../model/fields.js';
import { slug } from '../../text/fold.js';
import { lazyRegExp } from '../../text/lazy.js';

/** Gives ids that are not taken, neither by those in use nor by those it gave: `talk`, `talk-2`, `talk-3`. */
export function freeIds(inUse: Iterable<string> = []): (wanted: string) => string {
  const taken = new Set(inUse);
  const counts = new Map<string, number>();
  return wanted => {
    let id = wanted;
    for (let n = (counts.get(wanted) ?? 1) + 1; taken.has(id); n++) {
      id = `${wanted}-${n}`;
      counts.set(wanted, n);
    }
    taken.add(id);
    return id;
  };
}

/** True for a name that a source gives and people can read: with a letter, and no hash or UUID. */
export function isReadable(name: string): boolean {
  return name.length <= 60 && /\p{L}/u.test(name) && !isHash(name);
}

function isHash(name: string): boolean {
  const runs = name.match(/[a-z0-9]{12,}/gi) ?? [];
  return runs.some(run => /\d/.test(run)) || /[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name);
}

/** Letters of an id that is made from words. */
const LONGEST = 48;

/** An id made from a text, cut between words when it is long; `otherwise` where no letter or digit is left. */
export function readableId(text: string, otherwise: string): string {
  const whole = slug(text.slice(0, 500));
  if (whole.length <= LONGEST) return whole || otherwise;
  return whole
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST)
    .replace(/(?<![-_])[-_]+$/, '');
}

/**
 * What the id of a session is made of: the source's own id for it where people can read that, else the title, in Latin
 * letters. A title without any letter or digit gives `otherwise`.
 */
export function readableName(
  own: string,
  title: string,
  otherwise: string,
  transliterate: (text: string) => string,
): string {
  if (ID.test(own) && isReadable(own)) return own;
  return (isReadable(own) && readableId(own, '')) || readableId(inLatin(title, transliterate), otherwise);
}

/** A text as ids are made of it: transliterated where most of its letters are of other scripts. */
export function inLatin(text: string, transliterate: (text: string) => string): string {
  return isInOtherScript(text) ? transliterate(text.slice(0, 500)) : text;
}

const letters = lazyRegExp('\\p{L}', 'gu');
const latin = lazyRegExp('\\p{Script=Latin}', 'gu');
const OUTSIDE = /[\u0370-\u1DFF\u2C00-\uA71F\uA7F8-\uFFFF]/;

/** True for a text with more letters of other scripts than of Latin: an id is made from its transliteration. */
export function isInOtherScript(text: string): boolean {
  if (!OUTSIDE.test(text)) return false;
  const start = text.slice(0, 500);
  return (start.match(letters())?.length ?? 0) > 2 * (start.match(latin())?.length ?? 0);
}

/** What tells apart the sessions that would have one id. */
export interface Identified {
  /** The id by name: of the source's own id, else of the title. */
  readonly name: string;
  readonly date: string;
  /** The start as `0930`; empty where none is known. */
  readonly start: string;
  /** The ids of the rooms. */
  readonly rooms: readonly string[];
  /** What else is in the session, so that the order of the file decides nothing. */
  readonly content: () => string;
}

/**
 * The ids of the sessions of a source: the name where it is given once, else with date and start, then with the room. The
 * order of the sessions plays no part, but where they are equal in all things.
 */
export function stableIds(sessions: readonly Identified[]): readonly string[] {
  const ids: string[] = [];
  const free = freeIds();
  let open = [...sessions.keys()];
  const wanted: readonly ((one: Identified) => string)[] = [
    ({ name }) => name,
    ({ name, date, start }) => joined(name, date, start),
    ({ name, date, start, rooms }) => joined(name, date, start, ...rooms),
  ];
  for (const wish of wanted) {
    const counts = new Map<string, number>();
    const wishes = new Map(open.map(i => [i, wish(sessions[i] as Identified)]));
    for (const id of wishes.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const alone = open.filter(i => counts.get(wishes.get(i) ?? '') === 1);
    // Where another has the name already, the order of names decides, not that of the file.
    for (const i of alone.sort((a, b) => compare(wishes.get(a) ?? '', wishes.get(b) ?? '')))
      ids[i] = free(wishes.get(i) ?? '');
    open = open.filter(i => ids[i] === undefined);
    if (open.length === 0) return ids;
  }
  const last = wanted[2] as (one: Identified) => string;
  const keys = new Map(open.map(i => [i, `${last(sessions[i] as Identified)}\0${sessions[i]?.content() ?? ''}`]));
  for (const i of open.sort((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? '') || a - b))
    ids[i] = free(last(sessions[i] as Identified));
  return ids;
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('-');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
