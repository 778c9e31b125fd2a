import type { Appearance, Item, Person } from '../model/agenda.js';
import { dateOf, dayNumber, type IsoDate } from '../model/date.js';
import type { Text } from '../model/localized.js';
import { punctuationOf } from '../model/punctuation.js';
import { DAY, formatInterval, type Interval, spokenInterval } from '../model/time.js';
import { labelLanguage, languageNameIn, punctuationIn, weekdayIn, wordsOf } from '../model/words.js';
import { words } from '../text/fold.js';
import type { Presentation } from './presentation.js';
import { interpretation, isTimed, type ScheduledSession } from './scheduled-sessions.js';
import type { RoleKind } from './walk.js';

/** The name behind its honorific: `Mme Louise Arbour`. */
export function fullName({ name, honorific }: Person, presentation: Presentation): string {
  return joinTexts([presentation.text(honorific), presentation.text(name)], ' ');
}

/** The function, followed by the organisation unless the function contains its name: `Directeur général, Verité`. */
export function functionOf({ title, org }: Person, presentation: Presentation): string {
  const whole = presentation.text(title);
  const part = presentation.text(org);
  const named = ` ${words(whole).join(' ')} `.includes(` ${words(part).join(' ')} `);
  return joinTexts([whole, named ? '' : part], commaIn(title, presentation));
}

/** What stands between a name and a function, in the language that the function is shown in. */
export function commaBefore({ title, org }: Person, presentation: Presentation): string {
  return commaIn(title ?? org, presentation);
}

function commaIn(text: Text | undefined, presentation: Presentation): string {
  return punctuationOf(presentation.tag(text)).comma;
}

/** A paper or a statement: title, who gives it, note: `Rainfall and return – Amina Diallo, Basin Bank (draft)`. */
export function itemLine({ title, speakers, note, url }: Item, presentation: Presentation): string {
  const people = speakers.map(appearance => {
    const role = presentation.text(appearance.role);
    return joinTexts([role, castLine(appearance, presentation)], wordsOf(presentation).colon);
  });
  const said = presentation.text(note);
  const line = joinTexts([presentation.text(title), people.join(punctuationIn(presentation).semicolon)], ' – ');
  return joinTexts([line, said === '' ? '' : `(${said})`, url ?? ''], ' ');
}

/** One appearance in full: `Mme Louise Arbour, Représentante spéciale (message vidéo)`. */
export function castLine(appearance: Appearance, presentation: Presentation): string {
  const person = presentation.personOf(appearance);
  const aside = joinTexts(
    [presentation.text(appearance.note), appearance.remote ? wordsOf(presentation).remote : ''],
    punctuationIn(presentation).comma,
  );
  const about = [fullName(person, presentation), functionOf(person, presentation)];
  const line = joinTexts(about, commaBefore(person, presentation));
  return joinTexts([line, aside === '' ? '' : `(${aside})`], ' ');
}

/** The role of an appearance: as the agenda has it, else the label of a moderator or a speaker. */
export function roleOf({ role }: Appearance, as: RoleKind, presentation: Presentation): string {
  return role === undefined ? wordsOf(presentation)[as] : presentation.text(role);
}

/**
 * The clocks of a session, `10:00-10:30`, or the word that stands for them. In another zone than the agenda's, and where it
 * begins on another day than its own, days are named: `Tue 21:00-22:30`.
 */
export function timeOf(entry: ScheduledSession, presentation: Presentation): string {
  if (!isTimed(entry)) return wordsOf(presentation)[entry.time];
  const interval = presentation.clocks(entry);
  if (isAsWritten(interval, presentation)) return formatInterval(interval);
  return spokenInterval(interval, weekdayAfter(entry.date, presentation));
}

/** True for clocks that are shown as the agenda writes them: `23:00-01:00+1`. */
export function isAsWritten({ start }: Interval, { zone, agenda }: Presentation): boolean {
  return zone === agenda.timezone && start < DAY;
}

/** Names the weekday so many days after a date, in the language of a presentation. */
export function weekdayAfter(date: IsoDate, presentation: Presentation): (days: number) => string {
  return days => weekdayIn(dateOf((dayNumber(date) ?? 0) + days), presentation);
}

/** The links to join by video of some rooms, each once. */
export function joiningLinks(rooms: readonly string[], presentation: Presentation): readonly string[] {
  return [...new Set(rooms.flatMap(id => presentation.room(id).url ?? []))];
}

/** The languages of interpretation of a session, by their names in the language of the labels; empty where there is none. */
export function interpretationNames(entry: ScheduledSession, presentation: Presentation): string {
  const language = labelLanguage(presentation);
  const names = interpretation(entry, presentation).map(tag => languageNameIn(tag, language));
  return joinTexts(names, punctuationOf(language).list);
}

/** The names of rooms, as a list of their language. */
export function roomNames(ids: readonly string[], presentation: Presentation): string {
  const names = ids.map(id => presentation.text(presentation.room(id).name));
  return joinTexts(names, punctuationIn(presentation).list);
}

/** Joins the texts that are not empty. */
export function joinTexts(texts: readonly string[], between = ', '): string {
  return texts.filter(text => text !== '').join(between);
}
