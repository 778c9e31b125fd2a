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
  readonly spelled: string;
}

/**
 * Pairs of people with one name: equal but for case, accents, apostrophes and word order, or, of ten letters and more,
 * one letter apart. Each person stands second at most once, in file order. Two names are one edit apart only if they are
 * equal once a letter is left out of one or both: so names are looked up by what is left of them, and not compared.
 */
export function* likeNames(people: readonly Person[]): Generator<readonly [first: Person, second: Person]> {
  const equal = new Map<string, Person>();
  const near = new Map<number, Known[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    if (key === '') continue;
    const first = equal.get(key);
    if (first !== undefined) {
      yield [first, person];
      continue;
    }
    equal.set(key, person);
    const spelled = queryWords(person.name).join(' ');
    if (!isLong(person.name, spelled)) continue;
    const hashes = shortened(spelled);
    const candidates = new Set(hashes.flatMap(hash => near.get(hash) ?? []));
    const other = [...candidates].find(
      known => distance(known.spelled, spelled) <= 1 && initials(known.spelled) === initials(spelled),
    );
    if (other !== undefined) yield [other.person, person];
    const own = { person, spelled };
    for (const hash of hashes) {
      const bucket = near.get(hash);
      if (bucket === undefined) near.set(hash, [own]);
      else if (bucket.length < BUCKET) bucket.push(own);
    }
  }
}

/** Long enough to tell people apart; a number in a name (Speaker 12) is what tells them apart. */
function isLong(name: string, spelled: string): boolean {
  const letters = name.normalize('NFC').match(/\p{L}/gu) ?? [];
  return letters.length >= LEAST && spelled.length <= MOST && !/\p{N}/u.test(spelled);
}

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
