import type { Session, SessionStatus } from '../model/agenda.js';
import { type ChangeWords, changeWordsIn } from '../model/change-words.js';
import { TYPE_WORDS } from '../model/type-words.js';
import { labelLanguage, punctuationIn } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { joinTexts } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { fold, words } from '../text/fold.js';

/** What fields are called, in the language of a presentation: as at the beginning of a line. */
export function fieldLabels(presentation: Presentation): ChangeWords['fields'] {
  return changeWordsIn(labelLanguage(presentation)).fields;
}

/** Minutes with their unit: `90 min`. */
export function minutesIn(minutes: number, presentation: Presentation): string {
  return `${minutes} ${changeWordsIn(labelLanguage(presentation)).minutes}`;
}

/** A type of sessions, in English the word of the format itself, which options take: `side-event`, `table ronde`. */
export function typeIn(type: Session['type'], presentation: Presentation): string {
  const language = labelLanguage(presentation);
  return language === 'en' ? type : TYPE_WORDS[language][type];
}

/** A status of a session or of an agenda, in English the word of the format itself: `tentative`, `à confirmer`. */
export function statusIn(status: keyof ChangeWords['statuses'], presentation: Presentation): string {
  const language = labelLanguage(presentation);
  return language === 'en' ? status : changeWordsIn(language).statuses[status];
}

/** A status behind what it is of; nothing for the ordinary one. */
export function unlessConfirmed(status: SessionStatus, presentation: Presentation): string {
  return status === 'confirmed' ? '' : statusIn(status, presentation);
}

/**
 * What stands behind the title of a session: its type and status where they are not the default, and its track:
 * `panel, cancelled, Health`. A type that the title has in it is not said twice.
 */
export function remark({ session, status }: ScheduledSession, presentation: Presentation): string {
  const { type, track } = session;
  const name = typeIn(type, presentation);
  const isTold = type === 'session' || [name, type].some(word => says(presentation.text(titleOf(session)), word));
  const marks = [isTold ? '' : name, unlessConfirmed(status, presentation), presentation.text(track)];
  return joinTexts(marks, punctuationIn(presentation).comma);
}

/** True where a title has the words of a type: in scripts that write articles or other words beside them without a space, within others. */
function says(title: string, type: string): boolean {
  if (/[\u0600-\u06FF\u4E00-\u9FFF]/.test(type)) return fold(title).includes(fold(type));
  return ` ${words(title).join(' ')} `.includes(` ${words(type).join(' ')} `);
}
