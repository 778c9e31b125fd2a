import { ID } from '../../model/fields.js';
import type { Name } from '../../model/localized.js';
import { DAY, isClock, type SessionTime } from '../../model/time.js';
import { idOf, slug } from '../../text/fold.js';
import { lazyRegExp } from '../../text/lazy.js';
import { letterPattern } from '../../text/letters.js';

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

const aLetter = letterPattern('[\\p{L}]', 'u');

/** True for a name that a source gives and people can read: with a letter, and no hash or UUID. */
export function isReadable(name: string): boolean {
  return name.length <= 60 && aLetter(name).test(name) && !isHash(name);
}

function isHash(name: string): boolean {
  const runs = name.match(/[a-z0-9]{12,}/gi) ?? [];
  return runs.some(run => /\d/.test(run)) || /[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name);
}

/** An id made from a text, cut between words when it is long; `otherwise` where no letter or digit is left. */
export function readableId(text: string, otherwise: string): string {
  return idOf(text) || otherwise;
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
/** A letter, perhaps, that is neither Latin nor a mark of one. */
export const OUTSIDE = /[\u0370-\u1DFF\u2C00-\uA71F\uA7F8-\uFFFF]/;

/** True for a text with more letters of other scripts than of Latin: an id is made from its transliteration. */
export function isInOtherScript(text: string): boolean {
  if (!OUTSIDE.test(text)) return false;
  const start = text.slice(0, 500);
  return (start.match(letters())?.length ?? 0) > 2 * (start.match(latin())?.length ?? 0);
}

/**
 * The spelling of a name that the id of a person is made of: that in the language of the agenda where it has Latin letters,
 * else the first that has.
 */
export function spelledForId(name: Name, language: string): string {
  if (typeof name === 'string') return name;
  const own = name[language];
  const all = Object.values(name);
  return [...(own === undefined ? [] : [own]), ...all].find(text => slug(text) !== '') ?? own ?? all[0] ?? '';
}

/** What tells apart the sessions that would have one id. */
export interface Identified {
  /** The id by name: of the source's own id, else of the title. */
  readonly name: string;
  /** Empty where the name has it already. */
  readonly date: string;
  /** The start as `0930`; empty where none is known. */
  readonly start: string;
  /** The ids of the rooms. */
  readonly rooms: readonly string[];
  /** What else is in the session, so that the order of the file decides nothing. */
  readonly content: () => string;
}

/** What an id is tried with, where the one before is that of several. */
const WISHES: readonly ((one: Identified) => string)[] = [
  ({ name }) => name,
  ({ name, date, start }) => joined(name, date, start),
  ({ name, date, start, rooms }) => joined(name, date, start, ...rooms),
];

/**
 * The ids of the sessions of a source: the name where it is given once, else with date and start, then with the room. The
 * order of the sessions plays no part, but where they are equal in all things.
 */
export function stableIds(sessions: readonly Identified[]): readonly string[] {
  const ids = new Array<string | undefined>(sessions.length).fill(undefined);
  const free = freeIds();
  let open = [...sessions.keys()];
  for (const wish of WISHES) {
    const wishes = new Map(open.map(i => [i, wish(sessions[i] as Identified)]));
    const wished = (i: number) => wishes.get(i) ?? '';
    const counts = new Map<string, number>();
    for (const id of wishes.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const alone = open.filter(i => counts.get(wished(i)) === 1);
    // Where another has the name already, the order of names decides, not that of the file.
    const inOrder = wish === WISHES[0] ? alone : alone.sort((a, b) => compare(wished(a), wished(b)));
    for (const i of inOrder) ids[i] = free(wished(i));
    if (alone.length === open.length) break;
    open = open.filter(i => ids[i] === undefined);
  }
  const rest = [...sessions.keys()].filter(i => ids[i] === undefined);
  const last = rest.map(i => {
    const one = sessions[i] as Identified;
    const id = joined(one.name, one.date, one.start, ...one.rooms);
    return { i, id, key: `${id}\0${one.content()}` };
  });
  for (const { i, id } of last.sort((a, b) => compare(a.key, b.key) || a.i - b.i)) ids[i] = free(id);
  return ids.map(id => id ?? '');
}

/** A start as a part of an id: `0930`, and `0030` of the next day; empty where none is known or announced. */
export function startName(time: SessionTime | undefined): string {
  if (time === undefined || !isClock(time)) return '';
  const start = time.start % DAY;
  const hour = Math.floor(start / 60);
  return String(hour * 100 + (start - hour * 60)).padStart(4, '0');
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('-');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
