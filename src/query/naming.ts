import type { Appearance, Person } from '../model/agenda.js';
import { words } from '../text/fold.js';
import type { Entry } from './entries.js';
import type { Lens } from './lens.js';
import type { Part } from './walk.js';

/** `Mme Louise Arbour`. */
export function fullName({ name, honorific }: Person, lens: Lens): string {
  return listed([lens.text(honorific), name], ' ');
}

/** The function, and the organisation where the function does not name it: `Directeur général, Verité`. */
export function functionOf({ title, org }: Person, lens: Lens): string {
  const whole = lens.text(title);
  const part = lens.text(org);
  const named = ` ${words(whole).join(' ')} `.includes(` ${words(part).join(' ')} `);
  return listed([whole, named ? '' : part]);
}

/** Someone in a session, in full: `Mme Louise Arbour, Représentante spéciale (message vidéo)`. */
export function castLine(appearance: Appearance, lens: Lens): string {
  const person = lens.appearing(appearance);
  const note = lens.text(appearance.note);
  return listed([listed([fullName(person, lens), functionOf(person, lens)]), note === '' ? '' : `(${note})`], ' ');
}

/** What someone is in a session: the role that is written, else `Moderator` or `Speaker`. */
export function roleOf({ role }: Appearance, as: Part, lens: Lens): string {
  return role === undefined ? ROLES[as] : lens.text(role);
}

const ROLES = { moderator: 'Moderator', speaker: 'Speaker' } as const satisfies Record<Part, string>;

/** What is out of the ordinary about a session: `panel, cancelled`; empty for most. */
export function remark({ session: { type }, status }: Entry): string {
  return listed([type === 'session' ? '' : type, status === 'confirmed' ? '' : status]);
}

/** Rooms by name. */
export function roomNames(ids: readonly string[], lens: Lens): string {
  return listed(ids.map(id => lens.text(lens.room(id).name)));
}

/** The texts that are not empty, in a row. */
export function listed(texts: readonly string[], between = ', '): string {
  return texts.filter(text => text !== '').join(between);
}
