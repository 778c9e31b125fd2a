import type { Appearance, Person } from '../model/agenda.js';
import { wordsIn } from '../model/words.js';
import { words } from '../text/fold.js';
import type { Presentation } from './presentation.js';
import type { ScheduledSession } from './scheduled-sessions.js';
import type { RoleKind } from './walk.js';

/** The name behind its honorific: `Mme Louise Arbour`. */
export function fullName({ name, honorific }: Person, presentation: Presentation): string {
  return joinTexts([presentation.text(honorific), name], ' ');
}

/** The function, followed by the organisation unless the function contains its name: `Directeur général, Verité`. */
export function functionOf({ title, org }: Person, presentation: Presentation): string {
  const whole = presentation.text(title);
  const part = presentation.text(org);
  const named = ` ${words(whole).join(' ')} `.includes(` ${words(part).join(' ')} `);
  return joinTexts([whole, named ? '' : part]);
}

/** One appearance in full: `Mme Louise Arbour, Représentante spéciale (message vidéo)`. */
export function castLine(appearance: Appearance, presentation: Presentation): string {
  const person = presentation.personOf(appearance);
  const note = presentation.text(appearance.note);
  return joinTexts(
    [joinTexts([fullName(person, presentation), functionOf(person, presentation)]), note === '' ? '' : `(${note})`],
    ' ',
  );
}

/** The role of an appearance: as the agenda has it, else `Moderator` or `Speaker` in English. */
export function roleOf({ role }: Appearance, as: RoleKind, presentation: Presentation): string {
  return role === undefined ? wordsIn('en')[as] : presentation.text(role);
}

/** The type and status of a session where they are not the default: `panel, cancelled`. */
export function remark({ session: { type }, status }: ScheduledSession): string {
  return joinTexts([type === 'session' ? '' : type, status === 'confirmed' ? '' : status]);
}

/** The names of rooms, with commas between. */
export function roomNames(ids: readonly string[], presentation: Presentation): string {
  return joinTexts(ids.map(id => presentation.text(presentation.room(id).name)));
}

/** Joins the texts that are not empty. */
export function joinTexts(texts: readonly string[], between = ', '): string {
  return texts.filter(text => text !== '').join(between);
}
