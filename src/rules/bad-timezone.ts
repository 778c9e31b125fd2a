import type { Rule } from './rule.js';

export const badTimezone: Rule = {
  id: 'bad-timezone',
  severity: 'error',
  kind: 'shape',
  summary: 'A time zone that is not in the IANA database.',
  why: 'Every instant in every calendar hangs on it; abbreviations such as EST mean different things to different programs.',
  bad: `timezone: New York
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
  good: `timezone: America/New_York
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
};
