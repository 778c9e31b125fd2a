import { quote } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const duringBreak: Rule = {
  id: 'during-break',
  severity: 'info',
  kind: 'overlap',
  summary: 'A side event, social event or registration during a break.',
  why: 'It is there by design; who plans the catering or the interpreters still wants to know.',
  bad: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 13:00-15:00, title: Lunch, type: break}
      - {id: rural, time: 13:15-14:30, title: Rural development, type: side-event, room: hall}
`,
  good: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 13:00-15:00, title: Lunch, type: break}
      - {id: rural, time: 15:00-16:00, title: Rural development, type: side-event, room: hall}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'during-break', overlap => ({
      message: `${quote(overlap.b.session.id)} is at the same time as ${quote(overlap.a.session.id)}, ${span(overlap)}`,
    })),
};
