import { languageTag } from '../../model/localized.js';
import { slug } from '../../text/fold.js';

/** Languages by their names in English, French, German and Spanish, as slugs. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic arabe arabisch',
  de: 'german allemand deutsch aleman',
  en: 'english anglais englisch ingles',
  es: 'spanish espagnol spanisch espanol castellano',
  fr: 'french francais franzosisch frances',
  it: 'italian italien italienisch italiano',
  pt: 'portuguese portugais portugiesisch portugues',
  ru: 'russian russe russisch ruso',
  zh: 'chinese chinois chinesisch chino',
};

/** The tag of a language as tables have it: a tag, or the name of a language. */
export function spoken(written: string): string | undefined {
  const name = slug(written);
  const named = Object.entries(NAMES).find(([, names]) => names.split(' ').includes(name));
  return languageTag(written.replace(/_/g, '-')) ?? named?.[0];
}
