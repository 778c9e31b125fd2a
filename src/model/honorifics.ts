import { queryWords } from '../text/fold.js';
import { lazy } from '../text/lazy.js';

/** Titles and forms of address that stand before a name, in the languages of the UN, German, Italian and Portuguese. */
const HONORIFICS = `dr dra drs doctor prof profa professor professeur pr mr mrs ms miss mx sir dame lord lady hon rev fr ing dipl
  m mm mme mlle monsieur madame sr sra srta don dona herr frau sig sigra amb ambassador he hh hrh
  г-н г-жа господин госпожа проф д-р السيد السيدة الدكتور الدكتورة`;

const known = lazy((): ReadonlySet<string> => new Set(HONORIFICS.split(/\s+/).map(joined)));

/** True for a title or a form of address, whatever its case and its dots: `Prof.`, `H.E.`. */
export function isHonorific(word: string): boolean {
  return known().has(joined(word));
}

/** Characters of the longest name whose honorifics are looked for. */
const LONGEST = 200;

/** A name without the honorifics before it, where two words or more are left: `Prof. Dr. Ada Lind` is `Ada Lind`. */
export function withoutHonorific(name: string): string {
  if (name.length > LONGEST) return name;
  const words = name.trim().split(/\s+/);
  let first = 0;
  while (words.length - first > 2 && isHonorific(words[first] ?? '')) first++;
  return first === 0 ? name : words.slice(first).join(' ');
}

/** Splits a name from the honorifics before it: `Ms.` and `Ana Reis`; the first is empty where there are none. */
export function splitHonorific(name: string): readonly [honorific: string, name: string] {
  const words = name.trim().split(/\s+/);
  let count = 0;
  while (count < words.length - 1 && isHonorific(words[count] ?? '')) count++;
  return [words.slice(0, count).join(' '), words.slice(count).join(' ')];
}

/** A word without its dots, hyphens, case and accents. */
function joined(word: string): string {
  return queryWords(word).join('');
}
