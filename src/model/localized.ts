import { lazyRegExp } from '../text/lazy.js';

/** A text in one or more languages, by BCP 47 tag. A plain string of an agenda stands under the agenda's language, or `und`. */
export interface Text {
  readonly [tag: string]: string;
}

/** A name: a string is the same in every language. */
export type Name = string | Text;

/** Every way in which a text or a name is written, each once. */
export function spellings(written: Name | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === 'string' ? [written] : [...new Set(Object.values(written))];
}

/** One spelling of a name, for a message: the first that is written. */
export function spelling(name: Name): string {
  return spellings(name)[0] ?? '';
}

/** The tag of a plain string in an agenda that names no language (BCP 47, ISO 639-2). */
export const UNDETERMINED = 'und';

/** Picks one string of a text or a name; an absent one is the empty string. */
export type Localizer = (text: Name | undefined) => string;

/** The tag of the string that is picked of a text; undefined for an absent text. */
export type LanguagePicker = (text: Text | undefined) => string | undefined;

/**
 * Chooses by preference: the exact tag, its base language, another variety of that base, the agenda's own language,
 * the first there is.
 */
export function languagePicker(wanted: string | undefined, own: string | undefined): LanguagePicker {
  const exact = [...(wanted === undefined ? [] : [wanted, base(wanted)])];
  return text => {
    if (text === undefined) return undefined;
    for (const tag of exact) if (text[tag] !== undefined) return tag;
    const tags = Object.keys(text);
    const sibling = wanted === undefined ? undefined : tags.find(tag => base(tag) === base(wanted));
    return sibling ?? (own !== undefined && text[own] !== undefined ? own : tags[0]);
  };
}

/** Reads the string that {@link languagePicker} picks; a plain name as it is; an absent text is the empty string. */
export function localizer(wanted: string | undefined, own: string | undefined): Localizer {
  const pick = languagePicker(wanted, own);
  return text => {
    if (typeof text === 'string') return text;
    const chosen = pick(text);
    return chosen === undefined ? '' : (text?.[chosen] ?? '');
  };
}

/** The primary language of a tag: `pt` of `pt-BR`. */
export function base(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

/**
 * A language tag: language, script, region, variants and private use of RFC 5646 §2.1, or private use alone, as the source of
 * a regular expression. The languages have two or three letters, as the registry has no others.
 */
export const LANGUAGE_TAG =
  '^(?:([A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|\\d{3}))?((?:-(?:[A-Za-z\\d]{5,8}|\\d[A-Za-z\\d]{3}))*(?:-[xX](?:-[A-Za-z\\d]{1,8})+)?)|[xX](?:-[A-Za-z\\d]{1,8})+)$';

/** What nearly every tag looks like. */
const SHORT = /^[a-z]{2}$/;
const tagForm = lazyRegExp(LANGUAGE_TAG);

/** The canonical spelling of a well-formed tag (`pt-br` becomes `pt-BR`), or undefined when it is not one. */
export function languageTag(tag: string): string | undefined {
  if (SHORT.test(tag)) return tag;
  const match = tagForm().exec(tag);
  if (match === null) return undefined;
  const [, language, script = '', region = '', variants = ''] = match;
  if (language === undefined) return tag.toLowerCase();
  const title = script.slice(0, 2).toUpperCase() + script.slice(2).toLowerCase();
  return language.toLowerCase() + title + region.toUpperCase() + variants.toLowerCase();
}
