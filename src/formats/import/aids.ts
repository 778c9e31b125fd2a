import { hasMarkup } from '../../text/markup.js';
import { isInOtherScript, OUTSIDE } from './ids.js';

/** What only some sources need, and what takes long to load. */
export interface Aids {
  /** Writes a text in ASCII letters. */
  readonly transliterate: (text: string) => string;
  /** Takes the mark-up and the entities of HTML out of a text; others stay as they are. */
  readonly plain: (text: string) => string;
}

/** For a source whose titles are in Latin script, and whose texts are plain. */
export const NO_AIDS: Aids = { transliterate: text => text, plain: text => text };

/** Loads what the titles and the texts of a source need; `whole` is all of it, of which one look may rule out both. */
export async function aidsFor(titles: Iterable<string>, texts: Iterable<string>, whole?: string): Promise<Aids> {
  const may = (test: (text: string) => boolean) => whole === undefined || test(whole);
  const { transliterate } =
    may(text => OUTSIDE.test(text)) && some(titles, isInOtherScript) ? await import('./latin.js') : NO_AIDS;
  if (!may(text => text.includes('<') || text.includes('&')) || !some(texts, hasMarkup))
    return { ...NO_AIDS, transliterate };
  const { htmlToText } = await import('./html.js');
  return { transliterate, plain: text => (hasMarkup(text) ? htmlToText(text) : text) };
}

function some(texts: Iterable<string>, test: (text: string) => boolean): boolean {
  for (const text of texts) if (test(text)) return true;
  return false;
}
