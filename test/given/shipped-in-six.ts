import { parse, stringify } from 'yaml';
import { SHIPPED } from './exports.js';

/** Words that one or another language has none of. */
const LITTLE = new Set(['a', 'an', 'the', 'of', 'to', 'is', 'are', 'it']);
/** Characters of which the stand-in for Chinese makes its words: the radicals' neighbours in the block of those in common use. */
const HAN = Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 23) % 20_000)));
/** Letters in the place of those of English, as many of each kind as the language has, vowels for vowels. */
const LETTERS = {
  es: ['abcdefghijklmnopqrstuvwxyz', 'ebdlorcthñmnpsiquávgyjfzía'],
  ru: ['abcdefghijklmnopqrstuvwxyz', 'аксдеплтижквмнобурствгзыйц'],
  ar: ['abcdefghijklmnopqrstuvwxyz', 'ابسد-فجحيخكلمنوبقرتط-عغشيز'],
} as const;

/** What words begin or end with, by what stands before them, as they are inflected. */
const INFLECTIONS = {
  es: ['', 's', 'n', ''],
  ru: ['а', 'ов', 'ой', 'ия'],
  ar: ['ال', '', 'و', 'ال'],
} as const;

/** A word in the letters of a language: as long as a translation would be, the same each time, and like no other. */
function spelled(language: keyof typeof LETTERS, word: string, before: string): string {
  const [from, to] = LETTERS[language];
  const letters = [...word.toLowerCase()].map(letter => to[from.indexOf(letter)] ?? letter);
  const inflection = word.length > 3 ? INFLECTIONS[language][before.length % 4] : '';
  const bare = letters.filter(letter => letter !== '-').join('');
  const text = language === 'ar' ? inflection + bare : bare + inflection;
  return /^\p{Lu}/u.test(word) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** A word in one or two characters. */
function drawn(word: string): string {
  const sum = [...word.toLowerCase()].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 810_000, 7);
  const [first, second] = [HAN[sum % 900] ?? '', HAN[Math.floor(sum / 900)] ?? ''];
  return word.length > 3 ? first + second : first;
}

/** What stands for a translation of a text from English. Digits stay, and so do abbreviations. */
export function translated(language: 'es' | 'ar' | 'zh' | 'ru', text: string): string {
  const words = text.replace(/[\p{L}’]+/gu, (word, at: number) => {
    if (/^\p{Lu}{2,}s?$/u.test(word) && language !== 'zh') return word;
    if (language !== 'es' && LITTLE.has(word.toLowerCase())) return '';
    return language === 'zh' ? drawn(word) : spelled(language, word, text.slice(0, at));
  });
  const spaced = words.replace(/ {2,}/g, ' ').trim();
  if (language === 'ar') return spaced.replaceAll(',', '،');
  return language === 'zh' ? spaced.replace(/ /g, '').replaceAll(',', '，').replaceAll(':', '：') : spaced;
}

/** A value of the agenda with its texts in six languages instead of two. */
function inSix(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSix);
  if (typeof value !== 'object' || value === null) return value;
  const { en, fr, ...others } = value as Readonly<Record<string, unknown>>;
  if (typeof en === 'string') {
    const more = (['es', 'ar', 'zh', 'ru'] as const).map(language => [language, translated(language, en)]);
    return { fr, en, ...Object.fromEntries(more) };
  }
  return Object.fromEntries(Object.entries(others).map(([key, one]) => [key, inSix(one)]));
}

/**
 * The agenda that comes with the tool, in the six languages of the United Nations. It is translated to none of the other four:
 * each word is always another one in their letters, so that a text is as long, and says as much to what compresses it.
 */
export function shippedInSix(): string {
  return stringify(inSix(parse(SHIPPED)), { lineWidth: 0 });
}
