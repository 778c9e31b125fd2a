import { nameKey, queryWords } from '../text/fold.js';
import { nearestAmong } from '../text/nearest.js';
import { splitHonorific } from './honorifics.js';
import { type Name, spellings } from './localized.js';

/** A room or a person to whom a reference may lead. */
export interface Referable {
  readonly id: string;
  /** What it is called, in any language. */
  readonly names: readonly string[];
}

/** A room or a person with its names in all languages. */
export function referable({ id, name }: { readonly id: string; readonly name: Name }): Referable {
  return { id, names: spellings(name) };
}

/** Finds what texts refer to that are no ids. */
export interface References {
  /** The id that was meant: of the one with this name, or with a part of it that no other has, or with few edits. */
  meant(text: string): string | undefined;
  /** The ids of several in one text, such as `hall, Sail Loft` or `hall loft`; undefined unless each is one, or has one. */
  several(text: string): readonly string[] | undefined;
}

/** After so many different texts a search is no help any more, and long. */
const SEARCHES = 200;

/** UTF-16 code units of a text that is looked at. */
const LONGEST = 300;

/**
 * Finds what is meant among some rooms or people; their names are read when the first is asked for. One without a name could
 * not be read as it was meant, and is none of them.
 */
export function references(given: readonly Referable[]): References {
  const among = given.filter(({ names }) => names.some(name => name !== ''));
  const ids = new Set(among.map(({ id }) => id));
  const nearestOf = nearestAmong([...ids]);
  const known = new Map<string, string | undefined>();
  let all: readonly Known[] | undefined;
  const byName = (text: string): string | undefined => {
    if (text.length > LONGEST) return undefined;
    if (known.has(text) || known.size >= SEARCHES) return known.get(text);
    all ??= among.flatMap(({ id, names }) => names.map(name => knownOf(id, name)));
    const found = search(text, all);
    known.set(text, found);
    return found;
  };
  return {
    meant: text => byName(text) ?? nearestOf(text),
    several: text => {
      if (text.length > LONGEST) return undefined;
      const parts = text.split(/\s*[,;&/+]\s*|\s+(?:and|et|y|und|e|и|و|-)\s+/).filter(part => part !== '');
      const found = parts.map(part => (ids.has(part) ? part : byName(part)));
      if (parts.length > 1 && found.every(id => id !== undefined)) return [...new Set(found)];
      const words = text.split(/\s+/);
      return words.length > 1 && words.every(word => ids.has(word)) ? [...new Set(words)] : undefined;
    },
  };
}

interface Known {
  readonly id: string;
  readonly words: readonly string[];
  readonly key: string;
}

function knownOf(id: string, name: string): Known {
  const words = queryWords(name);
  return { id, words, key: nameKey(name, [...words]) };
}

function search(text: string, all: readonly Known[]): string | undefined {
  const [, name] = splitHonorific(text);
  const wanted = queryWords(name);
  if (wanted.length === 0) return undefined;
  const key = nameKey(name, [...wanted]);
  const equal = only(all.filter(known => known.key === key));
  if (equal !== undefined) return equal;
  if (!wanted.some(word => word.length > 2)) return undefined;
  return only(
    all.filter(({ words }) =>
      wanted.every(word => words.some(own => (word.length === 1 ? own.startsWith(word) : own === word))),
    ),
  );
}

/** The one id of some; undefined where there are several. */
function only(found: readonly Known[]): string | undefined {
  const [id, ...others] = new Set(found.map(known => known.id));
  return others.length === 0 ? id : undefined;
}
