import { isClock } from '../model/time.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const timeToCome: Rule = {
  id: 'time-to-come',
  severity: 'info',
  gravest: 'warning',
  kind: 'care',
  summary: 'A session without a time by the clock.',
  why: 'Nobody can plan with “afternoon”: it overlaps with nothing, and calendars show it all day. In an agenda that is final this is a warning.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: visit, time: afternoon, title: Visit}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: visit, time: 14:00-16:00, title: Visit}
`,
  *check(agenda) {
    for (const { session, path } of sessions(agenda)) {
      const { time } = session;
      if (time === undefined || isClock(time) || session.status === 'cancelled') continue;
      const when = time === 'tbc' ? 'has no time yet' : `is in the ${time}, at no time yet`;
      yield {
        at: [...path, 'time'],
        message: `${quote(session.id)} ${when}`,
        hint: 'write start and end once they are known: 14:00-16:00',
        ...(agenda.status === 'final' ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
