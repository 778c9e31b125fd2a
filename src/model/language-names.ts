import { slug } from '../text/fold.js';
import { lazy } from '../text/lazy.js';

/** Languages by their names in English, French, German and Spanish, as slugs. */
const NAMES = {
  ar: 'arabic arabe arabisch',
  de: 'german allemand deutsch aleman',
  en: 'english anglais englisch ingles',
  es: 'spanish espagnol spanisch espanol castellano',
  fr: 'french francais franzosisch frances',
  it: 'italian italien italienisch italiano',
  pt: 'portuguese portugais portugiesisch portugues',
  ru: 'russian russe russisch ruso',
  zh: 'chinese chinois chinesisch chino',
} as const;

const byName = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(' ').map(name => [name, tag] as const))),
);

/** The tag (BCP 47) of a language by its name in English, French, German or Spanish: `fr` of `Französisch`. */
export function languageByName(name: string): string | undefined {
  return byName().get(slug(name));
}
