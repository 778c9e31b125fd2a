import type { Agenda, Appearance, Session } from '../../src/model/agenda.js';
import type { Name } from '../../src/model/localized.js';
import { formatTime } from '../../src/model/time.js';

/** A programme as lines that can be compared: its sessions, and who appears in them. */
export interface PrintedProgramme {
  /** `2031-05-14 10:00-10:30 opening | Opening | Hall | part of Morning`. */
  readonly sessions: readonly string[];
  /** `Opening: speaker Ms. | Ana Reis | Director | Basin Bank | role | note`. */
  readonly people: readonly string[];
}

/** The sessions, in their rooms or those of the day, and appearances of an agenda in one language, else as they are; apostrophes are all the same. */
export function printed(agenda: Agenda | undefined, language = 'und'): PrintedProgramme {
  const text = (one: Name | undefined) => {
    const shown = typeof one === 'string' ? one : (one?.[language] ?? Object.values(one ?? {})[0] ?? '');
    return shown.replace(/’/g, "'");
  };
  const sessions: string[] = [];
  const people: string[] = [];
  const rooms = new Map(agenda?.rooms.map(({ id, name }) => [id, text(name)]));
  const known = new Map(agenda?.people.map(person => [person.id, person]));
  const walk = (date: string, list: readonly Session[], parent: string, usual: readonly string[] = []) => {
    for (const one of list) {
      const title = text(one.title);
      const time = one.time === undefined ? '?' : formatTime(one.time);
      const room = (one.rooms ?? usual).map(id => rooms.get(id) ?? id).join(', ');
      sessions.push(`${date} ${time} ${one.type} | ${title} | ${room} | ${parent}`);
      const appear = (as: string, { person: id, title: own, org: ownOrg, role, note }: Appearance) => {
        const person = known.get(id);
        const parts = [person?.honorific, person?.name ?? id, own ?? person?.title, ownOrg ?? person?.org, role, note];
        people.push(`${title}: ${as} ${parts.map(text).join(' | ')}`);
      };
      for (const appearance of one.moderators) appear('moderator', appearance);
      for (const appearance of one.speakers) appear('speaker', appearance);
      walk(date, one.sessions, title);
    }
  };
  for (const { date = '?', rooms: usual, sessions: list } of agenda?.days ?? []) walk(date, list, '', usual);
  return { sessions, people };
}
