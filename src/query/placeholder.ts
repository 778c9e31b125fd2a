import { letterPattern } from '../text/letters.js';

const HTML =
  'a|abbr|b|big|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|img|li|ol|p|pre|q|s|small|span|strong|sub|sup|table|t[dhr]|u|ul';
const TO_COME = '(?:to be (?:confirmed|determined|announced)|(?:[àa]|por) (?:confirm|d[ée]termin)(?:er|ar))'.replaceAll(
  ' ',
  '\\s+',
);

/** Patterns of placeholders, each behind a cheap test that rules it out for most texts. */
const PLACEHOLDERS: readonly (readonly [has: RegExp, words: (text: string) => RegExp])[] = [
  [
    /tb[acd]|t\.b\.|lorem/i,
    letterPattern(String.raw`(?<![\p{L}\p{N}])(?:tb[acd]|t\.b\.[acd]\.?|lorem\s+ipsum)(?!-?[\p{L}\p{N}])`, 'iu'),
  ],
  // Nomen nescio, not the initials of « N. N. Taleb » and « Ivanov N.N. ».
  [/n\.\s?n/i, letterPattern(String.raw`(?<![\p{L}\p{N}]\s?)n\.\s?n\.(?!\s?[\p{L}\p{N}])`, 'iu')],
  // XXX before a word is thirty: « XXX Reunión ».
  [/xxx/i, letterPattern(String.raw`(?<![\p{L}\p{N}/])(?!XXX\s[\p{L}])[Xx]{3,}(?!-?[\p{L}\p{N}])`, 'u')],
  // Right after a word it is emphasis: « What next??? ».
  [/\?\?\?/, letterPattern('(?<![^\\s([:;,/–—-])\\?{3,}', 'u')],
  // Inside a sentence these are ordinary words: « invités à confirmer leurs engagements ».
  [
    /confirm|termin|announced/i,
    letterPattern(`(?<![\\p{L}\\p{N}])${TO_COME}(?=\\s*(?:$|[.,;:()[\\]/–—-]))|^${TO_COME}(?![\\p{L}\\p{N}])`, 'iu'),
  ],
  // <name>, but not a link, a tag of HTML or the type of « Option<T> ».
  [
    /</,
    letterPattern(`<(?<![\\p{L}\\p{N}]<)(?!(?:${HTML})\\s*>)(?:[\\p{L}][\\p{L}\\p{N}\\s,_'’-]{0,60}|…|\\.{3})>`, 'iu'),
  ],
];

/** Rule out all patterns but the last at once; two expressions are faster than one. */
const SHORT = /tb[acd]|t\.b\.|n\.\s?n|xxx|\?\?\?/i;
const LONG = /lorem|confirm|termin|announced/i;

/**
 * The first placeholder in a text, such as `TBC`, `à confirmer` or `<name>`; undefined when there is none. In texts of other
 * programs angle brackets are mark-up rather than placeholders: `brackets` false leaves them alone.
 */
export function placeholder(text: string, brackets = true): string | undefined {
  const bracket = brackets && text.includes('<');
  const words = SHORT.test(text) || LONG.test(text);
  if (!bracket && !words) return undefined;
  const likely = PLACEHOLDERS.slice(words ? 0 : -1, bracket ? undefined : -1).filter(([has]) => has.test(text));
  if (likely.length === 0) return undefined;
  const composed = text.normalize('NFC').trim();
  return likely.flatMap(([, words]) => words(composed).exec(composed)?.[0] ?? [])[0];
}
