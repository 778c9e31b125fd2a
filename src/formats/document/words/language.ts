import { lazyRegExp } from '../../../text/lazy.js';

/** Words that most texts of a language have, and few of another; folded where their letters are. */

const anyLetters = lazyRegExp('\\p{L}', 'gu');
const arabicLetters = lazyRegExp('\\p{Script=Arabic}', 'gu');
const cyrillicLetters = lazyRegExp('\\p{Script=Cyrillic}', 'gu');
const hanLetters = lazyRegExp('\\p{Script=Han}', 'gu');
const anyWords = lazyRegExp('\\p{L}+', 'gu');
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and for with by on from session opening closing break lunch speakers chair day',
  fr: 'le la les des du et pour une aux séance ouverture clôture pause déjeuner modérateur orateurs journée par sur dans',
  es: 'el los las del para una con por sesión apertura clausura almuerzo moderador moderadora ponentes día y',
  pt: 'o os das dos para uma com por sessão abertura encerramento almoço dia e',
  de: 'der die das und für mit von eröffnung pause mittagessen sitzung tag',
  nl: 'het een van voor met door uur zaal opening pauze lunch afsluiting spreker dag',
  it: 'il gli della delle per una con di sessione apertura chiusura pausa pranzo giorno',
};

/** UTF-16 code units that are looked at. */
const LOOKED_AT = 20_000;

/** The language that most of a text is in, as far as its script or its commonest words show; undefined where they don't. */
export function languageOf(text: string): string | undefined {
  const shown = text.slice(0, LOOKED_AT).toLowerCase();
  const letters = shown.match(anyLetters())?.length ?? 0;
  const share = (script: RegExp) => (shown.match(script)?.length ?? 0) * 2 > letters;
  if (letters === 0) return undefined;
  if (share(arabicLetters())) return 'ar';
  if (share(cyrillicLetters())) return 'ru';
  if (share(hanLetters())) return 'zh';
  const words = shown.match(anyWords()) ?? [];
  const counts = Object.entries(WORDS).map(([language, list]) => {
    const known = new Set(list.split(' '));
    return { language, count: words.filter(word => known.has(word)).length };
  });
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first === undefined || first.count < 3 || first.count * 10 < (second?.count ?? 0) * 12
    ? undefined
    : first.language;
}
