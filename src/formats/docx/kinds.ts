import type { SessionType } from '../../model/agenda.js';
import { SESSION_TYPES } from '../../model/fields.js';
import { TYPE_WORDS } from '../../model/type-words.js';
import type { LabelLanguage } from '../../model/words.js';
import { words } from '../../text/fold.js';

/** What is said of an opening or a closing anywhere in a title: `Remarques de clôture`. */
const ANYWHERE: readonly SessionType[] = ['opening', 'closing'];

/**
 * The kind of session that a title says by its first words, in a language or in English: `Panel 1: …`. A document says the
 * kind of a session where the title says another one, and a reader takes it from there.
 */
export function kindInTitle(title: string, language: LabelLanguage): SessionType {
  const said = spelled(title, language);
  const named = [TYPE_WORDS[language], TYPE_WORDS.en].flatMap(known =>
    SESSION_TYPES.map(type => ({ type, words: spelled(known[type], language) })),
  );
  const found = named.filter(one => said.startsWith(one.words)).sort((a, b) => b.words.length - a.words.length);
  const within = named.find(one => ANYWHERE.includes(one.type) && said.includes(one.words));
  return (found[0] ?? within)?.type ?? 'session';
}

/** The words of a text, folded, without the article of Arabic; in Chinese its characters, which no blanks part. */
function spelled(text: string, language: LabelLanguage): string {
  const all = words(text);
  if (language === 'zh') return all.join('');
  return ` ${all.map(word => (language === 'ar' ? word.replace(/^\u0627\u0644/, '') : word)).join(' ')} `;
}
