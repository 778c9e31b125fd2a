import { quote } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const breakOverlap: Rule = {
  id: 'break-overlap',
  severity: 'warning',
  kind: 'overlap',
  summary: 'A session during a break.',
  why: 'Its speakers and participants have no break; often one of the two times is a slip.',
  hintElsewhere: 'move one of them',
  bad: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 13:00-15:00, title: Lunch, type: break}
      - {id: one, time: 14:30-15:30, title: One, room: hall}
`,
  good: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 13:00-15:00, title: Lunch, type: break}
      - {id: one, time: 15:00-16:00, title: One, room: hall}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'break-overlap', overlap => ({
      message: `${quote(overlap.b.session.id)} and ${quote(overlap.a.session.id)}, ${span(overlap)}: one of them is a break`,
      hint: overlap.plenary ? 'move one of them' : 'move one of them, or make the session a side-event',
    })),
};
