import { quote } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const parallel: Rule = {
  id: 'parallel',
  severity: 'info',
  kind: 'overlap',
  summary: 'Sessions side by side in different rooms.',
  why: 'Ordinary in a conference with tracks, so shown only when asked for: idm conflicts --parallel.',
  bad: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall}
      - {id: two, time: 10:00-11:00, title: Two, room: annex}
`,
  good: `rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall}
      - {id: two, time: 11:00-12:00, title: Two, room: annex}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'parallel', overlap => ({
      message: `${quote(overlap.b.session.id)} is beside ${quote(overlap.a.session.id)}, ${span(overlap)}`,
    })),
};
