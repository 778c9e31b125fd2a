import type { Path } from '../model/diagnostic.js';
import { ID } from '../model/fields.js';
import { referable, references } from '../model/references.js';
import { sessions } from '../query/walk.js';
import { lazy } from '../text/lazy.js';
import { correction } from '../text/nearest.js';
import { list, quote } from '../text/quote.js';
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
    const among = lazy(() => references(agenda.rooms.map(referable)));
    const otherwise = known.length > 0 ? `known: ${list(known)}` : 'add it to rooms';
    function* unknown(rooms: readonly string[], at: Path): Generator<Finding> {
      for (const [i, id] of rooms.entries()) {
        if (ids.has(id)) continue;
        const message = `${quote(id)} is not in rooms`;
        const all = rooms.length === 1 ? among().several(id) : undefined;
        if (all !== undefined) {
          yield { at: [...at, i], message, hint: `write [${all.join(', ')}]`, suggestion: { at, text: all } };
          continue;
        }
        const near = among().meant(id);
        const { hint, suggestion } = correction(near, otherwise);
        // An id that is none is to be written otherwise itself.
        const isNew = near !== undefined && ID.test(near) && !rooms.includes(near);
        yield { at: [...at, i], message, hint, ...(isNew && suggestion && { suggestion }) };
      }
    }
    yield* unknown(agenda.room, ['room']);
    for (const [i, { rooms = [] }] of agenda.days.entries()) yield* unknown(rooms, ['days', i, 'room']);
    for (const { session, path } of sessions(agenda))
      if (session.rooms?.some(id => !ids.has(id))) yield* unknown(session.rooms, [...path, 'room']);
  },
};
