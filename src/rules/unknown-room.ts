import type { Path } from '../model/diagnostic.js';
import { sessions } from '../query/walk.js';
import { nearestAmong } from '../text/nearest.js';
import type { Finding, Rule } from './rule.js';

export const unknownRoom: Rule = {
  id: 'unknown-room',
  severity: 'error',
  kind: 'shape',
  summary: 'A room that is not in rooms.',
  why: 'Nobody can be sent there, and no clash in it can be seen.',
  bad: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, room: hal}
`,
  good: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, room: hall}
`,
  *check(agenda) {
    const known = agenda.rooms.map(room => room.id);
    const ids = new Set(known);
    const nearestOf = nearestAmong(known);
    const unknown = (id: string, at: Path): Finding => {
      const near = nearestOf(id);
      const hint =
        near !== undefined
          ? `did you mean ${near}?`
          : known.length > 0
            ? `known: ${known.join(', ')}`
            : 'add it to rooms';
      return { at, message: `"${id}" is not in rooms`, hint };
    };
    for (const [i, id] of agenda.room.entries()) if (!ids.has(id)) yield unknown(id, ['room', i]);
    for (const { session, path } of sessions(agenda)) {
      for (const [i, id] of session.rooms?.entries() ?? []) if (!ids.has(id)) yield unknown(id, [...path, 'room', i]);
    }
  },
};
