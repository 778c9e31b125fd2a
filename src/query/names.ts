import type { Person } from '../model/agenda.js';
import { nameKey, queryWords } from '../model/fold.js';
import { distance } from '../model/nearest.js';

/** Names with fewer letters are too often those of two people: Jan Berg, Jon Berg. */
const LEAST = 10;
/** In folded characters: past this it is no name. */
const MOST = 80;
/** What is left of a name without a letter is seldom left of other names; where it is, the first ones are enough. */
const BUCKET = 10;

interface Known {
  readonly person: Person;
  /** The name, folded. */
  readonly spelled: string;
  /** Equal for names that are equal. */
  readonly key: string;
  /** What it is looked up by, where it is long enough. */
  readonly hashes: readonly number[];
}

/**
 * Pairs of people with one name: equal but for case, accents, apostrophes and word order, or, of ten letters and more,
 * one letter apart. Each person stands second at most once, in file order. Two names are one edit apart only if they are
 * equal once a letter is left out of one or both: so names are looked up by what is left of them, and not compared.
 */
export function* likeNames(people: readonly Person[]): Generator<readonly [first: Person, second: Person]> {
  const all = people.map(known);
  const isShared = twice(all.map(({ hashes }) => hashes));
  const equal = new Map<string, Person>();
  const near = new Map<number, Known[]>();
  for (const own of all) {
    const { person, spelled, key } = own;
    if (key === '') continue;
    const first = equal.get(key);
    if (first !== undefined) {
      yield [first, person];
      continue;
    }
    equal.set(key, person);
    const hashes = own.hashes.filter(isShared);
    const candidates = new Set(hashes.flatMap(hash => near.get(hash) ?? []));
    const other = [...candidates].find(
      known => distance(known.spelled, spelled) <= 1 && initials(known.spelled) === initials(spelled),
    );
    if (other !== undefined) yield [other.person, person];
    for (const hash of hashes) {
      const bucket = near.get(hash);
      if (bucket === undefined) near.set(hash, [own]);
      else if (bucket.length < BUCKET) bucket.push(own);
    }
  }
}

function known(person: Person): Known {
  const spelled = queryWords(person.name).join(' ');
  const hashes = isLong(person.name, spelled) ? shortened(spelled) : [];
  return { person, spelled, key: nameKey(person.name), hashes };
}

/** True for a number that is there twice, and by chance for a few that are not: most names have nothing like them. */
function twice(lists: readonly (readonly number[])[]): (hash: number) => boolean {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(4 * total + 4)));
  const slot = (hash: number) => (hash ^ (hash >>> 15)) & (counts.length - 1);
  for (const list of lists) {
    for (const hash of list) {
      const at = slot(hash);
      counts[at] = counts[at] === 0 ? 1 : 2;
    }
  }
  return hash => counts[slot(hash)] === 2;
}

/** Long enough to tell people apart; a number in a name (Speaker 12) is what tells them apart. */
function isLong(name: string, spelled: string): boolean {
  return spelled.length <= MOST && !/\p{N}/u.test(spelled) && LONG.test(name.normalize('NFC'));
}

const LONG = new RegExp(`^(?:\\P{L}*\\p{L}){${LEAST}}`, 'u');

/**
 * The hashes of a name and of what is left of it without each of its characters: polynomials modulo 2^32, each from the
 * one before. Two that are equal by chance cost a comparison.
 */
function shortened(name: string): readonly number[] {
  const factor = 0x01000193;
  const before = [0];
  for (let i = 0; i < name.length; i++) before.push((Math.imul(before[i] ?? 0, factor) + name.charCodeAt(i)) | 0);
  const hashes = [before[name.length] ?? 0];
  let after = 0;
  let power = 1;
  for (let i = name.length - 1; i >= 0; i--) {
    hashes.push((Math.imul(before[i] ?? 0, power) + after) | 0);
    after = (after + Math.imul(name.charCodeAt(i), power)) | 0;
    power = Math.imul(power, factor);
  }
  return hashes;
}

/** One letter apart, John A. Smith and John B. Smith are two people. */
function initials(name: string): string {
  return name
    .split(' ')
    .filter(word => word.length === 1)
    .join(' ');
}
