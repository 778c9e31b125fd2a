import type { Person, Room } from '../model/agenda.js';
import { appearances, type PersonAppearance } from '../query/people.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import { type Export, written } from './writer.js';

/** Someone, and where they appear in what is exported. */
export interface Present {
  readonly person: Person;
  readonly here: readonly PersonAppearance[];
}

/** True when no filter left anything out. */
export function isWhole({ agenda, entries: chosen }: Export): boolean {
  return chosen.length === scheduledSessions(agenda).length;
}

/** The people of an export, in file order: of a whole agenda everyone, of a part those who appear in it. */
export function people(given: Export): readonly Present[] {
  const whole = isWhole(given);
  const chosen = new Set(written(given).map(({ session }) => session));
  const everywhere = appearances(given.agenda);
  return given.agenda.people
    .map(person => ({
      person,
      here: (everywhere.get(person.id) ?? []).filter(({ entry }) => chosen.has(entry.session)),
    }))
    .filter(({ here }) => whole || here.length > 0);
}

/** The rooms of an export, in file order: of a whole agenda all, of a part those of its sessions. */
export function rooms(given: Export): readonly Room[] {
  const whole = isWhole(given);
  const used = new Set(written(given).flatMap(entry => entry.rooms));
  return given.agenda.rooms.filter(({ id }) => whole || used.has(id));
}
