import { base, type Text, UNDETERMINED } from '../model/localized.js';
import { type TextAt, texts } from '../query/texts.js';
import { list, quote } from '../text/quote.js';
import type { Rule } from './rule.js';

/** The fields that need a translation. The name of an organisation or a track often serves in all languages. */
const NEEDED = new Set(['title', 'subtitle', 'description', 'venue', 'name']);

export const missingTranslation: Rule = {
  id: 'missing-translation',
  severity: 'warning',
  kind: 'care',
  own: true,
  summary: 'A text that is not translated into a language that most texts have.',
  why: 'A programme in that language shows it in another one. Titles, descriptions, functions, rooms and the venue count; all functions of people are one finding for each language.',
  bad: `title: {fr: Dialogue sur la migration, en: Dialogue on Migration}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: {fr: Ouverture, en: Opening}}
      - {id: lunch, time: 13:00-15:00, title: {fr: Pause}, type: break}
`,
  good: `title: {fr: Dialogue sur la migration, en: Dialogue on Migration}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: {fr: Ouverture, en: Opening}}
      - {id: lunch, time: 13:00-15:00, title: {fr: Pause, en: Break}, type: break}
`,
  *check(agenda) {
    const languages = languagesOf();
    const needed = texts(agenda)
      .filter(({ what }) => NEEDED.has(what))
      .map(placed => ({ placed, has: languages(placed.text) }))
      .filter(({ has }) => has.length > 0);
    // That many people have a name in two scripts says nothing about the language of the programme.
    const voting = needed.filter(({ placed }) => !isName(placed));
    const half = voting.length / 2;
    if (voting.filter(({ has }) => has.length > 1).length <= half) return;
    const counts = new Map<string, number>();
    for (const { has } of voting) for (const language of has) counts.set(language, (counts.get(language) ?? 0) + 1);
    const usual = [...counts]
      .filter(([language, count]) => count > half && language !== UNDETERMINED)
      .map(([language]) => language);
    const ofPeople = new Map<string, TextAt[]>();
    for (const { placed, has } of needed) {
      const missing = usual.filter(language => !has.includes(language) && !isReadIn(language, placed));
      if (missing.length === 0) continue;
      if (placed.of === 'person' || placed.of === 'appearance') {
        for (const language of missing) {
          const those = ofPeople.get(language);
          if (those === undefined) ofPeople.set(language, [placed]);
          else those.push(placed);
        }
        continue;
      }
      yield {
        at: placed.path,
        message: `the ${placed.what} is not in ${list(missing, quote, ' and ')}, as most texts are`,
        hint: `add ${list(missing, language => `${language}: …`)}`,
      };
    }
    for (const [language, [first, ...others]] of ofPeople) {
      if (first === undefined) continue;
      const also = others.length === 0 ? '' : `, nor are those of ${others.length} more`;
      yield {
        at: first.path,
        message: `the ${first.what === 'title' ? 'function' : first.what} of a person is not in ${quote(language)}, as most texts are${also}`,
        hint: `add ${language}: … to each`,
      };
    }
  },
};

/** True for the name of a person that is written in the script of a language: it serves in that language too. */
function isReadIn(language: string, placed: TextAt): boolean {
  return isName(placed) && Object.keys(placed.text).some(tag => scriptOf(tag) === scriptOf(language));
}

function isName({ of, what }: TextAt): boolean {
  return of === 'person' && what === 'name';
}

/** The script that a language is usually written in (ISO 15924). */
function scriptOf(tag: string): string | undefined {
  return tag === UNDETERMINED ? undefined : new Intl.Locale(tag).maximize().script;
}

/** Returns the base languages of a text's tags, without those whose text is blank; one memoised list per set of tags. */
function languagesOf(): (text: Text) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return text => {
    let tags = '';
    for (const tag in text) if (/\S/.test(text[tag] ?? '')) tags += ` ${tag}`;
    let list = known.get(tags);
    if (list === undefined) {
      list = [
        ...new Set(
          tags
            .split(' ')
            .filter(tag => tag !== '')
            .map(base),
        ),
      ];
      known.set(tags, list);
    }
    return list;
  };
}
