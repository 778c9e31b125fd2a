import { base } from './localized.js';

/** What a language writes between parts of a text, with the blanks around it. */
export interface Punctuation {
  /** Between what is said of one thing: a name, a function. */
  readonly comma: string;
  /** Between several things: rooms, languages. */
  readonly list: string;
  /** Between several things that have commas in them. */
  readonly semicolon: string;
}

const LATIN: Punctuation = { comma: ', ', list: ', ', semicolon: '; ' };
const ARABIC: Punctuation = { comma: '، ', list: '، ', semicolon: '؛ ' };

/** Of languages that write others than `, ` and `; `, by primary language. */
const OTHERS: Readonly<Record<string, Punctuation>> = {
  fr: { ...LATIN, semicolon: '\u00a0; ' },
  ar: ARABIC,
  ckb: ARABIC,
  fa: ARABIC,
  ps: ARABIC,
  sd: ARABIC,
  ug: ARABIC,
  ur: ARABIC,
  zh: { comma: '，', list: '、', semicolon: '；' },
  yue: { comma: '，', list: '、', semicolon: '；' },
  ja: { comma: '、', list: '、', semicolon: '；' },
};

/** The punctuation of a language (BCP 47); that of English for most, and for none. */
export function punctuationOf(tag = 'en'): Punctuation {
  return OTHERS[base(tag)] ?? LATIN;
}
