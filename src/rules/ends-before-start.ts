import { likelyInterval } from '../model/likely-time.js';
import { clock, formatInterval, isClock } from '../model/time.js';
import { sessions } from '../query/walk.js';
import { correction } from '../text/nearest.js';
import type { Rule } from './rule.js';

export const endsBeforeStart: Rule = {
  id: 'ends-before-start',
  severity: 'error',
  kind: 'shape',
  summary: 'An end that is not after its start.',
  why: 'It is a slip of twelve hours, a swapped pair or a session past midnight: each means another time.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 11:40-1:10, title: Lunch, type: break}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, time: 11:40-13:10, title: Lunch, type: break}
`,
  *check(agenda) {
    for (const { session, path } of sessions(agenda)) {
      const { time } = session;
      if (time === undefined || !isClock(time) || time.end === undefined || time.end > time.start) continue;
      const likely = likelyInterval(time);
      yield {
        at: [...path, 'time'],
        message:
          time.end === time.start
            ? `the session takes no time: ${formatInterval(time)}`
            : `the end ${clock(time.end, 'end')} is before the start ${clock(time.start)}`,
        ...correction(likely, 'write an end after the start'),
      };
    }
  },
};
