import { list, quote, shorten } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const roomClash: Rule = {
  id: 'room-clash',
  severity: 'error',
  kind: 'overlap',
  summary: 'Two sessions in one room at the same time.',
  why: 'One of them will find the room taken. A room marked shared is never double-booked.',
  hintElsewhere: 'move one of them, in time or to another room',
  bad: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall}
      - {id: two, time: 10:30-11:30, title: Two, room: hall}
`,
  good: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall}
      - {id: two, time: 10:30-11:30, title: Two, room: annex}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'room-clash', overlap => ({
      message: `${quote(overlap.b.session.id)} is in ${list(overlap.rooms, shorten, ' and ')} at the same time as ${quote(overlap.a.session.id)}, ${span(overlap)}`,
      hint: 'move one of them, or mark the room as shared',
    })),
};
