import { fixedOffset } from '../model/likely-zone.js';
import { formatOffset } from '../model/zone.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const fixedOffsetZone: Rule = {
  id: 'fixed-offset-zone',
  severity: 'warning',
  kind: 'time',
  summary: 'A time zone of one offset, which has no summer time.',
  why: 'EST is winter time all year: of a June in New York, every calendar shows each session an hour off. UTC says what it is.',
  bad: `timezone: EST
days:
  - date: 2018-06-04
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
  good: `timezone: America/New_York
days:
  - date: 2018-06-04
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
  *check({ timezone }) {
    const fixed = fixedOffset(timezone);
    if (fixed === undefined) return;
    yield {
      at: ['timezone'],
      message: `${quote(timezone)} is UTC${formatOffset(fixed.offset)} in summer and in winter`,
      hint: `write the zone of the place, such as ${fixed.likely}`,
    };
  },
};
