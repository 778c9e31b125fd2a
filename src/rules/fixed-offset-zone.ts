import { inhabitedZone } from '../model/likely-zone.js';
import { formatOffset } from '../model/zone.js';
import { fixedOffset } from '../model/zone-names.js';
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
    const offset = fixedOffset(timezone);
    const likely = offset === undefined ? undefined : inhabitedZone(offset);
    if (offset === undefined || likely === undefined) return;
    yield {
      at: ['timezone'],
      message: `${quote(timezone)} is UTC${formatOffset(offset)} in summer and in winter`,
      hint: `write the zone of the place, such as ${likely}`,
    };
  },
};
