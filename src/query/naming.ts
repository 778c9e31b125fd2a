import type { Appearance, Person } from '../model/agenda.js';
import { wordsIn } from '../model/words.js';
import { words } from '../text/fold.js';
import type { Presentation } from './presentation.js';
import type { ScheduledSession } from './scheduled-sessions.js';
import type { RoleKind } from './walk.js';

/** `Mme Louise Arbour`. */
export function fullName({ name, honorific }: Person, presentation: Presentation): string {
  return joinTexts([presentation.text(honorific), name], ' ');
}

/** The function, and the organisation where the function does not name it: `Directeur général, Verité`. */
export function functionOf({ title, org }: Person, presentation: Presentation): string {
  const whole = presentation.text(title);
  const part = presentation.text(org);
  const named = ` ${words(whole).join(' ')} `.includes(` ${words(part).join(' ')} `);
  return joinTexts([whole, named ? '' : part]);
}

/** Someone in a session, in full: `Mme Louise Arbour, Représentante spéciale (message vidéo)`. */
export function castLine(appearance: Appearance, presentation: Presentation): string {
  const person = presentation.personOf(appearance);
  const note = presentation.text(appearance.note);
  return joinTexts(
    [joinTexts([fullName(person, presentation), functionOf(person, presentation)]), note === '' ? '' : `(${note})`],
    ' ',
  );
}

/** What someone is in a session: the role that is written, else `Moderator` or `Speaker`, in English. */
export function roleOf({ role }: Appearance, as: RoleKind, presentation: Presentation): string {
  return role === undefined ? wordsIn('en')[as] : presentation.text(role);
}

/** What is out of the ordinary about a session: `panel, cancelled`; empty for most. */
export function remark({ session: { type }, status }: ScheduledSession): string {
  return joinTexts([type === 'session' ? '' : type, status === 'confirmed' ? '' : status]);
}

/** Rooms by name. */
export function roomNames(ids: readonly string[], presentation: Presentation): string {
  return joinTexts(ids.map(id => presentation.text(presentation.room(id).name)));
}

/** The texts that are not empty, in a row. */
export function joinTexts(texts: readonly string[], between = ', '): string {
  return texts.filter(text => text !== '').join(between);
}
