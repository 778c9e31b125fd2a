import type { Agenda, Person } from '../model/agenda.js';
import { withoutHonorific } from '../model/honorifics.js';
import { spellings } from '../model/localized.js';
import { nameKey, queryWords } from '../text/fold.js';
import { memoize } from '../text/lazy.js';
import { letterPattern } from '../text/letters.js';
import { distance } from '../text/nearest.js';
import { placeholder } from './placeholder.js';

/** Letters of the shortest name that is compared by edits: shorter ones are too often two people's, Jan Berg and Jon Berg. */
const SHORTEST = 10;
/** Folded characters of the longest name that is compared by edits. */
const LONGEST = 80;
/** At most this many names per hash, to bound hostile input. */
const BUCKET = 10;

export interface SpelledName {
  readonly person: Person;
  /** The name in one script, as written. */
  readonly name: string;
  /** The same without honorifics, folded. */
  readonly spelled: string;
  /** `nameKey` of the name: the same for spellings of one name. */
  readonly key: string;
}

/**
 * Pairs of people of an agenda with one name: equal but for case, accents, apostrophes, word order and honorifics, or, of ten
 * letters and more, one letter apart. A name in several scripts is compared in each, one with a placeholder not at all. Each
 * person stands second at most once, in file order. Two names one edit apart have a variant in common once a letter is
 * deleted from one or both, so that candidates are looked up in a symmetric-delete index.
 */
export function* likeNames(agenda: Agenda): Generator<readonly [first: SpelledName, second: SpelledName]> {
  const all = namesIn(agenda);
  const shared = sharedHashes(all.map(known => (isLong(known) ? known.spelled : '')));
  const equal = new Map<string, SpelledName>();
  const near = new Map<number, SpelledName[]>();
  let paired: Person | undefined;
  for (const [i, own] of all.entries()) {
    const { person, spelled, key } = own;
    if (spelled === '' || person === paired) continue;
    const first = equal.get(key);
    if (first !== undefined) {
      if (first.person === person) continue;
      paired = person;
      yield [first, own];
      continue;
    }
    equal.set(key, own);
    const hashes = shared(i);
    const candidates = hashes.flatMap(hash => near.get(hash) ?? NONE);
    if (candidates.length > 0) {
      const other = [...new Set(candidates)].find(
        known =>
          known.person !== person &&
          distance(known.spelled, spelled) <= 1 &&
          initials(known.spelled) === initials(spelled),
      );
      if (other !== undefined) {
        paired = person;
        yield [other, own];
      }
    }
    for (const hash of hashes) {
      const bucket = near.get(hash);
      if (bucket === undefined) near.set(hash, [own]);
      else if (bucket.length < BUCKET) bucket.push(own);
    }
  }
}

/**
 * The people of an agenda who have their name with others, by id: what their names have in common, whatever the case,
 * accents, word order and honorifics. Of a name in several scripts, what it has in common in one.
 */
export function namesakes(agenda: Agenda): ReadonlyMap<string, string> {
  const byName = new Map<string, Set<string>>();
  for (const { person, key } of namesIn(agenda)) {
    const ids = byName.get(key);
    if (ids === undefined) byName.set(key, new Set([person.id]));
    else ids.add(person.id);
  }
  byName.delete('');
  return new Map([...byName].flatMap(([key, ids]) => (ids.size > 1 ? [...ids].map(id => [id, key] as const) : [])));
}

const NONE: readonly SpelledName[] = [];

/** The names of the people of an agenda, but those with a placeholder. Memoised by agenda. */
const namesIn = memoize((agenda: Agenda): readonly SpelledName[] =>
  agenda.people.filter(({ name }) => spellings(name).every(text => placeholder(text) === undefined)).flatMap(known),
);

function known(person: Person): readonly SpelledName[] {
  return spellings(person.name).map(name => {
    const words = queryWords(withoutHonorific(name));
    return { person, name, spelled: words.join(' '), key: nameKey(name, words) };
  });
}

/** True for a name long enough that one edit means the same person; not with a digit, which numbers people: Speaker 12. */
function isLong({ name, spelled }: SpelledName): boolean {
  if (spelled.length < SHORTEST || spelled.length > LONGEST) return false;
  if (ASCII_WORDS.test(spelled)) return spelled.replaceAll(' ', '').length >= SHORTEST;
  const composed = name.normalize('NFC');
  const letters = composed.match(letter(composed)) ?? [];
  return !digit(spelled).test(spelled) && letters.length >= SHORTEST;
}

const ASCII_WORDS = /^[a-z ]*$/;
const letter = letterPattern('[\\p{L}]', 'gu');
const digit = letterPattern('[\\p{N}]', 'u');

/**
 * Symmetric-delete index: for each name, the hashes of the name and of its one-deletion variants that occur in another name
 * too. Collisions give false positives. Most names have none. Hashes instead of the variants themselves: of 10,000 names
 * these take five times as long.
 */
function sharedHashes(names: readonly string[]): (i: number) => readonly number[] {
  const ends: number[] = [];
  for (const name of names) ends.push((ends.at(-1) ?? 0) + (name === '' ? 0 : name.length + 1));
  const hashes = new Int32Array(ends.at(-1) ?? 0);
  for (const [i, name] of names.entries()) if (name !== '') hash(name, hashes, ends[i - 1] ?? 0);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(8 * hashes.length + 8)));
  const slot = (hash: number) => (hash ^ (hash >>> 15)) & (counts.length - 1);
  for (const hash of hashes) counts[slot(hash)] = counts[slot(hash)] === 0 ? 1 : 2;
  return i => {
    const found: number[] = [];
    for (let at = ends[i - 1] ?? 0; at < (ends[i] ?? 0); at++) {
      const hash = hashes[at] ?? 0;
      if (counts[slot(hash)] === 2) found.push(hash);
    }
    return found;
  };
}

/**
 * Writes the hash of a name, then those of its variants without the last character, the one before it, and so on: rolling
 * polynomial hashes modulo 2^32. A collision costs a comparison.
 */
function hash(name: string, hashes: Int32Array, from: number): void {
  const factor = 0x01000193;
  const { length } = name;
  let before = 0;
  for (let i = 0; i < length; i++) {
    hashes[from + length - i] = before;
    before = (Math.imul(before, factor) + name.charCodeAt(i)) | 0;
  }
  hashes[from] = before;
  let after = 0;
  let power = 1;
  for (let i = length - 1; i >= 0; i--) {
    const at = from + length - i;
    hashes[at] = (Math.imul(hashes[at] ?? 0, power) + after) | 0;
    after = (after + Math.imul(name.charCodeAt(i), power)) | 0;
    power = Math.imul(power, factor);
  }
}

/** The words of one letter: John A. Smith and John B. Smith are two people though one edit apart. */
function initials(name: string): string {
  return name
    .split(' ')
    .filter(word => word.length === 1)
    .join(' ');
}
