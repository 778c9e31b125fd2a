import { clockChangeTimes } from '../query/clock-change-times.js';
import type { Rule } from './rule.js';

export const ambiguousTime: Rule = {
  id: 'ambiguous-time',
  severity: 'warning',
  kind: 'time',
  summary: 'A time that occurs twice when the clocks are set back.',
  why: 'Half the participants may come an hour late. The first occurrence counts (RFC 5545 §3.3.5).',
  bad: `timezone: America/New_York
days:
  - date: 2018-11-04
    sessions:
      - {id: night, time: 01:30-03:30, title: Night session}
`,
  good: `timezone: America/New_York
days:
  - date: 2018-11-04
    sessions:
      - {id: night, time: 02:30-03:30, title: Night session}
`,
  *check(agenda, zones) {
    for (const { path, date, at } of clockChangeTimes(agenda, 'twice', zones)) {
      yield {
        at: path,
        message: `${at} occurs twice on ${date} in ${agenda.timezone}: the clocks are set back; the first counts`,
        hint: 'choose a time outside that hour, or say in the title which one is meant',
      };
    }
  },
};
