import { queryWords } from '../text/fold.js';

/** Titles and forms of address that stand before a name, folded. */
const HONORIFICS: ReadonlySet<string> = new Set(
  `dr dra drs prof profa professor professeur mr mrs ms miss mx sir dame lord lady hon rev ing dipl mme mlle sr sra srta herr frau
  don dona amb ambassador he hrh д-р проф`.split(/\s+/),
);

/** Characters of the longest name whose honorifics are looked for. */
const LONGEST = 200;

/** A name without the honorifics before it, where two words or more are left: `Prof. Dr. Ada Lind` is `Ada Lind`. */
export function withoutHonorific(name: string): string {
  if (name.length > LONGEST) return name;
  const words = name.trim().split(/\s+/);
  let first = 0;
  while (words.length - first > 2 && HONORIFICS.has(queryWords(words[first] ?? '').join(''))) first++;
  return first === 0 ? name : words.slice(first).join(' ');
}
