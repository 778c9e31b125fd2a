import { clock } from '../model/time.js';
import { instant } from '../model/zone.js';
import { entries } from '../query/entries.js';
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
  *check(agenda) {
    for (const { path, date, time } of entries(agenda)) {
      for (const minutes of [time.start, time.end]) {
        if (minutes === undefined || instant(date, minutes, agenda.timezone).occurs !== 'twice') continue;
        const at = clock(minutes);
        yield {
          at: [...path, 'time'],
          message: `${at} occurs twice on ${date} in ${agenda.timezone}: the clocks are set back; the first counts`,
          hint: 'choose a time outside that hour, or say in the title which one is meant',
        };
      }
    }
  },
};
