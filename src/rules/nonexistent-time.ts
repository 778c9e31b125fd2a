import { clock } from '../model/time.js';
import { clockChangeTimes } from '../query/clock-change-times.js';
import { suggest } from '../text/nearest.js';
import type { Rule } from './rule.js';

export const nonexistentTime: Rule = {
  id: 'nonexistent-time',
  severity: 'error',
  kind: 'time',
  summary: 'A time that the clocks skip when they are set forward.',
  why: 'No clock shows it on that day, and calendars move it by an hour, each in its own way.',
  bad: `timezone: America/New_York
days:
  - date: 2018-03-11
    sessions:
      - {id: night, time: 02:30-03:30, title: Night session}
`,
  good: `timezone: America/New_York
days:
  - date: 2018-03-11
    sessions:
      - {id: night, time: 03:30-04:30, title: Night session}
`,
  *check(agenda, zones) {
    for (const { path, date, at, minutes } of clockChangeTimes(agenda, 'never', zones)) {
      yield {
        at: path,
        message: `${at} does not exist on ${date} in ${agenda.timezone}: the clocks are set forward`,
        hint: suggest(clock(minutes + 60)),
      };
    }
  },
};
