import { DAY, formatInterval, isClock } from '../model/time.js';
import { sessions } from '../query/walk.js';
import type { Rule } from './rule.js';

export const overADay: Rule = {
  id: 'over-a-day',
  severity: 'warning',
  kind: 'time',
  summary: 'A session of 24 hours or more.',
  why: 'With +1 on the end only, what was meant to be after midnight lasts a day longer.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: party, time: 00:15-00:55+1, title: Party, type: social}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: party, time: 00:15+1-00:55+1, title: Party, type: social}
`,
  *check(agenda) {
    for (const { session, path } of sessions(agenda)) {
      if (session.time === undefined || !isClock(session.time)) continue;
      const { start, end } = session.time;
      if (end === undefined || end - start < DAY) continue;
      const likely = formatInterval({ start: start + DAY, end });
      yield {
        at: [...path, 'time'],
        message: `the session lasts ${Math.floor((end - start) / 60)} hours`,
        ...(end - start > DAY ? { hint: `if both are after midnight, write ${likely}` } : {}),
      };
    }
  },
};
