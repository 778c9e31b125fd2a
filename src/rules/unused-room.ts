import { referable, references } from '../model/references.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const unusedRoom: Rule = {
  id: 'unused-room',
  severity: 'warning',
  kind: 'care',
  own: true,
  summary: 'A room that no session is in.',
  why: 'A session was forgotten or has another room than it should, or a room that was given back is still in the file.',
  bad: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, room: hall}
`,
  good: `room: hall
rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
      - {id: one, time: 10:30-11:00, title: One, room: annex}
`,
  *check(agenda) {
    // In an agenda without sessions, no room can have been forgotten.
    if (agenda.days.every(day => day.sessions.length === 0)) return;
    const named = new Set(agenda.room);
    for (const { rooms = [] } of agenda.days) for (const id of rooms) named.add(id);
    for (const { session } of sessions(agenda)) for (const id of session.rooms ?? []) named.add(id);
    const unused = agenda.rooms.map(room => room.id).filter(id => !named.has(id));
    if (unused.length === 0) return;
    // A mistyped reference is reported by unknown-room; the room that it means is not unused.
    for (const { id } of agenda.rooms) named.delete(id);
    const { meant, several } = references(agenda.rooms.map(referable));
    const those = new Set([...named].flatMap(text => [...(several(text) ?? []), meant(text)]));
    for (const id of unused) {
      if (those.has(id)) continue;
      yield {
        at: ['rooms', id],
        on: 'key',
        message: `no session is in the room ${quote(id)}`,
        hint: 'give it to a session with room, or take it out of rooms',
      };
    }
  },
};
