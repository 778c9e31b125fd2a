import { base } from './localized.js';

/** Languages that are written from right to left, where their tag names no script. */
const RIGHT_TO_LEFT = new Set('ar arc ckb dv fa he ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '));
/** Scripts that are (ISO 15924). */
const RIGHT_TO_LEFT_SCRIPTS = /-(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)\b/;

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const isScriptNamed = /^[a-z]{2,3}-[A-Z][a-z]{3}\b/.test(tag);
  const is = isScriptNamed ? RIGHT_TO_LEFT_SCRIPTS.test(tag) : RIGHT_TO_LEFT.has(base(tag));
  return is ? 'rtl' : 'ltr';
}

/** The digit zero of languages that are usually written with digits of their own, by primary language. */
const ZEROS: Readonly<Record<string, string>> = {
  ar: '٠',
  as: '০',
  bn: '০',
  ckb: '٠',
  dz: '༠',
  fa: '۰',
  ks: '۰',
  mr: '०',
  my: '၀',
  ne: '०',
  ps: '۰',
};

/** A text with its digits in those of a language: a table of our own, since Intl has other answers in other releases. */
export function digitsIn(tag: string, text: string): string {
  const zero = (ZEROS[base(tag)] ?? '0').charCodeAt(0);
  return zero === 48 ? text : text.replace(/\d/g, digit => String.fromCharCode(zero + Number(digit)));
}
