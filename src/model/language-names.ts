import { slug } from '../text/fold.js';
import { lazy } from '../text/lazy.js';
import type { LabelLanguage } from './words.js';

/** Languages by their names in English, French, German and Spanish, as slugs. */
const names = () => ({
  ar: 'arabic arabe arabisch',
  de: 'german allemand deutsch aleman',
  en: 'english anglais englisch ingles',
  es: 'spanish espagnol spanisch espanol castellano',
  fr: 'french francais franzosisch frances',
  it: 'italian italien italienisch italiano',
  pt: 'portuguese portugais portugiesisch portugues',
  ru: 'russian russe russisch ruso',
  zh: 'chinese chinois chinesisch chino',
});

const byName = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(Object.entries(names()).flatMap(([tag, called]) => called.split(' ').map(name => [name, tag] as const))),
);

/** The tag (BCP 47) of a language by its name in English, French, German or Spanish: `fr` of `Französisch`. */
export function languageByName(name: string): string | undefined {
  return byName().get(slug(name));
}

/** The languages of two letters (IANA Language Subtag Registry, without those of private use), and those that were. */
const REGISTERED =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu ' +
  'fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj ' +
  'kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny ' +
  'oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl ' +
  'tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu';

/** What is written for a language and is none: most often the country that speaks it. */
const MEANT: Readonly<Record<string, string>> = {
  sp: 'es',
  jp: 'ja',
  cn: 'zh',
  gr: 'el',
  dk: 'da',
  cz: 'cs',
  ua: 'uk',
  us: 'en',
  gb: 'en',
  at: 'de',
  mx: 'es',
  vn: 'vi',
  il: 'he',
  ir: 'fa',
  al: 'sq',
  pe: 'fa',
  ge: 'ka',
  rs: 'sr',
  by: 'be',
};

const registered = lazy((): ReadonlySet<string> => new Set(REGISTERED.split(' ')));

/**
 * What is wrong with the language of a well-formed tag: that there is none, or that it has a shorter code (RFC 5646 §4.1), with
 * the tag to write where one is likely. Undefined for a language; those of three letters without a shorter code all count.
 */
export function languageFault(tag: string): { readonly problem: string; readonly likely?: string } | undefined {
  if (registered().has(tag)) return undefined;
  const [language = '', ...rest] = tag.split('-');
  if (language.length === 2 && !registered().has(language)) {
    const likely = MEANT[language];
    return { problem: 'is no language', ...(likely !== undefined && { likely: [likely, ...rest].join('-') }) };
  }
  const short = language.length === 3 ? canonical(language) : language;
  return short.length < language.length
    ? { problem: 'has a shorter code', likely: [short, ...rest].join('-') }
    : undefined;
}

/** The code that a language has in tags: `en` of `eng` (ECMA-402 §6.2.3). */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    return language;
  }
}

/** Tags beyond those of two letters that interpretation is announced in. */
const LONGER =
  'ase bfi de-AT de-CH en-AU en-CA en-GB en-US es-419 es-ES es-MX fa-AF fil fr-BE fr-CA fr-CH haw ils kab kok nl-BE pt-BR pt-PT sr-Latn yue zh-Hans zh-Hant';

function namesIn(language: LabelLanguage): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const found = new Map<string, string>();
  for (const tag of [...registered(), ...LONGER.split(' ')]) {
    // Of a code and the one that it is replaced by, the second counts.
    const isCurrent = Intl.getCanonicalLocales(tag)[0] === tag;
    const name = isCurrent ? names.of(tag) : undefined;
    // One name of two languages is of neither.
    if (name !== undefined) found.set(name, found.has(name) ? '' : tag);
  }
  return found;
}

const byShownName = new Map<LabelLanguage, ReadonlyMap<string, string>>();

/** The tag (BCP 47) of a language by the name that `languageNameIn` gives it in one of the languages of labels. */
export function languageNamed(name: string, language: LabelLanguage): string | undefined {
  const names = byShownName.get(language) ?? namesIn(language);
  byShownName.set(language, names);
  return names.get(name) || undefined;
}
