import { type Text, UNDETERMINED } from '../../model/localized.js';
import { type Punctuation, punctuationOf } from '../../model/punctuation.js';
import { digitsIn, directionOf } from '../../model/scripts.js';
import { TYPE_WORDS } from '../../model/type-words.js';
import { type LabelLanguage, labelLanguage, type Words, wordsOf } from '../../model/words.js';
import { type Presentation, presentation } from '../../query/presentation.js';
import { languages, readLanguages } from '../../query/texts.js';
import { type Content, element, html, join, type Markup, NOTHING, paragraphs } from './markup.js';
import { PAGE_WORDS, type PageWords } from './words.js';

/** All that a page says of itself in one language. */
export type PageLabels = Words & PageWords & { readonly types: (typeof TYPE_WORDS)[LabelLanguage] };

/** One of the languages that a page is read in. */
export interface PageLanguage {
  /** BCP 47; `und` where the agenda names none. */
  readonly tag: string;
  readonly presentation: Presentation;
  readonly words: PageLabels;
  /** The language of the labels: that of the tag, or English. */
  readonly labels: string;
  /** What was said before: Intl takes long to find its words, and a page asks for the same ones often. */
  readonly known: Map<string, Said>;
}

/** What a page says in one of its languages, and in which language that is: in none when absent, such as a number. */
export interface Said {
  readonly content: Content;
  readonly tag?: string;
}

/** The class of what is in a language and shown in every one. */
export const EVERY = 'every';

/**
 * Says everything in each language of a page. What is said differently stands there once for each, as an element with its `lang`.
 * The style sheet hides those in other languages than that of the page, but for what has it as a class, or {@link EVERY}: that
 * is there in no better one, or in none.
 */
export interface Speaker {
  readonly languages: readonly PageLanguage[];
  /** The language that is shown first. */
  readonly first: PageLanguage;
  /** A text of the agenda, as inline elements. */
  text(text: Text | undefined): Markup;
  /** The paragraphs of a text. */
  paragraphs(text: Text | undefined): Markup;
  /** A label, as inline elements; `shown` is the language that it is in. */
  word(pick: (words: PageLabels, shown: Presentation) => string): Markup;
  /** What stands between texts. */
  between(pick: (punctuation: Punctuation) => string): Markup;
  /** A name, which is in no language. */
  name(text: string): Markup;
  /** A number or a time in the digits of each language. */
  number(text: string): Markup;
  /** Whatever is made for each language, as elements of a name. `i`, when absent, is for phrases in another language (HTML §4.5.23). */
  each(make: (language: PageLanguage) => Said, name?: 'i' | 'div'): Markup;
}

/** The languages of a page: the one that was asked for, else the agenda's first and then all others of its texts. */
export function speaker(shown: Presentation): Speaker {
  const { agenda, lang, zones } = shown;
  const own = agenda.language ?? UNDETERMINED;
  const tags = lang === undefined ? [...new Set([own, ...readLanguages(agenda)])] : [lang];
  // Texts without a language are read by everyone.
  const wanted = tags.length > 1 ? tags.filter(tag => tag !== UNDETERMINED) : tags;
  const all = wanted.map((tag): PageLanguage => {
    const presented = lang === undefined ? presentation(agenda, { lang: tag, zones }) : shown;
    const labels = labelLanguage({ lang: tag, agenda });
    const words = { ...wordsOf({ lang: tag, agenda }), ...PAGE_WORDS[labels], types: TYPE_WORDS[labels] };
    return { tag, presentation: presented, words, labels, known: new Map() };
  });
  const [first] = all;
  if (first === undefined) throw new Error('a page without a language');
  const isMixed = new Set([...tags, ...languages(agenda)].map(directionOf)).size > 1;
  // The language of the document follows the switch, so that a piece in one of several says its own.
  const isTold = all.length > 1;
  const each = (make: (language: PageLanguage) => Said, name: 'i' | 'div' = 'i'): Markup => {
    const variants = new Map<string, { readonly said: Said; readonly content: Markup; readonly by: string[] }>();
    for (const language of all) {
      const said = make(language);
      const content = html`${said.content}`;
      if (content.source === '') continue;
      const key = `${said.tag ?? ''} ${content.source}`;
      const known = variants.get(key);
      if (known === undefined) variants.set(key, { said, content, by: [language.tag] });
      else known.by.push(language.tag);
    }
    return join(
      [...variants.values()].map(({ said: { tag }, content, by }) => {
        const isOfAll = by.length === all.length;
        if (tag === undefined) return isOfAll ? content : element(name, { class: by.join(' ') }, content);
        const attributes = {
          class: isOfAll ? (isTold ? EVERY : undefined) : by.some(one => one !== tag) ? by.join(' ') : undefined,
          lang: isTold || tag !== first.tag ? written(tag) : undefined,
          dir: isMixed ? directionWithin(tag, [first.tag, ...by]) : undefined,
        };
        const isPlain = name === 'i' && Object.values(attributes).every(value => value === undefined);
        return isPlain ? content : element(name, attributes, content);
      }),
    );
  };
  const textIn = ({ presentation }: PageLanguage, text: Text | undefined): Said => ({
    content: presentation.text(text),
    tag: presentation.tag(text) ?? UNDETERMINED,
  });
  return {
    languages: all,
    first,
    each,
    text: text => (text === undefined ? NOTHING : each(language => textIn(language, text))),
    paragraphs: text =>
      text === undefined
        ? NOTHING
        : each(language => {
            const said = textIn(language, text);
            return { ...said, content: paragraphs(String(said.content)).map(one => html`<p>${one}</p>`) };
          }, 'div'),
    name: text => (isMixed || OTHER_DIRECTION.test(text) ? html`<bdi>${text}</bdi>` : html`${text}`),
    between: pick => each(({ tag }) => ({ content: pick(punctuationOf(tag)) })),
    number: text =>
      each(({ tag }) => {
        const content = digitsIn(tag, text);
        return content === text ? { content } : { content, tag };
      }),
    word: pick => each(({ words, labels, presentation }) => ({ content: pick(words, presentation), tag: labels })),
  };
}

/** Says something that was said before, or makes it. */
export function once({ known }: PageLanguage, what: string, make: () => Said): Said {
  const said = known.get(what) ?? make();
  known.set(what, said);
  return said;
}

/** What may be written from the right, or says so: scripts that are, and the characters of explicit directions (UAX #9). */
const OTHER_DIRECTION =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The direction of a piece in a language, unless it is that of each page that shows it: of pages in these languages. */
export function directionWithin(tag: string, pages: readonly string[]): 'ltr' | 'rtl' | 'auto' | undefined {
  if (tag === UNDETERMINED) return 'auto';
  const direction = directionOf(tag);
  return pages.every(page => directionOf(page) === direction) ? undefined : direction;
}

/** The value of `lang`: empty where the language is not known (HTML §3.2.6.2). */
export function written(tag: string): string {
  return tag === UNDETERMINED ? '' : tag;
}
