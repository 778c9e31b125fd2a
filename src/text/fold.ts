import { lazy } from './lazy.js';
import { letterPattern } from './letters.js';

/** The accents of Latin, Greek and Cyrillic letters. */
const ACCENTS = /[\u0300-\u036F]+/g;
const marks = letterPattern('[\\p{M}]+', 'gu');
/** What stands between words; an apostrophe is a part of one. */
const betweenWords = letterPattern("[^\\p{L}\\p{N}']+", 'u');
const betweenNames = letterPattern('[^\\p{L}\\p{N}]+', 'u');
const betweenAsciiNames = /[^a-z0-9]+/;

/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
};

/** Arabic letters that are written in more than one way; the tatweel only stretches a word. Those with hamza Unicode takes apart. */
const ARABIC: Readonly<Record<string, string>> = {
  '\u0640': '',
  '\u0671': '\u0627',
  '\u0649': '\u064A',
  '\u06CC': '\u064A',
  '\u06A9': '\u0643',
  '\u0629': '\u0647',
};

const APOSTROPHES = /['’‘ʼʹ′`´＇]/g;

/** For what is ASCII there are quicker patterns, and nothing has an accent. */
const ASCII = /^[\u0000-\u007F]*$/;

/** A text without case, accents and compatibility forms: `LEITÃO` and `leitao` fold alike. Apostrophes become `'`. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.replaceAll('`', "'").toLowerCase();
  const bare = text.replace(APOSTROPHES, "'").normalize('NFKD').replace(ACCENTS, '');
  if (ASCII.test(bare)) return bare.toLowerCase();
  return bare
    .replace(marks(bare), '')
    .toLowerCase()
    .replace(/[æœøłđðþßıħŧŋĸſ]/g, letter => LETTERS[letter] ?? letter)
    .replace(/[\u0640\u0671\u0649\u06CC\u06A9\u0629]/g, letter => ARABIC[letter] ?? letter);
}

/** A regular expression for folded texts, compiled at its first use: its words are folded, its syntax stays. */
export function foldedRegExp(source: string, flags = 'u'): () => RegExp {
  return lazy(() => new RegExp(source.replace(/[^\x00-\x7F]+/g, fold), flags));
}

/** The words of a text, folded; a name with an apostrophe gives its joined form and its parts (`O’Hara`: ohara, o, hara). */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded.split(betweenWords(folded)).flatMap(word => {
    const parts = word.split("'").filter(part => part !== '');
    return parts.length > 1 ? [parts.join(''), ...parts] : parts;
  });
}

/** The words of what a person typed in search of a name: apostrophes join. */
export function queryWords(text: string): string[] {
  const folded = fold(text).replace(/'/g, '');
  return folded.split(ASCII.test(folded) ? betweenAsciiNames : betweenNames(folded)).filter(word => word !== '');
}

/**
 * A name's identity: equal for names that differ in case, accents, apostrophes, punctuation or word order. Its words are
 * for who has looked at them already.
 */
export function nameKey(name: string, words = queryWords(name)): string {
  const [first = '', second = ''] = words;
  // Most names have two words, which need no sort.
  if (words.length === 2) return first <= second ? `${first} ${second}` : `${second} ${first}`;
  return words.sort().join(' ');
}

/** What {@link slug} leaves as it is, where it is short: on a text of megabytes, V8 runs out of room for a pattern like this. */
const SHORT = 100;
const SLUG = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

/** An id in the form the format asks for: `José Luis` becomes `jose-luis`; empty when no letter or digit is left. */
export function slug(text: string): string {
  if (text.length <= SHORT && SLUG.test(text)) return text;
  return fold(text)
    .replace(/'/g, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+|-$/g, '');
}

/** UTF-16 code units of an id that is made from words. */
const LONGEST_ID = 48;

/** An id made from a text, cut between words where it is long; empty when no Latin letter or digit is left. */
export function idOf(text: string): string {
  const whole = slug(text.slice(0, 500));
  if (whole.length <= LONGEST_ID) return whole;
  return whole
    .slice(0, LONGEST_ID + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST_ID)
    .replace(/(?<![-_])[-_]+$/, '');
}
