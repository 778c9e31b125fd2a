import { quote } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const plenaryOverlap: Rule = {
  id: 'plenary-overlap',
  severity: 'warning',
  kind: 'overlap',
  summary: 'A session beside a plenary, opening, closing or keynote.',
  why: 'A plenary is meant for everybody: whoever attends the other session misses it.',
  bad: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-11:00, title: Opening, type: opening, room: hall}
      - {id: one, time: 10:30-11:30, title: One, room: annex}
`,
  good: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-11:00, title: Opening, type: opening, room: hall}
      - {id: one, time: 11:00-12:00, title: One, room: annex}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'plenary-overlap', overlap => ({
      message: `${quote(overlap.b.session.id)} is beside ${quote(overlap.a.session.id)}, ${span(overlap)}: one of them is for everybody`,
      hint: 'move one of them',
    })),
};
