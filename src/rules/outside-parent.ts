import { formatInterval } from '../model/time.js';
import { quote } from '../text/quote.js';
import { overlapFindings } from './overlap.js';
import type { Rule } from './rule.js';

export const outsideParent: Rule = {
  id: 'outside-parent',
  severity: 'error',
  kind: 'overlap',
  summary: 'A part that is not inside the time of its session.',
  why: 'The programme shows one time for the session and another for what happens in it.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - id: session-3
        time: 16:00-18:00
        title: Session 3
        sessions:
          - {id: panel-2, time: 17:00-18:30, title: Panel 2}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - id: session-3
        time: 16:00-18:00
        title: Session 3
        sessions:
          - {id: panel-2, time: 17:00-18:00, title: Panel 2}
`,
  check: (agenda, zones) =>
    overlapFindings(agenda, zones, 'outside-parent', overlap => ({
      message: `${quote(overlap.b.session.id)} (${formatInterval(overlap.b.time)}) is not inside its session ${quote(overlap.a.session.id)} (${formatInterval(overlap.a.time)})`,
      hint: 'mend one of the two times',
    })),
};
